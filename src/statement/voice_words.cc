// SPDX-License-Identifier: Apache-2.0
#include "statement/voice_words.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace counterpoint::statement {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = utf8::folded(text);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool same_person(std::string_view a, std::string_view b) {
  std::vector<std::string> longer = words_of(a);
  std::vector<std::string> shorter = words_of(b);
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  if (shorter.empty() || longer.back() != shorter.back()) return false;
  std::size_t matched = 0;
  for (const std::string& word : longer) {
    if (matched < shorter.size() && word == shorter[matched]) ++matched;
  }
  return matched == shorter.size();
}

}  // namespace counterpoint::statement
