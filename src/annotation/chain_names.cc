// SPDX-License-Identifier: Apache-2.0
// Names: the same, shortened, lengthened, or as an acronym.
#include <algorithm>
#include <optional>
#include <unordered_map>

#include "annotation/chains.h"

namespace counterpoint::annotation {
namespace {

using std::string;
using std::string_view;
using Name = std::vector<string>;

string joined_with(const Name& name, string_view between) {
  string result;
  for (const string& word : name) {
    if (!result.empty()) result += between;
    result += word;
  }
  return result;
}

bool holds(const Name& longer, const Name& shorter) {
  return shorter.size() < longer.size() &&
         std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

string initials(const Name& name) {
  string result;
  for (const string& word : name) result.push_back(word.front());
  return result.size() >= 2 ? result : string();
}

// "U.S." -> "us"
string without_stops(string_view word) {
  string result(word);
  std::erase(result, '.');
  return result;
}

class NamePass {
 public:
  explicit NamePass(Chains& chains) : chains_(chains) {}

  void run() {
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      const Expression& e = chains_.expressions[i];
      if (e.form != Form::name || e.name.empty() || is_office(e)) continue;
      if (is_part_of_date(e)) continue;
      if (const auto earlier = match(i)) chains_.join(i, *earlier, Link::name);
      remember(i);
    }
  }

 private:
  using Index = std::unordered_map<string, std::size_t>;

  // "the President" is no name.
  bool is_office(const Expression& e) const {
    return e.name.size() == 1 && chains_.words.lexicon.titles.contains(e.name.front());
  }

  // "September" is another one each year; "September 2010" is not.
  bool is_part_of_date(const Expression& e) const {
    const Lexicon& lexicon = chains_.words.lexicon;
    return e.name.size() == 1 &&
           (lexicon.months.contains(e.name.front()) || lexicon.weekdays.contains(e.name.front()));
  }

  std::optional<std::size_t> match(std::size_t i) const {
    const Expression& e = chains_.expressions[i];
    if (const auto same = look_up(same_, joined_with(e.name, " "), i)) return same;
    if (const auto other = acronym(i)) return other;
    if (e.type == MentionType::person || !e.typed) {
      if (const auto longer = person(i)) return longer;
    }
    return e.determiner == Determiner::definite ? body(i) : std::nullopt;
  }

  std::optional<std::size_t> look_up(const Index& index, const string& key, std::size_t i) const {
    const auto found = index.find(key);
    if (found == index.end() || !chains_.may_join(i, found->second)) return std::nullopt;
    return found->second;
  }

  std::optional<std::size_t> acronym(std::size_t i) const {
    const Expression& e = chains_.expressions[i];
    if (e.name.size() > 1) return look_up(acronyms_, initials(e.name), i);
    if (!is_acronym(e)) return std::nullopt;
    return look_up(initials_, without_stops(e.name.front()), i);
  }

  bool is_acronym(const Expression& e) const {
    string_view word = chains_.words.written(e.head);
    if (e.number == GrammaticalNumber::plural && word.ends_with('s')) word.remove_suffix(1);
    return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char c) {
             return (c >= 'A' && c <= 'Z') || c == '.';
           });
  }

  // "Tarif" and "Wissam Tarif", in either order.
  std::optional<std::size_t> person(std::size_t i) const {
    const Expression& e = chains_.expressions[i];
    std::optional<std::size_t> best;
    for (const string& word : e.name) {
      const auto found = words_.find(word);
      if (found == words_.end() || !chains_.may_join(i, found->second)) continue;
      const ChainFacts& known = chains_.facts(found->second);
      if (known.type != MentionType::person) continue;
      const bool fits = holds(known.name, e.name) || holds(e.name, known.name);
      if (fits && (!best || found->second > *best)) best = found->second;
    }
    return best;
  }

  // "the Commission" after "the Electoral Commission".
  std::optional<std::size_t> body(std::size_t i) const {
    const Expression& e = chains_.expressions[i];
    const auto found = heads_.find(string(chains_.words.at(e.head)));
    if (found == heads_.end() || !chains_.may_join(i, found->second)) return std::nullopt;
    return holds(chains_.facts(found->second).name, e.name) ? std::optional(found->second)
                                                            : std::nullopt;
  }

  void remember(std::size_t i) {
    const Expression& e = chains_.expressions[i];
    same_[joined_with(e.name, " ")] = i;
    if (e.name.size() > 1)
      initials_[initials(e.name)] = i;
    else if (is_acronym(e))
      acronyms_[without_stops(e.name.front())] = i;
    heads_[string(chains_.words.at(e.head))] = i;
    if (chains_.facts(i).type != MentionType::person) return;
    for (const string& word : e.name) words_[word] = i;
  }

  Chains& chains_;
  Index same_, initials_, acronyms_, heads_;
  Index words_;  // of people's names
};

}  // namespace

void link_names(Chains& chains) {
  NamePass(chains).run();
}

}  // namespace counterpoint::annotation
