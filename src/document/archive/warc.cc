// SPDX-License-Identifier: Apache-2.0
#include "document/archive/warc.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <utility>

#include "base/digest.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "document/archive/gzip.h"
#include "document/archive/http.h"
#include "document/dates.h"

namespace counterpoint {
namespace {

struct Record {
  Headers headers;
  std::string_view block;
  std::size_t begin = 0;  // into the unpacked file
  std::size_t end = 0;
};

// Kinds of content that can be a report; the rest of a capture is scripts, pictures and fonts.
bool can_be_report(std::string_view media_type) {
  static constexpr std::string_view kKinds[] = {
      "text/html",       "application/xhtml+xml", "text/plain",           "text/markdown",
      "application/pdf", "application/rss+xml",   "application/atom+xml", "message/rfc822"};
  for (const std::string_view kind : kKinds) {
    if (media_type == kind) return true;
  }
  return false;
}

// The next record, or nothing at the end. `cut`: the file ends within it.
bool next_record(std::string_view bytes, std::size_t& at, Record& record, bool& cut) {
  while (at < bytes.size() && (bytes[at] == '\r' || bytes[at] == '\n')) ++at;
  if (!bytes.substr(at).starts_with("WARC/")) {
    cut = at < bytes.size();
    return false;
  }
  record.begin = at;
  const std::size_t line = bytes.find('\n', at);
  if (line == std::string_view::npos) {
    cut = true;
    return false;
  }
  record.headers = read_headers(bytes.substr(line + 1));
  const std::size_t block = line + 1 + record.headers.end;
  const std::string_view stated = record.headers.value("content-length");
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(stated.data(), stated.data() + stated.size(), length);
  if (error != std::errc() || length > bytes.size() - block) {
    cut = true;
    return false;
  }
  record.block = bytes.substr(block, length);
  record.end = at = block + length;
  return true;
}

class WarcReader {
 public:
  WarcReader(const Received& file, Budget& budget, const std::set<std::string>& wanted)
      : file_(file), budget_(budget), wanted_(wanted), sha256_(sha256_hex(file.bytes)) {}

  std::vector<Received> read() {
    std::string_view bytes = file_.bytes;
    if (is_gzip(bytes)) {
      unpacked_ = gunzip(bytes, budget_.left());
      budget_.take(unpacked_.bytes.size());
      bytes = unpacked_.bytes;
      if (unpacked_.too_large) add_error(expansion_error(file_.name));
    }
    bool cut = unpacked_.broken;
    Record record;
    for (std::size_t at = 0; next_record(bytes, at, record, cut);) read_record(record);
    if (cut && !unpacked_.too_large) {
      add_error(container_error(file_.name, "the web archive is damaged or cut off"));
    }
    return std::move(pages_);
  }

 private:
  // The file itself stands for what could not be read of it.
  void add_error(Error error) {
    Received page;
    page.name = file_.name;
    page.within = file_.within;
    page.error = std::move(error);
    pages_.push_back(std::move(page));
  }

  void read_record(const Record& record) {
    const std::string type = main_value(record.headers.value("warc-type"));
    std::string url(record.headers.value("warc-target-uri"));
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    if (!wanted_.empty() && !wanted_.contains(url)) return;
    if (type == "revisit") return read_revisit(record, url);
    if (type != "response" && type != "resource" && type != "conversion") return;
    const HttpAnswer answer = read_http(record.block);
    const bool http = type == "response" && answer.status != 0;
    const std::string_view content_type =
        http ? answer.headers.value("content-type") : record.headers.value("content-type");
    if (!can_be_report(main_value(content_type))) return;
    Received page = new_page(record, url);
    page.stated.media_type = main_value(content_type);
    page.stated.charset = parameter(content_type, "charset");
    const std::string_view payload = http ? answer.payload : record.block;
    page.error = digest_error(record, payload, page.name);
    if (!page.error && http && answer.status != 200) {
      if (answer.status >= 300 && answer.status < 400) return;
      page.error = Error{"document.http",
                         fmt::format("The server answered {} instead of a page.", answer.status),
                         page.name, "Capture the page again."};
    }
    if (!page.error) {
      auto body = http ? body_of(answer, page.name, budget_) : Result<std::string>(payload);
      if (body) {
        page.bytes = std::move(*body);
      } else {
        page.error = body.error();
      }
    }
    pages_.push_back(std::move(page));
    if (!pages_.back().error) remember(record, url);
  }

  Received new_page(const Record& record, const std::string& url) {
    Received page;
    page.name = file_.name + "/" + utf8::repaired(url.empty() ? "record" : url);
    if (const std::size_t again = ++captures_[page.name]; again > 1) {
      page.name += fmt::format("#{}", again);
    }
    page.stated.url = utf8::repaired(url);
    const std::string_view captured = record.headers.value("warc-date");
    if (!edtf_from_metadata(captured).empty()) page.stated.retrieved = captured;
    page.within = file_.within;
    Within within{file_.name, sha256_, record.begin, record.end,
                  utf8::repaired(record.headers.value("warc-record-id"))};
    for (const GzipMember& member : unpacked_.members) {
      if (member.begin != record.begin) continue;
      within.byte_begin = member.packed_begin;
      within.byte_end = member.packed_end;
    }
    // One member over many records: no bytes of the file are this record's alone.
    if (!unpacked_.members.empty() && within.byte_end > file_.bytes.size()) {
      within.byte_begin = 0;
      within.byte_end = file_.bytes.size();
    }
    page.within.push_back(std::move(within));
    return page;
  }

  static std::optional<Error> digest_error(const Record& record, std::string_view payload,
                                           const std::string& name) {
    const auto differs = [](std::string_view written, std::string_view bytes) {
      return !written.empty() && check_digest(written, bytes) == DigestCheck::different;
    };
    const char* what = nullptr;
    if (differs(record.headers.value("warc-payload-digest"), payload)) what = "payload";
    if (differs(record.headers.value("warc-block-digest"), record.block)) what = "block";
    if (what == nullptr) return std::nullopt;
    return Error{"document.digest",
                 fmt::format("The bytes do not have the {} digest that the record states.", what),
                 name, "The archive was changed or damaged: fetch it again from its source."};
  }

  // What a revisit may refer to.
  void remember(const Record& record, const std::string& url) {
    const std::string digest(record.headers.value("warc-payload-digest"));
    const std::size_t page = pages_.size() - 1;
    if (!digest.empty()) by_digest_.emplace(digest, page);
    by_url_[url] = page;
  }

  // The same bytes at a later time: another capture of the page.
  void read_revisit(const Record& record, const std::string& url) {
    const std::string digest(record.headers.value("warc-payload-digest"));
    const auto same = by_digest_.find(digest);
    const bool known = same != by_digest_.end();
    const auto address =
        by_url_.find(std::string(record.headers.value("warc-refers-to-target-uri")));
    Received page = new_page(record, url);
    if (known || address != by_url_.end()) {
      const Received& original = pages_[known ? same->second : address->second];
      page.bytes = original.bytes;
      page.stated.media_type = original.stated.media_type;
      page.stated.charset = original.stated.charset;
      if (page.bytes.size() > budget_.left()) page.error = expansion_error(page.name);
      budget_.take(page.bytes.size());
    } else {
      page.error = Error{"document.revisit",
                         "The record only says that the page was the same as one captured before, "
                         "which this file does not hold.",
                         page.name, "Add the web archive that holds the first capture."};
    }
    if (page.error) page.bytes.clear();
    pages_.push_back(std::move(page));
  }

  const Received& file_;
  Budget& budget_;
  const std::set<std::string>& wanted_;
  std::string sha256_;
  Unpacked unpacked_;
  std::vector<Received> pages_;
  std::map<std::string, std::size_t> captures_;
  std::map<std::string, std::size_t> by_digest_;
  std::map<std::string, std::size_t> by_url_;
};

}  // namespace

bool is_warc(std::string_view bytes) {
  return bytes.starts_with("WARC/");
}

std::vector<Received> read_warc(const Received& file, Budget& budget,
                                const std::set<std::string>& wanted) {
  return WarcReader(file, budget, wanted).read();
}

}  // namespace counterpoint
