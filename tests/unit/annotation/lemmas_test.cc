// SPDX-License-Identifier: Apache-2.0
#include "annotation/lemmas.h"

#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

TEST(Lemmas, FollowSpellingAndTheIrregularTable) {
  struct Case {
    const char* form;
    Upos upos;
    const char* xpos;
    const char* lemma;
  };
  const Case cases[] = {
      {"said", Upos::VERB, "VBD", "say"},
      {"Killed", Upos::VERB, "VBN", "kill"},
      {"shot", Upos::VERB, "VBN", "shoot"},
      {"taking", Upos::VERB, "VBG", "take"},
      {"forced", Upos::VERB, "VBD", "force"},
      {"fled", Upos::VERB, "VBD", "flee"},
      {"stopped", Upos::VERB, "VBD", "stop"},
      {"denies", Upos::VERB, "VBZ", "deny"},
      {"visited", Upos::VERB, "VBD", "visit"},
      {"evacuated", Upos::VERB, "VBN", "evacuate"},
      {"was", Upos::AUX, "VBD", "be"},
      {"has", Upos::AUX, "VBZ", "have"},
      {"'ll", Upos::AUX, "MD", "will"},
      {"n't", Upos::PART, "RB", "not"},
      {"women", Upos::NOUN, "NNS", "woman"},
      {"people", Upos::NOUN, "NNS", "person"},
      {"gunmen", Upos::NOUN, "NNS", "gunman"},
      {"bodies", Upos::NOUN, "NNS", "body"},
      {"clashes", Upos::NOUN, "NNS", "clash"},
      {"police", Upos::NOUN, "NNS", "police"},
      {"worst", Upos::ADJ, "JJS", "bad"},
      {"heavier", Upos::ADJ, "JJR", "heavy"},
      {"Syrians", Upos::PROPN, "NNPS", "Syrians"},
      {"The", Upos::DET, "DT", "the"},
      {"travelling", Upos::VERB, "VBG", "travel"},
      {"spelling", Upos::VERB, "VBG", "spell"},
      {"tasted", Upos::VERB, "VBD", "taste"},
      {"taxis", Upos::NOUN, "NNS", "taxi"},
      {"1990s", Upos::NOUN, "NNS", "1990s"},
      {"DVDs", Upos::NOUN, "NNS", "DVD"},
      {"THE", Upos::DET, "DT", "the"},
      {"Syrian", Upos::ADJ, "JJ", "Syrian"},
      {"12,000", Upos::NUM, "CD", "12000"},
      {"'s", Upos::PRON, "PRP", "we"},
      {"better", Upos::ADV, "RBR", "well"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(lemma_of(c.form, c.upos, c.xpos, english()), c.lemma) << c.form;
  }
}

TEST(Lemmas, WithoutTagsAreTheFoldedForms) {
  EXPECT_EQ(lemma_of("Don\u2019t", Upos::X, "", english()), "don't");
}

}  // namespace
}  // namespace counterpoint::annotation
