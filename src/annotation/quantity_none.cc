// SPDX-License-Identifier: Apache-2.0
// Numbers that say no quantity: list numbers, "one another", "first aid", "4 the families".
#include <algorithm>

#include "annotation/amount_context.h"
#include "annotation/counted_noun.h"
#include "annotation/groups.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

// "Article 2(4)", "1) food 2) water", "(3/5)", "Thread 1/6": paragraphs and parts.
bool is_part_number(const AmountContext& context) {
  const Number& number = context.amount.number;
  const TokenIndex before = number.first - 1;
  const bool open = context.word(before) == "(";
  const bool closed = context.word(context.next()) == ")";
  if (number.digits && closed) {
    bool opened = open;
    for (TokenIndex i = before; i >= before - 6; --i) opened = opened || context.word(i) == "(";
    if (!opened || (open && context.words.joined(before - 1))) return true;
  }
  const bool slash = context.word(number.first).find('/') != string_view::npos;
  if (!slash) return false;
  const bool headed = context.words.lexicon.version_heads.contains(context.word(before));
  const bool begins =
      number.first == context.sentence.first && context.word(context.next()) != "of";
  return (open && closed) || headed || begins;
}

// "1." or "2)" that opens a line.
bool is_list_number(const AmountContext& context) {
  const Amount& amount = context.amount;
  if (amount.number.first != context.sentence.first || !amount.number.digits) return false;
  const string_view next = context.word(context.next());
  return (next == "." || next == ")" || next == "/") && context.next() + 1 < context.sentence.last;
}

// "48.138N": a part of a coordinate; ".22": of a decimal.
bool is_broken(const AmountContext& context) {
  const TokenIndex next = context.next();
  const TokenIndex before = context.previous();
  const bool point = context.word(before) == "." && context.words.joined(before) &&
                     !context.words.joined(before - 1);
  if (context.amount.number.digits && point) return true;
  if (!context.amount.number.digits || !context.words.joined(next - 1)) return false;
  const string_view form = context.word(next);
  if (form.size() > 1 && form[0] == '.') return true;
  return form == "." && context.words.joined(next) && !context.word(next + 1).empty() &&
         is_ascii_digit(static_cast<unsigned char>(context.word(next + 1)[0]));
}

// "27 Obolonskyi Avenue": a house.
bool is_address(const AmountContext& context) {
  constexpr TokenIndex kLongestName = 4;
  if (!context.amount.number.digits || !context.bare()) return false;
  const TokenIndex name = context.next();
  for (TokenIndex i = name; i < std::min(name + kLongestName, context.sentence.last); ++i) {
    if (!starts_upper(context.words.written(i))) return false;
    if (i > name && context.is(i, WordRole::street)) return true;
  }
  return false;
}

// "4 the families", "2 me": a digit written for a preposition.
bool is_preposition(const AmountContext& context) {
  const string_view form = context.word(context.amount.number.first);
  if (!context.bare() || (form != "4" && form != "2")) return false;
  // "$2 an hour" is money.
  if (context.words.lexicon.currencies.contains(context.word(context.previous()))) return false;
  return context.is(context.next(), WordRole::behind_for);
}

// "two by two", "three to one": a manner and a ratio.
bool is_ratio(const AmountContext& context) {
  const string_view form = context.word(context.amount.number.first);
  const TokenIndex next = context.next();
  if (context.word(next) == "to" && context.word(next + 1) == "one") return context.bare();
  return (context.word(next) == "by" && context.word(next + 1) == form) ||
         (context.word(context.previous()) == "by" && context.word(context.previous() - 1) == form);
}

bool is_set_phrase(const AmountContext& context) {
  const TokenIndex first = context.amount.number.first;
  if (context.word(first - 1) == "at" && context.word(first) == "first" &&
      !context.followed_by_noun()) {
    return true;
  }
  return stands_in(context, context.words.lexicon.ordinal_idioms, first, context.word(first));
}

// "the ballots were spoiled, most with obscenities": a clause of its own.
bool stands_for_all(const AmountContext& context) {
  const string_view before = context.word(context.previous());
  const bool opens = before.empty() || before == "," || before == ";";
  const Upos next = context.upos(context.next());
  return opens && (next == Upos::ADP || next == Upos::AUX);
}

// Vague words that are no amounts here: "the scores were level", "a couple from Leeds", "the most".
bool is_vague_phrase(const AmountContext& context) {
  const Amount& amount = context.amount;
  if (!amount.number.vague) return false;
  const Upos upos = context.upos(amount.number.last - 1);
  if (upos == Upos::VERB || upos == Upos::AUX) return true;
  const string_view form = context.word(amount.number.first);
  const string_view last = context.word(amount.number.last - 1);
  const string_view after = context.word(context.next());
  const Token* next =
      context.next() < context.sentence.last ? &context.words.token(context.next()) : nullptr;
  if (form == "most") {
    const bool plural = next != nullptr && (next->xpos == "NNS" || next->xpos == "JJ") &&
                        context.word(context.previous()) != "the" && upos != Upos::ADV;
    return after != "of" && !(plural && next->xpos == "NNS") && !stands_for_all(context);
  }
  if (amount.number.fraction) {
    const bool verb = next != nullptr && (next->upos == Upos::AUX || next->upos == Upos::VERB);
    return after != "of" && !verb;
  }
  if (context.is(amount.number.last - 1, WordRole::couple)) {
    return after != "of" && (next == nullptr || next->xpos != "NNS");
  }
  if (last == "scores" && after != "of" && !amount.modified) {
    const bool noun = context.is(context.previous(), WordRole::before_points);
    const bool compound = context.upos(context.previous()) == Upos::NOUN ||
                          context.upos(context.previous()) == Upos::ADJ;
    return noun || compound;
  }
  return last == "tens" && after != "of" && !amount.modified;
}

// "half-brother", "the second half", "half-time", "in half".
bool is_half_word(const AmountContext& context) {
  const Amount& amount = context.amount;
  if (!amount.number.fraction || amount.proportion || amount.number.vague) return false;
  const TokenIndex unit = context.unit_at();
  const bool joined =
      unit > context.next() && find(context.words.lexicon.units, context.word(unit)) == nullptr;
  if (joined) return true;  // "half-brother", "a quarter-final"
  if (context.word(amount.number.first) != "half" || amount.modified) return false;
  const TokenIndex before = context.previous();
  const bool ranked = find(context.words.lexicon.ordinals, context.word(before)) != nullptr;
  return ranked || context.is(before, WordRole::before_half) ||
         context.is(context.next(), WordRole::behind_half);
}

// "two men were arrested; one was released": one of those who were counted, a pronoun.
bool is_of_the_counted(const AmountContext& context) {
  const TokenIndex mark = context.previous();
  if (context.word(mark) != ";") return false;
  for (TokenIndex i = context.sentence.first; i + 1 < mark; ++i) {
    const auto number = number_at(context.words, i, mark);
    if (number && !number->ordinal && number->value > 1 && number->last < mark &&
        context.words.token(number->last).xpos == "NNS") {
      return true;
    }
  }
  return false;
}

// "one killed", "one was wounded", "killing one": who it happened to.
bool has_state(const AmountContext& context) {
  const Lexicon& lexicon = context.words.lexicon;
  TokenIndex next = context.next();
  if (context.is(next, WordRole::before_state)) ++next;
  if (context.is(next, WordRole::state_adverb)) ++next;
  const TokenIndex before = context.amount.first - 1;
  if (find(lexicon.states, context.word(next)) != nullptr) return true;
  return before >= context.sentence.first && context.upos(before) == Upos::VERB &&
         lexicon.state_verbs.contains(context.words.token(before).lemma) &&
         !context.followed_by_noun();
}

// "one resident said", "one soldier told a reporter": a voice.
bool tells(const AmountContext& context, TokenIndex noun) {
  const Lexicon& lexicon = context.words.lexicon;
  const auto is_telling = [&](TokenIndex i) {
    return i >= context.sentence.first && i < context.sentence.last &&
           lexicon.telling_verbs.contains(context.words.token(i).lemma);
  };
  if (is_telling(noun + 1)) return true;
  const Token& token = context.words.token(noun);
  return context.words.ann.parsed && token.deprel == "nsubj" && is_telling(token.head);
}

bool counts_one(const AmountContext& context) {
  const string_view before = context.word(context.previous());
  const string_view after = context.word(context.next());
  // "in which one herder was shot", but "which one"
  const bool clause = context.upos(context.previous() - 1) == Upos::ADP &&
                      context.words.token(context.previous()).xpos == "WDT";
  if (context.is(context.previous(), WordRole::before_plain_one) && !clause) return false;
  if (has_state(context)) return !is_of_the_counted(context);
  if (context.is(context.next(), WordRole::behind_plain_one)) return false;
  const bool hyphen = is_dash(after) && !context.joint(context.next());
  if (hyphen) return false;
  const Token& token = context.words.token(context.amount.number.first);
  const TokenIndex noun = counted_noun(context.words, context.sentence, context.amount, {});
  if (noun >= 0) {
    const Lexicon& lexicon = context.words.lexicon;
    if (lexicon.one_idioms.contains(context.word(noun)) || tells(context, noun)) return false;
    return token.upos == Upos::NUM || token.upos == Upos::X;
  }
  if (!context.words.ann.parsed) return false;
  const bool lists = relation(context.words, context.amount.number.first) == "conj" &&
                     token.head >= 0 && context.upos(token.head) == Upos::NUM;
  const bool elided = token.upos == Upos::NUM && after == "in" && before == ",";
  return lists || elided;
}

// "one of the three pumps": where the others are counted, so is the one.
bool of_a_number(const AmountContext& context) {
  TokenIndex i = context.next();
  if (context.word(i) != "of") return false;
  ++i;
  while (context.is(i, WordRole::determiner)) ++i;
  const auto number = number_at(context.words, i, context.sentence.last);
  return number && !number->ordinal && !number->vague;
}

bool is_pronoun_one(const AmountContext& context) {
  const Amount& amount = context.amount;
  const bool one = amount.number.last == amount.number.first + 1 && !amount.proportion &&
                   context.word(amount.number.first) == "one";
  if (!one || amount.modified || amount.range) return false;
  if (stands_in(context, context.words.lexicon.one_phrases, amount.number.first, "one"))
    return true;
  if (of_a_number(context)) return context.is(context.previous(), WordRole::before_any_one);
  if (context.is(context.previous(), WordRole::only)) {
    return context.word(context.next()) == "of" || context.word(context.previous()) == "just";
  }
  if (context.words.lexicon.one_idioms.contains(context.word(context.next()))) return true;
  // "one-sided", "one-time" - but "one-year".
  if (context.joint(context.next())) {
    return find(context.words.lexicon.units, context.word(context.next() + 1)) == nullptr;
  }
  if (find(context.words.lexicon.units, context.word(context.next())) != nullptr) return false;
  return !counts_one(context);
}

// "zero tolerance", "ground zero": only a plural, a measure or nothing can be counted by it.
bool is_zero_word(const AmountContext& context) {
  const Amount& amount = context.amount;
  if (amount.number.digits || amount.number.value != 0 || amount.proportion) return false;
  if (context.word(context.previous()) == "ground" || is_dash(context.word(context.next())))
    return true;
  const TokenIndex next = context.next();
  if (next >= context.sentence.last || !has_letter(context.word(next))) return false;
  const TokenIndex noun = counted_noun(context.words, context.sentence, amount, {});
  if (noun < 0) return context.upos(next) == Upos::NOUN;
  return context.words.token(noun).xpos == "NN" || context.words.token(noun).xpos == "NNP";
}

}  // namespace

bool stands_in(const AmountContext& context, const std::vector<Phrase<bool>>& phrases,
               TokenIndex at, string_view part) {
  for (const auto& phrase : phrases) {
    const auto offset = std::find(phrase.words.begin(), phrase.words.end(), part);
    if (offset == phrase.words.end()) continue;
    TokenIndex i = at - static_cast<TokenIndex>(offset - phrase.words.begin());
    const auto differs = [&](const std::string& word) { return context.word(i++) != word; };
    if (std::none_of(phrase.words.begin(), phrase.words.end(), differs)) return true;
  }
  return false;
}

bool is_no_quantity(const AmountContext& context) {
  if (is_part_number(context) || is_list_number(context) || is_broken(context) ||
      is_preposition(context) || is_address(context) || is_ratio(context))
    return true;
  if (context.amount.number.ordinal && is_set_phrase(context)) return true;
  return is_vague_phrase(context) || is_half_word(context) || is_pronoun_one(context) ||
         is_zero_word(context);
}

}  // namespace counterpoint::annotation
