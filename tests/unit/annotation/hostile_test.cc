// SPDX-License-Identifier: Apache-2.0
// Text that no person wrote: cutting it ends and costs no more than in proportion.
#include <chrono>

#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Seconds for the sentences and words of a text.
double seconds_of(const Document& doc) {
  const auto begin = std::chrono::steady_clock::now();
  std::uint32_t end = 0;
  for (const SentenceSpan& sentence : split_sentences(doc, english())) {
    for (const Span& token : tokenize(doc.text, sentence.span, english())) {
      EXPECT_LE(end, token.begin);
      EXPECT_LT(token.begin, token.end);
      end = token.end;
    }
  }
  EXPECT_LE(end, doc.text.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Hostile, TextCostsInProportionToItsBytes) {
  const char* pieces[] = {
      "a",     "a.",   "(a@",       "\"(",          "!?.",          "-1",
      "a-",    "'s",   "[1",        ".[",           "a.B.",         "don't",
      "\n ",   "x/",   "\xd7\xa9.", "\xe2\x80\xae", "\x01",         "\xf0\x9f\x98\x80!",
      ":-) A", "www.", "@a.",       "a.b!) \"",     "\u2019\u2018", "1,",
  };
  for (const char* piece : pieces) {
    // In proportion a quarter of a mebibyte takes less than a second on a busy machine; work that
    // grows with the square takes minutes.
    EXPECT_LT(seconds_of(document_of(repeated(piece, 1 << 18))), 20) << piece;
  }
}

}  // namespace
}  // namespace counterpoint::annotation
