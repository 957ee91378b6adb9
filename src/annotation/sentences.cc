// SPDX-License-Identifier: Apache-2.0
#include "annotation/sentences.h"

#include "annotation/chars.h"
#include "annotation/gap_walk.h"
#include "annotation/sentence_ends.h"
#include "annotation/stop_rules.h"
#include "annotation/text_lines.h"

namespace counterpoint::annotation {

std::vector<SentenceSpan> split_sentences(const Document& document, const Lexicon& lexicon) {
  std::vector<SentenceSpan> result;
  const TextStyle style = style_of(document.text);
  FeatureList features;
  for (const Block& block : text_lines(document)) {
    const auto add = [&](std::size_t begin, std::size_t end) {
      end = trim_end(document.text, begin, end);
      if (end <= begin) return;
      result.push_back(
          {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, block.paragraph});
    };
    GapWalk walk(document.text, block, lexicon);
    std::size_t begin = block.begin;
    while (const auto gap = walk.next()) {
      const bool rule =
          gap->has_stop() && stops_end_sentence(document.text, block, begin, *gap, lexicon);
      const bool anew = begins_anew(document.text, block, *gap, lexicon);
      bool ends = rule || anew;
      if (!anew && !lexicon.end_weights.empty() &&
          is_open_question(document.text, block, *gap, lexicon)) {
        gap_features(document.text, block, {*gap, walk.progress(), style, rule}, lexicon, features);
        ends = end_score(features, lexicon) > 0;
      }
      if (!ends) continue;
      add(begin, gap->end);
      begin = gap->next;
      walk.begin_sentence(begin);
    }
    add(begin, block.end);
  }
  return result;
}

}  // namespace counterpoint::annotation
