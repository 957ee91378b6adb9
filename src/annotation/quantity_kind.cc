// SPDX-License-Identifier: Apache-2.0
#include "annotation/quantity_kind.h"

#include <algorithm>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

constexpr double kOldestAge = 110;
constexpr std::size_t kTelephoneDigits = 7;

class Classifier {
 public:
  Classifier(const Words& words, const Sentence& sentence, Amount& amount)
      : words_(words), sentence_(sentence), amount_(amount) {}

  optional<QuantityKind> run() {
    const Number& number = amount_.number;
    if (is_list_number()) return std::nullopt;
    if (is_money()) return QuantityKind::money;
    if (is_pronoun_one()) return std::nullopt;
    if (number.ordinal) return is_unit_name() ? QuantityKind::version : QuantityKind::ordinal;
    if (is_age()) return QuantityKind::age;
    if (is_name_number() || is_telephone()) return QuantityKind::version;
    if (is_clock()) return QuantityKind::clock;
    if (const auto unit = measured()) return unit;
    if (number.fraction) return QuantityKind::fraction;
    if (is_score()) return QuantityKind::version;
    if (is_part_of_word()) return QuantityKind::other;
    return QuantityKind::count;
  }

 private:
  string_view word(TokenIndex i) const {
    return i >= sentence_.first && i < sentence_.last ? words_.at(i) : string_view{};
  }
  TokenIndex next() const { return amount_.number_last; }
  TokenIndex previous() const { return amount_.number.first - 1; }

  // "1." or "2)" that opens a line.
  bool is_list_number() const {
    if (amount_.number.first != sentence_.first || !amount_.number.digits) return false;
    return (word(next()) == "." || word(next()) == ")") && next() + 1 < sentence_.last;
  }

  bool is_money() {
    if (words_.lexicon.currencies.contains(word(previous()))) {
      widen_to(previous());
      skip_money_word();
      return true;
    }
    const QuantityKind* unit = find(words_.lexicon.units, word(next()));
    if (unit == nullptr || *unit != QuantityKind::money) {
      unit = find(words_.lexicon.units, word(next() + 1));  // "12 Mexican pesos"
      if (unit == nullptr || *unit != QuantityKind::money ||
          !starts_upper(words_.written(next()))) {
        return false;
      }
    }
    return !amount_.number.vague || word(next()) != "of";
  }

  void widen_to(TokenIndex first) {
    amount_.first = std::min(amount_.first, first);
    amount_.quantity.span = words_.span(amount_.first, amount_.last);
  }

  // "$ 1.5 bn dollars"
  void skip_money_word() {
    const QuantityKind* unit = find(words_.lexicon.units, word(next()));
    if (unit == nullptr || *unit != QuantityKind::money) return;
    amount_.last = std::max(amount_.last, next() + 1);
    amount_.quantity.span = words_.span(amount_.first, amount_.last);
  }

  // "35th Regiment", "46th and 55th SF Regiments".
  bool is_unit_name() const {
    for (TokenIndex i = next(); i < std::min(next() + 7, sentence_.last); ++i) {
      const string_view form = words_.at(i);
      if (form == "," || form == "." || form == ";") return false;
      if (i > next() && starts_upper(words_.written(i)) && is_formation(form)) return true;
      if (i == next() && starts_upper(words_.written(i))) return true;
    }
    return false;
  }

  bool is_formation(string_view form) const {
    if (form.ends_with("s")) form.remove_suffix(1);
    return words_.lexicon.version_heads.contains(form);
  }

  bool is_age() const {
    const TokenIndex at = next();
    const bool dashed = is_dash(word(at));
    const string_view unit = word(at + (dashed ? 1 : 0));
    const TokenIndex behind = at + (dashed ? 2 : 1);
    const bool years = unit == "year" || unit == "years" || unit == "month" || unit == "months" ||
                       unit == "day" || unit == "week" || unit == "weeks" || unit == "days";
    const string_view old = word(behind + (is_dash(word(behind)) ? 1 : 0));
    if (years && (old == "old" || old == "olds")) return true;
    if (years && word(behind) == "of" && word(behind + 1) == "age") return true;
    const string_view before = word(amount_.first - 1);
    if (before == "aged" || before == "age" || before == "ages") return true;
    if (amount_.number.value > kOldestAge || !amount_.number.digits) return false;
    return between_commas() || in_brackets();
  }

  // "Basil Masri, 39, was": an age behind a name.
  bool between_commas() const {
    const string_view after = word(next());
    if (word(previous()) != "," || (after != "," && after != "." && after != ";")) return false;
    const TokenIndex name = previous() - 1;
    if (name < sentence_.first || !starts_upper(words_.written(name))) return false;
    // "On June 6, 39, ..." does not occur; "Reuters, 12," is rare: a person's name has two words.
    return name > sentence_.first && has_letter(words_.at(name)) &&
           find(words_.lexicon.months, words_.at(name)) == nullptr;
  }

  bool in_brackets() const {
    return word(previous()) == "(" && word(next()) == ")" && previous() > sentence_.first &&
           starts_upper(words_.written(previous() - 1)) && amount_.number.value >= 10 &&
           words_.token(previous() - 1).upos == Upos::PROPN;
  }

  // "phase 4", "flight 242", "AK-47", "level at five", "Article 5".
  bool is_name_number() const {
    if (amount_.modified || amount_.number.vague || amount_.range) return false;
    TokenIndex i = previous();
    if (word(i) == "at" || word(i) == "to" || word(i) == "of") {
      // "its alert level at five", "the highest level of six"
      const bool level =
          word(i - 1) == "level" || word(i - 1) == "phase" || word(i - 1) == "category";
      return level && !followed_by_noun();
    }
    if (is_dash(word(i))) {
      return i > sentence_.first && words_.joined(i) && words_.joined(i - 1) &&
             has_letter(words_.at(i - 1));
    }
    if (i < sentence_.first) return false;
    const bool number_sign =
        word(i) == "no" && amount_.number.digits && starts_upper(words_.written(i));
    if (number_sign || words_.lexicon.version_heads.contains(word(i))) return true;
    const Token& token = words_.token(amount_.number.first);
    const bool behind_head =
        token.head == i && token.deprel == "nummod" && words_.token(i).upos == Upos::PROPN;
    return behind_head && !followed_by_noun();
  }

  // "+447624800100", "5550123": more digits in a row than counts are written with.
  bool is_telephone() const {
    const string_view form = word(amount_.number.first);
    return amount_.number.digits && all_digits(form) &&
           (word(previous()) == "+" || form.size() >= kTelephoneDigits);
  }

  // "0911: ...", the entries of a live page.
  bool is_clock() const {
    const string_view form = word(amount_.number.first);
    if (form.size() != 4 || !all_digits(form)) return false;
    const bool hours = form[0] < '2' || (form[0] == '2' && form[1] < '4');
    return hours && form[2] < '6' && (word(next()) == ":" || form[0] == '0');
  }

  bool followed_by_noun() const {
    return next() < sentence_.last && words_.token(next()).upos == Upos::NOUN;
  }

  // Units behind the number, perhaps after a hyphen: "35 km", "5-tonne", "20 per cent", "100F".
  optional<QuantityKind> measured() const {
    TokenIndex at = next();
    if (is_dash(word(at)) && words_.joined(at)) ++at;
    const string_view form = word(at);
    if (form == "per" && word(at + 1) == "cent") return QuantityKind::percent;
    if ((form == "f" || form == "c") && words_.joined(at - 1)) return QuantityKind::temperature;
    if (form == "\u00b0") return QuantityKind::temperature;
    const QuantityKind* unit = find(words_.lexicon.units, form);
    if (unit == nullptr) return std::nullopt;
    const bool plain_word = form == "mark" || form == "won" || form == "real" || form == "square" ||
                            form == "second" || form == "min" || form == "rand";
    if (plain_word && (form != "square" || word(at + 1).empty())) return std::nullopt;
    return *unit;
  }

  // "2-1": the second number is not above the first.
  bool is_score() const {
    if (amount_.range || !amount_.number.digits) return false;
    const bool leads = is_dash(word(next())) && words_.joined(next() - 1) &&
                       digits_value(word(next() + 1)).has_value();
    const bool trails = is_dash(word(previous())) && words_.joined(previous()) &&
                        digits_value(word(previous() - 1)).has_value();
    return leads || trails;
  }

  bool is_pronoun_one() const {
    const Number& number = amount_.number;
    const bool bare = number.last == number.first + 1 && words_.at(number.first) == "one";
    return bare && !amount_.modified && !amount_.range && !counts_one();
  }

  // "one" that counts: "one death", "one was executed" only behind a modifier.
  bool counts_one() const {
    const string_view before = word(previous());
    static constexpr string_view kNot[] = {"no",   "any",   "every", "some",    "this",
                                           "that", "which", "each",  "another", "the",
                                           "last", "-",     "these", "not"};
    if (std::find(std::begin(kNot), std::end(kNot), before) != std::end(kNot)) return false;
    const string_view after = word(next());
    if (after == "of" || after == "another" || after == "'s" || after == "-") return false;
    const Token& token = words_.token(amount_.number.first);
    if (words_.ann.parsed) {
      const bool lists = relation(words_, amount_.number.first) == "conj" && token.head >= 0 &&
                         words_.token(token.head).upos == Upos::NUM;
      const bool elided = token.upos == Upos::NUM && after == "in" && before == ",";
      return token.upos == Upos::NUM && (token.deprel == "nummod" || lists || elided);
    }
    static constexpr string_view kVerbs[] = {
        "who", "that", "which", "is", "was",  "has",  "can", "in",   "on",    "at",
        "to",  "and",  "or",    "by", "with", "from", "for", "must", "could", "would"};
    return !after.empty() && has_letter(after) &&
           std::find(std::begin(kVerbs), std::end(kVerbs), after) == std::end(kVerbs);
  }

  // "two-storey": the number belongs to an adjective. "15,000-strong" and "five-member" count.
  bool is_part_of_word() const {
    if (!is_dash(word(next())) || !words_.joined(next()) || !words_.joined(next() - 1))
      return false;
    const string_view rest = word(next() + 1);
    return rest != "strong" && rest != "member" && rest != "person" && rest != "man" &&
           rest != "woman" && rest != "odd" && rest != "plus";
  }

  const Words& words_;
  const Sentence& sentence_;
  Amount& amount_;
};

// By either tag: where the two heads of the model disagree, the word is taken for a noun.
bool is_noun(const Words& words, TokenIndex i) {
  const Token& token = words.token(i);
  if (token.xpos.starts_with("NN")) return true;
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ;
}

// An adjective, participle or adverb before the noun: "18 confirmed cases".
bool describes(const Words& words, TokenIndex i) {
  const Token& token = words.token(i);
  return token.upos == Upos::ADJ || token.upos == Upos::ADV || token.xpos == "VBN" ||
         token.xpos == "VBG" || token.xpos.starts_with("JJ");
}

// The noun by rule: within the next four words, over "of" behind vague amounts and "of the" behind
// numbers, up to the first word that closes the phrase.
TokenIndex noun_by_rule(const Words& words, const Sentence& sentence, const Amount& amount) {
  static constexpr string_view kClosers[] = {
      "in",    "at",    "on",     "to",   "by",   "with",   "from",    "for",      "were",
      "was",   "are",   "is",     "have", "has",  "had",    "and",     "or",       "who",
      "that",  "which", "but",    "as",   "than", "after",  "them",    "us",       "whom",
      "those", "since", "during", "when", "dead", "killed", "wounded", "arrested", "will"};
  TokenIndex i = amount.last;
  TokenIndex candidate = -1;
  if (i < sentence.last && words.at(i) == "of") ++i;
  for (int step = 0; step < 5 && i < sentence.last; ++step, ++i) {
    const string_view form = words.at(i);
    if (form == "the" || form == "its" || form == "their" || form == "these" || form == "other")
      continue;
    if (is_dash(form) && words.joined(i)) continue;
    if (!has_letter(form)) break;
    if (std::find(std::begin(kClosers), std::end(kClosers), form) != std::end(kClosers)) break;
    if (form == "of" || find(words.lexicon.numbers, form) != nullptr) break;
    if (words.token(i).upos != Upos::X) {
      if (describes(words, i)) continue;
      if (!is_noun(words, i)) break;
    }
    candidate = i;
    const bool plural = (form.ends_with("s") && !form.ends_with("ss") && !form.ends_with("'s")) ||
                        find(words.lexicon.nouns, form) != nullptr;
    if (plural) break;
  }
  return candidate;
}

// The noun of an of-phrase that hangs on the number: "dozens of people", "two of the men".
TokenIndex noun_of_phrase(const Words& words, const Dependents& dependents, TokenIndex number) {
  for (const TokenIndex child : dependents.of(number)) {
    if (child <= number || relation(words, child) != "nmod" || !is_noun(words, child)) continue;
    const TokenIndex marker = dependents.find(child, "case");
    if (marker >= 0 && words.at(marker) == "of") return child;
  }
  return -1;
}

// "120 members of the forces": the members, also where the parse hangs the number on the forces.
TokenIndex before_of(const Words& words, TokenIndex first, TokenIndex noun) {
  for (TokenIndex i = first + 1; i < noun; ++i) {
    if (words.at(i) == "of" && words.token(i - 1).upos == Upos::NOUN) return i - 1;
  }
  return noun;
}

// A finite verb before the noun: the parse hangs the number on the wrong word.
bool crosses_verb(const Words& words, TokenIndex first, TokenIndex noun) {
  for (TokenIndex i = first; i < noun; ++i) {
    const string_view tag = words.token(i).xpos;
    if (tag == "VBD" || tag == "VBP" || tag == "VBZ" || tag == "MD") return true;
  }
  return false;
}

TokenIndex noun_by_parse(const Words& words, const Dependents& dependents, const Sentence& sentence,
                         const Amount& amount) {
  for (TokenIndex i = amount.number.first; i < amount.number_last; ++i) {
    const TokenIndex of = noun_of_phrase(words, dependents, i);
    if (of >= amount.last) return of;
  }
  for (TokenIndex i = amount.number.first; i < amount.number_last; ++i) {
    const TokenIndex head = words.token(i).head;
    if (head < amount.last || head >= sentence.last || !is_noun(words, head)) continue;
    if (crosses_verb(words, amount.last, head)) continue;
    const string_view rel = relation(words, i);
    if (rel == "nummod" || rel == "amod" || rel == "det" || rel == "compound" || rel == "nmod") {
      return before_of(words, amount.last, head);
    }
  }
  return -1;
}

}  // namespace

optional<QuantityKind> kind_of(const Words& words, const Sentence& sentence, Amount& amount) {
  return Classifier(words, sentence, amount).run();
}

TokenIndex counted_noun(const Words& words, const Dependents* dependents, const Sentence& sentence,
                        const Amount& amount) {
  const TokenIndex parsed =
      dependents != nullptr ? noun_by_parse(words, *dependents, sentence, amount) : -1;
  return parsed >= 0 ? parsed : noun_by_rule(words, sentence, amount);
}

}  // namespace counterpoint::annotation
