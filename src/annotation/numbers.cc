// SPDX-License-Identifier: Apache-2.0
#include "annotation/numbers.h"

#include <cmath>
#include <string>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;
using Kind = NumberWord::Kind;

// Reads one number from left to right; `at_` is the next token.
class Reader {
 public:
  Reader(const Words& words, TokenIndex first, TokenIndex end)
      : words_(words), first_(first), at_(first), end_(end) {}

  std::optional<Number> read() {
    Number number{.first = first_};
    if (vague(number) || many_digits(number) || decade(number) || ordinal(number) ||
        fraction(number)) {
      return number;
    }
    const auto value = cardinal(number);
    if (!value) return std::nullopt;
    number.value = *value;
    and_a_part(number);
    number.last = at_;
    return number;
  }

 private:
  string_view word(TokenIndex i) const { return i < end_ ? words_.at(i) : string_view{}; }
  bool is(TokenIndex i, WordRole role) const { return words_.lexicon.roles.has(word(i), role); }
  const NumberWord* number_word(TokenIndex i) const {
    return find(words_.lexicon.numbers, word(i));
  }
  bool is_joint(TokenIndex i) const {
    return is_dash(word(i)) && words_.joined(i) && words_.joined(i - 1);
  }

  template <class T>
  const Phrase<T>* phrase_at(const std::vector<Phrase<T>>& phrases) const {
    for (const auto& phrase : phrases) {
      TokenIndex i = at_;
      for (const std::string& part : phrase.words) {
        if (word(i) != part) break;
        ++i;
      }
      if (i - at_ == static_cast<TokenIndex>(phrase.words.size())) return &phrase;
    }
    return nullptr;
  }

  // "dozens", "a few hundred"; "the majority".
  bool vague(Number& number) {
    if (const auto* phrase = phrase_at(words_.lexicon.vague)) {
      number.value = phrase->value.value;
      number.least = !phrase->value.about;
      number.last = at_ + static_cast<TokenIndex>(phrase->words.size());
    } else if (const auto* part = phrase_at(words_.lexicon.vague_fractions)) {
      number.value = part->value;
      number.least = number.fraction = true;
      number.last = at_ + static_cast<TokenIndex>(part->words.size());
    } else {
      return false;
    }
    number.vague = true;
    return true;
  }

  // "100s of people", "10s of thousands".
  bool many_digits(Number& number) {
    const string_view form = word(at_);
    if (form.size() < 3 || !form.ends_with("s")) return false;
    const auto value = digits_value(form.substr(0, form.size() - 1));
    if (!value || *value < 10 || std::fmod(std::log10(*value), 1) != 0) return false;
    number.value = *value;
    number.last = at_ + 1;
    if (word(at_ + 1) == "of" && (word(at_ + 2) == "thousands" || word(at_ + 2) == "millions")) {
      number.value *= word(at_ + 2) == "thousands" ? 1e3 : 1e6;
      number.last = at_ + 3;
    }
    number.vague = number.least = true;
    return true;
  }

  // "in her sixties", "in his early 40s".
  bool decade(Number& number) {
    TokenIndex before = at_ - 1;
    // "in their 30s and 40s"
    if (words_.is(before, WordRole::year_joint) && words_.at(before - 1).ends_with("s"))
      before -= 2;
    if (words_.is(before, WordRole::decade_part)) --before;
    if (!words_.is(before, WordRole::owner) || words_.at(before - 1) != "in") return false;
    string_view form = word(at_);
    if (form.starts_with("mid-")) form.remove_prefix(4);
    const NumberWord* ten = find(words_.lexicon.numbers, form);
    if (ten != nullptr && ten->kind == Kind::decade) {
      number.value = ten->value;
    } else if (form.size() == 3 && form.ends_with("0s") && digits_value(form.substr(0, 2))) {
      number.value = *digits_value(form.substr(0, 2));
    } else {
      return false;
    }
    number.decade = true;
    number.last = at_ + 1;
    return true;
  }

  // "35th", "first", "twenty-first".
  bool ordinal(Number& number) {
    const string_view form = word(at_);
    if (form.size() > 2 && is_ascii_digit(static_cast<unsigned char>(form[0])) &&
        words_.lexicon.roles.has(form.substr(form.size() - 2), WordRole::ordinal_ending)) {
      const auto value = digits_value(form.substr(0, form.size() - 2));
      if (!value) return false;
      return close(number, *value, at_ + 1, true);
    }
    if (const double* value = find(words_.lexicon.ordinals, form)) {
      return close(number, *value, at_ + 1, true);
    }
    const NumberWord* ten = number_word(at_);
    if (ten == nullptr || ten->kind != Kind::ten || !is_dash(word(at_ + 1))) return false;
    const double* unit = find(words_.lexicon.ordinals, word(at_ + 2));
    return unit != nullptr && close(number, ten->value + *unit, at_ + 3, true);
  }

  bool close(Number& number, double value, TokenIndex last, bool is_ordinal) {
    number.value = value;
    number.ordinal = is_ordinal;
    number.fraction = !is_ordinal;
    number.last = at_ = last;
    return true;
  }

  // "half", "a third", "two-thirds", "three quarters", "1/2" - but "half a million" is a number.
  bool fraction(Number& number) {
    const string_view form = word(at_);
    if (form.find('/') != string_view::npos) return slashed(number, form);
    TokenIndex name = at_;
    double times = 1;
    const NumberWord* count = number_word(at_);
    const bool article = is(at_, WordRole::article);
    if (count != nullptr && count->kind == Kind::unit) {
      times = count->value;
      name += is_dash(word(at_ + 1)) ? 2 : 1;
    } else if (article) {
      ++name;
    }
    const double* part = find(words_.lexicon.fractions, word(name));
    if (part == nullptr || (name == at_ && word(name) != "half")) return false;
    if (part_of_scale(number, times * *part, name + 1, word(name))) return true;
    if (number_word(name + 1) != nullptr) return false;
    // "a third case" is the case after the second, "a third of the cases" a part.
    const double* rank = find(words_.lexicon.ordinals, word(name));
    if (rank != nullptr && article && !stands_alone(name + 1)) {
      number.first = name;
      return close(number, *rank, name + 1, true);
    }
    return close(number, times * *part, name + 1, false);
  }

  bool slashed(Number& number, string_view form) {
    const auto slash = form.find('/');
    const auto top = digits_value(form.substr(0, slash));
    const auto bottom = digits_value(form.substr(slash + 1));
    if (!top || !bottom || *bottom <= *top || *bottom > 10) return false;
    return close(number, *top / *bottom, at_ + 1, false);
  }

  // Whether no noun follows the name of a part.
  bool stands_alone(TokenIndex i) const {
    const string_view next = word(i);
    if (next.empty() || next == "of" || !has_letter(next)) return true;
    const Upos upos = words_.token(i).upos;
    return upos == Upos::AUX || upos == Upos::VERB || upos == Upos::ADP || upos == Upos::CCONJ;
  }

  // "half a million", "a quarter of a million", "half-a-dozen": the part of a scale word at `i`.
  bool part_of_scale(Number& number, double part, TokenIndex i, string_view name) {
    const bool rank = find(words_.lexicon.ordinals, name) != nullptr;
    if (rank && word(i) != "of") return false;
    if (is_joint(i) || word(i) == "of") ++i;
    if (is(i, WordRole::article) || word(i) == "one") ++i;
    if (is_joint(i)) ++i;
    const NumberWord* scale = number_word(i);
    if (scale == nullptr || !starts_scale(i)) return false;
    number.value = part;
    for (; scale != nullptr && starts_scale(i); scale = number_word(++i)) {
      number.value *= scale->value;
    }
    number.last = at_ = i;
    return true;
  }

  // Digits with a scale, or number words.
  std::optional<double> cardinal(Number& number) {
    if (is_minus()) {
      ++at_;
      const auto value = cardinal(number);
      return value ? std::optional(-*value) : std::nullopt;
    }
    const auto digits = digits_at(words_, at_, end_);
    if (!digits) return in_words();
    number.digits = true;
    at_ = digits->last;
    return digits->value * scales(number);
  }

  // "-12 degrees", "minus five": before a number that can be negative.
  bool is_minus() const {
    const bool sign = is_dash(word(at_)) && words_.joined(at_) && !words_.joined(at_ - 1);
    if (!sign && word(at_) != "minus") return false;
    const auto number = number_at(words_, at_ + 1, end_);
    if (!number || number->ordinal || number->vague) return false;
    const string_view unit = word(number->last);
    const QuantityKind* kind = find(words_.lexicon.units, unit);
    if (kind == nullptr) return word(at_) == "minus" || unit.starts_with("\u00b0");
    return *kind == QuantityKind::temperature || *kind == QuantityKind::percent;
  }

  // The scale words behind digits, multiplied: "12m", "5 lakh crore".
  double scales(Number& number) {
    double factor = 1;
    while (const NumberWord* scale = number_word(at_)) {
      if (!starts_scale(at_) && scale->kind != Kind::glued) break;
      if (scale->kind == Kind::glued && !is_glued_scale()) break;
      factor *= scale->value;
      number.scaled = true;
      ++at_;
    }
    return factor;
  }

  // "12m", "1.5 bn": not "5 m high", which is a length.
  bool is_glued_scale() const { return words_.joined(at_ - 1) || word(at_).size() > 1; }

  std::optional<double> in_words() {
    double total = 0;
    double group = 0;
    bool any = false;
    if (is(at_, WordRole::article) && starts_scale(at_ + 1)) {
      group = 1;
      ++at_;
    }
    while (at_ < end_) {
      const NumberWord* next = number_word(at_);
      if (next == nullptr && any && joiner(group)) {
        ++at_;
        continue;
      }
      if (next == nullptr || next->kind == Kind::glued || next->kind == Kind::decade) break;
      if (!fits(*next, group, any)) break;
      take(*next, group, total);
      any = true;
      ++at_;
    }
    if (!any) return std::nullopt;
    return total + group;
  }

  bool starts_scale(TokenIndex i) const {
    const NumberWord* next = number_word(i);
    return next != nullptr &&
           (next->kind == Kind::hundred || next->kind == Kind::scale || next->kind == Kind::dozen);
  }

  // The hyphen of "forty-two" and the "and" of "two hundred and five".
  bool joiner(double group) const {
    const NumberWord* next = number_word(at_ + 1);
    if (next == nullptr || next->kind == Kind::glued || next->kind == Kind::decade) return false;
    const bool small = next->kind == Kind::unit || next->kind == Kind::ten;
    if (is_dash(word(at_))) return is_joint(at_) && fits(*next, group, true);
    return word(at_) == "and" && small && (group >= 100 || group == 0);
  }

  static bool fits(const NumberWord& next, double group, bool any) {
    const double tail = group - 100 * static_cast<double>(static_cast<long>(group / 100));
    if (next.kind == Kind::unit) {
      const bool after_ten = tail >= 20 && next.value < 10 && static_cast<int>(tail) % 10 == 0;
      return !any || tail == 0 || after_ten;
    }
    if (next.kind == Kind::ten) return !any || tail == 0;
    return true;
  }

  static void take(const NumberWord& next, double& group, double& total) {
    switch (next.kind) {
      case Kind::unit:
      case Kind::ten:
        group += next.value;
        break;
      case Kind::hundred:
      case Kind::dozen:
        group = (group > 0 ? group : 1) * next.value;
        break;
      case Kind::scale:
        total += (group > 0 ? group : (total > 0 ? 0 : 1)) * next.value;
        group = 0;
        break;
      case Kind::glued:
      case Kind::decade:
        break;
    }
  }

  // "two and a half", "one-and-a-half million", "a million and a half", "three and a quarter".
  void and_a_part(Number& number) {
    TokenIndex i = at_ + (is_joint(at_) ? 1 : 0);
    if (word(i) != "and") return;
    i += is_joint(i + 1) ? 2 : 1;
    double times = 1;
    if (const NumberWord* count = number_word(i); count != nullptr && count->kind == Kind::unit) {
      times = count->value;
      ++i;
    } else if (word(i) == "a") {
      ++i;
    } else {
      return;
    }
    if (is_joint(i)) ++i;
    const double* part = find(words_.lexicon.fractions, word(i));
    const bool whole = find(words_.lexicon.ordinals, word(i)) != nullptr;  // "two and a third man"
    if (part == nullptr || (whole && times == 1)) return;
    const NumberWord* scale = number_word(at_ - 1);
    number.value += times * *part * (scale != nullptr && starts_scale(at_ - 1) ? scale->value : 1);
    at_ = i + 1;
    if (is_joint(at_) && starts_scale(at_ + 1)) ++at_;
    number.value *= scales(number);
  }

  const Words& words_;
  TokenIndex first_;
  TokenIndex at_;
  TokenIndex end_;
};

}  // namespace

std::optional<Number> number_at(const Words& words, TokenIndex i, TokenIndex end) {
  return Reader(words, i, end).read();
}

}  // namespace counterpoint::annotation
