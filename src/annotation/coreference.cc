// SPDX-License-Identifier: Apache-2.0
#include "annotation/coreference.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "annotation/chars.h"
#include "annotation/groups.h"

namespace counterpoint::annotation {
namespace {

using std::string;
using std::string_view;

// A nominal group refers back over at most so many sentences.
constexpr TokenIndex kReach = 400;  // tokens, about fifteen sentences

using NameWords = std::vector<string>;

bool is_suffix_or_part(const NameWords& shorter, const NameWords& longer) {
  if (shorter.size() >= longer.size()) return shorter == longer;
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

class Linker {
 public:
  Linker(const Words& words, std::vector<Mention>& mentions)
      : words_(words), mentions_(mentions), dependents_(words) {}

  void run() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      Mention& mention = mentions_[i];
      if (const auto outer = group_around(i); outer >= 0) {
        mention.antecedent = outer;
        remember_name(i, outer);
      } else if (mention.named) {
        link_name(i);
      } else {
        link_nominal(i);
      }
      remember_offices(i);
    }
  }

 private:
  // The group that holds the name i and comes just before it: "Minister Shaar" around "Shaar".
  std::int32_t group_around(std::size_t i) const {
    const Mention& mention = mentions_[i];
    for (std::size_t k = i; k-- > 0;) {
      const Mention& outer = mentions_[k];
      if (outer.last <= mention.first) break;
      if (mention.named && outer.named && outer.first <= mention.first &&
          mention.last <= outer.last && mention.first + mention.last != outer.first + outer.last &&
          same_thing(outer, mention)) {
        return static_cast<std::int32_t>(k);
      }
    }
    return -1;
  }

  bool same_thing(const Mention& outer, const Mention& inner) const {
    const bool holds_head = inner.first <= outer.head && outer.head < inner.last;
    const bool flat =
        words_.token(inner.head).head == outer.head && relation(words_, inner.head) == "flat";
    return holds_head || flat;
  }

  // The words of a name without titles, articles, stops and clitics, folded.
  NameWords name_words(const Mention& mention) const {
    NameWords result;
    for (TokenIndex i = mention.first; i < mention.last; ++i) {
      const string_view word = words_.at(i);
      if (!has_letter(word) || word == "the" || word == "'s") continue;
      const bool title =
          mention.type == MentionType::person && words_.lexicon.titles.contains(word);
      if (title && i + 1 < mention.last) continue;
      result.emplace_back(word);
    }
    return result;
  }

  // The name inside a titled group, else the group itself.
  NameWords own_name(std::size_t i) const {
    for (std::size_t k = i + 1; k < mentions_.size() && mentions_[k].first < mentions_[i].last;
         ++k) {
      if (mentions_[k].named && mentions_[k].last <= mentions_[i].last &&
          same_thing(mentions_[i], mentions_[k])) {
        return name_words(mentions_[k]);
      }
    }
    return name_words(mentions_[i]);
  }

  struct Named {
    NameWords words;
    std::size_t latest = 0;  // its latest mention
    MentionType type = MentionType::other;
    string initials;
  };

  void link_name(std::size_t i) {
    const NameWords name = own_name(i);
    if (name.empty()) return;
    if (Named* known = find_name(name, mentions_[i])) {
      mentions_[i].antecedent = static_cast<std::int32_t>(known->latest);
      known->latest = i;
      return;
    }
    names_.push_back({name, i, mentions_[i].type, initials(mentions_[i])});
  }

  // The name inside a group is the group's: later short forms find it there.
  void remember_name(std::size_t, std::int32_t) const {}

  // The most recently mentioned known name that `name` is or shortens.
  Named* find_name(const NameWords& name, const Mention& mention) {
    Named* best = nullptr;
    const string joined = name.size() == 1 ? name.front() : string();
    for (Named& known : names_) {
      const bool same = known.words == name;
      const bool person =
          known.type == MentionType::person &&
          (mention.type == MentionType::person || mention.type == MentionType::other);
      const bool shortened = person && is_surname_form(name, known.words);
      const bool lengthened = person && is_surname_form(known.words, name);
      const bool acronym = !joined.empty() && known.initials == joined && is_acronym(mention);
      if (!same && !shortened && !lengthened && !acronym) continue;
      if (best == nullptr || known.latest > best->latest) best = &known;
    }
    if (best != nullptr && name.size() > best->words.size()) best->words = name;
    return best;
  }

  // "Tarif" of "Wissam Tarif", "al-Masri" of "Basil al-Masri"; a first name alone counts as well.
  static bool is_surname_form(const NameWords& shorter, const NameWords& longer) {
    return shorter.size() < longer.size() && is_suffix_or_part(shorter, longer);
  }

  bool is_acronym(const Mention& mention) const {
    const string_view word = words_.written(mention.last - 1);
    return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) {
             return (c >= 'A' && c <= 'Z') || c == '.';
           });
  }

  // "sohr" for "Syrian Observatory for Human Rights".
  string initials(const Mention& mention) const {
    string result;
    for (TokenIndex i = mention.first; i < mention.last; ++i) {
      const string_view word = words_.written(i);
      if (starts_upper(word) && words_.at(i) != "the") result.push_back(words_.at(i).front());
    }
    return result.size() >= 2 ? result : string();
  }

  bool is_definite(const Mention& mention) const {
    return words_.at(mention.first) == "the" || words_.is(mention.first, WordRole::pointing);
  }

  bool is_new(const Mention& mention) const {
    for (TokenIndex i = mention.first; i < mention.head; ++i) {
      if (words_.is(i, WordRole::another)) return true;
    }
    return false;
  }

  // "the minister" -> a person with that office; else the last group with the same head noun.
  void link_nominal(std::size_t i) {
    Mention& mention = mentions_[i];
    const string& head = words_.token(mention.head).lemma;
    const bool plural = words_.token(mention.head).xpos == "NNS";
    if (!is_definite(mention) || is_new(mention)) {
      heads_[key(head, plural)] = i;
      return;
    }
    const auto office = plural ? offices_.end() : offices_.find(head);
    const auto same = heads_.find(key(head, plural));
    std::int32_t found = -1;
    if (office != offices_.end()) found = static_cast<std::int32_t>(office->second);
    if (same != heads_.end() && static_cast<std::int32_t>(same->second) > found &&
        !conflicts(mention, mentions_[same->second])) {
      found = static_cast<std::int32_t>(same->second);
    }
    heads_[key(head, plural)] = i;
    if (found < 0 || mention.first - mentions_[static_cast<std::size_t>(found)].first > kReach)
      return;
    mention.antecedent = found;
  }

  static string key(const string& head, bool plural) { return head + (plural ? "+" : ""); }

  // "the Turkish army" does not go back to "the Syrian army": each has a modifier of its own.
  bool conflicts(const Mention& mention, const Mention& earlier) const {
    std::set<string_view> mine = modifiers(mention);
    const std::set<string_view> its = modifiers(earlier);
    if (mine.empty()) return false;
    return !std::includes(its.begin(), its.end(), mine.begin(), mine.end());
  }

  std::set<string_view> modifiers(const Mention& mention) const {
    std::set<string_view> result;
    for (TokenIndex i = mention.first; i < mention.last; ++i) {
      const Upos upos = words_.token(i).upos;
      const bool content =
          upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::NUM;
      if (i != mention.head && content) result.insert(words_.at(i));
    }
    return result;
  }

  // The offices a named person holds in the text: words of the title, and appositions.
  void remember_offices(std::size_t i) {
    const Mention& mention = mentions_[i];
    if (!mention.named || mention.type != MentionType::person) return;
    for (TokenIndex k = mention.first; k < mention.last; ++k) {
      const Upos upos = words_.token(k).upos;
      const string& lemma = words_.token(k).lemma;
      const string folded = utf8::folded(lemma);
      const MentionType* type = find(words_.lexicon.noun_types, folded);
      const bool office = words_.lexicon.titles.contains(folded) ||
                          (upos == Upos::NOUN && type != nullptr && *type == MentionType::person);
      if (office) offices_[folded] = i;
    }
    for (const TokenIndex child : dependents_.of(mention.head)) {
      if (relation(words_, child) == "appos" && words_.token(child).upos == Upos::NOUN) {
        offices_[words_.token(child).lemma] = i;
      }
    }
  }

  const Words& words_;
  std::vector<Mention>& mentions_;
  Dependents dependents_;
  std::vector<Named> names_;
  std::unordered_map<string, std::size_t> heads_;    // nominal head -> its latest mention
  std::unordered_map<string, std::size_t> offices_;  // "minister" -> the latest person named so
};

}  // namespace

void link_mentions(const Words& words, std::vector<Mention>& mentions) {
  if (!mentions.empty()) Linker(words, mentions).run();
}

}  // namespace counterpoint::annotation
