// SPDX-License-Identifier: Apache-2.0
// One document from its bytes: joins reading a format, the rules about pages, and metadata.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/archive/received.h"
#include "document/block.h"
#include "document/bytes.h"
#include "document/phrase_book.h"

namespace counterpoint {

// Phrase books by language ("en"), loaded once for a call and then only read.
struct PhraseBooks {
  std::map<std::string, PhraseBook, std::less<>> by_language;
  std::vector<Error> errors;

  // The book for a BCP 47 tag; an empty one if there is none.
  [[nodiscard]] const PhraseBook& for_language(std::string_view tag) const;
};

// Books of every language below `packs` that has a folder document/. No books if `packs` is empty.
[[nodiscard]] PhraseBooks load_phrase_books(const std::filesystem::path& packs);

// Turns a page into the document's text and fills what the text itself tells. `document` has its id
// and whatever metadata said; `bytes` are the bytes received.
void finish_document(Page page, Format format, std::string_view bytes, const PhraseBooks& books,
                     Document& document);

// A document with name, hash and size, and nothing else.
[[nodiscard]] Document new_document(std::string name, std::string_view bytes, Format format);

// .txt, .md and .html. Text that is not UTF-8 is read in the charset that it or its container
// declares, else in the likeliest.
[[nodiscard]] Document read_one(const Received& received, const PhraseBooks& books);

// The documents in a file that is no container: one, or one for each record.
[[nodiscard]] std::vector<Document> read_received(const Received& received,
                                                  const PhraseBooks& books);

// .jsonl and .json: one document per record; a broken line is a document with an error.
[[nodiscard]] std::vector<Document> read_records(const std::string& name, std::string_view bytes,
                                                 Format format, const PhraseBooks& books);

}  // namespace counterpoint
