// SPDX-License-Identifier: Apache-2.0
#include "document/html/encoding.h"

#include <unicode/ucnv.h>

#include <array>

#include "base/utf8.h"

namespace counterpoint::html {

std::string declared_charset(std::string_view page) {
  const std::string head = utf8::lower(utf8::repaired(page.substr(0, 4096)));
  for (std::size_t at = head.find("charset"); at != std::string::npos;
       at = head.find("charset", at + 1)) {
    std::size_t begin = at + 7;
    while (begin < head.size() && (head[begin] == ' ' || head[begin] == '=' || head[begin] == '"' ||
                                   head[begin] == '\'')) {
      ++begin;
    }
    const std::size_t end = head.find_first_of("\"'> ;/", begin);
    if (end != std::string::npos && end > begin) return head.substr(begin, end - begin);
  }
  return {};
}

std::optional<MappedText> to_utf8(std::string_view page, std::string_view charset) {
  std::string name(charset);
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") name = "windows-1252";
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status) || name.empty()) return std::nullopt;
  std::array<std::string, 256> table;
  const bool single = ucnv_getMaxCharSize(converter) == 1;
  for (int byte = 0; single && byte < 256; ++byte) {
    const char source = static_cast<char>(byte);
    const char* begin = &source;
    UErrorCode error = U_ZERO_ERROR;
    const UChar32 c = ucnv_getNextUChar(converter, &begin, begin + 1, &error);
    utf8::append(table[static_cast<std::size_t>(byte)],
                 U_FAILURE(error) ? U'\uFFFD' : static_cast<char32_t>(c));
  }
  ucnv_close(converter);
  if (!single) return std::nullopt;
  MappedText text;
  for (std::size_t at = 0; at < page.size(); ++at) {
    const std::string& c = table[static_cast<unsigned char>(page[at])];
    if (c.size() == 1 && c[0] == page[at]) {
      text.append_exact(page.substr(at, 1), at);
    } else {
      text.append_for(c, at, at + 1);
    }
  }
  return text;
}

}  // namespace counterpoint::html
