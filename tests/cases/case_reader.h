// SPDX-License-Identifier: Apache-2.0
// Reads the tokens of an expectation from left to right.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "cases/case_file.h"

namespace counterpoint::cases {

class Reader {
 public:
  explicit Reader(const Expectation& expectation) : tokens_(expectation.tokens) {}

  [[nodiscard]] bool at_end() const { return next_ == tokens_.size(); }
  [[nodiscard]] bool at_quote() const { return !at_end() && tokens_[next_].quoted; }

  // The next token, a word or the inside of quotation marks.
  std::string value(std::string_view what) {
    if (at_end()) throw std::invalid_argument("missing: " + std::string(what));
    return tokens_[next_++].text;
  }

  std::string quoted(std::string_view what) {
    if (!at_quote()) throw std::invalid_argument("in quotation marks: " + std::string(what));
    return value(what);
  }

  double number(std::string_view what) {
    const std::string word = value(what);
    std::size_t used = 0;
    const double number = std::stod(word, &used);  // throws std::invalid_argument itself
    if (used != word.size()) throw std::invalid_argument("not a number: " + word);
    return number;
  }

  // Takes the word if it stands next.
  bool accept(std::string_view word) {
    if (at_end() || tokens_[next_].quoted || tokens_[next_].text != word) return false;
    ++next_;
    return true;
  }

  void expect(std::string_view word) {
    if (!accept(word)) throw std::invalid_argument("`" + std::string(word) + "` is missing");
  }

  void finish() const {
    if (!at_end()) throw std::invalid_argument("not understood: " + tokens_[next_].text);
  }

 private:
  const std::vector<Token>& tokens_;
  std::size_t next_ = 0;
};

}  // namespace counterpoint::cases
