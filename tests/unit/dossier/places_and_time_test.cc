// SPDX-License-Identifier: Apache-2.0
// Where and when: the gazetteer, the dating of undated reports, the resolving of times.
#include <gtest/gtest.h>

#include <algorithm>

#include "dossier/identity/name_key.h"
#include "dossier/incidents/rules.h"
#include "dossier/places/gazetteer.h"
#include "dossier/time/times.h"
#include "unit/dossier/report.h"

namespace counterpoint {
namespace {

using test::entity_named;
using test::linked;
using test::Report;

constexpr auto kPlace = MentionType::place;

const Place* place_of(const Dossier& dossier, std::string_view name) {
  const Entity* entity = entity_named(dossier, name);
  for (const Place& place : dossier.places) {
    if (entity != nullptr && place.id == entity->place) return &place;
  }
  return nullptr;
}

TEST(Gazetteer, is_found_by_the_keys_that_this_code_makes) {
  const auto gazetteer = Gazetteer::load(test::packs() + "/places");
  ASSERT_TRUE(gazetteer.has_value());
  ASSERT_GT(gazetteer->size(), 30'000u);
  std::vector<std::string> missed;
  for (std::size_t row = 0; row < gazetteer->size(); ++row) {
    const GazetteerPlace place = gazetteer->at(row);
    const auto found = gazetteer->find(name_key(place.name));
    bool there = false;
    for (const GazetteerPlace& other : found) {
      there = there || (other.lat == place.lat && other.lon == place.lon);
    }
    if (!there) missed.emplace_back(place.name);
  }
  EXPECT_EQ(missed, std::vector<std::string>{})
      << "build_gazetteer.py and name_key.cc fold differently";
}

TEST(Gazetteer, knows_countries_by_their_adjectives) {
  const auto gazetteer = Gazetteer::load(test::packs() + "/places");
  ASSERT_TRUE(gazetteer.has_value());
  EXPECT_EQ(gazetteer->country_of("mexican"), "MX");
  EXPECT_TRUE(gazetteer->is_country_name("mexico"));
  EXPECT_FALSE(gazetteer->is_country_name("mexican"));
  EXPECT_FALSE(gazetteer->is_country_name("scotland"));
  EXPECT_EQ(gazetteer->country_of("atlantis"), "");
}

TEST(Gazetteer, a_folder_without_it_is_an_error) {
  EXPECT_EQ(Gazetteer::load("no/such/folder").error().code, "pack.missing");
}

TEST(Places, one_town_in_three_spellings) {
  const Dossier dossier = linked({Report("a", "Troops came to Jisr al-Shughour in Syria.")
                                      .name("Jisr al-Shughour", kPlace)
                                      .name("Syria", kPlace)
                                      .done,
                                  Report("b", "People fled Jisr ash-Shughur, then Jisr al-Shagour.")
                                      .name("Jisr ash-Shughur", kPlace)
                                      .name("Jisr al-Shagour", kPlace)
                                      .done});
  EXPECT_EQ(entity_named(dossier, "Jisr al-Shughour"), entity_named(dossier, "Jisr ash-Shughur"));
  EXPECT_EQ(entity_named(dossier, "Jisr al-Shughour"), entity_named(dossier, "Jisr al-Shagour"));
  const Place* place = place_of(dossier, "Jisr al-Shughour");
  ASSERT_NE(place, nullptr);
  EXPECT_NEAR(*place->lat, 35.81, 0.05);
  EXPECT_NEAR(*place->lon, 36.32, 0.05);
  EXPECT_EQ(place->country, "SY");
  EXPECT_EQ(place->admin1, "Idlib");
}

TEST(Places, a_name_of_many_towns_is_the_one_where_the_reports_are) {
  const std::string spain = "In Spain the Spanish police closed Cordoba.";
  const std::string mexico = "In Mexico the Mexican police closed Cordoba.";
  const Dossier a = linked({Report("a", spain).name("Spain", kPlace).name("Cordoba", kPlace).done});
  const Dossier b =
      linked({Report("b", mexico).name("Mexico", kPlace).name("Cordoba", kPlace).done});
  ASSERT_NE(place_of(a, "Cordoba"), nullptr);
  ASSERT_NE(place_of(b, "Cordoba"), nullptr);
  EXPECT_EQ(place_of(a, "Cordoba")->country, "ES");
  EXPECT_EQ(place_of(b, "Cordoba")->country, "MX");
}

TEST(Places, a_governorate_is_not_its_capital) {
  const Dossier dossier = linked({Report("a", "From Idlib in Syria to all of Idlib Governorate.")
                                      .name("Idlib", kPlace)
                                      .name("Syria", kPlace)
                                      .name("Idlib Governorate", kPlace)
                                      .done});
  EXPECT_NE(entity_named(dossier, "Idlib"), entity_named(dossier, "Idlib Governorate"));
  ASSERT_NE(place_of(dossier, "Idlib Governorate"), nullptr);
  EXPECT_EQ(place_of(dossier, "Idlib Governorate")->where_prec, 4);
  EXPECT_EQ(place_of(dossier, "Idlib")->where_prec, 1);
}

TEST(Places, what_no_gazetteer_has_gets_no_coordinates) {
  const Dossier dossier = linked({Report("a", "They fled to Qorvaneth. Zzyx is a song.")
                                      .name("Qorvaneth", kPlace)
                                      .name("Zzyx", kPlace)
                                      .done});
  ASSERT_NE(place_of(dossier, "Qorvaneth"), nullptr);
  EXPECT_FALSE(place_of(dossier, "Qorvaneth")->lat.has_value());
  EXPECT_EQ(place_of(dossier, "Zzyx"), nullptr);
}

AnnotatedDocument chronicle() {
  return Report("chronicle",
                "The siege of March 2015 began on 10 March 2015. On 11 March 2015 the "
                "bridge fell. The town gave up on 13 March 2015.")
      .genre(Genre::reference)
      .date("March 2015", 2015, 3, 0)
      .date("10 March 2015", 2015, 3, 10)
      .date("11 March 2015", 2015, 3, 11)
      .date("13 March 2015", 2015, 3, 13)
      .done;
}

const Document* document_named(const Dossier& dossier, const std::string& name) {
  for (const Document& document : dossier.documents) {
    if (document.name == name) return &document;
  }
  return nullptr;
}

TEST(Dating, weekdays_meet_the_days_of_another_report) {
  Report undated("undated", "The bridge fell on Wednesday. Early on Thursday it was quiet.");
  undated.weekday("Wednesday", 3).weekday("Thursday", 4);
  const Dossier dossier = linked({undated.done, chronicle()});
  const auto& published = document_named(dossier, "undated.txt")->published;
  ASSERT_TRUE(published.has_value());
  EXPECT_EQ(published->edtf, "2015-03-12");
  EXPECT_EQ(published->basis, "dossier");
  EXPECT_GE(published->evidence.size(), 3u);
}

TEST(Dating, a_reference_is_never_dated_so) {
  const Dossier dossier = linked({chronicle()});
  EXPECT_FALSE(document_named(dossier, "chronicle.txt")->published.has_value());
}

TEST(Dating, without_a_calendar_nothing_is_guessed) {
  Report undated("undated", "The bridge fell on Wednesday.");
  undated.weekday("Wednesday", 3);
  const Dossier dossier = linked({undated.done});
  EXPECT_FALSE(dossier.documents.front().published.has_value());
}

TEST(Dating, two_weeks_that_fit_alike_leave_it_open) {
  Report undated("undated", "The bridge fell on Wednesday.");
  undated.weekday("Wednesday", 3);
  const AnnotatedDocument two = Report("two", "On 11 March 2015 rain. On 18 March 2015 snow.")
                                    .genre(Genre::reference)
                                    .date("11 March 2015", 2015, 3, 11)
                                    .date("18 March 2015", 2015, 3, 18)
                                    .done;
  const Dossier dossier = linked({undated.done, two});
  EXPECT_FALSE(document_named(dossier, "undated.txt")->published.has_value());
}

TEST(Times, of_a_statement_count_from_the_day_found) {
  Report undated("undated", "The bridge fell on Wednesday. Early on Thursday it was quiet.");
  undated.weekday("Wednesday", 3).weekday("Thursday", 4);
  const auto told = undated.statement("The bridge fell on Wednesday");
  undated.done.found.statements[told].time_expression = 0;
  const Dossier dossier = linked({undated.done, chronicle()});
  ASSERT_EQ(dossier.statements.size(), 1u);
  ASSERT_TRUE(dossier.statements.front().time.has_value());
  EXPECT_EQ(dossier.statements.front().time->edtf, "2015-03-11");
}

TEST(Times, ranges_of_edtf_values) {
  EXPECT_EQ(days_of("1970-01-02").first, 1);
  EXPECT_EQ(*days_of("1970-02").last - *days_of("1970-02").first, 27);
  EXPECT_EQ(days_of("../1970-01-02").last, 1);
  EXPECT_FALSE(days_of("../1970-01-02").first.has_value());
  EXPECT_EQ(days_of("1970-01-02T16:00Z").first, 1);
  EXPECT_FALSE(days_of("soon").first.has_value());
}

TEST(Times, in_words) {
  const auto rules = HappeningRules::load(test::packs() + "/en/dossier/happenings.tsv");
  ASSERT_TRUE(rules.has_value());
  EXPECT_EQ(rules->in_words("2015-03-11"), "11 March 2015");
  EXPECT_EQ(rules->in_words("2015-03-11/2015-03-13"), "11–13 March 2015");
  EXPECT_EQ(rules->in_words("2015-03-30/2015-04-02"), "30 March–2 April 2015");
  EXPECT_EQ(rules->in_words("2015-03"), "March 2015");
}

}  // namespace
}  // namespace counterpoint
