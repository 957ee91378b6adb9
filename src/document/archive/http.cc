// SPDX-License-Identifier: Apache-2.0
#include "document/archive/http.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "document/archive/gzip.h"

namespace counterpoint {
namespace {

// "1a\r\n...\r\n0\r\n\r\n"; what does not look like chunks is the body itself, as some archivers
// take the chunks off and leave the header.
std::string without_chunks(std::string_view sent) {
  std::string body;
  for (std::size_t at = 0; at < sent.size();) {
    std::size_t size = 0;
    const char* end = sent.data() + sent.size();
    const auto [digits_end, error] = std::from_chars(sent.data() + at, end, size, 16);
    const std::size_t line = sent.find('\n', at);
    if (error != std::errc() || line == std::string_view::npos) {
      return body.empty() ? std::string(sent) : body;
    }
    if (size == 0) break;
    body += sent.substr(line + 1, size);
    at = line + 1 + std::min(size, sent.size());
    if (sent.substr(std::min(at, sent.size()), 2) == "\r\n") at += 2;
  }
  return body;
}

}  // namespace

HttpAnswer read_http(std::string_view block) {
  HttpAnswer answer;
  if (!block.starts_with("HTTP/")) return answer;
  const std::size_t space = block.find(' ');
  const std::size_t line = block.find('\n');
  if (space == std::string_view::npos || line == std::string_view::npos || space > line) {
    return answer;
  }
  std::from_chars(block.data() + space + 1, block.data() + line, answer.status);
  answer.headers = read_headers(block.substr(line + 1));
  answer.payload = block.substr(line + 1 + answer.headers.end);
  return answer;
}

Result<std::string> body_of(const HttpAnswer& answer, std::string_view name, Budget& budget) {
  std::string body(answer.payload);
  if (main_value(answer.headers.value("transfer-encoding")).find("chunked") != std::string::npos) {
    body = without_chunks(body);
  }
  const std::string packing = main_value(answer.headers.value("content-encoding"));
  if (packing.empty() || packing == "identity") return body;
  const bool gzip = packing == "gzip" || packing == "x-gzip";
  if (gzip && !is_gzip(body)) return body;  // the archiver unpacked it and left the header
  if (!gzip && packing != "deflate") {
    return fail("document.unsupported", fmt::format("The body is packed as \"{}\".", packing),
                utf8::repaired(name), "Capture the page again without that encoding.");
  }
  Unpacked unpacked = gzip ? gunzip(body, budget.left()) : inflate_body(body, budget.left());
  if (unpacked.too_large) return tl::unexpected(expansion_error(name));
  if (unpacked.broken) {
    return tl::unexpected(container_error(name, "the packed body is damaged or cut off"));
  }
  budget.take(unpacked.bytes.size());
  return std::move(unpacked.bytes);
}

}  // namespace counterpoint
