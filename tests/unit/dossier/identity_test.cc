// SPDX-License-Identifier: Apache-2.0
// Who is the same over all documents, and - more important - who is not.
#include <gtest/gtest.h>

#include <algorithm>

#include "dossier/identity/name_key.h"
#include "unit/dossier/report.h"

namespace counterpoint {
namespace {

using test::entity_named;
using test::linked;
using test::Report;
using test::voice_named;

constexpr auto kPerson = MentionType::person;
constexpr auto kPlace = MentionType::place;
constexpr auto kBody = MentionType::organization;

TEST(NameKey, folds_what_romanisations_differ_in) {
  EXPECT_EQ(name_key("Jisr al-Shughour"), name_key("Jisr ash-Shughūr"));
  EXPECT_EQ(name_key("Lattakia"), name_key("Latakieh"));
  EXPECT_EQ(name_key("El Obeid"), name_key("al-Obeid"));
  EXPECT_EQ(name_key("Ma‘arrat"), name_key("Maarrat"));
}

TEST(NameKey, keeps_near_places_apart) {
  EXPECT_NE(name_key("Homs"), name_key("Hama"));
  EXPECT_FALSE(same_romanised_place(name_key("Homs"), name_key("Hims")));
  EXPECT_FALSE(same_romanised_place(name_key("Tell Rifaat"), name_key("Tell Abyad")));
  EXPECT_TRUE(same_romanised_place(name_key("Jisr al-Shagour"), name_key("Jisr al-Shughour")));
}

TEST(NameKey, an_article_at_the_end_is_a_name) {
  EXPECT_EQ(name_key("Al"), "al");
  EXPECT_EQ(name_key("Al Gore"), name_key("Gore"));
}

Report two(const std::string& file, const std::string& a, const std::string& b) {
  return Report(file, a + " met " + b + ".").name(a, kPerson).name(b, kPerson);
}

const Entity* same(const Dossier& dossier, const std::string& a, const std::string& b) {
  const Entity* one = entity_named(dossier, a);
  return one != nullptr && one == entity_named(dossier, b) ? one : nullptr;
}

TEST(Persons, are_merged_over_spellings_and_fewer_names) {
  const Dossier dossier = linked({two("a", "Karim Yusuf al-Tawil", "Ana Ruiz").done,
                                  two("b", "Yusuf Taweel", "Ana Ruiz").done});
  const Entity* person = same(dossier, "Karim Yusuf al-Tawil", "Yusuf Taweel");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->name, "Karim Yusuf al-Tawil");
  ASSERT_EQ(person->merged.size(), 1u);
  EXPECT_FALSE(person->merged.front().reason.empty());
  EXPECT_GT(person->merged.front().score, 0);
}

TEST(Persons, a_surname_is_its_bearers_in_the_same_document) {
  const Dossier dossier = linked(
      {two("a", "Jose Angel Medina", "Mr Medina").done, two("b", "Luis Medina", "Medina").done});
  EXPECT_NE(entity_named(dossier, "Jose Angel Medina"), entity_named(dossier, "Luis Medina"));
  std::size_t alone = 0;
  for (const Entity& entity : dossier.entities) {
    for (const EntityName& name : entity.names) alone += name.text == "Medina" ? 1 : 0;
  }
  EXPECT_EQ(alone, 2u) << "one for each Medina";
}

TEST(Persons, a_surname_with_two_bearers_stays_open) {
  const Dossier dossier = linked({two("a", "Omar Haddad", "Reem Haddad").done,
                                  Report("b", "Haddad spoke.").name("Haddad", kPerson).done});
  const Entity* alone = entity_named(dossier, "Haddad");
  ASSERT_NE(alone, nullptr);
  EXPECT_EQ(alone->names.size(), 1u);
  EXPECT_EQ(alone->may_be.size(), 2u);
}

TEST(Persons, other_given_names_are_never_merged) {
  const Dossier dossier = linked({two("a", "Hassan Darwish", "Hussein Darwish").done,
                                  two("b", "Jamal Darwish", "Jamil Darwish").done});
  EXPECT_EQ(dossier.entities.size(), 4u);
}

TEST(Persons, offices_at_odds_are_flagged_and_not_merged) {
  const Dossier dossier = linked({Report("a", "Transport Minister Samir Adel Nasser spoke.")
                                      .name("Samir Adel Nasser", kPerson)
                                      .done,
                                  Report("b", "Samir Nasser, the health minister, spoke.")
                                      .name("Samir Nasser", kPerson)
                                      .done});
  const Entity* one = entity_named(dossier, "Samir Adel Nasser");
  const Entity* other = entity_named(dossier, "Samir Nasser");
  ASSERT_NE(one, nullptr);
  ASSERT_NE(other, nullptr);
  EXPECT_NE(one->id, other->id);
  ASSERT_EQ(other->flags.size(), 1u);
  EXPECT_EQ(other->flags.front().code, "identity.at_odds");
  EXPECT_EQ(other->may_be.front().entity, one->id);
}

TEST(Bodies, go_by_their_acronym_and_either_spelling) {
  const Dossier dossier = linked({Report("a", "The Coastal Rescue Organisation warned.")
                                      .name("Coastal Rescue Organisation", kBody)
                                      .done,
                                  Report("b", "The Coastal Rescue Organization and CRO met.")
                                      .name("Coastal Rescue Organization", kBody)
                                      .name("CRO", kBody)
                                      .done});
  EXPECT_NE(same(dossier, "Coastal Rescue Organisation", "CRO"), nullptr);
  EXPECT_NE(same(dossier, "Coastal Rescue Organisation", "Coastal Rescue Organization"), nullptr);
}

TEST(Bodies, of_like_names_are_not_merged) {
  const Dossier dossier = linked({Report("a", "Air Force bombed. Army came. Air Corps watched.")
                                      .name("Air Force", kBody)
                                      .name("Army", kBody)
                                      .name("Air Corps", kBody)
                                      .done});
  EXPECT_EQ(dossier.entities.size(), 3u);
}

TEST(Entities, a_person_is_no_place) {
  const Dossier dossier = linked({Report("a", "In Hama Nizar Hama spoke.")
                                      .name("Hama", kPlace)
                                      .name("Nizar Hama", kPerson)
                                      .done});
  EXPECT_NE(entity_named(dossier, "Hama"), entity_named(dossier, "Nizar Hama"));
}

TEST(Voices, unnamed_ones_are_never_joined_over_documents) {
  Report a("a", "A fisherman said it burned. Another fisherman said it did not.");
  const auto first = a.voice("A fisherman", VoiceKind::witness, IdentityClass::unnamed);
  const auto second =
      a.voice("Another fisherman", VoiceKind::witness, IdentityClass::unnamed, true);
  a.statement("it burned", {first});
  a.statement("it did not", {second});
  Report b("b", "A fisherman said he saw nothing.");
  b.statement("he saw nothing",
              {b.voice("A fisherman", VoiceKind::witness, IdentityClass::unnamed)});
  const Dossier dossier = linked({a.done, b.done});
  std::vector<const Voice*> unnamed;
  for (const Voice& voice : dossier.voices) {
    if (voice.identity == IdentityClass::unnamed) unnamed.push_back(&voice);
  }
  ASSERT_EQ(unnamed.size(), 3u);
  const Voice* another = voice_named(dossier, "Another fisherman");
  ASSERT_NE(another, nullptr);
  ASSERT_EQ(another->distinct_from.size(), 1u);
  for (const Voice* voice : unnamed) EXPECT_TRUE(voice->is_protected);
}

TEST(Voices, a_government_is_one_however_it_is_put) {
  Report a("a", "The government of Syria said no.");
  a.statement("no",
              {a.voice("The government of Syria", VoiceKind::official, IdentityClass::collective)});
  Report b("b", "The Syrian government said yes. The Turkish government said maybe.");
  b.statement("yes",
              {b.voice("The Syrian government", VoiceKind::official, IdentityClass::collective)});
  b.statement("maybe",
              {b.voice("The Turkish government", VoiceKind::official, IdentityClass::collective)});
  const Dossier dossier = linked({a.done, b.done});
  const auto groups =
      std::count_if(dossier.voices.begin(), dossier.voices.end(),
                    [](const Voice& v) { return v.identity == IdentityClass::collective; });
  EXPECT_EQ(groups, 2);
}

TEST(Voices, an_unknown_outlet_goes_by_its_file) {
  const Dossier dossier = linked({Report("harbour-times", "Nothing happened.").done});
  ASSERT_EQ(dossier.voices.size(), 1u);
  EXPECT_EQ(dossier.voices.front().name, "harbour-times");
  EXPECT_EQ(dossier.voices.front().kind, VoiceKind::media);
}

}  // namespace
}  // namespace counterpoint
