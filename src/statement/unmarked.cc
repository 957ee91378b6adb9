// SPDX-License-Identifier: Apache-2.0
#include "statement/unmarked.h"

#include <algorithm>

#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// The model's cues and the contents they govern, each in the order of the text and without overlap.
class Marks {
 public:
  explicit Marks(const std::vector<AttributionRelation>& relations) {
    for (const AttributionRelation& relation : relations) {
      if (!relation.cue) continue;
      cues_.push_back(*relation.cue);
      contents_.insert(contents_.end(), relation.contents.begin(), relation.contents.end());
    }
    std::sort(cues_.begin(), cues_.end());
    std::sort(contents_.begin(), contents_.end());
  }

  bool has_cue(const Span& span) const { return any_overlaps(cues_, span); }
  bool tells(const Span& span) const { return any_overlaps(contents_, span); }

 private:
  static bool any_overlaps(const std::vector<Span>& sorted, const Span& span) {
    const auto behind = std::lower_bound(
        sorted.begin(), sorted.end(), span.end,
        [](const Span& mark, std::uint32_t offset) { return mark.begin < offset; });
    return behind != sorted.begin() && std::prev(behind)->end > span.begin;
  }

  std::vector<Span> cues_;
  std::vector<Span> contents_;
};

// "said", "has said", but not "would say", "to say", "did not say".
bool happened(const Tree& tree, TokenIndex verb) {
  if (tree.has_child_word(verb, WordClass::negation)) return false;
  bool helped = false;
  for (const TokenIndex c : tree.children(verb)) {
    if (!tree.is(c, {"aux"})) continue;
    if (tree.token(c).xpos == "MD") return false;
    helped = true;
  }
  const std::string& tag = tree.token(verb).xpos;
  return helped || tag == "VBD" || tag == "VBZ" || tag == "VBP";
}

bool tells_number(const Tree& tree, const Attribution& a) {
  const auto [first, last] = tree.tokens_in(a.content);
  for (TokenIndex i = first; i < std::min(last, first + 3); ++i) {
    if (is_quantity(tree, i) && !is_time(tree, i)) return true;
  }
  return false;
}

bool is_proof(const AttributionContext& context, const Attribution& a, bool nested) {
  const Tree& tree = context.tree;
  const CueVerb* cue = cue_of(context, a.cue_token);
  if (!cue) return true;  // a noun, "according to"
  if (a.source < 0) return false;
  // "counted 31 bodies": a number in the right place is proof enough.
  if (cue->count || cue->tally) return happened(tree, a.cue_token) && is_noun(tree, a.source);
  // "speaks of 20 dead"
  if (!cue->prepositions.empty() && tells_number(tree, a)) {
    return happened(tree, a.cue_token) && is_noun(tree, a.source);
  }
  if (!cue->quotation) return false;
  if (!nested) return true;
  return happened(tree, a.cue_token) && is_noun(tree, a.source) &&
         tree.token(a.source).upos != Upos::PRON;
}

}  // namespace

void drop_unmarked(const AttributionContext& context, std::vector<Attribution>& found) {
  const Marks marks(context.tree.annotation().attributions);
  std::erase_if(found, [&](const Attribution& a) {
    if (a.cue_token < 0 || !a.cue || marks.has_cue(*a.cue)) return false;
    return !is_proof(context, a, marks.tells(*a.cue));
  });
}

}  // namespace counterpoint::statement
