// SPDX-License-Identifier: Apache-2.0
// From the words of a source to a voice, and the same speaker once.
#include "statement/voices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

constexpr std::string_view kResident =
    "A/DET/2/det resident/NOUN/3/nsubj said/VERB/0/root/say so/ADV/3/advmod +./PUNCT/3/punct";
constexpr std::string_view kAnother =
    "Another/DET/2/det resident/NOUN/3/nsubj said/VERB/0/root/say so/ADV/3/advmod +./PUNCT/3/punct";
constexpr std::string_view kWissam =
    "Activist/NOUN/3/compound Wissam/PROPN/3/compound Tarif/PROPN/4/nsubj said/VERB/0/root/say "
    "so/ADV/4/advmod +./PUNCT/4/punct";
constexpr std::string_view kTarif =
    "Tarif/PROPN/2/nsubj said/VERB/0/root/say so/ADV/2/advmod +./PUNCT/2/punct";
constexpr std::string_view kHe =
    "He/PRON/2/nsubj/he said/VERB/0/root/say so/ADV/2/advmod +./PUNCT/2/punct";

TEST(Voices, BeginWithTheOutletItself) {
  Sketch sketch(kResident);
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const VoiceMention& outlet = voices.at(VoiceRegistry::kOutlet);
  EXPECT_EQ(outlet.name, "Harbour Times");
  EXPECT_EQ(outlet.kind, VoiceKind::media);
  EXPECT_EQ(outlet.identity, IdentityClass::institution);
  EXPECT_TRUE(outlet.outlet);
  EXPECT_THAT(outlet.spans, testing::IsEmpty());
}

TEST(Voices, NameTheOutletByItsFileWhereNoPublisherIsProven) {
  Sketch sketch(kResident);
  sketch.document.publisher.clear();
  sketch.document.genre = Genre::reference;
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  EXPECT_EQ(voices.at(0).name, "harbour-times");
  EXPECT_EQ(voices.at(0).kind, VoiceKind::reference);
}

TEST(Voices, KeepUnnamedPeopleApart) {
  Sketch sketch(kResident);
  sketch.sentence(kAnother);
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto first = voices.resolve(sketch.token("resident", 0), std::nullopt);
  const auto second = voices.resolve(sketch.token("resident", 1), first);
  EXPECT_NE(first, second);
  EXPECT_EQ(voices.at(first).identity, IdentityClass::unnamed);
  EXPECT_EQ(voices.at(first).kind, VoiceKind::witness);
  EXPECT_FALSE(voices.at(first).distinct);
  EXPECT_TRUE(voices.at(second).distinct);
}

TEST(Voices, JoinASurnameToTheFullNameBeforeIt) {
  Sketch sketch(kWissam);
  sketch.sentence(kTarif).person("Wissam Tarif").person("Tarif", 1);
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto full = voices.resolve(sketch.token("Tarif", 0), std::nullopt);
  const auto surname = voices.resolve(sketch.token("Tarif", 1), full);
  EXPECT_EQ(full, surname);
  EXPECT_EQ(voices.at(full).name, "Wissam Tarif");
  EXPECT_THAT(voices.at(full).names, testing::ElementsAre("Tarif"));
  EXPECT_EQ(voices.at(full).description, "Activist");
  EXPECT_EQ(voices.at(full).kind, VoiceKind::activist);
  EXPECT_EQ(voices.at(full).identity, IdentityClass::named);
  EXPECT_EQ(voices.at(full).spans.size(), 2U);
}

TEST(Voices, LearnTheFullNameThatComesLater) {
  Sketch sketch(kTarif);
  sketch.sentence(kWissam).person("Tarif").person("Wissam Tarif");
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto voice = voices.resolve(sketch.token("Tarif", 0), std::nullopt);
  EXPECT_EQ(voices.at(voice).name, "Wissam Tarif");
  EXPECT_THAT(voices.at(voice).names, testing::Contains("Tarif"));
}

TEST(Voices, KeepNamesakesWithOtherFirstNamesApart) {
  Sketch sketch(kWissam);
  sketch.sentence(
      "Rami/PROPN/2/compound Tarif/PROPN/3/nsubj said/VERB/0/root/say so/ADV/3/advmod "
      "+./PUNCT/3/punct");
  sketch.person("Wissam Tarif").person("Rami Tarif");
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto first = voices.resolve(sketch.token("Tarif", 0), std::nullopt);
  EXPECT_NE(first, voices.resolve(sketch.token("Tarif", 1), first));
}

TEST(Voices, JoinAllOfAList) {
  Sketch sketch(
      "Police/NOUN/6/nsubj +,/PUNCT/3/punct soldiers/NOUN.NNS/1/conj/soldier and/CCONJ/5/cc "
      "medics/NOUN.NNS/3/conj/medic said/VERB/0/root/say so/ADV/6/advmod +./PUNCT/6/punct");
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto police = voices.resolve(sketch.token("Police"), std::nullopt);
  EXPECT_EQ(voices.at(police).name, "Police");
  EXPECT_THAT(voices.at(police).description, testing::IsEmpty());
  const std::vector<VoiceMentionIndex> joined = voices.joined_to(sketch.token("Police"));
  ASSERT_EQ(joined.size(), 2U);
  EXPECT_EQ(voices.at(joined[0]).name, "soldiers");
  EXPECT_EQ(voices.at(joined[1]).name, "medics");
}

TEST(Voices, TakeAnOutletsCorrespondentForMedia) {
  Sketch sketch(
      "The/DET/2/det BBC/PROPN/4/compound +'s/PART.POS/2/case Clara/PROPN/6/nsubj "
      "Boyle/PROPN/4/flat "
      "said/VERB/0/root/say so/ADV/6/advmod +./PUNCT/6/punct");
  sketch.body("BBC").person("Clara Boyle");
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto voice = voices.resolve(sketch.token("Clara"), std::nullopt);
  EXPECT_EQ(voices.at(voice).name, "Clara Boyle");
  EXPECT_EQ(voices.at(voice).kind, VoiceKind::media);
}

TEST(Voices, TakeAPronounForTheLastSpeaker) {
  Sketch sketch(kResident);
  sketch.sentence(kHe);
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto resident = voices.resolve(sketch.token("resident"), std::nullopt);
  EXPECT_EQ(voices.resolve(sketch.token("He"), resident), resident);
  EXPECT_EQ(voices.at(resident).spans.size(), 2U);
}

TEST(Voices, TakeNoInstitutionForAPerson) {
  Sketch sketch(
      "The/DET/2/det government/NOUN/3/nsubj said/VERB/0/root/say so/ADV/3/advmod "
      "+./PUNCT/3/punct");
  sketch.sentence(kHe);
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto government = voices.resolve(sketch.token("government"), std::nullopt);
  EXPECT_EQ(voices.at(government).identity, IdentityClass::institution);
  EXPECT_EQ(voices.at(government).kind, VoiceKind::official);
  EXPECT_NE(voices.resolve(sketch.token("He"), government), government);
}

TEST(Voices, TakeTheMakerOfAStatementForItsVoice) {
  struct Case {
    std::string_view what;
    std::string_view notation;
    std::string_view source;
  };
  const Case cases[] = {
      {"a statement by",
       "A/DET/2/det statement/NOUN/7/nsubj by/ADP/6/case the/DET/6/det harbour/NOUN/6/compound "
       "committee/NOUN/2/nmod said/VERB/0/root/say so/ADV/7/advmod +./PUNCT/7/punct",
       "statement"},
      {"somebody's letter",
       "The/DET/3/det harbour/NOUN/3/compound committee/NOUN/5/nmod:poss +'s/PART.POS/3/case "
       "letter/NOUN/6/nsubj said/VERB/0/root/say so/ADV/6/advmod +./PUNCT/6/punct",
       "letter"},
      {"a report released by",
       "A/DET/2/det report/NOUN/8/nsubj released/VERB.VBN/2/acl/release by/ADP/7/case "
       "the/DET/7/det "
       "harbour/NOUN/7/compound committee/NOUN/3/obl said/VERB/0/root/say +./PUNCT/8/punct",
       "report"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    Sketch sketch(c.notation);
    const Tree tree = sketch.tree();
    VoiceRegistry voices(tree, lexicon());
    const auto voice = voices.resolve(sketch.token(c.source), std::nullopt);
    EXPECT_EQ(voices.at(voice).name, "harbour committee");
    EXPECT_EQ(voices.at(voice).kind, VoiceKind::activist);
  }
}

TEST(Voices, KnowTheNewspaperThatWasNamedBefore) {
  Sketch sketch(
      "He/PRON/2/nsubj/he told/VERB/0/root/tell Reuters/PROPN/2/obj so/ADV/2/advmod "
      "+./PUNCT/2/punct");
  sketch.sentence(
      "He/PRON/2/nsubj/he told/VERB/0/root/tell the/DET/4/det agency/NOUN/2/obj so/ADV/2/advmod");
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto agency = voices.outlet_by_noun(sketch.token("agency"));
  ASSERT_TRUE(agency.has_value());
  EXPECT_EQ(voices.at(*agency).name, "Reuters");
  EXPECT_EQ(voices.at(*agency).kind, VoiceKind::media);
  EXPECT_EQ(voices.resolve(sketch.token("Reuters"), std::nullopt), *agency);
  EXPECT_FALSE(voices.outlet_by_noun(sketch.token("told")).has_value());
}

TEST(Voices, NeverRelayThroughTheDocumentSOwnOutlet) {
  Sketch sketch(kResident);
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  EXPECT_FALSE(voices.outlet_named({"Harbour Times", {0, 1}}).has_value());
  EXPECT_FALSE(voices.outlet_named({"The Harbour Times", {0, 1}}).has_value());
  const auto once = voices.outlet_named({"Reuters", {0, 1}});
  ASSERT_TRUE(once.has_value());
  EXPECT_EQ(voices.outlet_named({"Reuters", {2, 3}}), once);
  EXPECT_EQ(voices.at(*once).spans.size(), 2U);
}

TEST(Voices, ListThoseWhoSpeakJointly) {
  Sketch sketch(
      "Doctors/NOUN.NNS/4/nsubj/doctor and/CCONJ/3/cc activists/NOUN.NNS/1/conj/activist "
      "said/VERB/0/root/say so/ADV/4/advmod +./PUNCT/4/punct");
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  const auto doctors = voices.resolve(sketch.token("Doctors"), std::nullopt);
  const auto joined = voices.joined_to(sketch.token("Doctors"));
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(voices.at(joined[0]).name, "activists");
  EXPECT_EQ(voices.at(doctors).name, "Doctors");
  EXPECT_EQ(voices.at(doctors).identity, IdentityClass::collective);
}

VoiceMention resolved(Sketch& sketch, std::string_view source) {
  const Tree tree = sketch.tree();
  VoiceRegistry voices(tree, lexicon());
  return voices.at(voices.resolve(sketch.token(source), std::nullopt));
}

TEST(Voices, TakeTheSideOfWhomSomebodySpeaksFor) {
  Sketch sketch(
      "A/DET/2/det spokesman/NOUN/7/nsubj for/ADP/6/case the/DET/6/det rebel/NOUN/6/compound "
      "faction/NOUN/2/nmod said/VERB/0/root/say so/ADV/7/advmod +./PUNCT/7/punct");
  EXPECT_EQ(resolved(sketch, "spokesman").kind, VoiceKind::armed_group);
}

TEST(Voices, NameTheBodyBehindItsNoun) {
  Sketch sketch(
      "The/DET/3/det prison/NOUN/3/compound service/NOUN/5/nsubj SNAR/PROPN/3/appos "
      "said/VERB/0/root/say so/ADV/5/advmod +./PUNCT/5/punct");
  const VoiceMention voice = resolved(sketch, "service");
  EXPECT_EQ(voice.name, "SNAR");
  EXPECT_EQ(voice.description, "prison service");
  EXPECT_EQ(voice.kind, VoiceKind::official);
  EXPECT_EQ(voice.identity, IdentityClass::institution);
}

TEST(Voices, NameThePersonBesideAnOffice) {
  Sketch sketch(
      "The/DET/2/det prefect/NOUN/7/nsubj +,/PUNCT/2/punct Ilva/PROPN/2/appos Bonti/PROPN/4/flat "
      "+,/PUNCT/2/punct said/VERB/0/root/say so/ADV/7/advmod +./PUNCT/7/punct");
  const VoiceMention voice = resolved(sketch, "prefect");
  EXPECT_EQ(voice.name, "Ilva Bonti");
  EXPECT_EQ(voice.kind, VoiceKind::official);
  EXPECT_EQ(voice.identity, IdentityClass::named);
}

TEST(Voices, TakeWhoHasAnAgeAndNoOfficeForAWitness) {
  Sketch sketch(
      "Rosa/PROPN/6/nsubj Nhan/PROPN/1/flat +,/PUNCT/1/punct 41/NUM/1/nummod +,/PUNCT/1/punct "
      "said/VERB/0/root/say so/ADV/6/advmod +./PUNCT/6/punct");
  sketch.person("Rosa Nhan");
  EXPECT_EQ(resolved(sketch, "Rosa").kind, VoiceKind::witness);
}

TEST(Voices, KnowANameThatIsNotTheRealOne) {
  Sketch sketch(
      "Mariam/PROPN/8/nsubj +(/PUNCT/5/punct not/PART/5/advmod her/PRON/5/nmod:poss "
      "real/ADJ/6/amod name/NOUN/1/appos +)/PUNCT/6/punct said/VERB/0/root/say so/ADV/8/advmod "
      "+./PUNCT/8/punct");
  sketch.person("Mariam");
  const VoiceMention voice = resolved(sketch, "Mariam");
  EXPECT_EQ(voice.identity, IdentityClass::pseudonym);
  EXPECT_EQ(voice.kind, VoiceKind::witness);
}

TEST(Voices, TakeNoWordOfQuantityForAName) {
  Sketch sketch("Some/DET/2/nsubj said/VERB/0/root/say so/ADV/2/advmod +./PUNCT/2/punct");
  EXPECT_EQ(resolved(sketch, "Some").name, "unnamed");
}

TEST(Voices, TieAMinistryToTheCapitalThatOwnsIt) {
  Sketch sketch(
      "Kigali/PROPN/4/nmod:poss +'s/PART.POS/1/case foreign/ADJ/4/amod ministry/NOUN/5/nsubj "
      "said/VERB/0/root/say so/ADV/5/advmod +./PUNCT/5/punct");
  sketch.mention("Kigali", MentionType::place, true);
  const VoiceMention voice = resolved(sketch, "ministry");
  EXPECT_EQ(voice.kind, VoiceKind::official);
  EXPECT_EQ(voice.side, "Kigali");
}

}  // namespace
}  // namespace counterpoint::statement
