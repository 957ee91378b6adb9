// SPDX-License-Identifier: Apache-2.0
#include "annotation/mentions.h"

#include <algorithm>
#include <optional>

#include "annotation/chars.h"
#include "annotation/groups.h"
#include "annotation/name_groups.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

class Finder {
 public:
  Finder(const Words& words, const TokenLabels& labels)
      : words_(words), labels_(labels), dependents_(words) {}

  std::vector<Mention> run() {
    for (const Sentence& sentence : words_.ann.sentences) {
      const std::size_t before = result_.size();
      names_ = find_names(words_, dependents_, labels_, sentence);
      nominals(sentence);
      for (const Group& name : names_) add(name);
      std::sort(result_.begin() + static_cast<std::ptrdiff_t>(before), result_.end(), by_span);
      nest(before);
    }
    return std::move(result_);
  }

 private:
  static bool by_span(const Mention& a, const Mention& b) {
    // Wider first where two begin together, so that an outer group comes before the name in it.
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  }

  // The name inside a titled group refers back to it: "Minister Shaar" around "Shaar".
  void nest(std::size_t first) {
    std::vector<std::size_t> open;  // the mentions that reach beyond the one at hand, widest first
    for (std::size_t i = first; i < result_.size(); ++i) {
      std::erase_if(open, [&](std::size_t k) { return result_[k].last <= result_[i].first; });
      const auto around = std::find_if(open.rbegin(), open.rend(), [&](std::size_t k) {
        return holds_name(result_[k], result_[i]);
      });
      if (around != open.rend()) result_[i].antecedent = static_cast<std::int32_t>(*around);
      open.push_back(i);
    }
  }

  bool holds_name(const Mention& outer, const Mention& inner) const {
    const TokenRange name{inner.first, inner.last};
    const TokenRange around{outer.first, outer.last};
    if (!inner.named || !outer.named || !around.contains(name) || around.size() == name.size())
      return false;
    const bool flat =
        words_.token(inner.head).head == outer.head && relation(words_, inner.head) == "flat";
    const bool person = outer.type == MentionType::person &&
                        (inner.type == MentionType::person || inner.type == MentionType::other);
    return name.contains(outer.head) || flat || person;
  }

  void nominals(const Sentence& sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      const std::optional<MentionType> type = nominal_type(i);
      if (!type) continue;
      Group group{nominal_group(words_, dependents_, i), i, *type, false};
      if (group.range.size() < 1 || merge_name(group)) continue;
      if (!repeats_last(group)) add(group);
    }
  }

  // A hyphenated word whose parts both carry a label is one group; the later head counts.
  bool repeats_last(const Group& group) {
    if (result_.empty() || result_.back().named) return false;
    Mention& last = result_.back();
    if (last.first != group.range.first || last.last != group.range.last) return false;
    last.head = group.head;
    last.type = group.type;
    return true;
  }

  std::optional<MentionType> nominal_type(TokenIndex i) const {
    const Token& token = words_.token(i);
    const bool noun = token.upos == Upos::NOUN || token.upos == Upos::PROPN;
    if (!noun && !(token.upos == Upos::ADJ && dependents_.find(i, "det") >= 0) &&
        token.upos != Upos::NUM) {
      return std::nullopt;
    }
    if (const auto type = labelled_type(labels_, i)) {
      // "the regime" is a body, whatever the head took it for.
      const bool vague = *type == MentionType::other || *type == MentionType::abstract;
      const MentionType* known = vague ? find(words_.lexicon.noun_types, token.lemma) : nullptr;
      return known != nullptr ? *known : *type;
    }
    const string_view rel = relation(words_, i);
    for (const Group& name : names_) {
      if (name.head == i) return name.type;
    }
    if (token.upos != Upos::NOUN || rel == "compound") return std::nullopt;
    const bool argument = rel == "nsubj" || rel == "obj" || rel == "iobj" ||
                          token.deprel == "obl:agent" || rel == "conj" || rel == "appos";
    const MentionType* known = find(words_.lexicon.noun_types, token.lemma);
    if (known != nullptr) return *known;
    return argument ? std::optional(MentionType::other) : std::nullopt;
  }

  // Joins a group with the name it ends in. True when nothing is left of the group but the name.
  bool merge_name(Group& group) {
    for (Group& name : names_) {
      const bool same_head = name.head == group.head || name.range.contains(group.head);
      if (!same_head && !titled(group, name)) continue;
      if (same_head && name.type == MentionType::other) name.type = group.type;
      group.named = true;
      if (group.type == MentionType::other || name.type == MentionType::person) {
        group.type = name.type;
      }
      group.range.first = std::min(group.range.first, name.range.first);
      group.range.last = std::max(group.range.last, name.range.last);
      return !says_more(group.range, name.range);
    }
    return false;
  }

  // "Minister Ibrahim Shaar" where the parse makes the title the head.
  bool titled(const Group& group, const Group& name) const {
    return name.type == MentionType::person && group.range.last == name.range.last &&
           group.range.contains(name.range) && words_.token(name.head).head == group.head &&
           relation(words_, name.head) == "flat";
  }

  // Whether words other than articles and possessive endings stand around the name.
  bool says_more(TokenRange group, TokenRange name) const {
    for (TokenIndex i = group.first; i < group.last; ++i) {
      if (name.contains(i)) continue;
      if (!words_.is(i, WordRole::beside_group)) return true;
    }
    return false;
  }

  void add(const Group& group) {
    Mention& mention = result_.emplace_back();
    mention.span = words_.span(group.range.first, group.range.last);
    mention.first = group.range.first;
    mention.last = group.range.last;
    mention.head = group.head;
    mention.type = group.type;
    mention.named = group.named;
    mention.gender = gender_of(group.range);
    mention.group = words_.lexicon.groups.contains(words_.token(group.head).lemma);
  }

  // By a title in or just before the group, or a noun that tells it.
  Gender gender_of(TokenRange range) const {
    Gender told = Gender::unknown;
    for (TokenIndex i = std::max(range.first - 1, 0); i < range.last; ++i) {
      const Gender* gender = find(words_.lexicon.titles, words_.at(i));
      if (gender == nullptr && i >= range.first) {
        gender = find(words_.lexicon.genders, words_.token(i).lemma);
      }
      if (gender != nullptr && *gender != Gender::unknown) told = *gender;
    }
    return told;
  }

  const Words& words_;
  const TokenLabels& labels_;
  Dependents dependents_;
  std::vector<Group> names_;  // of the present sentence
  std::vector<Mention> result_;
};

}  // namespace

std::vector<Mention> find_mentions(const Words& words, const TokenLabels& labels) {
  return Finder(words, labels).run();
}

}  // namespace counterpoint::annotation
