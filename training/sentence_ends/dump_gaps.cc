// SPDX-License-Identifier: Apache-2.0
// Writes what the classifier of sentence ends is told about each gap of a text whose sentence ends
// are known, so that train.py learns from the very features that the program asks for.
//
//   dump_gaps PACK_FOLDER < marked.txt > gaps.tsv
//
// In: a paragraph a line, U+001F where a sentence ends, an empty line behind each document.
// Out: a gap a line, "1" or "0" and the features between tabs; an empty line behind each document.
#include <iostream>
#include <set>
#include <string>

#include "annotation/gap_features.h"
#include "annotation/gap_walk.h"
#include "annotation/lexicon.h"
#include "annotation/stop_rules.h"
#include "annotation/text_lines.h"

namespace counterpoint::annotation {
namespace {

struct MarkedText {
  Document document;
  std::set<std::size_t> ends;

  void add_paragraph(const std::string& line) {
    if (!document.text.empty()) document.text += "\n\n";
    for (const char c : line) {
      if (c == '\x1f') {
        ends.insert(document.text.size());
      } else {
        document.text += c;
      }
    }
  }
};

void dump(const MarkedText& marked, const Lexicon& lexicon) {
  const std::string& text = marked.document.text;
  const TextStyle style = style_of(text);
  FeatureList features;
  for (const Block& block : text_lines(marked.document)) {
    GapWalk walk(text, block, lexicon);
    std::size_t begin = block.begin;
    while (const auto gap = walk.next()) {
      const bool ends = marked.ends.contains(gap->end);
      if (is_open_question(text, block, *gap, lexicon)) {
        const bool rule = gap->has_stop() && stops_end_sentence(text, block, begin, *gap, lexicon);
        gap_features(text, block, *gap, walk.progress(), style, rule, lexicon, features);
        std::cout << (ends ? '1' : '0');
        for (std::size_t i = 0; i < features.size(); ++i) std::cout << '\t' << features[i];
        std::cout << '\n';
      }
      if (!ends) continue;
      begin = gap->next;
      walk.begin_sentence(begin);
    }
  }
  std::cout << '\n';
}

int run(const char* folder) {
  const auto lexicon = load_lexicon(folder);
  if (!lexicon) {
    std::cerr << lexicon.error().message << ' ' << lexicon.error().input << '\n';
    return 1;
  }
  MarkedText marked;
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) {
      marked.add_paragraph(line);
      continue;
    }
    dump(marked, *lexicon);
    marked = {};
  }
  return 0;
}

}  // namespace
}  // namespace counterpoint::annotation

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc == 2) return counterpoint::annotation::run(argv[1]);
  std::cerr << "usage: dump_gaps PACK_FOLDER < marked.txt > gaps.tsv\n";
  return 2;
}
