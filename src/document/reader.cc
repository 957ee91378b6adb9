// SPDX-License-Identifier: Apache-2.0
#include "document/reader.h"

#include <utility>

#include "base/hash.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "document/assemble.h"
#include "document/dates.h"
#include "document/furniture.h"
#include "document/headline.h"
#include "document/html/encoding.h"
#include "document/html/html.h"
#include "document/markdown/markdown.h"
#include "document/nature.h"
#include "document/plain_text.h"
#include "document/publisher.h"

namespace counterpoint {
namespace {

std::string_view primary_tag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

MappedText without_byte_order_mark(std::string_view bytes) {
  const std::size_t skip = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  return map_exact(bytes.substr(skip), skip);
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

// Metadata and blocks of a web page. Pages that are not UTF-8 are read by the charset they declare.
std::optional<Page> read_page(std::string_view bytes, Document& document) {
  MappedText source = without_byte_order_mark(bytes);
  if (const auto error = check_utf8(document.name, bytes)) {
    auto converted = html::to_utf8(bytes, html::declared_charset(bytes));
    if (!converted) {
      document.error = error;
      return std::nullopt;
    }
    source = std::move(*converted);
  }
  auto page = html::read_html(source);
  html::set_metadata(page.metadata, document);
  return std::move(page.page);
}

std::optional<Page> read_format(Format format, std::string_view bytes, Document& document) {
  if (format == Format::html) return read_page(bytes, document);
  document.error = check_utf8(document.name, bytes);
  if (document.error) return std::nullopt;
  const MappedText source = without_byte_order_mark(bytes);
  if (format != Format::markdown) return read_plain_text(source);
  auto page = markdown::read_markdown(source);
  markdown::set_metadata(page.front_matter, document);
  return std::move(page.page);
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

Document read_one(std::string name, std::string_view bytes, const PhraseBooks& books) {
  const Format format = format_of(name, bytes);
  Document document = new_document(std::move(name), bytes, format);
  if (format == Format::unsupported) {
    document.error = unsupported_error(document.name);
    return document;
  }
  document.error = check_bytes(document.name, bytes);
  if (document.error) return document;
  document.language.clear();
  auto page = read_format(format, bytes, document);
  if (page) finish_document(std::move(*page), format, bytes, books, document);
  if (document.language.empty()) document.language = "en";
  return document;
}

}  // namespace counterpoint
