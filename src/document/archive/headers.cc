// SPDX-License-Identifier: Apache-2.0
#include "document/archive/headers.h"

#include <algorithm>

#include "base/utf8.h"

namespace counterpoint {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::string_view Headers::value(std::string_view name) const {
  for (const auto& [own, value] : fields) {
    if (own == name) return value;
  }
  return {};
}

Headers read_headers(std::string_view bytes) {
  Headers headers;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    at = std::min(end + 1, bytes.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (!headers.fields.empty()) {
        headers.fields.back().second += ' ';
        headers.fields.back().second += trimmed(line);
      }
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    headers.fields.emplace_back(utf8::lower(utf8::repaired(trimmed(line.substr(0, colon)))),
                                trimmed(line.substr(colon + 1)));
  }
  headers.end = at;
  return headers;
}

std::string main_value(std::string_view value) {
  return utf8::lower(utf8::repaired(trimmed(value.substr(0, value.find(';')))));
}

std::string parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != std::string_view::npos;
       at = value.find(';', at + 1)) {
    const std::string_view rest = value.substr(at + 1);
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) break;
    if (utf8::lower(utf8::repaired(trimmed(rest.substr(0, equals)))) != name) continue;
    std::string_view found = trimmed(rest.substr(equals + 1));
    if (found.starts_with('"')) {
      found.remove_prefix(1);
      return std::string(found.substr(0, found.find('"')));
    }
    return std::string(trimmed(found.substr(0, found.find(';'))));
  }
  return {};
}

}  // namespace counterpoint
