// SPDX-License-Identifier: Apache-2.0
#include "document/nature.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "document/wiki.h"

namespace counterpoint {
namespace {

constexpr std::array<std::pair<UScriptCode, std::string_view>, 12> kScriptLanguages{{
    {USCRIPT_ARABIC, "ar"},
    {USCRIPT_CYRILLIC, "ru"},
    {USCRIPT_HEBREW, "he"},
    {USCRIPT_GREEK, "el"},
    {USCRIPT_HIRAGANA, "ja"},
    {USCRIPT_KATAKANA, "ja"},
    {USCRIPT_HANGUL, "ko"},
    {USCRIPT_HAN, "zh"},
    {USCRIPT_DEVANAGARI, "hi"},
    {USCRIPT_THAI, "th"},
    {USCRIPT_ARMENIAN, "hy"},
    {USCRIPT_GEORGIAN, "ka"},
}};

std::size_t count_kind(const Page& page, BlockKind kind) {
  return static_cast<std::size_t>(std::count_if(
      page.blocks.begin(), page.blocks.end(),
      [kind](const Block& block) { return block.kind == kind && block.dropped.empty(); }));
}

bool is_comparison(const Document& document) {
  std::vector<std::string> labels;
  for (const Section& section : document.sections) {
    if (section.role == SectionRole::column &&
        std::find(labels.begin(), labels.end(), section.label) == labels.end()) {
      labels.push_back(section.label);
    }
  }
  return labels.size() >= 2;
}

bool is_reference(const Document& document, const Page& page, Format format) {
  const bool wiki = format == Format::plain && count_kind(page, BlockKind::heading) >= 2;
  return wiki || count_kind(page, BlockKind::infobox) >= 3 ||
         count_citation_markers(document.text) >= 5;
}

std::size_t count_sentences(std::string_view text) {
  std::size_t count = 0;
  for (const Range& sentence : split_sentences(text)) {
    if (ends_with_stop(text.substr(sentence.begin, sentence.end - sentence.begin))) ++count;
  }
  return count;
}

bool has_match(std::string_view sentence, const PhraseBook& book) {
  const auto words = split_words(sentence);
  std::vector<std::size_t> rules;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!words[at].is_word) continue;
    book.caveat_index.find(words, at, words.size(), rules);
    for (const std::size_t rule : rules) {
      if (book.caveats[rule].match(words, at, words.size(), book.classes)) return true;
    }
  }
  return false;
}

}  // namespace

Genre genre_of(const Document& document, const Page& page, Format format) {
  if (is_comparison(document)) return Genre::comparison;
  if (is_reference(document, page, format)) return Genre::reference;
  return count_sentences(document.text) >= 3 ? Genre::news : Genre::unknown;
}

std::string language_by_script(std::string_view text) {
  std::array<std::size_t, kScriptLanguages.size()> counts{};
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    at += c.length;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c.value), &status);
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    ++letters;
    for (std::size_t i = 0; i < kScriptLanguages.size(); ++i) {
      if (kScriptLanguages[i].first == script) ++counts[i];
    }
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    // Japanese mixes kana with Han, so a fifth of kana is enough.
    const bool kana = kScriptLanguages[i].second == "ja";
    if (counts[i] * (kana ? 5 : 2) > letters) return std::string(kScriptLanguages[i].second);
  }
  return "en";
}

std::vector<Span> find_caveats(const std::string& text, const PhraseBook& book) {
  std::vector<Span> caveats;
  if (book.caveats.empty()) return caveats;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    for (const Range& sentence : split_sentences(line)) {
      if (!has_match(line.substr(sentence.begin, sentence.end - sentence.begin), book)) continue;
      caveats.push_back({static_cast<std::uint32_t>(begin + sentence.begin),
                         static_cast<std::uint32_t>(begin + sentence.end)});
    }
    begin = end + 1;
  }
  return caveats;
}

}  // namespace counterpoint
