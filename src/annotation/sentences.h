// SPDX-License-Identifier: Apache-2.0
// Sentences of a document by rule. Makes Spans and paragraph numbers from the text and its
// sections.
#pragma once

#include <cstdint>
#include <vector>

#include "annotation/lexicon.h"
#include "counterpoint/document.h"
#include "counterpoint/span.h"

namespace counterpoint::annotation {

struct SentenceSpan {
  Span span;                    // without white space around it
  std::uint32_t paragraph = 0;  // paragraphs are separated by blank lines and section borders
};

// A line break ends a sentence, except before a lower-case letter and in text whose lines were
// wrapped at a fixed width. A citation marker "[7]" belongs to the sentence before it.
[[nodiscard]] std::vector<SentenceSpan> split_sentences(const Document& document,
                                                        const Lexicon& lexicon);

}  // namespace counterpoint::annotation
