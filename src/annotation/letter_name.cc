// SPDX-License-Identifier: Apache-2.0
#include "annotation/letter_name.h"

#include <algorithm>

#include "annotation/chars.h"
#include "annotation/groups.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

constexpr std::size_t kLongestName = 9;

}  // namespace

TokenIndex name_end(const Words& words, const Sentence& sentence, TokenIndex i) {
  if (i < sentence.first || i >= sentence.last) return i;
  const string_view written = words.written(i);
  if (written.empty() || !has_letter(written) || written.size() > kLongestName) return i;
  const auto digit = std::find_if(written.begin(), written.end(), [](char c) {
    return is_ascii_digit(static_cast<unsigned char>(c));
  });
  const string_view letters = written.substr(0, static_cast<std::size_t>(digit - written.begin()));
  const bool capitals = !letters.empty() && std::all_of(letters.begin(), letters.end(), [](char c) {
    return c >= 'A' && c <= 'Z';
  });
  if (digit != written.end()) return capitals ? i + 1 : i;  // "G20", "M16"
  if (!is_joint(words, i + 1) || i + 2 >= sentence.last) return i;
  const string_view number = words.at(i + 2);
  if (number.empty() || !is_ascii_digit(static_cast<unsigned char>(number[0]))) return i;
  const bool listed = words.lexicon.version_heads.contains(std::string(words.at(i)) + "-");
  const bool short_name = starts_upper(written) && written.size() <= 3 &&
                          find(words.lexicon.months, words.at(i)) == nullptr;
  return listed || capitals || short_name ? i + 3 : i;
}

}  // namespace counterpoint::annotation
