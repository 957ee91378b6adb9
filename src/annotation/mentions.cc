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
  const string_view type = label.size() > 2 ? label.substr(2) : string_view();
  if (type == "PERSON") return MentionType::person;
  if (type == "ORG") return MentionType::organization;
  if (type == "GPE" || type == "LOC" || type == "FAC") return MentionType::place;
  if (type == "EVENT") return MentionType::event;
  if (type == "PRODUCT") return MentionType::object;
  return MentionType::other;  // NORP among them: the mention head knows people from institutions
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
      find_names(sentence);
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

  // Names by label, widened over hyphens and particles; then the runs of proper nouns that no label
  // covers, joined with the labelled name beside them.
  void find_names(const Sentence& sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last;) {
      if (name_label(i) == "O" || !is_name_part(i)) {
        ++i;
        continue;
      }
      TokenIndex end = i + 1;
      while (end < sentence.last && name_label(end).starts_with("I-")) ++end;
      names_.push_back({over_hyphens(words_, {i, end}), i, name_type(name_label(i)), true});
      i = std::max(end, names_.back().range.last);
    }
    missed_names(sentence);
    join_neighbours();
    for (Group& name : names_) {
      name.head = top(name.range);
      if (name.type == MentionType::other) {
        name.type = mention_type(mention_label(name.head)).value_or(name.type);
      }
      if (name.type == MentionType::other && is_introduced_person(name)) {
        name.type = MentionType::person;
      }
    }
    std::erase_if(names_, [this](const Group& name) { return is_demonym(name); });
  }

  // A title stands before it, or an apposition says it is a person.
  bool is_introduced_person(const Group& name) const {
    if (words_.lexicon.titles.contains(words_.at(name.range.first - 1))) return true;
    const TokenIndex apposed = dependents_.find(name.head, "appos");
    if (apposed < 0) return false;
    const MentionType* type = find(words_.lexicon.noun_types, words_.token(apposed).lemma);
    return type != nullptr && *type == MentionType::person;
  }

  // "Syrian" before a noun is no name of its own.
  bool is_demonym(const Group& name) const {
    for (TokenIndex i = name.range.first; i < name.range.last; ++i) {
      if (words_.token(i).upos != Upos::ADJ && !is_dash(words_.at(i))) return false;
    }
    return true;
  }

  bool is_name_part(TokenIndex i) const {
    const string_view word = words_.at(i);
    return has_letter(word) || name_label(i).starts_with("I-") || all_digits(word);
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

  // "al-", "ash-": a hyphenated beginning of a name, whatever its tag.
  bool is_particle(TokenIndex i, TokenIndex last) const {
    return i + 2 < last && words_.at(i).size() <= 3 && is_joint(words_, i + 1) &&
           starts_upper(words_.written(i + 2)) && has_letter(words_.at(i)) && !in_name(i);
  }

  void missed_names(const Sentence& sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last;) {
      if (!is_name_word(i) && !is_particle(i, sentence.last)) {
        ++i;
        continue;
      }
      TokenIndex end = i;
      while (end < sentence.last && (is_name_word(end) || is_particle(end, sentence.last))) {
        end = over_hyphens(words_, {end, end + 1}).last;
      }
      const TokenRange range{over_hyphens(words_, {i, i + 1}).first, end};
      // "Interior" of "Interior Minister" names an office.
      const bool office = end < sentence.last && words_.lexicon.titles.contains(words_.at(end));
      if (!office) names_.push_back({range, i, MentionType::other, true});
      i = end;
    }
    std::sort(names_.begin(), names_.end(),
              [](const Group& a, const Group& b) { return a.range < b.range; });
  }

  // One name out of pieces that touch: "Jisr" and "al-Shughour", "Bashar" and "al-Assad".
  void join_neighbours() {
    std::vector<Group> joined;
    for (const Group& name : names_) {
      Group* last = joined.empty() ? nullptr : &joined.back();
      const bool touches = last != nullptr && name.range.first <= last->range.last;
      const bool overlap = last != nullptr && name.range.first < last->range.last;
      if (!touches || (!overlap && !goes_on(*last, name))) {
        joined.push_back(name);
        continue;
      }
      const bool person = name.type == MentionType::person &&
                          (is_flat(*last, name) || is_given_name(*last, name)) &&
                          !is_joint_particle(name.range.first);
      if (last->type == MentionType::other || person) last->type = name.type;
      last->range.last = std::max(last->range.last, name.range.last);
    }
    names_ = std::move(joined);
  }

  // "Wissam Tarif" with "Wissam" taken for something else: one name before a surname that it hangs
  // on.
  bool is_given_name(const Group& left, const Group& right) const {
    const TokenIndex first = left.range.first;
    return right.type == MentionType::person && left.type != MentionType::place &&
           left.range.size() == 1 && right.range.size() == 1 &&
           words_.token(first).upos == Upos::PROPN &&
           right.range.contains(words_.token(first).head);
  }

  // "al-", "ash-"
  bool is_joint_particle(TokenIndex i) const {
    return words_.at(i).size() <= 3 && is_joint(words_, i + 1);
  }

  bool goes_on(const Group& left, const Group& right) const {
    const bool particle = is_joint_particle(right.range.first);
    const bool same = left.type == right.type || left.type == MentionType::other ||
                      right.type == MentionType::other;
    if (particle)
      return same || left.type == MentionType::place || left.type == MentionType::person;
    if (is_flat(left, right) || is_given_name(left, right)) return true;
    const TokenIndex last = left.range.last - 1;
    const TokenIndex first = right.range.first;
    const bool attached = left.range.contains(words_.token(first).head) ||
                          right.range.contains(words_.token(last).head) ||
                          words_.token(first).head == words_.token(last).head;
    return same && attached;
  }

  // The parse says that the right piece goes on the left one's name, whatever the labels say: only
  // names of several words have this relation.
  bool is_flat(const Group& left, const Group& right) const {
    const TokenIndex first = right.range.first;
    return words_.token(first).upos == Upos::PROPN && relation(words_, first) == "flat" &&
           left.range.contains(words_.token(first).head);
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
    if (const auto type = mention_type(mention_label(i))) {
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
