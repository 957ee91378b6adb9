// SPDX-License-Identifier: Apache-2.0
// Annotating costs no more than in proportion to the text. Work is counted, not timed: the bytes
// asked for, which every pair of expressions that is weighed, and every copy, shows in.
#include "allocated_bytes.h"
#include "annotation/chains.h"
#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

constexpr std::size_t kSmall = 150;
// A power of two: vectors double, and so waste alike in both texts.
constexpr std::size_t kTimes = 8;
constexpr double kMost = 8.8;

// `piece` so many times, each "#" in it with the number of its turn.
std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    for (const char c : piece) {
      if (c == '#')
        text += std::to_string(1000 + i);
      else
        text += c;
    }
  }
  return text;
}

// What kTimes the text costs, in the cost of the text; `work` counts for a text.
template <class Work>
double growth(Work work, std::string_view piece) {
  const std::size_t small = work(repeated(piece, kSmall));
  const std::size_t large = work(repeated(piece, kSmall * kTimes));
  return static_cast<double>(large) / static_cast<double>(small);
}

std::size_t work_of_rules(const std::string& text) {
  const Document doc = document_of(text);
  const std::size_t before = allocated_bytes;
  const Annotation ann = rules().annotate(doc);
  EXPECT_FALSE(ann.tokens.empty());
  return allocated_bytes - before;
}

std::size_t work_of_references(const std::string& lines) {
  const Parsed parsed = parse(lines);
  TokenLabels labels;
  labels.name.assign(parsed.ann.tokens.size(), "O");
  labels.mention.assign(parsed.ann.tokens.size(), "none");
  const std::size_t before = allocated_bytes;
  const Words words(parsed.doc.text, parsed.ann, english());
  auto mentions = find_mentions(words, labels);
  EXPECT_FALSE(link_references(words, labels, mentions).empty());
  return allocated_bytes - before;
}

struct Shape {
  const char* what;
  const char* piece;
};

TEST(Growth, OfCuttingAndReadingIsInProportionToTheText) {
  const Shape shapes[] = {
      {"paragraphs", "The dam broke on Monday, officials said. At least 120 people died.\n\n"},
      {"one paragraph", "The dam broke on Monday, officials said. At least 120 people died. "},
      {"one sentence", "the dam broke on Monday and at least 120 people died, "},
      {"times", "On 7 June 2011 at 18:45 GMT, two days after Monday, 8 June. "},
      {"numbers", "between 12 and 14 of the 2,000 men, or 3.5 million pounds; "},
      {"no white space", "(a@b.c-d/"},
  };
  (void)rules();  // loads the pack
  for (const Shape& shape : shapes) {
    EXPECT_LE(growth(work_of_rules, shape.piece), kMost) << shape.what;
  }
}

TEST(Growth, OfReferencesIsInProportionToTheText) {
  const Shape shapes[] = {
      {"one person",
       "Ada:NNP:3:nsubj Hale:NNP:1:flat left:VBD:0:root ~.:.:3:punct\n"
       "She:PRP:2:nsubj told:VBD:0:root the:DT:4:det mayor:NN:2:obj ~.:.:2:punct\n"},
      {"a new person in each sentence",
       "Ada:NNP:3:nsubj Hale#:NNP:1:flat left:VBD:0:root ~.:.:3:punct\n"
       "She:PRP:2:nsubj told:VBD:0:root her:PRP$:4:nmod:poss mother:NN:2:obj ~.:.:2:punct\n"},
      {"a new thing in each sentence",
       "The:DT:2:det thing#:NN:3:nsubj left:VBD:0:root the:DT:5:det city:NN:3:obj ~.:.:3:punct\n"},
      {"quotations",
       "\":``:3:punct I:PRP:3:nsubj slept:VBD:6:ccomp ~\":\'\':3:punct Hale:NNP:6:nsubj "
       "said:VBD:0:root ~.:.:6:punct\n"},
  };
  for (const Shape& shape : shapes) {
    EXPECT_LE(growth(work_of_references, shape.piece), kMost) << shape.what;
  }
}

// A list without a stop, or a page read as one sentence.
TEST(Growth, OfReferencesIsInProportionToALongSentence) {
  const auto work = [&](std::size_t clauses) {
    std::string line = "He:PRP:2:nsubj left:VBD:0:root";
    for (std::size_t i = 0; i < clauses; ++i) {
      const std::string verb = std::to_string(2 + 4 * i);
      const std::string mine = std::to_string(6 + 4 * i);
      line += " and:CC:" + mine + ":cc he:PRP:" + mine + ":nsubj then:RB:" + mine +
              ":advmod slept:VBD:" + verb + ":conj";
    }
    return work_of_references(line + "\n");
  };
  EXPECT_LE(static_cast<double>(work(kTimes * 2000)), kMost * static_cast<double>(work(2000)));
}

}  // namespace
}  // namespace counterpoint::annotation
