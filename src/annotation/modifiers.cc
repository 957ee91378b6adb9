// SPDX-License-Identifier: Apache-2.0
#include "annotation/modifiers.h"

#include <algorithm>
#include <string>
#include <vector>

namespace counterpoint::annotation {
namespace {

using std::string_view;

// A comparative stands at most so many words before its "than".
constexpr TokenIndex kClause = 8;

string_view word(const Words& words, const Sentence& sentence, TokenIndex i) {
  return i >= sentence.first && i < sentence.last ? words.at(i) : string_view{};
}

bool matches(const Words& words, const Sentence& sentence, const std::vector<std::string>& phrase,
             TokenIndex begin) {
  for (std::size_t k = 0; k < phrase.size(); ++k) {
    if (word(words, sentence, begin + static_cast<TokenIndex>(k)) != phrase[k]) return false;
  }
  return true;
}

const Phrase<Effect>* phrase_before(const Words& words, const Sentence& sentence, TokenIndex end) {
  for (const auto& phrase : words.lexicon.before) {
    const TokenIndex begin = end - static_cast<TokenIndex>(phrase.words.size());
    if (begin >= sentence.first && matches(words, sentence, phrase.words, begin)) return &phrase;
  }
  return nullptr;
}

bool is_bound(Effect effect) {
  return effect == Effect::at_least || effect == Effect::at_most || effect == Effect::nearly;
}

// Whether a modifier can stand before one that was read already: "at least some 40", "perhaps more
// than 40" - but "talked about more than 40".
bool can_precede(Effect outer, Effect inner) {
  if (outer == Effect::none || inner == Effect::none) return true;
  if (outer == Effect::hedge) return inner != Effect::hedge;
  return is_bound(outer) && (inner == Effect::about || inner == Effect::hedge);
}

// Whether a comparative stands before "than" in its clause: "more people than 4,000 soldiers".
bool is_compared(const Words& words, const Sentence& sentence, TokenIndex than) {
  for (TokenIndex i = than - 1; i >= std::max(sentence.first, than - kClause); --i) {
    const string_view form = words.at(i);
    if (form == ",") return false;
    const bool other = words.is(i, WordRole::comparing);
    const bool graded = i == than - 1 && form.size() > 3 && form.ends_with("er");
    if (other || graded || words.token(i).xpos == "JJR" || words.token(i).xpos == "RBR")
      return true;
  }
  return false;
}

// "or more" that goes on: "12 or more than 20", "12 and over 30".
bool goes_on(const Words& words, const Sentence& sentence, const Phrase<Effect>& phrase,
             TokenIndex behind) {
  const string_view next = word(words, sentence, behind);
  if (next == "than" || next == "to") return true;
  const bool joins = words.lexicon.roles.has(phrase.words.front(), WordRole::joining);
  if (joins && number_at(words, behind, sentence.last)) return true;
  return phrase.words.front() == "at" && next.empty();
}

}  // namespace

void read_modifiers_before(const Words& words, const Sentence& sentence, Amount& amount) {
  TokenIndex end = amount.first;
  const auto is_sign = [&](TokenIndex i) {
    return words.lexicon.currencies.contains(word(words, sentence, i));
  };
  if (is_sign(end - 1)) --end;
  // "close to a 1,000" - not "under a 500-tonne block".
  const bool compound = is_dash(word(words, sentence, amount.last));
  if (word(words, sentence, end - 1) == "a" && amount.number.digits && !compound) --end;
  const TokenIndex number_first = end;
  while (const auto* phrase = phrase_before(words, sentence, end)) {
    if (!can_precede(phrase->value, amount.effect)) break;
    end -= static_cast<TokenIndex>(phrase->words.size());
    if (phrase->value == Effect::none) continue;
    if (phrase->value != Effect::hedge || amount.effect == Effect::none)
      amount.effect = phrase->value;
    amount.modified = true;
    amount.first = end;
  }
  if (!amount.modified) return;
  amount.quantity.word = words.span(amount.first, number_first).of(words.text);
}

bool read_lost_word(const Words& words, const Sentence& sentence, Amount& amount) {
  const TokenIndex than = amount.first - 1;
  if (amount.modified || word(words, sentence, than) != "than") return false;
  if (is_compared(words, sentence, than)) return false;
  amount.first = than;
  amount.modified = amount.quantity.emended = true;
  amount.effect = Effect::at_least;
  amount.quantity.word = words.written(than);
  return true;
}

void read_modifier_after(const Words& words, const Sentence& sentence, Amount& amount) {
  for (const auto& phrase : words.lexicon.after) {
    if (!matches(words, sentence, phrase.words, amount.last)) continue;
    const TokenIndex behind = amount.last + static_cast<TokenIndex>(phrase.words.size());
    if (goes_on(words, sentence, phrase, behind)) continue;
    if (is_dash(phrase.words.front()) && !words.joined(amount.last - 1)) continue;
    amount.quantity.word = words.span(amount.last, behind).of(words.text);
    amount.last = behind;
    amount.modified = true;
    amount.effect = phrase.value;
    return;
  }
}

}  // namespace counterpoint::annotation
