// SPDX-License-Identifier: Apache-2.0
#include "annotation/amount.h"

#include <cmath>
#include <string>

#include "annotation/chars.h"
#include "annotation/modifiers.h"

namespace counterpoint::annotation {
namespace {

using std::optional;
using std::string_view;

constexpr double kFirstYear = 1000;
constexpr double kWidestRise = 10;
constexpr double kThousand = 1000;

void apply(Effect effect, Quantity& quantity) {
  switch (effect) {
    case Effect::at_least:
      quantity.max.reset();
      break;
    case Effect::nearly:
      quantity.approximate = true;
      [[fallthrough]];
    case Effect::at_most:
      quantity.min.reset();
      break;
    case Effect::about:
    case Effect::hedge:
      quantity.approximate = true;
      break;
    case Effect::none:
      break;
  }
}

class Reader {
 public:
  Reader(const Words& words, const Sentence& sentence) : words_(words), sentence_(sentence) {}

  optional<Amount> read(TokenIndex i) {
    const auto number = number_at(words_, i, sentence_.last);
    if (!number) return std::nullopt;
    amount_.number = *number;
    amount_.first = number->first;
    amount_.last = number->last;
    if (!proportion()) second_number();
    amount_.number_last = amount_.last;
    amount_.quantity.number = words_.span(amount_.number.first, amount_.last);
    if (amount_.number.vague) amount_.quantity.word = amount_.quantity.number.of(words_.text);
    read_modifiers_before(words_, sentence_, amount_);
    if (!read_lost_word(words_, sentence_, amount_))
      read_modifier_after(words_, sentence_, amount_);
    set_interval();
    amount_.quantity.span = words_.span(amount_.first, amount_.last);
    return amount_;
  }

 private:
  string_view word(TokenIndex i) const {
    return i >= sentence_.first && i < sentence_.last ? words_.at(i) : string_view{};
  }
  bool is(TokenIndex i, WordRole role) const { return words_.lexicon.roles.has(word(i), role); }

  static bool is_plain(const Number& number) {
    return !number.ordinal && !number.fraction && !number.vague && !number.decade;
  }

  // "one in five", "nine out of ten", "three of every four".
  bool proportion() {
    const Number& part = amount_.number;
    if (!is_plain(part) || part.scaled || part.value != std::floor(part.value)) return false;
    TokenIndex at = amount_.last;
    const bool in = word(at) == "in";
    const bool out_of = word(at) == "out" && word(at + 1) == "of";
    if (!in && !out_of && word(at) != "of") return false;
    at += out_of ? 2 : 1;
    const bool every = word(at) == "every";
    if (every) ++at;
    if (!every && !in && !out_of) return false;
    const auto whole = number_at(words_, at, sentence_.last);
    if (!whole || !is_plain(*whole) || whole->value <= part.value) return false;
    if (!every && !is_share(part, *whole, in)) return false;
    amount_.number.value = part.value / whole->value;
    amount_.number.fraction = amount_.proportion = true;
    amount_.number.last = amount_.last = whole->last;
    return true;
  }

  // "nine in ten" is a share, "three in 12 houses" and "two in ten days" are two numbers.
  bool is_share(const Number& part, const Number& whole, bool in) const {
    const double value = whole.value;
    const bool round = value <= 10 || value == 12 || value == 20 || value == 25 || value == 50 ||
                       std::fmod(std::log10(value), 1) == 0 || (part.value == 1 && !year(whole));
    if (!round) return false;
    if (!in) return value <= 5 || value == 10 || value >= 100;
    const TokenIndex unit = whole.last;
    if (find(words_.lexicon.time_units, word(unit)) != nullptr) return false;
    if (is_dash(word(unit)) || find(words_.lexicon.units, word(unit)) != nullptr) return false;
    const TokenIndex before = amount_.first - 1;
    const bool object = before >= sentence_.first && words_.token(before).upos == Upos::VERB;
    return part.value == 1 || value == 10 || value == 100 || !object;
  }

  bool year(const Number& number) const {
    return number.digits && number.value >= kFirstYear &&
           words_.at(number.first).find(',') == string_view::npos;
  }

  // "120-140", "20 to 30", "between 20 and 50", "five or 14", "two, maybe three".
  void second_number() {
    const Number& first = amount_.number;
    if (first.ordinal || first.vague || first.decade) return;
    const TokenIndex sign = is_sign(amount_.first - 1) ? amount_.first - 1 : amount_.first;
    TokenIndex mark = behind_unit(amount_.last);
    if (is_suspended(mark)) ++mark;
    const string_view form = word(mark);
    const bool dash = is_dash(form) && words_.joined(mark) == words_.joined(mark - 1);
    const bool to = form == "to" && (word(sign - 1) != "from" || is_anywhere(sign - 2));
    const bool between = form == "and" && word(sign - 1) == "between";
    const bool either = is_alternative(mark);
    if (!dash && !to && !between && !either) return;
    if (is_hedge(mark + 1)) ++mark;
    TokenIndex at = mark + 1;
    if (is_sign(at)) ++at;
    const auto other = number_at(words_, at, sentence_.last);
    if (!other || other->ordinal || other->vague || other->decade) return;
    if (other->fraction != first.fraction) return;
    const double low = scaled_first(*other);
    if (!either && other->value <= low) return;
    // "rose by 12,000 to 1.3 million"
    if (to && word(sign - 1) == "by" && other->value > kWidestRise * low) return;
    if (is_dash(word(other->last)) && dash && digits_value(word(other->last + 1))) return;
    close_range(*other, low, either);
    if (between) amount_.first = sign - 1;
    if (either && word(sign - 1) == "either") amount_.first = sign - 1;
  }

  void close_range(const Number& other, double low, bool either) {
    if (either) {
      amount_.quantity.alternatives = {low, other.value};
    } else {
      amount_.quantity.min = low;
      amount_.quantity.max = other.value;
    }
    amount_.range = true;
    amount_.number.scaled = amount_.number.scaled || other.scaled;
    amount_.last = other.last;
  }

  // "16- to 24-year-olds".
  bool is_suspended(TokenIndex i) const {
    return is_dash(word(i)) && words_.joined(i - 1) && !words_.joined(i) &&
           (word(i + 1) == "to" || word(i + 1) == "or");
  }
  // "anywhere from 20 to 30" is one range, "rose from 20 to 30" two numbers.
  bool is_anywhere(TokenIndex i) const { return is(i, WordRole::anywhere); }
  bool is_sign(TokenIndex i) const { return words_.lexicon.currencies.contains(word(i)); }
  bool is_hedge(TokenIndex i) const { return is(i, WordRole::hedge); }
  // "five or six", "two, maybe three".
  bool is_alternative(TokenIndex mark) const {
    return word(mark) == "or" || (word(mark) == "," && is_hedge(mark + 1));
  }

  // Over a unit that the second number has too: "30% to 40%", "5km-10km".
  TokenIndex behind_unit(TokenIndex i) const {
    if (i + 2 >= sentence_.last || find(words_.lexicon.units, word(i)) == nullptr) return i;
    const auto other = number_at(words_, i + 2, sentence_.last);
    return other && word(other->last) == word(i) ? i + 1 : i;
  }

  // "2 to 3 million", "two or three hundred": the scale of the second number is the first one's
  // too.
  double scaled_first(const Number& other) const {
    const double first = amount_.number.value;
    const bool article = words_.is(other.first, WordRole::article);
    if (article || first >= 1000 || scale_of(amount_.number) > 1) return first;
    if (is_cut_short(other)) return first * kThousand;
    const double factor = scale_of(other);
    return other.value / factor > first ? first * factor : first;
  }

  // "12-15,000": the first number leaves out its thousands.
  bool is_cut_short(const Number& other) const {
    const bool joined = is_dash(word(other.first - 1)) && words_.joined(other.first - 1);
    return joined && amount_.number.digits && other.digits && !other.scaled &&
           word(other.first).ends_with(",000") && amount_.number.value < other.value / kThousand;
  }

  // The scale words behind the first word of a number, multiplied.
  double scale_of(const Number& number) const {
    double factor = 1;
    for (TokenIndex i = number.first + 1; i < number.last; ++i) {
      const NumberWord* scale = find(words_.lexicon.numbers, words_.at(i));
      const bool multiplies = scale != nullptr && scale->kind != NumberWord::Kind::unit &&
                              scale->kind != NumberWord::Kind::ten;
      if (multiplies) factor *= scale->value;
    }
    return factor;
  }

  void set_interval() {
    Quantity& quantity = amount_.quantity;
    const Number& number = amount_.number;
    if (!quantity.alternatives.empty()) {
      quantity.approximate = amount_.effect == Effect::about || amount_.effect == Effect::hedge;
      return;
    }
    if (!amount_.range) {
      quantity.min = number.value;
      quantity.max = number.decade ? number.value + 9 : number.value;
      if (number.least) quantity.max.reset();
      quantity.approximate = number.vague && !number.fraction;
    }
    apply(amount_.effect, quantity);
  }

  const Words& words_;
  const Sentence& sentence_;
  Amount amount_;
};

}  // namespace

optional<Amount> amount_at(const Words& words, TokenIndex i, const Sentence& sentence) {
  return Reader(words, sentence).read(i);
}

void widen(const Words& words, const Sentence& sentence, Amount& amount, TokenIndex first,
           TokenIndex last) {
  amount.first = std::min(amount.first, first);
  if (last > amount.last) {
    amount.last = last;
    const Effect before = amount.effect;
    read_modifier_after(words, sentence, amount);
    if (amount.effect != before) apply(amount.effect, amount.quantity);
  }
  amount.quantity.span = words.span(amount.first, amount.last);
}

}  // namespace counterpoint::annotation
