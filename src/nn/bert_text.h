// SPDX-License-Identifier: Apache-2.0
// Normalised words of the kind BERT's uncased vocabulary is made of, from raw UTF-8 text, with the
// bytes of the text that each of their characters came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint::nn {

// The words of one text, all in one string. Reused from text to text to save allocations.
struct BertText {
  struct Character {
    std::uint32_t at = 0;     // its first byte in `normalised`
    std::uint32_t begin = 0;  // the bytes of the original text it came from
    std::uint32_t end = 0;
  };
  struct Word {
    std::uint32_t first = 0;  // characters [first, last)
    std::uint32_t last = 0;
  };

  std::string normalised;             // the words' characters without anything between them
  std::vector<Character> characters;  // in order; one sentinel more than there are characters
  std::vector<Word> words;            // never empty ones
};

// Cleans, decomposes (NFD), strips nonspacing marks, lower-cases and splits at white space, at each
// punctuation character and around each CJK ideograph, as the BertNormalizer and BertPreTokenizer
// of the `tokenizers` library do. Bytes that are no UTF-8 vanish, as U+FFFD does there.
// "Café-goers" gives "cafe", "-", "goers"; " \t" gives no words. Replaces what `out` held.
void read_bert_text(std::string_view text, BertText& out);

}  // namespace counterpoint::nn
