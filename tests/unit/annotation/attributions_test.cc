// SPDX-License-Identifier: Apache-2.0
// Attribution relations out of marks on words. A sketch writes each word with its marks:
// "word/Sb3" begins a source (S), cue (C) or content (T) or goes on with it (i) and is linked to
// word 3 of its sentence; "|" ends a sentence, "||" a paragraph.
#include "annotation/attributions.h"

#include <gtest/gtest.h>

#include <sstream>

namespace counterpoint::annotation {
namespace {

struct Sketch {
  std::string text;
  Annotation annotation;
  std::vector<AttributionMarks> marks;
};

void add_marks(const std::string& notes, AttributionMarks& to) {
  for (std::size_t i = 0; i + 1 < notes.size(); ++i) {
    const auto mark = notes[i + 1] == 'b' ? nn::InSpan::begin : nn::InSpan::inside;
    if (notes[i] == 'S') to.source = mark;
    if (notes[i] == 'C') to.cue = mark;
    if (notes[i] == 'T') to.content = mark;
  }
  const auto digit = notes.find_first_of("0123456789");
  if (digit != std::string::npos)
    to.link = static_cast<std::uint32_t>(std::stoul(notes.substr(digit)));
}

Sketch sketch(const std::string& words) {
  Sketch made;
  Sentence sentence;
  std::istringstream in(words + " |");
  for (std::string word; in >> word;) {
    if (word[0] == '|') {
      sentence.last = static_cast<TokenIndex>(made.annotation.tokens.size());
      if (sentence.last > sentence.first) made.annotation.sentences.push_back(sentence);
      sentence.first = sentence.last;
      if (word == "||") ++sentence.paragraph;
      continue;
    }
    const auto slash = word.find('/');
    AttributionMarks& marks = made.marks.emplace_back();
    if (slash != std::string::npos) add_marks(word.substr(slash + 1), marks);
    word = word.substr(0, slash);
    if (!made.text.empty()) made.text += ' ';
    const auto begin = static_cast<std::uint32_t>(made.text.size());
    made.text += word;
    made.annotation.tokens.emplace_back().span = {begin,
                                                  static_cast<std::uint32_t>(made.text.size())};
  }
  return made;
}

// "source > cue > content + content; ..."
std::string relations(const std::string& words) {
  const Sketch made = sketch(words);
  std::string out;
  for (const auto& relation : find_attributions(made.annotation, made.marks)) {
    if (!out.empty()) out += "; ";
    out += relation.source ? std::string(relation.source->of(made.text)) : "-";
    out += " > " + (relation.cue ? std::string(relation.cue->of(made.text)) : "-") + " > ";
    for (std::size_t i = 0; i < relation.contents.size(); ++i) {
      out += (i == 0 ? "" : " + ") + std::string(relation.contents[i].of(made.text));
    }
    if (relation.contents.empty()) out += "-";
  }
  return out;
}

TEST(Attributions, meet_at_their_cue) {
  EXPECT_EQ(relations("A/Sb3 nurse/Si said/Cb two/Tb3 died/Ti ."), "A nurse > said > two died");
}

TEST(Attributions, keep_the_pieces_of_a_cut_content) {
  EXPECT_EQ(relations("Two/Tb4 died/Ti she/Sb4 said/Cb on/Tb4 Monday/Ti"),
            "she > said > Two died + on Monday");
}

TEST(Attributions, go_on_over_a_sentence_end_but_no_paragraph) {
  EXPECT_EQ(relations("He/Sb2 said/Cb we/Tb2 fled/Ti | Nobody/Ti stayed/Ti"),
            "He > said > we fled Nobody stayed");
  EXPECT_EQ(relations("He/Sb2 said/Cb we/Tb2 fled/Ti || Nobody/Ti stayed/Ti"),
            "He > said > we fled; - > - > Nobody stayed");
  EXPECT_EQ(relations("He/Sb2 said/Cb we/Tb2 fled/Ti there | Nobody/Ti stayed/Ti"),
            "He > said > we fled; - > - > Nobody stayed");
}

TEST(Attributions, tell_two_cues_apart) {
  EXPECT_EQ(relations("Ana/Sb2 says/Cb Ben/SbTb2 5 saw/Ti it/Ti").find("Ana > says"), 0U);
  EXPECT_EQ(relations("Ana/Sb2 says/Cb yes/Tb2 ; Ben/Sb6 denies/Cb it/Tb6"),
            "Ana > says > yes; Ben > denies > it");
}

TEST(Attributions, lose_no_mark_without_a_cue) {
  EXPECT_EQ(relations("Sources/Sb0 :/O two/Tb0 dead/Ti"), "Sources > - > two dead");
  EXPECT_EQ(relations("Ana/Sb4 and/O Ben/Sb4 said/Cb so/Tb4"), "Ana > said > so; Ben > - > -");
  EXPECT_EQ(relations("it/O said/Cb"), "- > said > -");
}

TEST(Attributions, of_no_marks_are_none) {
  EXPECT_EQ(relations("Two died ."), "");
}

TEST(Attributions, survive_links_that_lead_nowhere) {
  EXPECT_EQ(relations("Ana/Sb9 said/Cb so/Tb1"), "- > said > -; Ana > - > so");
}

}  // namespace
}  // namespace counterpoint::annotation
