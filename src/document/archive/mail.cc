// SPDX-License-Identifier: Apache-2.0
#include "document/archive/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/utf8.h"
#include "document/archive/headers.h"
#include "document/archive/mime.h"
#include "document/dates.h"

namespace counterpoint {
namespace {

constexpr std::size_t kMostParts = 1000;
constexpr int kMostNesting = 20;

struct Part {
  Headers headers;
  std::string_view body;
  int nesting = 0;
};

std::string media_type_of(const Part& part) {
  const std::string type = main_value(part.headers.value("content-type"));
  return type.empty() ? "text/plain" : type;
}

std::string file_name_of(const Part& part) {
  std::string name = parameter(part.headers.value("content-disposition"), "filename");
  if (name.empty()) name = parameter(part.headers.value("content-type"), "name");
  name = decoded_header(name);
  const std::size_t slash = name.find_last_of("/\\");
  return slash == std::string::npos ? name : name.substr(slash + 1);
}

bool is_attached(const Part& part) {
  return main_value(part.headers.value("content-disposition")) == "attachment" ||
         !file_name_of(part).empty();
}

// The parts between the lines "--boundary".
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < body.size() && parts.size() < kMostParts;) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const std::string_view line = body.substr(at, end - at);
    if (line.starts_with(mark)) {
      if (begin != std::string_view::npos) parts.push_back(body.substr(begin, at - begin));
      begin = std::min(end + 1, body.size());
      if (line.substr(mark.size()).starts_with("--")) return parts;
    }
    at = end + 1;
  }
  if (begin != std::string_view::npos) parts.push_back(body.substr(begin));  // cut off
  return parts;
}

// The parts that hold something, in order, without recursion.
std::vector<Part> leaves_of(std::string_view mail) {
  std::vector<Part> leaves;
  Part whole;
  whole.headers = read_headers(mail);
  whole.body = mail.substr(whole.headers.end);
  std::vector<Part> pending{std::move(whole)};
  while (!pending.empty() && leaves.size() < kMostParts) {
    Part part = std::move(pending.back());
    pending.pop_back();
    const std::string boundary = parameter(part.headers.value("content-type"), "boundary");
    const bool multipart = media_type_of(part).starts_with("multipart/") && !boundary.empty();
    if (!multipart || part.nesting >= kMostNesting) {
      leaves.push_back(std::move(part));
      continue;
    }
    const auto inner = split_parts(part.body, boundary);
    for (std::size_t i = inner.size(); i-- > 0;) {
      Part one;
      one.headers = read_headers(inner[i]);
      one.body = inner[i].substr(one.headers.end);
      one.nesting = part.nesting + 1;
      pending.push_back(std::move(one));
    }
  }
  return leaves;
}

std::string decoded_body(const Part& part) {
  const std::string coding = main_value(part.headers.value("content-transfer-encoding"));
  if (coding == "base64") return decoded_base64(part.body);
  if (coding == "quoted-printable") return decoded_quoted_printable(part.body);
  return std::string(part.body);
}

// "Ann Lee <ann@example.org>" -> "Ann Lee"; an address alone stays.
std::string person_in(std::string_view from) {
  std::string name = decoded_header(from.substr(0, from.find('<')));
  std::erase(name, '"');
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name.empty() ? utf8::repaired(from) : name;
}

std::optional<Time> date_in(std::string_view value) {
  const std::string edtf = edtf_from_metadata(value);
  if (edtf.empty()) return std::nullopt;
  return Time{edtf, "metadata", Extent::within, {}};
}

Received received_part(const Received& file, const Within& within, const Part& part) {
  Received received;
  received.name = file.name;
  received.bytes = decoded_body(part);
  received.within = file.within;
  received.within.push_back(within);
  received.stated.media_type = media_type_of(part);
  received.stated.charset = parameter(part.headers.value("content-type"), "charset");
  return received;
}

}  // namespace

bool is_mailbox(std::string_view bytes) {
  if (!bytes.starts_with("From ")) return false;
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos) return false;
  const Headers headers = read_headers(bytes.substr(line + 1, 65536));
  return !headers.value("from").empty() || !headers.value("date").empty();
}

std::vector<Received> read_mailbox(const Received& file) {
  std::vector<Received> mails;
  const std::string_view bytes = file.bytes;
  const std::string sha256 = sha256_hex(bytes);
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t next = bytes.find("\nFrom ", at);
    while (next != std::string_view::npos && bytes[next - 1] != '\n' && bytes[next - 1] != '\r') {
      next = bytes.find("\nFrom ", next + 1);
    }
    const std::size_t end = next == std::string_view::npos ? bytes.size() : next + 1;
    const std::size_t begin = std::min(bytes.find('\n', at), end - 1) + 1;
    Received mail;
    mail.name = fmt::format("{}/{}.eml", file.name, mails.size() + 1);
    mail.bytes = bytes.substr(begin, end - begin);
    mail.within = file.within;
    mail.within.push_back({file.name, sha256, begin, end, {}});
    mails.push_back(std::move(mail));
    at = end;
  }
  return mails;
}

std::vector<Received> read_mail(const Received& file, Budget& budget) {
  const std::vector<Part> leaves = leaves_of(file.bytes);
  const Headers headers = read_headers(file.bytes);
  const Within within{file.name, sha256_hex(file.bytes), 0, file.bytes.size(), {}};
  const Part* text = nullptr;
  for (const std::string_view wanted : {"text/plain", "text/html"}) {
    for (const Part& part : leaves) {
      const bool blank = part.body.find_first_not_of(" \t\r\n") == std::string_view::npos;
      const bool fits = media_type_of(part) == wanted && !is_attached(part) && !blank;
      if (text == nullptr && fits) text = &part;
    }
  }
  std::vector<Received> found;
  if (text != nullptr) found.push_back(received_part(file, within, *text));
  for (const Part& part : leaves) {
    if (!is_attached(part) || media_type_of(part).starts_with("image/")) continue;
    found.push_back(received_part(file, within, part));
    const std::string name = file_name_of(part);
    found.back().name += "/" + (name.empty() ? fmt::format("part {}", found.size()) : name);
  }
  for (Received& part : found) {
    part.stated.authors = {person_in(headers.value("from"))};
    part.stated.published = date_in(headers.value("date"));
    if (&part == &found.front() && text != nullptr) {
      part.stated.title = decoded_header(headers.value("subject"));
    }
    if (part.bytes.size() > budget.left()) {
      part.bytes.clear();
      part.error = expansion_error(part.name);
    }
    budget.take(part.bytes.size());
  }
  if (found.empty()) {
    found.push_back(
        {file.name,
         {},
         {},
         file.within,
         Error{"document.empty", "The mail holds no text and no attachment that can be read.",
               file.name, "Save the mail again with its body."}});
  }
  return found;
}

}  // namespace counterpoint
