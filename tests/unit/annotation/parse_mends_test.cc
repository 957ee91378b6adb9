// SPDX-License-Identifier: Apache-2.0
// Faults of tags and parse that are mended before anybody reads them.
#include "annotation/parse_mends.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace counterpoint::annotation {
namespace {

struct Sketch {
  std::string text;
  Annotation annotation;
  const Token& operator[](std::size_t i) const { return annotation.tokens[i]; }
};

// One sentence, each word as word/UPOS/XPOS/head/relation; heads counted from 0, -1 for the root.
Sketch sketch(const std::string& words) {
  Sketch made;
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    std::istringstream parts(word);
    std::string form, upos, xpos, head, relation;
    std::getline(parts, form, '/');
    std::getline(parts, upos, '/');
    std::getline(parts, xpos, '/');
    std::getline(parts, head, '/');
    std::getline(parts, relation, '/');
    Token token;
    token.span.begin = static_cast<std::uint32_t>(made.text.size());
    made.text += form;
    token.span.end = static_cast<std::uint32_t>(made.text.size());
    made.text += " ";
    token.upos = upos == "VERB"    ? Upos::VERB
                 : upos == "PROPN" ? Upos::PROPN
                 : upos == "NOUN"  ? Upos::NOUN
                 : upos == "AUX"   ? Upos::AUX
                 : upos == "ADJ"   ? Upos::ADJ
                 : upos == "NUM"   ? Upos::NUM
                                   : Upos::X;
    token.xpos = xpos;
    token.head = std::stoi(head);
    token.deprel = relation;
    made.annotation.tokens.push_back(token);
  }
  Sentence sentence;
  sentence.last = static_cast<TokenIndex>(made.annotation.tokens.size());
  made.annotation.sentences.push_back(sentence);
  return made;
}

TEST(ParseMends, GiveTheOwnedTheOwnersPlace) {
  Sketch s = sketch(
      "The/DET/DT/1/det lawyers/NOUN/NNS/4/nsubj '/PART/POS/1/case syndicate/NOUN/NN/1/appos "
      "called/VERB/VBD/-1/root");
  mend_owners(s.annotation);
  EXPECT_EQ(s[3].head, 4);
  EXPECT_EQ(s[3].deprel, "nsubj");
  EXPECT_EQ(s[1].head, 3);
  EXPECT_EQ(s[1].deprel, "nmod:poss");
}

TEST(ParseMends, LeaveAnOwnerThatIsOne) {
  Sketch s = sketch(
      "mayor/NOUN/NN/2/nmod:poss 's/PART/POS/0/case office/NOUN/NN/3/nsubj said/VERB/VBD/-1/root");
  mend_owners(s.annotation);
  EXPECT_EQ(s[0].head, 2);
  EXPECT_EQ(s[2].head, 3);
}

TEST(ParseMends, MakeAClauseOfAFiniteVerbBehindItsSubject) {
  const std::string words =
      "said/VERB/VBD/-1/root people/NOUN/NNS/0/obj died/VERB/%/1/acl here/ADV/RB/2/advmod";
  for (const auto& [tag, relation] : {std::pair{"VBD", "ccomp"}, std::pair{"VBN", "acl"}}) {
    std::string tagged = words;
    tagged.replace(tagged.find('%'), 1, tag);
    Sketch s = sketch(tagged);
    mend_lost_clauses(s.annotation);
    EXPECT_EQ(s[2].deprel, relation) << tag;
    EXPECT_EQ(s[1].deprel, std::string(relation) == "ccomp" ? "nsubj" : "obj") << tag;
  }
}

TEST(ParseMends, TakeACapitalisedVerbBehindANameForAPartOfIt) {
  Sketch s = sketch(
      "Omar/PROPN/NNP/1/nsubj Said/VERB/VBD/-1/root accused/VERB/VBD/1/ccomp "
      "rebels/NOUN/NNS/2/obj");
  mend_names(s.text, s.annotation);
  EXPECT_EQ(s[1].upos, Upos::PROPN);
  EXPECT_EQ(s[1].head, 0);
  EXPECT_EQ(s[2].head, -1);
  EXPECT_EQ(s[0].head, 2);
}

TEST(ParseMends, LeaveAVerbInSmallLetters) {
  Sketch s = sketch("Omar/PROPN/NNP/1/nsubj said/VERB/VBD/-1/root accused/VERB/VBN/1/xcomp");
  mend_names(s.text, s.annotation);
  EXPECT_EQ(s[1].upos, Upos::VERB);
}

TEST(ParseMends, KnowAPastFormByItsEnding) {
  Sketch s = sketch(
      "bishop/NOUN/NN/1/nsubj deplored/VERB/VB/-1/root need/VERB/VB/1/dep "
      "embed/VERB/VB/1/dep succeed/VERB/VB/1/dep");
  mend_past_tags(s.text, s.annotation);
  EXPECT_EQ(s[1].xpos, "VBD");
  for (const std::size_t i : {2U, 3U, 4U}) EXPECT_EQ(s[i].xpos, "VB");
}

TEST(ParseMends, TakeAnAttributeWithoutWhoForAParticiple) {
  Sketch s = sketch(
      "man/NOUN/NN/2/nsubj:pass labelled/VERB/VBD/0/acl freed/VERB/VBD/-1/root "
      "left/VERB/VBD/2/acl:relcl");
  mend_past_tags(s.text, s.annotation);
  EXPECT_EQ(s[1].xpos, "VBN");
  EXPECT_EQ(s[2].xpos, "VBD");
  EXPECT_EQ(s[3].xpos, "VBD");
}

TEST(ParseMends, RaiseAParticipleBehindHasThatWasTakenForAnAdjective) {
  Sketch s = sketch(
      "fever/NOUN/NN/4/compound has/AUX/VBZ/4/aux sickened/ADJ/JJ/4/amod 415/NUM/CD/4/nummod "
      "children/NOUN/NNS/-1/root");
  mend_past_tags(s.text, s.annotation);
  EXPECT_EQ(s[2].upos, Upos::VERB);
  EXPECT_EQ(s[2].head, -1);
  EXPECT_EQ(s[4].head, 2);
  EXPECT_EQ(s[4].deprel, "obj");
  EXPECT_EQ(s[0].head, 2);
  EXPECT_EQ(s[0].deprel, "nsubj");
  EXPECT_EQ(s[3].head, 4);
}

TEST(ParseMends, LeaveAnAdjectiveBehindHadThatModifies) {
  Sketch s = sketch("had/VERB/VBD/-1/root limited/ADJ/JJ/2/amod means/NOUN/NNS/0/obj");
  mend_past_tags(s.text, s.annotation);
  EXPECT_EQ(s[1].upos, Upos::ADJ);
  EXPECT_EQ(s[2].head, 0);
}

}  // namespace
}  // namespace counterpoint::annotation
