// SPDX-License-Identifier: Apache-2.0
#include "document/reader.h"

#include <utility>

#include "base/hash.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "document/assemble.h"
#include "document/charset.h"
#include "document/dates.h"
#include "document/furniture.h"
#include "document/headline.h"
#include "document/html/html.h"
#include "document/markdown/markdown.h"
#include "document/nature.h"
#include "document/office/office.h"
#include "document/plain_text.h"
#include "document/publisher.h"
#include "document/url.h"

namespace counterpoint {
namespace {

std::string_view primary_tag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

// The bytes as UTF-8; nothing, and the document's error, if no charset fits them.
std::optional<MappedText> as_text(std::string_view bytes, std::string_view stated_charset,
                                  bool is_page, Document& document) {
  const std::string marked = marked_charset(bytes);
  const auto error = check_utf8(document.name, bytes);
  if (!error) {
    const std::size_t skip = marked == "utf-8" ? 3 : 0;
    return map_exact(bytes.substr(skip), skip);
  }
  const std::string declared = is_page ? declared_charset(bytes) : std::string();
  const std::string detected = is_damaged_utf8(bytes) ? "utf-8" : detected_charset(bytes);
  for (const std::string_view charset : {std::string_view(marked), stated_charset,
                                         std::string_view(declared), std::string_view(detected)}) {
    const bool contradicts = marked.starts_with("utf-16") && charset.data() != marked.data();
    auto text = charset.empty() || contradicts ? std::nullopt : to_utf8(bytes, charset);
    if (!text) continue;
    if (charset != "utf-8") document.charset = utf8::lower(charset);
    document.charset_guessed = charset.data() == detected.data();
    return text;
  }
  document.error = error;
  return std::nullopt;
}

std::string text_sample(const Page& page) {
  std::string sample;
  for (const Block& block : page.blocks) {
    if (sample.size() > 20000) break;
    sample += block.text.text();
  }
  return sample;
}

// A headline given by metadata is the title; else the page's first line may be.
void find_title(Page& page, const PhraseBook& book, Document& document) {
  if (document.title.empty()) {
    document.title = mark_title(page, book);
    return;
  }
  for (Block& block : page.blocks) {
    if (!block.dropped.empty()) continue;
    if (block.kind == BlockKind::paragraph && block.text.text() == document.title) {
      block.kind = BlockKind::title;
      block.level = 1;
    }
    break;
  }
}

Page read_format(Format format, const MappedText& source, Document& document) {
  if (format == Format::html) {
    auto page = html::read_html(source);
    html::set_metadata(page.metadata, document);
    return std::move(page.page);
  }
  if (format == Format::office) return read_office_text(source);
  if (format != Format::markdown) return read_plain_text(source);
  auto page = markdown::read_markdown(source);
  markdown::set_metadata(page.front_matter, document);
  return std::move(page.page);
}

// What the container says, where the report itself says nothing.
void add_stated(const Stated& stated, Document& document) {
  const auto fill = [](auto& to, const auto& value) {
    if (to.empty()) to = value;
  };
  fill(document.title, stated.title);
  fill(document.url, stated.url);
  fill(document.publisher, stated.publisher);
  fill(document.language, stated.language);
  fill(document.authors, stated.authors);
  if (!document.published) document.published = stated.published;
  if (!document.updated) document.updated = stated.updated;
  document.retrieved = stated.retrieved;
  if (document.publisher.empty() && document.host.empty()) document.host = host_of(document.url);
}

// A template's tag says "en" whatever the text is written in; letters do not err.
void settle_language(const Page& page, Document& document) {
  const std::string by_script = language_by_script(text_sample(page));
  if (document.language.empty() || (by_script != "en" && primary_tag(document.language) == "en")) {
    document.language = by_script;
  }
}

}  // namespace

const PhraseBook& PhraseBooks::for_language(std::string_view tag) const {
  static const PhraseBook kEmpty;
  const auto found = by_language.find(primary_tag(tag));
  return found == by_language.end() ? kEmpty : found->second;
}

PhraseBooks load_phrase_books(const std::filesystem::path& packs) {
  PhraseBooks books;
  if (packs.empty()) return books;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(packs, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::filesystem::path folder = entry->path() / "document";
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) continue;
    auto book = load_phrase_book(folder);
    if (book) {
      books.by_language.emplace(entry->path().filename().generic_string(), std::move(*book));
    } else {
      books.errors.push_back(book.error());
    }
  }
  if (books.by_language.empty() && books.errors.empty()) {
    books.errors.push_back({"pack.missing", "No language there has a folder \"document\".",
                            utf8::repaired(packs.generic_string()),
                            "Give the folder that holds the packs with --packs, or install them "
                            "again."});
  }
  return books;
}

Document new_document(std::string name, std::string_view bytes, Format format) {
  Document document;
  document.name = std::move(name);
  document.bytes = bytes.size();
  document.sha256 = sha256_hex(bytes);
  document.id = {stable_id("d", {document.sha256, document.name})};
  document.media_type = media_type_of(format);
  return document;
}

void finish_document(Page page, Format format, std::string_view bytes, const PhraseBooks& books,
                     Document& document) {
  settle_language(page, document);
  const PhraseBook& book = books.for_language(document.language);
  drop_furniture(page, book);
  find_title(page, book, document);
  mark_captions(page, book);
  mark_column_labels(page, book);
  const auto placed = assemble(page, bytes, document);
  read_dateline(document, placed, book);
  find_publisher(document, book);
  document.genre = genre_of(document, page, format);
  document.caveats = find_caveats(document.text, book);
  if (document.text.empty() && !document.error) {
    document.error = Error{"document.empty", "It holds no text of a report.", document.name,
                           "Save the page again with its text, or leave it out."};
  }
}

Document read_one(const Received& received, const PhraseBooks& books) {
  const std::string_view bytes = received.bytes;
  const Format format = format_stated(received.stated.media_type, received.name, bytes);
  Document document = new_document(received.name, bytes, format);
  document.within = received.within;
  if (format == Format::office) document.media_type = received.stated.media_type;
  if (received.error) {
    document.error = received.error;
    if (bytes.empty()) document.sha256.clear();
    add_stated(received.stated, document);
    return document;
  }
  if (format == Format::unsupported) {
    document.error = unsupported_error(document.name);
    return document;
  }
  if (format == Format::json_lines || format == Format::json) {  // not one of records
    document.error = check_bytes(document.name, bytes);
    if (!marked_charset(bytes).empty()) document.error = check_utf8(document.name, bytes);
    if (!document.error) document.error = unsupported_error(document.name);
    return document;
  }
  const bool marked = !marked_charset(bytes).empty();
  document.error = marked && bytes.size() > 3 ? std::nullopt : check_bytes(document.name, bytes);
  if (document.error) return document;
  document.language.clear();
  const auto source = as_text(bytes, received.stated.charset, format == Format::html, document);
  if (source) {
    Page page = read_format(format, *source, document);
    add_stated(received.stated, document);
    finish_document(std::move(page), format, bytes, books, document);
  }
  if (document.language.empty()) document.language = "en";
  return document;
}

namespace {

// A file of records that is none at all (packed, UTF-16) is one document with an error, not one for
// each of its "lines". Once it begins like a record, a bad line stops no other.
bool holds_records(Format format, const Received& received) {
  if (format != Format::json_lines && format != Format::json) return false;
  const std::size_t first = received.bytes.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return false;
  return received.bytes[first] == '{' || !check_bytes(received.name, received.bytes);
}

}  // namespace

std::vector<Document> read_received(const Received& received, const PhraseBooks& books) {
  const Format format = format_stated(received.stated.media_type, received.name, received.bytes);
  if (received.error || !holds_records(format, received)) return {read_one(received, books)};
  auto documents = read_records(received.name, received.bytes, format, books);
  for (Document& document : documents) document.within = received.within;
  return documents;
}

}  // namespace counterpoint
