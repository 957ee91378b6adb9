// SPDX-License-Identifier: Apache-2.0
#include "document/reader.h"

#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "document/assemble.h"
#include "document/dates.h"
#include "document/furniture.h"
#include "document/headline.h"
#include "document/nature.h"
#include "document/plain_text.h"
#include "document/publisher.h"
#include "document/sha256.h"

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
  std::string title = mark_title(page, book);
  if (document.title.empty()) document.title = std::move(title);
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
                            "Name the folder that holds the language packs."});
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
  if (document.language.empty()) document.language = language_by_script(text_sample(page));
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
  if (!document.error) document.error = check_utf8(document.name, bytes);
  if (document.error) return document;
  document.language.clear();
  finish_document(read_plain_text(without_byte_order_mark(bytes)), format, bytes, books, document);
  return document;
}

}  // namespace counterpoint
