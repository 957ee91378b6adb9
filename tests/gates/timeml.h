// SPDX-License-Identifier: Apache-2.0
// Reads what the time gate needs of a TimeML file: the day of the report, its text without tags and
// the TIMEX3 tags of that text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/span.h"

namespace counterpoint::gates {

struct GoldTime {
  Span span;  // bytes of TimeMl::text
  std::string type, value, mod;
};

struct TimeMl {
  std::string name;  // of the file
  std::string day;   // value of the document's creation time
  std::string text;  // of <TEXT>, tags dropped and entities decoded
  std::vector<GoldTime> times;
};

// The value of `attribute` in the inside of a tag; empty where it has none.
inline std::string attribute(std::string_view tag, const std::string& name) {
  const std::string opening = " " + name + "=\"";
  const auto at = tag.find(opening);
  if (at == std::string_view::npos) return {};
  const auto begin = at + opening.size();
  return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

// Appends the character that the entity at `at` stands for and returns its length in `source`; what
// is no entity is kept as it is written.
inline std::size_t add_entity(std::string_view source, std::size_t at, std::string& text) {
  static constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (const auto& [entity, character] : kEntities) {
    if (source.substr(at, entity.size()) != entity) continue;
    text += character;
    return entity.size();
  }
  text += source[at];
  return 1;
}

inline void add_body(std::string_view body, TimeMl& result) {
  for (std::size_t at = 0; at < body.size();) {
    if (body[at] == '&') {
      at += add_entity(body, at, result.text);
      continue;
    }
    if (body[at] != '<') {
      result.text += body[at++];
      continue;
    }
    const auto close = std::min(body.find('>', at), body.size() - 1);
    const std::string_view tag = body.substr(at + 1, close - at - 1);
    const auto offset = static_cast<std::uint32_t>(result.text.size());
    if (tag.starts_with("TIMEX3 ") && !tag.ends_with("/")) {
      result.times.push_back({{offset, offset},
                              attribute(tag, "type"),
                              attribute(tag, "value"),
                              attribute(tag, "mod")});
    } else if (tag == "/TIMEX3" && !result.times.empty()) {
      result.times.back().span.end = offset;
    }
    at = close + 1;
  }
}

inline std::string between(const std::string& source, const std::string& open,
                           const std::string& close) {
  const auto at = source.find(open);
  if (at == std::string::npos) return {};
  const auto begin = at + open.size();
  return source.substr(begin, source.find(close, begin) - begin);
}

inline TimeMl read_timeml(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string source(std::istreambuf_iterator<char>(in), {});
  TimeMl result;
  result.name = file.filename().string();
  result.day = attribute(between(source, "<DCT>", "</DCT>"), "value");
  add_body(between(source, "<TEXT>", "</TEXT>"), result);
  return result;
}

// All .tml files of a folder by name.
inline std::vector<std::filesystem::path> timeml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".tml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace counterpoint::gates
