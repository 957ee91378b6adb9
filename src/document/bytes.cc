// SPDX-License-Identifier: Apache-2.0
#include "document/bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/utf8.h"
#include "document/office/office.h"

namespace counterpoint {
namespace {

std::string extension_of(std::string_view name) {
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const std::size_t slash = name.find_last_of('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  return utf8::lower(name.substr(dot));
}

bool begins_like_a_page(std::string_view bytes) {
  const std::size_t at = bytes.substr(0, 512).find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (at == std::string_view::npos) return false;
  const std::string head = utf8::lower(utf8::repaired(bytes.substr(at, 64)));
  return head.starts_with("<!doctype html") || head.starts_with("<html");
}

constexpr std::array<std::pair<std::string_view, Format>, 10> kFormats{{
    {".txt", Format::plain},
    {".text", Format::plain},
    {".md", Format::markdown},
    {".markdown", Format::markdown},
    {".html", Format::html},
    {".htm", Format::html},
    {".xhtml", Format::html},
    {".jsonl", Format::json_lines},
    {".ndjson", Format::json_lines},
    {".json", Format::json},
}};

Error encoding_error(std::string_view name, std::string message) {
  return {"document.encoding", std::move(message), utf8::repaired(name),
          "Save the file as UTF-8 and read it again."};
}

bool is_stray_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B;
}

// Whether one of eight bytes is below 0x20.
bool has_control(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  return ((eight - 0x20 * kOnes) & ~eight & (0x80 * kOnes)) != 0;
}

// Text has no NUL and hardly any control characters; a thousandth is allowed for stray ones.
bool is_binary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return true;
  std::size_t controls = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at + 8 <= bytes.size() && !has_control(bytes.data() + at)) {
      at += 7;
    } else if (is_stray_control(bytes[at])) {
      ++controls;
    }
  }
  return controls > 2 && controls > bytes.size() / 1000;
}

}  // namespace

Format format_of(std::string_view name, std::string_view bytes) {
  const std::string extension = extension_of(name);
  if (extension.empty()) return begins_like_a_page(bytes) ? Format::html : Format::plain;
  for (const auto& [ending, format] : kFormats) {
    if (extension == ending) return format;
  }
  return Format::unsupported;
}

Format format_stated(std::string_view media_type, std::string_view name, std::string_view bytes) {
  if (media_type == "text/html" || media_type == "application/xhtml+xml") return Format::html;
  if (media_type == "text/markdown") return Format::markdown;
  if (media_type == kDocxType || media_type == kOdtType) return Format::office;
  const Format by_name = format_of(name, bytes);
  if (media_type == "text/plain" && by_name == Format::unsupported) return Format::plain;
  if (media_type == "application/pdf") return Format::unsupported;
  return by_name;
}

std::string_view media_type_of(Format format) {
  switch (format) {
    case Format::plain:
      return "text/plain";
    case Format::markdown:
      return "text/markdown";
    case Format::html:
      return "text/html";
    case Format::json_lines:
    case Format::json:
      return "application/json";
    case Format::office:
    case Format::unsupported:
      break;
  }
  return "application/octet-stream";
}

std::optional<Error> check_bytes(std::string_view name, std::string_view bytes) {
  if (is_binary(bytes)) {
    return Error{"document.binary", "The file holds binary data, not text.", utf8::repaired(name),
                 "Export the report as text, Markdown or HTML and read that file."};
  }
  const std::string_view body = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  if (body.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
    return Error{"document.empty", bytes.empty() ? "The file has no bytes." : "The file is blank.",
                 utf8::repaired(name), "Save the report again, or leave the file out."};
  }
  return std::nullopt;
}

std::optional<Error> check_utf8(std::string_view name, std::string_view bytes) {
  const std::size_t bad = utf8::find_invalid(bytes);
  if (bad == std::string_view::npos) return std::nullopt;
  return encoding_error(name, fmt::format("The byte at offset {} (0x{:02X}) is not valid UTF-8.",
                                          bad, static_cast<unsigned char>(bytes[bad])));
}

Error unsupported_error(std::string_view name) {
  return {"document.unsupported",
          fmt::format("Files of the kind \"{}\" cannot be read yet.",
                      utf8::repaired(extension_of(name))),
          utf8::repaired(name),
          "Save the report as .txt, .md or .html, or as a record of a .jsonl file."};
}

}  // namespace counterpoint
