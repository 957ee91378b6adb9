// SPDX-License-Identifier: Apache-2.0
// JSON lines: each line an object {name, published, url, title, text, ...} and a document.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "document/dates.h"
#include "document/json_string.h"
#include "document/plain_text.h"
#include "document/reader.h"
#include "document/url.h"

namespace counterpoint {
namespace {

using Json = nlohmann::json;

std::string string_in(const Json& record, const char* field) {
  const auto value = record.find(field);
  return value != record.end() && value->is_string() ? value->get<std::string>() : std::string();
}

void set_time(const Json& record, const char* field, std::optional<Time>& time) {
  const std::string edtf = edtf_from_metadata(string_in(record, field));
  if (!edtf.empty()) time = Time{edtf, "metadata", Extent::within, {}};
}

void set_authors(const Json& record, Document& document) {
  for (const char* field : {"author", "authors"}) {
    const auto value = record.find(field);
    if (value == record.end()) continue;
    if (value->is_string()) document.authors.push_back(value->get<std::string>());
    if (!value->is_array()) continue;
    for (const Json& author : *value) {
      if (author.is_string()) document.authors.push_back(author.get<std::string>());
    }
  }
}

void set_metadata(const Json& record, Document& document) {
  document.title = string_in(record, "title");
  document.url = string_in(record, "url");
  document.publisher = string_in(record, "publisher");
  if (document.publisher.empty()) document.host = host_of(document.url);
  document.language = string_in(record, "language");
  set_time(record, "published", document.published);
  set_time(record, "updated", document.updated);
  set_authors(record, document);
}

Error record_error(std::string message, const std::string& input) {
  return {"document.json", std::move(message), input,
          "Write one JSON object with \"name\" and \"text\" on each line."};
}

// The offset of a parse error without the library's own numbering and wording.
std::string parse_message(const Json::parse_error& error, std::size_t line) {
  return fmt::format("Line {} is not valid JSON (near its byte {}).", line, error.byte);
}

class Records {
 public:
  Records(const std::string& file, const PhraseBooks& books, std::vector<Document>& documents)
      : file_(file), books_(books), documents_(documents) {}

  void read(std::string_view bytes, std::size_t line) {
    const std::string place = fmt::format("{}:{}", file_, line);
    if (auto error = check_utf8(place, bytes)) return add_error(place, bytes, std::move(*error));
    Json record;
    try {
      record = Json::parse(bytes);
    } catch (const Json::parse_error& error) {
      return add_error(place, bytes, record_error(parse_message(error, line), place));
    } catch (const Json::exception&) {
      return add_error(place, bytes,
                       record_error(fmt::format("Line {} has a number too large.", line), place));
    }
    const auto text = record.is_object() ? find_json_string(bytes, "text") : std::nullopt;
    if (!text) {
      return add_error(place, bytes,
                       record_error(fmt::format("Line {} has no field \"text\".", line), place));
    }
    add(record, *text, bytes, place);
  }

 private:
  void add(const Json& record, const MappedText& text, std::string_view bytes,
           const std::string& place) {
    const std::string name = string_in(record, "name");
    Document document = new_document(name.empty() ? place : name, bytes, Format::json);
    set_metadata(record, document);
    finish_document(read_plain_text(text), Format::plain, bytes, books_, document);
    documents_.push_back(std::move(document));
  }

  void add_error(const std::string& place, std::string_view bytes, Error error) {
    Document document = new_document(place, bytes, Format::json);
    document.error = std::move(error);
    documents_.push_back(std::move(document));
  }

  const std::string& file_;
  const PhraseBooks& books_;
  std::vector<Document>& documents_;
};

}  // namespace

std::vector<Document> read_records(const std::string& name, std::string_view bytes, Format format,
                                   const PhraseBooks& books) {
  std::vector<Document> documents;
  Records records(name, books, documents);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (format == Format::json) {
    records.read(bytes, 1);
    return documents;
  }
  std::size_t line = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view record = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++line;
    if (record.ends_with('\r')) record.remove_suffix(1);
    if (record.find_first_not_of(" \t") != std::string_view::npos) records.read(record, line);
  }
  return documents;
}

}  // namespace counterpoint
