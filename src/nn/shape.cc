// SPDX-License-Identifier: Apache-2.0
// A word's shape from the general categories of its characters. The training code has the same
// rules (training/counterpoint_training/shapes.py); tests/data/nn/shapes.tsv keeps the two
// together.
#include "nn/shape.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace counterpoint::nn {
namespace {

// What a word is made of; marks, controls and format characters count for nothing.
struct Makeup {
  std::size_t letters = 0;
  std::size_t upper = 0;  // of the letters; title-case letters count as upper
  bool first_is_upper = false;
  bool caseless = false;  // has letters of no case
  bool digits = false;
  bool symbols = false;
  bool only_joiners = true;     // all symbols are those ignored between letters
  bool only_separators = true;  // all symbols are those ignored between digits
  bool spaces = false;
};

// Apostrophes, hyphens and dots: "O'Brien", "al-Assad", "U.N." are words of letters.
bool is_joiner(char32_t c) {
  switch (c) {
    case '\'':
    case 0x2019:
    case 0x02BC:
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case '.':
      return true;
    default:
      return false;
  }
}

void count(char32_t c, Makeup& makeup) {
  const auto code = static_cast<UChar32>(c);
  const std::uint32_t category = U_GET_GC_MASK(code);
  if ((category & (U_GC_M_MASK | U_GC_C_MASK)) != 0) return;
  if ((category & U_GC_L_MASK) != 0) {
    const bool upper = (category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
    if (makeup.letters == 0) makeup.first_is_upper = upper;
    ++makeup.letters;
    makeup.upper += upper ? 1 : 0;
    makeup.caseless |= (category & (U_GC_LM_MASK | U_GC_LO_MASK)) != 0;
  } else if ((category & U_GC_N_MASK) != 0) {
    makeup.digits = true;
  } else {
    const bool symbol = (category & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
    makeup.symbols |= symbol;
    makeup.spaces |= !symbol;
    makeup.only_joiners &= is_joiner(c);
    makeup.only_separators &= c == '.' || c == ',';
  }
}

Shape letter_shape(const Makeup& makeup, bool first) {
  if (makeup.caseless || !makeup.only_joiners) return Shape::kOther;
  if (makeup.upper == 0) return Shape::kLower;
  if (makeup.letters == 1) return Shape::kSingleUpper;
  if (makeup.upper == makeup.letters) return Shape::kUpper;
  if (makeup.first_is_upper && makeup.upper == 1) return first ? Shape::kTitleFirst : Shape::kTitle;
  return Shape::kMixed;
}

}  // namespace

Shape word_shape(std::string_view word, bool first) {
  Makeup makeup;
  for (std::size_t at = 0; at < word.size();) {
    const auto [value, length] = utf8::decode(word, at);
    count(value, makeup);
    at += length;
  }
  if (makeup.letters > 0 && makeup.digits) return Shape::kAlphanumeric;
  if (makeup.letters > 0) return letter_shape(makeup, first);
  if (makeup.digits) return makeup.only_separators ? Shape::kDigits : Shape::kOther;
  return makeup.symbols && !makeup.spaces ? Shape::kSymbols : Shape::kOther;
}

}  // namespace counterpoint::nn
