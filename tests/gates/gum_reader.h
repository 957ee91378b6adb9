// SPDX-License-Identifier: Apache-2.0
// Documents of the GUM treebank as text with coreference: what the coreference gate reads.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/span.h"

namespace counterpoint::gum {

// A word of the treebank and where it stands in the document's text. The words of "don't" share
// the written form between them, byte for byte where they add up to it.
struct Word {
  Span span;
  std::string form, lemma, upos, xpos, deprel;
  int head = 0;  // counted from 1 in the sentence; 0 = root
};

struct Sentence {
  std::vector<Word> words;
  std::size_t paragraph = 0;
};

// One mention of an entity; `head` is the first word of the span whose head stands outside it.
struct Mention {
  std::string entity;
  Span span;
  Span head;
};

struct GumDocument {
  std::string id;
  std::string text;  // words by SpaceAfter; a space between sentences, an empty line at "# newpar"
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;  // all of them, singletons too
};

// The documents of a CoNLL-U file with GUM's `Entity=` brackets. Stops on brackets that do not
// match (std::runtime_error): figures on half-read data would mean nothing.
[[nodiscard]] std::vector<GumDocument> read_gum(const std::filesystem::path& file);

// The same from memory.
[[nodiscard]] std::vector<GumDocument> parse_gum(std::string_view lines);

}  // namespace counterpoint::gum
