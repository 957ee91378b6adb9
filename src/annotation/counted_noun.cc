// SPDX-License-Identifier: Apache-2.0
#include "annotation/counted_noun.h"

#include <algorithm>

#include "annotation/chars.h"
#include "annotation/groups.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

// So many words of a phrase are read: adjectives, compounds and hyphens before its noun.
constexpr int kPhrase = 12;
constexpr std::size_t kLongestName = 9;

class NounPhrase {
 public:
  NounPhrase(const Words& words, const Sentence& sentence, const std::vector<bool>& in_time)
      : words_(words), sentence_(sentence), in_time_(in_time) {}

  // The noun of the phrase that begins at `i`; with `states` the adjective or participle that
  // stands for one ("12 dead").
  TokenIndex noun(TokenIndex i, bool states) {
    first_ = i;
    for (int step = 0; step < kPhrase && inside(i) && !closed_; ++step) i = read(i);
    if (candidate_ >= 0) return candidate_;
    return states && state_ >= 0 ? state_ : name_;
  }

 private:
  bool inside(TokenIndex i) const {
    if (i < sentence_.first || i >= sentence_.last) return false;
    return in_time_.empty() || !in_time_[static_cast<std::size_t>(i)];
  }
  string_view word(TokenIndex i) const { return inside(i) ? words_.at(i) : string_view{}; }
  bool joint(TokenIndex i) const { return inside(i) && is_joint(words_, i); }
  bool tagged(TokenIndex i) const { return words_.token(i).upos != Upos::X; }

  // Reads one word of the phrase; returns the next.
  TokenIndex read(TokenIndex i) {
    const string_view form = words_.at(i);
    if (const TokenIndex name = name_end(words_, sentence_, i); name > i) {
      name_ = name - 1;
      return name;
    }
    if (const auto number = number_at(words_, i, sentence_.last); number && !number->ordinal) {
      if (joint(number->last)) return number->last;  // "two 14-storey towers"
      const bool measure = find(words_.lexicon.units, word(number->last)) != nullptr;
      return measure ? number->last + 1 : close(i);  // "six 122mm rockets"
    }
    if (joint(i) || form == "\"" || form == "'" || form == "(") return i + 1;
    if (form == "'s") return possessor(i);
    if (!has_letter(form)) return mark(i);
    if (is_noun(i)) return noun_word(i);
    if (candidate_ >= 0) return close(i);
    if (words_.is(i, WordRole::conjunction)) return joined_adjective(i);
    if (words_.is(i, WordRole::added)) return i + 1;
    if (describes(i)) return adjective(i);
    return close(i);
  }

  TokenIndex close(TokenIndex i) {
    closed_ = true;
    return i;
  }

  // "the country's 26 provinces": the noun before was its owner.
  TokenIndex possessor(TokenIndex i) {
    if (candidate_ < 0) return close(i);
    candidate_ = -1;
    return i + 1;
  }

  // A comma between two adjectives: "120 heavily armed, masked men".
  TokenIndex mark(TokenIndex i) {
    const bool adjectives = word(i) == "," && candidate_ < 0 && adjective_ == i - 1;
    return adjectives && leads_to_noun(i + 1) ? i + 1 : close(i);
  }

  TokenIndex joined_adjective(TokenIndex i) {
    const bool joins = adjective_ == i - 1 && !is_state(adjective_) && leads_to_noun(i + 1);
    return joins ? i + 1 : close(i);
  }

  // Whether the adjectives from `i` on end in a noun.
  bool leads_to_noun(TokenIndex i) const {
    for (const TokenIndex first = i; i < first + 4 && inside(i); ++i) {
      if (is_noun(i)) return i > first || adjective_ >= 0;
      if (!describes(i)) return false;
    }
    return false;
  }

  bool is_noun(TokenIndex i) const {
    const Token& token = words_.token(i);
    if (!tagged(i)) {
      return !words_.is(i, WordRole::phrase_end) &&
             find(words_.lexicon.states, words_.at(i)) == nullptr &&
             !words_.is(i, WordRole::determiner) && words_.at(i) != "confirmed";
    }
    if (find(words_.lexicon.weekdays, words_.at(i)) != nullptr && token.upos == Upos::PROPN)
      return false;
    return token.xpos.starts_with("NN") || token.upos == Upos::NOUN || token.upos == Upos::PROPN;
  }

  bool is_plural(TokenIndex i) const {
    const Token& token = words_.token(i);
    if (tagged(i)) return token.xpos == "NNS" || token.xpos == "NNPS";
    const string_view form = words_.at(i);
    return (form.ends_with("s") && !form.ends_with("ss")) ||
           find(words_.lexicon.nouns, form) != nullptr;
  }

  // A noun ends the phrase unless another follows that it stands before: "police officers".
  TokenIndex noun_word(TokenIndex i) {
    candidate_ = i;
    const TokenIndex next = i + 1;
    if (word(next) == "'s" || word(next) == "'") return next;
    if (joint(next)) return compound_goes_on(next + 1) ? next : close(i);
    if (!inside(next)) return close(i);
    if (name_end(words_, sentence_, next) > next) return next;
    if (!is_noun(next)) return close(i);
    const bool goes_on = !is_plural(i) || (tagged(i) && relation(words_, i) == "compound" &&
                                           words_.token(i).head > i);
    return goes_on ? next : close(i);
  }

  // "daughter-in-law" ends with its first noun, "security-force members" goes on.
  bool compound_goes_on(TokenIndex i) const {
    return inside(i) && (is_noun(i) || describes(i)) && !is_plural(i - 2);
  }

  bool is_state(TokenIndex i) const { return find(words_.lexicon.states, words_.at(i)) != nullptr; }

  // An adjective, participle or adverb before the noun: "18 confirmed cases".
  bool describes(TokenIndex i) const {
    const Token& token = words_.token(i);
    if (!tagged(i)) return is_state(i) || words_.at(i) == "confirmed";
    if (words_.is(i, WordRole::not_describing)) return false;
    if (token.upos == Upos::AUX || token.upos == Upos::DET) return false;
    return token.upos == Upos::ADJ || token.upos == Upos::ADV || token.xpos == "VBN" ||
           token.xpos == "VBG" || token.xpos.starts_with("JJ") || is_state(i);
  }

  TokenIndex adjective(TokenIndex i) {
    adjective_ = i;
    if (is_people(i)) {
      candidate_ = i;
      return close(i);
    }
    if (stands_for_noun(i)) state_ = i;
    return i + 1;
  }

  // "one in three Lebanese": a people's adjective with nothing to modify.
  bool is_people(TokenIndex i) const {
    const bool ends = !inside(i + 1) || !(is_noun(i + 1) || describes(i + 1) || joint(i + 1));
    return ends && tagged(i) && starts_upper(words_.written(i)) && i > sentence_.first;
  }

  // Whether the word can stand for the counted: "dead", "detained"; not "hundreds gathered".
  bool stands_for_noun(TokenIndex i) const {
    if (words_.lexicon.currencies.contains(word(i + 1))) return false;
    if (is_state(i)) return true;
    const Token& token = words_.token(i);
    if (token.upos == Upos::ADV || token.xpos == "VBG" || token.xpos == "RB") return false;
    if (token.xpos == "VBN" && (i != first_ || is_active(i) || has_object(i))) return false;
    const bool finite = token.xpos == "VBD" || token.xpos == "VBP" || token.xpos == "VBZ";
    return !finite && (token.upos == Upos::ADJ || token.xpos == "VBN") && token.xpos != "JJR" &&
           token.xpos != "JJS";
  }

  // "20 met the mayor".
  bool has_object(TokenIndex verb) const {
    if (verb + 1 >= sentence_.last) return false;
    const Upos next = words_.token(verb + 1).upos;
    return next == Upos::DET || next == Upos::PRON || next == Upos::PROPN || next == Upos::NOUN;
  }

  // "hundreds gathered", tagged as a participle: the parse still has the number for its subject.
  bool is_active(TokenIndex participle) const {
    for (TokenIndex i = std::max(sentence_.first, participle - 3); i < participle; ++i) {
      if (words_.token(i).head == participle && words_.token(i).deprel == "nsubj") return true;
    }
    return false;
  }

  const Words& words_;
  const Sentence& sentence_;
  const std::vector<bool>& in_time_;
  TokenIndex first_ = -1;
  TokenIndex candidate_ = -1;
  TokenIndex adjective_ = -1;
  TokenIndex state_ = -1;
  TokenIndex name_ = -1;  // "four MiG-29s" where no noun follows
  bool closed_ = false;
};

// Over a modifier behind a number: "of the 8,000 or so evacuees".
TokenIndex behind_modifier(const Words& words, const Sentence& sentence, TokenIndex i) {
  for (const auto& phrase : words.lexicon.after) {
    const auto size = static_cast<TokenIndex>(phrase.words.size());
    bool same = i + size < sentence.last;
    for (TokenIndex k = 0; k < size && same; ++k) {
      same = words.at(i + k) == phrase.words[static_cast<std::size_t>(k)];
    }
    if (same) return i + size;
  }
  return i;
}

// Where the phrase begins behind "of": over determiners and the number of "of the 40 detainees".
// -1: a pronoun or sum of money stands there.
TokenIndex behind_of(const Words& words, const Sentence& sentence, TokenIndex i) {
  const auto word = [&](TokenIndex at) {
    return at < sentence.last ? words.at(at) : string_view{};
  };
  const auto is_determiner = [&](TokenIndex at) {
    return at < sentence.last && words.is(at, WordRole::determiner);
  };
  // "of those killed" speaks of nobody by a noun, "of those men" does.
  if (i < sentence.last && words.is(i, WordRole::plural_pointing)) {
    const bool noun = i + 1 < sentence.last && (words.token(i + 1).xpos.starts_with("NN"));
    return noun ? i + 1 : -1;
  }
  while (is_determiner(i)) ++i;
  for (const auto& phrase : words.lexicon.before) {
    bool same = true;
    for (std::size_t k = 0; k < phrase.words.size() && same; ++k) {
      same = word(i + static_cast<TokenIndex>(k)) == phrase.words[k];
    }
    const auto size = static_cast<TokenIndex>(phrase.words.size());
    if (same && number_at(words, i + size, sentence.last)) i += size;
  }
  if (words.lexicon.currencies.contains(word(i))) return -1;
  if (const auto number = number_at(words, i, sentence.last); number && !number->ordinal) {
    i = behind_modifier(words, sentence, number->last);
    if (word(i) == "of") ++i;
    while (is_determiner(i)) ++i;
  }
  return i;
}

}  // namespace

TokenIndex counted_noun(const Words& words, const Sentence& sentence, const Amount& amount,
                        const std::vector<bool>& in_time) {
  TokenIndex i = amount.last;
  if (i >= sentence.last) return -1;
  NounPhrase phrase(words, sentence, in_time);
  if (is_joint(words, i) && i + 1 < sentence.last) {
    const bool strong = words.is(i + 1, WordRole::behind_hyphen);
    return strong ? phrase.noun(i + 2, false) : i + 1;
  }
  while (words.is(i, WordRole::more_of) && words.at(i + 1) == "of") ++i;
  if (words.at(i) != "of") return phrase.noun(i, true);
  // "the 300 of the police": the of-phrase owns them.
  if (!amount.number.vague && amount.first > sentence.first &&
      (words.at(amount.first - 1) == "the" || words.at(amount.first - 1) == "'s")) {
    return -1;
  }
  ++i;
  if (i < sentence.last && words.is(i, WordRole::plain_object)) {
    return phrase.noun(i + 1, false);
  }
  const TokenIndex begin = behind_of(words, sentence, i);
  if (begin < 0) return -1;
  const TokenIndex noun = phrase.noun(begin, true);
  // "six counts of murder and 11 of attempted murder": not eleven murders.
  const bool whole = amount.number.vague || begin > i;
  return !whole && noun >= 0 && words.token(noun).xpos == "NN" ? -1 : noun;
}

TokenIndex whole_noun(const Words& words, const Sentence& sentence, const Amount& amount,
                      const std::vector<bool>& in_time) {
  TokenIndex i = amount.last;
  if (i >= sentence.last) return -1;
  NounPhrase phrase(words, sentence, in_time);
  if (words.at(i) == "of") {
    ++i;
    if (i < sentence.last && words.is(i, WordRole::plain_object)) return phrase.noun(i + 1, false);
    i = behind_of(words, sentence, i);
    return i < 0 ? -1 : phrase.noun(i, true);
  }
  const bool whole = amount.number.fraction;  // "half the village", "half its fleet"
  while (whole && i < sentence.last && words.is(i, WordRole::determiner)) ++i;
  return phrase.noun(i, false);
}

TokenIndex name_end(const Words& words, const Sentence& sentence, TokenIndex i) {
  if (i < sentence.first || i >= sentence.last) return i;
  const string_view written = words.written(i);
  if (written.empty() || !has_letter(written) || written.size() > kLongestName) return i;
  const auto digit = std::find_if(written.begin(), written.end(), [](char c) {
    return is_ascii_digit(static_cast<unsigned char>(c));
  });
  const string_view letters = written.substr(0, static_cast<std::size_t>(digit - written.begin()));
  const bool capitals = !letters.empty() && std::all_of(letters.begin(), letters.end(), [](char c) {
    return c >= 'A' && c <= 'Z';
  });
  if (digit != written.end()) return capitals ? i + 1 : i;  // "G20", "M16"
  if (!is_joint(words, i + 1) || i + 2 >= sentence.last) return i;
  const string_view number = words.at(i + 2);
  if (number.empty() || !is_ascii_digit(static_cast<unsigned char>(number[0]))) return i;
  const bool listed = words.lexicon.version_heads.contains(std::string(words.at(i)) + "-");
  const bool short_name = starts_upper(written) && written.size() <= 3 &&
                          find(words.lexicon.months, words.at(i)) == nullptr;
  return listed || capitals || short_name ? i + 3 : i;
}

}  // namespace counterpoint::annotation
