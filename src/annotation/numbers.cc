// SPDX-License-Identifier: Apache-2.0
#include "annotation/numbers.h"

#include <charconv>
#include <string>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using Kind = NumberWord::Kind;

// Reads one number from left to right; `at_` is the next token.
class Reader {
 public:
  Reader(const Words& words, TokenIndex first, TokenIndex end)
      : words_(words), first_(first), at_(first), end_(end) {}

  std::optional<Number> read() {
    Number number{.first = first_};
    if (vague(number) || ordinal(number) || fraction(number)) return number;
    const auto value = cardinal(number);
    if (!value) return std::nullopt;
    number.value = *value;
    and_a_half(number);
    number.last = at_;
    return number;
  }

 private:
  std::string_view word(TokenIndex i) const { return i < end_ ? words_.at(i) : std::string_view{}; }
  const NumberWord* number_word(TokenIndex i) const {
    return find(words_.lexicon.numbers, word(i));
  }

  bool vague(Number& number) {
    for (const auto& phrase : words_.lexicon.vague) {
      TokenIndex i = at_;
      for (const std::string& part : phrase.words) {
        if (word(i) != part) break;
        ++i;
      }
      if (i - at_ != static_cast<TokenIndex>(phrase.words.size())) continue;
      number.value = phrase.value;
      number.vague = true;
      number.last = at_ = i;
      return true;
    }
    return false;
  }

  // "35th", "first", "twenty-first".
  bool ordinal(Number& number) {
    const std::string_view form = word(at_);
    if (form.size() > 2 && is_ascii_digit(static_cast<unsigned char>(form[0])) &&
        (form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd") ||
         form.ends_with("th"))) {
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
    const std::string_view form = word(at_);
    const auto slash = form.find('/');
    if (slash != std::string_view::npos) {
      const auto top = digits_value(form.substr(0, slash));
      const auto bottom = digits_value(form.substr(slash + 1));
      if (!top || !bottom || *bottom <= *top || *bottom > 10) return false;
      return close(number, *top / *bottom, at_ + 1, false);
    }
    TokenIndex name = at_;
    double times = 1;
    const NumberWord* count = number_word(at_);
    if (count != nullptr && count->kind == Kind::unit) {
      times = count->value;
      name += is_dash(word(at_ + 1)) ? 2 : 1;
    } else if (form == "a" || form == "an") {
      ++name;
    }
    const double* part = find(words_.lexicon.fractions, word(name));
    if (part == nullptr || (name == at_ && word(name) != "half")) return false;
    if (word(name + 1) == "a" || word(name + 1) == "an" || number_word(name + 1) != nullptr) {
      return false;
    }
    // "a third case" is the case after the second, "a third of the cases" a part.
    const double* rank = find(words_.lexicon.ordinals, word(name));
    if (rank != nullptr && times == 1) {
      const bool part_of = word(name + 1) == "of" || word(name + 1).empty();
      if (!part_of) return close(number, *rank, name + 1, true);
    }
    return close(number, times * *part, name + 1, false);
  }

  // Digits with a scale, or number words.
  std::optional<double> cardinal(Number& number) {
    if (const auto digits = digits_value(word(at_))) {
      number.digits = true;
      ++at_;
      double value = *digits;
      while (const NumberWord* scale = number_word(at_)) {
        if (scale->kind == Kind::unit || scale->kind == Kind::ten) break;
        if (scale->kind == Kind::glued && !is_glued_scale()) break;
        value *= scale->value;
        number.scaled = true;
        ++at_;
      }
      return value;
    }
    return in_words();
  }

  // "12m", "1.5 bn": not "5 m high", which is a length.
  bool is_glued_scale() const { return words_.joined(at_ - 1) || word(at_).size() > 1; }

  std::optional<double> in_words() {
    double total = 0;
    double group = 0;
    bool any = false;
    if ((word(at_) == "a" || word(at_) == "an") && starts_scale(at_ + 1)) {
      group = 1;
      ++at_;
    } else if (word(at_) == "half" && (word(at_ + 1) == "a" || starts_scale(at_ + 1))) {
      group = 0.5;
      at_ += word(at_ + 1) == "a" ? 2 : 1;
    }
    while (at_ < end_) {
      const NumberWord* next = number_word(at_);
      if (next == nullptr && any && joiner(group)) {
        ++at_;
        continue;
      }
      if (next == nullptr || next->kind == Kind::glued || !fits(*next, group, any)) break;
      take(*next, group, total);
      any = true;
      ++at_;
    }
    if (!any) return std::nullopt;
    return total + group;
  }

  bool starts_scale(TokenIndex i) const {
    const NumberWord* next = number_word(i);
    return next != nullptr && next->kind != Kind::unit && next->kind != Kind::ten &&
           next->kind != Kind::glued;
  }

  // The hyphen of "forty-two" and the "and" of "two hundred and five".
  bool joiner(double group) const {
    const NumberWord* next = number_word(at_ + 1);
    if (next == nullptr) return false;
    const bool small = next->kind == Kind::unit || next->kind == Kind::ten;
    if (is_dash(word(at_))) return words_.joined(at_ - 1) && words_.joined(at_);
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
      case Kind::glued:
        total += (group > 0 ? group : (total > 0 ? 0 : 1)) * next.value;
        group = 0;
        break;
    }
  }

  // "two and a half".
  void and_a_half(Number& number) {
    if (word(at_) == "and" && word(at_ + 1) == "a" && word(at_ + 2) == "half") {
      number.value += 0.5;
      at_ += 3;
    }
  }

  const Words& words_;
  TokenIndex first_;
  TokenIndex at_;
  TokenIndex end_;
};

}  // namespace

std::optional<double> digits_value(std::string_view word) {
  if (word.empty() || !is_ascii_digit(static_cast<unsigned char>(word[0]))) return std::nullopt;
  std::string plain;
  std::size_t group = 0;  // digits since the last comma
  bool comma = false;
  bool stop = false;
  for (const char c : word) {
    if (is_ascii_digit(static_cast<unsigned char>(c))) {
      plain.push_back(c);
      ++group;
    } else if (c == ',' && !stop && (!comma ? group <= 3 : group == 3)) {
      comma = true;
      group = 0;
    } else if (c == '.' && !stop && (!comma || group == 3)) {
      stop = true;
      plain.push_back('.');
    } else {
      return std::nullopt;
    }
  }
  if (comma && !stop && group != 3) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

std::optional<Number> number_at(const Words& words, TokenIndex i, TokenIndex end) {
  return Reader(words, i, end).read();
}

}  // namespace counterpoint::annotation
