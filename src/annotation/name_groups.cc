// SPDX-License-Identifier: Apache-2.0
#include "annotation/name_groups.h"

#include <algorithm>
#include <utility>

#include "annotation/chars.h"

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

class NameFinder {
 public:
  NameFinder(const Words& words, const Dependents& dependents, const TokenLabels& labels)
      : words_(words), labels_(labels), dependents_(dependents) {}

  // Names by label, widened over hyphens and particles; then the runs of proper nouns that no label
  // covers, joined with the labelled name beside them.
  std::vector<Group> run(const Sentence& sentence) {
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
        name.type = labelled_type(labels_, name.head).value_or(name.type);
      }
      if (name.type == MentionType::other && is_introduced_person(name)) {
        name.type = MentionType::person;
      }
    }
    std::erase_if(names_, [this](const Group& name) { return is_demonym(name); });
    return std::move(names_);
  }

 private:
  string_view name_label(TokenIndex i) const {
    return labels_.name.empty() ? "O" : labels_.name[static_cast<std::size_t>(i)];
  }

  // The token of the range whose head stands outside it.
  TokenIndex top(TokenRange range) const {
    for (TokenIndex i = range.first; i < range.last; ++i) {
      if (!range.contains(words_.token(i).head)) return i;
    }
    return range.first;
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

  const Words& words_;
  const TokenLabels& labels_;
  const Dependents& dependents_;
  std::vector<Group> names_;
};

}  // namespace

std::optional<MentionType> labelled_type(const TokenLabels& labels, TokenIndex i) {
  if (labels.mention.empty()) return std::nullopt;
  return mention_type(labels.mention[static_cast<std::size_t>(i)]);
}

std::vector<Group> find_names(const Words& words, const Dependents& dependents,
                              const TokenLabels& labels, const Sentence& sentence) {
  return NameFinder(words, dependents, labels).run(sentence);
}

}  // namespace counterpoint::annotation
