// SPDX-License-Identifier: Apache-2.0
// The shape of a word as written (case, digits, symbols), which the uncased encoder cannot see.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace counterpoint::nn {

// Rows of the model's shape embedding; the numbers are part of the model format.
enum class Shape : std::uint8_t {
  kRoot = 0,          // not a word: the parser's root
  kLower = 1,         // residents
  kTitle = 2,         // Syria
  kUpper = 3,         // SANA; two letters at least
  kSingleUpper = 4,   // A
  kMixed = 5,         // McCain, iPhone
  kDigits = 6,        // 120, 1,000, 3.5
  kAlphanumeric = 7,  // 12th, G8
  kSymbols = 8,       // ".", "--", "$"
  kOther = 9,         // what has no case, or mixes symbols in
  kTitleFirst = 10,   // kTitle as the sentence's first word, where it says less
};
constexpr std::size_t kShapeClasses = 11;

// `first` says that the word starts its sentence. Letters are those of any script.
Shape word_shape(std::string_view word, bool first);

}  // namespace counterpoint::nn
