// SPDX-License-Identifier: Apache-2.0
#include "annotation/mentions.h"

#include <algorithm>
#include <optional>

#include "annotation/chars.h"
#include "annotation/groups.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

std::optional<MentionType> mention_type(string_view label) {
  if (label == "person") return MentionType::person;
  if (label == "organization") return MentionType::organization;
  if (label == "place") return MentionType::place;
  if (label == "event") return MentionType::event;
  if (label == "object") return MentionType::object;
  if (label == "abstract") return MentionType::abstract;
  if (label == "time") return MentionType::time;
  if (label.empty() || label == "none" || label == "O") return std::nullopt;
  return MentionType::other;
}

MentionType name_type(string_view label) {
  if (label.ends_with("PER")) return MentionType::person;
  if (label.ends_with("ORG")) return MentionType::organization;
  if (label.ends_with("LOC")) return MentionType::place;
  return MentionType::other;
}

struct Group {
  TokenRange range;
  TokenIndex head = 0;
  MentionType type = MentionType::other;
  bool named = false;
};

class Finder {
 public:
  Finder(const Words& words, const TokenLabels& labels)
      : words_(words), labels_(labels), dependents_(words) {}

  std::vector<Mention> run() {
    for (const Sentence& sentence : words_.ann.sentences) {
      names_.clear();
      const std::size_t before = result_.size();
      labelled_names(sentence);
      missed_names(sentence);
      nominals(sentence);
      for (const Group& name : names_) add(name);
      std::sort(result_.begin() + static_cast<std::ptrdiff_t>(before), result_.end(), by_span);
    }
    return std::move(result_);
  }

 private:
  static bool by_span(const Mention& a, const Mention& b) {
    // Wider first where two begin together, so that an outer group comes before the name in it.
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  }

  string_view name_label(TokenIndex i) const {
    return labels_.name.empty() ? "O" : labels_.name[static_cast<std::size_t>(i)];
  }
  string_view mention_label(TokenIndex i) const {
    return labels_.mention.empty() ? "none" : labels_.mention[static_cast<std::size_t>(i)];
  }

  // The token of the range whose head stands outside it.
  TokenIndex top(TokenRange range) const {
    for (TokenIndex i = range.first; i < range.last; ++i) {
      if (!range.contains(words_.token(i).head)) return i;
    }
    return range.first;
  }

  void labelled_names(const Sentence& sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last;) {
      const string_view label = name_label(i);
      TokenIndex end = i + 1;
      if (label.starts_with("B-") || label.starts_with("I-")) {
        while (end < sentence.last && name_label(end).starts_with("I-")) ++end;
        if (has_letter(words_.written(end - 1)) || end - i > 1)
          add_name({i, end}, name_type(label));
      }
      i = end;
    }
  }

  void add_name(TokenRange range, MentionType type) {
    const TokenIndex head = top(range);
    if (type == MentionType::other) type = mention_type(mention_label(head)).value_or(type);
    names_.push_back({range, head, type, true});
  }

  bool in_name(TokenIndex i) const {
    return std::any_of(names_.begin(), names_.end(),
                       [i](const Group& name) { return name.range.contains(i); });
  }

  bool is_name_word(TokenIndex i) const {
    const string_view word = words_.at(i);
    return words_.token(i).upos == Upos::PROPN && has_letter(word) && !in_name(i) &&
           !words_.lexicon.weekdays.contains(word) && !words_.lexicon.months.contains(word) &&
           !words_.lexicon.titles.contains(word);
  }

  // Runs of proper nouns that no name label covers.
  void missed_names(const Sentence& sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last;) {
      if (!is_name_word(i)) {
        ++i;
        continue;
      }
      TokenIndex end = i + 1;
      while (end < sentence.last && continues(end, sentence.last)) ++end;
      const MentionType type =
          mention_type(mention_label(top({i, end}))).value_or(MentionType::other);
      names_.push_back({{i, end}, top({i, end}), type, true});
      std::sort(names_.begin(), names_.end(),
                [](const Group& a, const Group& b) { return a.range < b.range; });
      i = end;
    }
  }

  bool continues(TokenIndex i, TokenIndex last) const {
    if (is_name_word(i)) {
      const TokenIndex head = words_.token(i).head;
      const string_view rel = relation(words_, i);
      return rel == "flat" || rel == "compound" || head == i - 1 || words_.token(i - 1).head == i ||
             words_.token(i - 1).head == head || is_dash(words_.at(i - 1));
    }
    return is_dash(words_.at(i)) && words_.joined(i) && words_.joined(i - 1) && i + 1 < last &&
           is_name_word(i + 1);
  }

  void nominals(const Sentence& sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      const std::optional<MentionType> type = nominal_type(i);
      if (!type) continue;
      Group group{nominal_group(words_, dependents_, i), i, *type, false};
      if (!merge_name(group)) add(group);
    }
  }

  std::optional<MentionType> nominal_type(TokenIndex i) const {
    const Token& token = words_.token(i);
    if (token.upos == Upos::PRON || token.upos == Upos::PUNCT || token.upos == Upos::SYM) {
      return std::nullopt;
    }
    if (const auto type = mention_type(mention_label(i))) {
      const MentionType* known =
          *type == MentionType::other ? find(words_.lexicon.noun_types, token.lemma) : nullptr;
      return known != nullptr ? *known : *type;
    }
    if (token.upos != Upos::NOUN) return std::nullopt;
    const string_view rel = relation(words_, i);
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
      const string_view word = words_.at(i);
      if (word != "the" && word != "a" && word != "an" && word != "'s" && word != "\"") return true;
    }
    return false;
  }

  void add(const Group& group) {
    result_.push_back({.span = words_.span(group.range.first, group.range.last),
                       .first = group.range.first,
                       .last = group.range.last,
                       .head = group.head,
                       .type = group.type,
                       .named = group.named});
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
