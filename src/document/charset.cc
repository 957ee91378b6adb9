// SPDX-License-Identifier: Apache-2.0
#include "document/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace counterpoint {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// What a declaration may look like around the name: charset="x", encoding='x'.
std::string name_behind(std::string_view head, std::string_view key) {
  for (std::size_t at = head.find(key); at != std::string_view::npos; at = head.find(key, at + 1)) {
    std::size_t begin = at + key.size();
    while (begin < head.size() && (head[begin] == ' ' || head[begin] == '=' || head[begin] == '"' ||
                                   head[begin] == '\'')) {
      ++begin;
    }
    const std::size_t end = head.find_first_of("\"'> ;/?", begin);
    if (end != std::string_view::npos && end > begin) {
      return std::string(head.substr(begin, end - begin));
    }
  }
  return {};
}

}  // namespace

std::string declared_charset(std::string_view page) {
  const std::string head = utf8::lower(utf8::repaired(page.substr(0, 4096)));
  if (std::string name = name_behind(head, "charset"); !name.empty()) return name;
  if (!head.starts_with("<?xml")) return {};
  return name_behind(head.substr(0, head.find("?>")), "encoding");
}

std::string marked_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

bool is_damaged_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto c = utf8::decode(bytes, at);
    const bool high = static_cast<unsigned char>(bytes[at]) >= 0x80;
    if (high) ++(c.length > 1 ? good : bad);
    at += c.length;
  }
  return good > 2 * bad;
}

std::string detected_charset(std::string_view bytes) {
  constexpr std::size_t kSample = 64 << 10;
  constexpr int kLeastConfidence = 25;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  const auto length = static_cast<std::int32_t>(std::min(bytes.size(), kSample));
  ucsdet_setText(detector.get(), bytes.data(), length, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  if (ucsdet_getConfidence(match, &status) < kLeastConfidence) return {};
  return utf8::lower(ucsdet_getName(match, &status));
}

std::optional<MappedText> to_utf8(std::string_view bytes, std::string_view charset) {
  std::string name = utf8::lower(charset);
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") name = "windows-1252";
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) || name.empty()) return std::nullopt;
  MappedText text;
  std::size_t characters = 0, bad = 0;
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  std::string utf8_character;
  while (at < end) {
    const char* begin = at;
    UErrorCode error = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter.get(), &at, end, &error);
    if (error == U_INDEX_OUTOFBOUNDS_ERROR) break;
    const bool wrong = U_FAILURE(error) || c == 0xFFFD;
    if (at == begin) ++at;
    ++characters;
    bad += wrong ? 1 : 0;
    if (characters == 1 && c == 0xFEFF) continue;
    utf8_character.clear();
    utf8::append(utf8_character, wrong ? U'\uFFFD' : static_cast<char32_t>(c));
    const auto offset = static_cast<std::uint64_t>(begin - bytes.data());
    const auto length = static_cast<std::size_t>(at - begin);
    if (utf8_character == std::string_view(begin, length)) {
      text.append_exact(utf8_character, offset);
    } else {
      text.append_for(utf8_character, offset, offset + length);
    }
  }
  if (bad * 100 > characters) return std::nullopt;
  return text;
}

}  // namespace counterpoint
