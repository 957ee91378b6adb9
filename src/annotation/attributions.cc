// SPDX-License-Identifier: Apache-2.0
// Runs of marks become spans, and spans meet at the cue that they are linked to.
#include "annotation/attributions.h"

#include <algorithm>
#include <map>

namespace counterpoint::annotation {
namespace {

using nn::InSpan;
using Kind = InSpan AttributionMarks::*;

// Tokens [first, last) of one sentence.
struct Run {
  TokenIndex first = 0;
  TokenIndex last = 0;
  bool goes_on = false;  // from the sentence before
};

class Finder {
 public:
  Finder(const Annotation& annotation, std::span<const AttributionMarks> marks)
      : annotation_(annotation), marks_(marks) {}

  std::vector<AttributionRelation> run() {
    for (const Sentence& sentence : annotation_.sentences) read(sentence);
    return std::move(result_);
  }

 private:
  const AttributionMarks& marks(TokenIndex i) const { return marks_[static_cast<std::size_t>(i)]; }

  Span span(const Run& run) const {
    return {annotation_.tokens[static_cast<std::size_t>(run.first)].span.begin,
            annotation_.tokens[static_cast<std::size_t>(run.last - 1)].span.end};
  }

  std::vector<Run> runs(const Sentence& sentence, Kind kind) const {
    std::vector<Run> made;
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      const InSpan mark = marks(i).*kind;
      const bool open = !made.empty() && made.back().last == i;
      if (mark == InSpan::begin || (mark == InSpan::inside && !open)) {
        made.push_back({i, i + 1, mark == InSpan::inside && i == sentence.first});
      } else if (mark == InSpan::inside) {
        made.back().last = i + 1;
      }
    }
    return made;
  }

  void read(const Sentence& sentence) {
    std::map<TokenIndex, std::size_t> by_cue;  // first token of a cue -> its relation
    for (const Run& cue : runs(sentence, &AttributionMarks::cue)) {
      by_cue.emplace(cue.first, result_.size());
      result_.push_back({.source = {}, .cue = span(cue), .contents = {}});
    }
    AttributionRelation rest;
    const auto relation = [&](const Run& run) -> AttributionRelation& {
      const std::uint32_t link = marks(run.first).link;
      const auto found = by_cue.find(sentence.first + static_cast<TokenIndex>(link) - 1);
      return link == 0 || found == by_cue.end() ? rest : result_[found->second];
    };
    std::vector<AttributionRelation> alone;
    for (const Run& source : runs(sentence, &AttributionMarks::source)) {
      AttributionRelation& to = relation(source);
      if (!to.source) {
        to.source = span(source);
      } else {
        alone.push_back({.source = span(source), .cue = {}, .contents = {}});
      }
    }
    for (const Run& content : runs(sentence, &AttributionMarks::content)) {
      if (!(content.goes_on && lengthen_open(sentence, content))) {
        relation(content).contents.push_back(span(content));
      }
      if (content.last == sentence.last) remember_open(sentence, content);
    }
    if (rest.source || !rest.contents.empty()) result_.push_back(std::move(rest));
    std::ranges::move(alone, std::back_inserter(result_));
  }

  // Whether the content goes on from the end of the sentence before; then that one is made longer.
  bool lengthen_open(const Sentence& sentence, const Run& content) {
    if (open_sentence_ + 1 != index_of(sentence) || open_paragraph_ != sentence.paragraph) {
      return false;
    }
    for (auto relation = result_.rbegin(); relation != result_.rend(); ++relation) {
      for (Span& piece : relation->contents) {
        if (piece.end != open_end_) continue;
        piece.end = span(content).end;
        return true;
      }
    }
    return false;
  }

  void remember_open(const Sentence& sentence, const Run& content) {
    open_sentence_ = index_of(sentence);
    open_paragraph_ = sentence.paragraph;
    open_end_ = span(content).end;
  }

  std::ptrdiff_t index_of(const Sentence& sentence) const {
    return &sentence - annotation_.sentences.data();
  }

  const Annotation& annotation_;
  std::span<const AttributionMarks> marks_;
  std::vector<AttributionRelation> result_;
  // The content that reached the end of a sentence last: that sentence, its paragraph, its end.
  std::ptrdiff_t open_sentence_ = -2;
  std::uint32_t open_paragraph_ = 0;
  std::uint32_t open_end_ = 0;
};

}  // namespace

std::vector<AttributionRelation> find_attributions(const Annotation& annotation,
                                                   std::span<const AttributionMarks> marks) {
  return Finder(annotation, marks).run();
}

}  // namespace counterpoint::annotation
