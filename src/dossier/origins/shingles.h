// SPDX-License-Identifier: Apache-2.0
// Made from documents; read by derivations. What two texts have in common, word for word.
//
// A shingle is a run of five words. Case, punctuation, citation markers ("[7]") and markup do not
// count, so that a cleaned or re-typeset copy is still one.
#pragma once

#include <cstdint>
#include <vector>

#include "counterpoint/dossier.h"

namespace counterpoint {

// Five words: shorter runs are shared by chance, longer ones break at each small edit (25 letters,
// the customary n-gram of reprint detection, are about five English words).
inline constexpr std::size_t kShingle = 5;

struct ShingledSentence {
  Span span;
  std::uint32_t words = 0;
  std::uint32_t quoted = 0;             // of them, words inside quotation marks
  std::vector<std::uint64_t> shingles;  // hashes in text order; a short sentence is one shingle
};

struct ShingledText {
  std::vector<ShingledSentence> sentences;  // those with at least one word
  std::uint32_t words = 0;
  std::uint32_t quoted = 0;
};

// O(n) in the text.
[[nodiscard]] ShingledText shingle(const AnnotatedDocument& source);

struct SentenceMatch {
  std::uint32_t from = 0;  // sentence of the source
  std::uint32_t to = 0;
  double share = 0;  // of the sentence's shingles that the source text has, 0..1
};

// How much of `to` stands in `from`.
struct Overlap {
  std::vector<SentenceMatch> matches;  // in the order of `to`
  double coverage = 0;  // share of the words of `to` that stand in matched sentences, 0..1
  double unquoted = 0;  // the same, of words outside quotation marks
  std::uint32_t unquoted_words = 0;  // words outside quotation marks in matched sentences
};
[[nodiscard]] Overlap overlap(const ShingledText& from, const ShingledText& to);

// Pairs of texts (a < b) that share enough shingles to be looked at. Shingles that many texts have
// (boilerplate) do not count. O(n) in shingles, apart from texts that are copies of each other.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> likely_pairs(
    const std::vector<ShingledText>& texts);

}  // namespace counterpoint
