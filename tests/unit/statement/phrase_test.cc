// SPDX-License-Identifier: Apache-2.0
// Noun phrases of sources, and the kind of voice that their words tell of.
#include "statement/phrase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "statement/voice_side.h"
#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

TEST(NounPhrase, HasACoreWithoutArticleAndClauses) {
  const Sketch sketch(
      "The/DET/3/det local/ADJ/3/amod residents/NOUN.NNS/7/nsubj/resident who/PRON.WP/5/nsubj "
      "stayed/VERB/3/acl:relcl/stay there/ADV/5/advmod died/VERB/0/root/die +./PUNCT/7/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("residents"));
  EXPECT_EQ(sketch.words(phrase.core), "local residents");
  EXPECT_EQ(sketch.words(phrase.whole), "The local residents who stayed there");
  EXPECT_TRUE(phrase.person.empty());
}

TEST(NounPhrase, KeepsOfPhrasesInTheCore) {
  const Sketch sketch(
      "The/DET/2/det ministry/NOUN/5/nsubj of/ADP/4/case health/NOUN/2/nmod said/VERB/0/root/say "
      "so/ADV/5/advmod +./PUNCT/5/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("ministry"));
  EXPECT_EQ(sketch.words(phrase.core), "ministry of health");
}

TEST(NounPhrase, TakesModifiersBeforeTheHeadThatTheParseHangsElsewhere) {
  const Sketch sketch(
      "Syrian/ADJ/4/advmod state/NOUN/4/obl TV/NOUN/4/nsubj/tv said/VERB/0/root/say "
      "so/ADV/4/advmod "
      "+./PUNCT/4/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("TV"));
  EXPECT_EQ(sketch.words(phrase.core), "Syrian state TV");
}

TEST(NounPhrase, KeepsANounBeforeAnAdjectiveOfTheSameHead) {
  const Sketch sketch(
      "The/DET/4/det deputy/NOUN/4/compound interior/ADJ/4/amod minister/NOUN/5/nsubj "
      "said/VERB/0/root/say so/ADV/5/advmod +./PUNCT/5/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("minister"));
  EXPECT_EQ(sketch.words(phrase.core), "deputy interior minister");
}

TEST(NounPhrase, StopsAtAFiniteVerbInsideWhateverTheParseSays) {
  const Sketch sketch(
      "Tanks/NOUN.NNS/5/nmod/tank left/VERB/5/amod/leave +,/PUNCT/5/punct army/NOUN/5/compound "
      "spokesmen/NOUN.NNS/6/nsubj/spokesman said/VERB/0/root/say +./PUNCT/6/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("spokesmen"));
  EXPECT_EQ(sketch.words(phrase.core), "army spokesmen");
}

TEST(NounPhrase, FindsTheNameAndItsApposition) {
  Sketch sketch(
      "Wissam/PROPN/2/compound Tarif/PROPN/11/nsubj +,/PUNCT/5/punct executive/ADJ/5/amod "
      "director/NOUN/2/appos of/ADP/7/case Insan/PROPN/5/nmod +,/PUNCT/5/punct "
      "speaking/VERB.VBG/2/acl/speak "
      "calmly/ADV/9/advmod said/VERB/0/root/say so/ADV/11/advmod +./PUNCT/11/punct");
  sketch.person("Wissam Tarif").body("Insan");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("Tarif"));
  EXPECT_EQ(sketch.words(phrase.person), "Wissam Tarif");
  ASSERT_EQ(phrase.appositions.size(), 1U);
  EXPECT_EQ(sketch.words(phrase.appositions[0]), "executive director of Insan");
}

TEST(NounPhrase, TakesNoListOfSubjectsForAnApposition) {
  const Sketch sketch(
      "Police/NOUN/6/nsubj +,/PUNCT/3/punct soldiers/NOUN.NNS/1/conj/soldier and/CCONJ/5/cc "
      "medics/NOUN.NNS/3/conj/medic said/VERB/0/root/say so/ADV/6/advmod +./PUNCT/6/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("Police"));
  EXPECT_EQ(sketch.words(phrase.core), "Police");
  EXPECT_THAT(phrase.appositions, testing::IsEmpty());
}

TEST(NounPhrase, TakesNoListAtTheEndOfASentenceForAnApposition) {
  const Sketch sketch(
      "He/PRON/2/nsubj/he met/VERB/0/root/meet police/NOUN/2/obj +,/PUNCT/5/punct "
      "soldiers/NOUN.NNS/3/conj/soldier and/CCONJ/7/cc medics/NOUN.NNS/3/conj/medic "
      "+./PUNCT/2/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("police"));
  EXPECT_EQ(sketch.words(phrase.core), "police");
  EXPECT_THAT(phrase.appositions, testing::IsEmpty());
}

TEST(NounPhrase, SeesANameAfterATitleWithoutAMention) {
  const Sketch sketch(
      "Ministry/NOUN/4/compound spokeswoman/NOUN/4/compound Reem/PROPN/4/compound "
      "Haddad/PROPN/5/nsubj spoke/VERB/0/root/speak +./PUNCT/5/punct");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("Haddad"));
  EXPECT_EQ(sketch.words(phrase.core), "Ministry spokeswoman Reem Haddad");
  EXPECT_EQ(sketch.words(phrase.person), "Reem Haddad");
}

TEST(NounPhrase, NamesItsOwner) {
  Sketch sketch(
      "The/DET/2/det BBC/PROPN/5/nmod:poss +'s/PART.POS/2/case Jim/PROPN/5/compound "
      "Muir/PROPN/6/nsubj "
      "said/VERB/0/root/say so/ADV/6/advmod +./PUNCT/6/punct");
  sketch.body("BBC").person("Jim Muir");
  const NounPhrase phrase = noun_phrase(sketch.tree(), sketch.token("Muir"));
  EXPECT_EQ(phrase.owner, sketch.token("BBC"));
  EXPECT_EQ(sketch.words(phrase.person), "Jim Muir");
}

TEST(KindOfWords, GoesByTheWordsThatTellASide) {
  struct Case {
    std::string_view words;
    std::string_view head;  // "" for free text
    VoiceKind kind;
  };
  const Case cases[] = {
      {"a rebel spokesman", "spokesman", VoiceKind::armed_group},
      {"the foreign ministry spokesman", "spokesman", VoiceKind::official},
      {"a hospital spokesman", "spokesman", VoiceKind::witness},
      {"the spokesman", "spokesman", VoiceKind::official},
      {"an army officer", "officer", VoiceKind::official},
      {"a former soldier", "soldier", VoiceKind::defector},
      {"Syrian state TV", "TV", VoiceKind::official},
      {"a local TV", "TV", VoiceKind::media},
      {"a woman", "woman", VoiceKind::witness},
      {"an opposition group", "group", VoiceKind::opposition},
      {"the group", "group", VoiceKind::unknown},
      {"a university professor", "professor", VoiceKind::analyst},
      {"opposition claim", "", VoiceKind::opposition},
      {"acting WHO director general", "general", VoiceKind::igo},
      {"a man who fled", "man", VoiceKind::witness},
      {"the baker", "baker", VoiceKind::witness},
      {"the stranger", "stranger", VoiceKind::unknown},
      {"a former minister", "minister", VoiceKind::analyst},
      {"a retired nurse", "nurse", VoiceKind::witness},
      {"an opposition lawmaker", "lawmaker", VoiceKind::opposition},
      {"a rebel army colonel", "colonel", VoiceKind::armed_group},
      {"the union president", "president", VoiceKind::activist},
      {"an airline spokesman", "spokesman", VoiceKind::unknown},
      {"a mill worker", "worker", VoiceKind::witness},
      {"a child protection officer", "officer", VoiceKind::official},
      {"the rights commission", "commission", VoiceKind::official},
      {"the Valley Observer", "Observer", VoiceKind::media},
  };
  for (const Case& c : cases) {
    Sketch sketch;
    sketch.plain(c.words);
    const TokenIndex head = c.head.empty() ? -1 : sketch.token(c.head);
    EXPECT_EQ(kind_of_words(lexicon(), sketch.tree(), sketch.find(c.words), head), c.kind)
        << c.words;
  }
}

TEST(OutletsIn, KnowsTheAgencyOfAState) {
  Sketch sketch;
  sketch.plain("the state news agency SANA and the Kestrel news agency");
  const auto outlets = outlets_in(lexicon(), sketch.tree(), sketch.find(sketch.document.text));
  ASSERT_EQ(outlets.size(), 2U);
  EXPECT_EQ(outlets[0].kind, VoiceKind::official);
  EXPECT_EQ(outlets[1].kind, VoiceKind::media);
}

TEST(SideOfWords, TiesAVoiceToACountry) {
  struct Case {
    std::string_view words;
    std::string_view side;
  };
  const Case cases[] = {{"a Syrian officer", "Syria"},
                        {"the British embassy", "United Kingdom"},
                        {"US officials", "United States"},
                        {"some of us here", ""},
                        {"a local officer", ""}};
  for (const Case& c : cases) {
    Sketch sketch;
    sketch.plain(c.words);
    EXPECT_EQ(side_of_words(lexicon(), sketch.tree(), sketch.find(c.words)), c.side) << c.words;
  }
}

TEST(OutletsIn, FindsCapitalisedNamesTheLongestFirst) {
  struct Case {
    std::string_view words;
    std::vector<std::string> names;
  };
  const Case cases[] = {
      {"a resident told Reuters by phone", {"Reuters"}},
      {"he told the Associated Press and AFP", {"AP", "AFP"}},
      {"he told BBC Arabic", {"BBC Arabic"}},
      {"Esther Gonzalez told Reuters news agency", {"Reuters"}},
      {"he told the AP news agency", {"AP"}},
      {"he told news agency AFP", {"AFP"}},
      {"he told Agence France-Presse", {"AFP"}},
      {"he told the Kestrel news agency", {"Kestrel"}},
      {"the state news agency SANA", {"SANA"}},
      {"the Syrian news agency", {}},
      {"the Syrian Arab News Agency", {"Syrian Arab News Agency"}},
      {"a news agency", {}},
      {"The times were hard", {}},
      {"in the times before", {}},
      {"he told The Times", {"The Times"}},
      {"he told nobody", {}},
  };
  for (const Case& c : cases) {
    Sketch sketch;
    sketch.plain(c.words);
    std::vector<std::string> names;
    for (const NamedOutlet& outlet : outlets_in(lexicon(), sketch.tree(), sketch.find(c.words))) {
      names.push_back(outlet.name);
    }
    EXPECT_EQ(names, c.names) << c.words;
  }
}

}  // namespace
}  // namespace counterpoint::statement
