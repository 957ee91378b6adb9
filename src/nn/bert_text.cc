// SPDX-License-Identifier: Apache-2.0
// Normalised words from raw UTF-8 text: the steps that come before the vocabulary is looked at.
#include "nn/bert_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.h"

namespace counterpoint::nn {
namespace {

enum class Kind : std::uint8_t { kDropped, kSpace, kIdeograph, kPunctuation, kPlain };

// The reference implementation carries tables of Unicode 8.0. A character that came later has no
// category there, and the vocabulary was made with those tables, so we look no further than they.
bool is_known(char32_t c) {
  UVersionInfo age;
  u_charAge(static_cast<UChar32>(c), age);
  return age[0] >= 1 && age[0] <= 8;
}

// Characters that changed category after Unicode 8.0.
constexpr char32_t kThenPunctuation[] = {0x166D, 0x111C9};
constexpr char32_t kThenStripped = 0x1734;
constexpr char32_t kThenKept[] = {0x1885, 0x1886, 0xA9BD};

bool is_control(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return is_known(c) && (U_GET_GC_MASK(static_cast<UChar32>(c)) &
                         (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CS_MASK)) != 0;
}

bool is_ideograph(char32_t c) {
  constexpr std::array<std::array<char32_t, 2>, 8> kRanges = {{{0x4E00, 0x9FFF},
                                                               {0x3400, 0x4DBF},
                                                               {0x20000, 0x2A6DF},
                                                               {0x2A700, 0x2B73F},
                                                               {0x2B740, 0x2B81F},
                                                               {0x2B920, 0x2CEAF},
                                                               {0xF900, 0xFAFF},
                                                               {0x2F800, 0x2FA1F}}};
  for (const auto& [first, last] : kRanges) {
    if (c >= first && c <= last) return true;
  }
  return false;
}

bool is_ascii_punctuation(char32_t c) {
  return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
         (c >= 123 && c <= 126);
}

bool is_punctuation(char32_t c) {
  if (c < 128) return is_ascii_punctuation(c);
  if (std::ranges::find(kThenPunctuation, c) != std::end(kThenPunctuation)) return true;
  return is_known(c) && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

bool is_stripped_mark(char32_t c) {
  if (c == kThenStripped) return true;
  if (std::ranges::find(kThenKept, c) != std::end(kThenKept) || is_punctuation(c)) return false;
  return is_known(c) && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

// What becomes of a character of the raw text; punctuation is told apart only after decomposition.
Kind kind_of(char32_t c) {
  if (c == 0 || c == 0xFFFD || is_control(c)) return Kind::kDropped;
  if (u_isUWhiteSpace(static_cast<UChar32>(c))) return Kind::kSpace;
  return is_ideograph(c) ? Kind::kIdeograph : Kind::kPlain;
}

class Reader {
 public:
  Reader(std::string_view text, BertText& out) : text_(text), out_(out) {
    out_.normalised.clear();
    out_.characters.clear();
    out_.words.clear();
  }

  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto [c, length] = utf8::decode(text_, at);
      begin_ = static_cast<std::uint32_t>(at);
      end_ = static_cast<std::uint32_t>(at += length);
      if (c < 128) {
        add_ascii(static_cast<char>(c));
      } else {
        add_other(c);
      }
    }
    end_word();
    out_.characters.push_back({static_cast<std::uint32_t>(out_.normalised.size()), 0, 0});
  }

 private:
  // The bulk of English text; the same steps as below, without Unicode tables.
  void add_ascii(char c) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      // U+000B and U+000C count as controls, which vanish without parting words.
      if (c != '\v' && c != '\f') end_word();
    } else if (c > ' ' && c != 0x7F) {
      const bool upper = c >= 'A' && c <= 'Z';
      emit(static_cast<char32_t>(upper ? c + ('a' - 'A') : c));
    }
  }

  void add_other(char32_t c) {
    const Kind kind = kind_of(c);
    if (kind == Kind::kDropped) return;
    if (kind == Kind::kSpace || kind == Kind::kIdeograph) end_word();
    if (kind == Kind::kSpace) return;
    decompose(c);
    if (kind == Kind::kIdeograph) end_word();
  }

  // Marks are never reordered here, unlike in NFD proper: nearly all are stripped at once, and
  // the few that are not stand in no word of the vocabulary together.
  void decompose(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(c), parts)) {
      add_part(c);
      return;
    }
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      add_part(static_cast<char32_t>(parts.char32At(i)));
    }
  }

  void add_part(char32_t c) {
    if (is_stripped_mark(c)) return;
    emit(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }

  void emit(char32_t c) {
    const bool alone = is_punctuation(c);
    if (alone) end_word();
    out_.characters.push_back({static_cast<std::uint32_t>(out_.normalised.size()), begin_, end_});
    utf8::append(out_.normalised, c);
    if (alone) end_word();
  }

  void end_word() {
    const auto here = static_cast<std::uint32_t>(out_.characters.size());
    if (here > word_) out_.words.push_back({word_, here});
    word_ = here;
  }

  std::string_view text_;
  BertText& out_;
  std::uint32_t word_ = 0;   // the first character of the word being read
  std::uint32_t begin_ = 0;  // bytes of the character being read
  std::uint32_t end_ = 0;
};

}  // namespace

void read_bert_text(std::string_view text, BertText& out) {
  Reader(text, out).read();
}

}  // namespace counterpoint::nn
