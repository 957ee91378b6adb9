// SPDX-License-Identifier: Apache-2.0
#include "counterpoint/document.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "base/utf8.h"
#include "document/files.h"
#include "document/reader.h"

namespace counterpoint {
namespace {

// A file of records that is none at all (packed, UTF-16) is one document with an error, not one for
// each of its "lines". Once it begins like a record, a bad line stops no other.
bool holds_records(Format format, const std::string& bytes, const std::string& name) {
  if (format != Format::json_lines && format != Format::json) return false;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return false;
  return bytes[first] == '{' || !check_bytes(name, bytes);
}

std::vector<Document> read_file(const FoundFile& file, const ReadOptions& options,
                                const PhraseBooks& books) {
  const auto bytes = read_bytes(file, options.max_bytes);
  if (!bytes) {
    Document document = new_document(file.name, {}, format_of(file.name, {}));
    document.sha256.clear();
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    document.bytes = error ? 0 : size;
    document.error = bytes.error();
    return {std::move(document)};
  }
  const Format format = format_of(file.name, *bytes);
  if (holds_records(format, *bytes, file.name)) {
    return read_records(file.name, *bytes, format, books);
  }
  return {read_one(file.name, *bytes, books)};
}

bool comes_before(const Document& a, const Document& b) {
  return std::tie(a.id, a.name, a.sha256) < std::tie(b.id, b.name, b.sha256);
}

// The same bytes under the same name are one document, wherever they were found.
void keep_once(Intake& intake) {
  std::vector<Document> kept;
  for (Document& document : intake.documents) {
    if (kept.empty() || kept.back().id != document.id) {
      kept.push_back(std::move(document));
    } else {
      intake.errors.push_back({"document.repeated", "The same report came more than once.",
                               document.name, "Nothing to do: it is in the dossier once."});
    }
  }
  intake.documents = std::move(kept);
}

bool error_before(const Error& a, const Error& b) {
  return std::tie(a.code, a.input, a.message) < std::tie(b.code, b.input, b.message);
}

}  // namespace

Intake read_documents(const std::vector<std::filesystem::path>& paths, const ReadOptions& options) {
  Intake intake;
  const PhraseBooks books = load_phrase_books(options.packs);
  FoundFiles found = find_files(paths);
  intake.errors = std::move(found.errors);
  intake.errors.insert(intake.errors.end(), books.errors.begin(), books.errors.end());
  std::vector<std::vector<Document>> read(found.files.size());
  parallel_for(found.files.size(), options.jobs,
               [&](std::size_t i) { read[i] = read_file(found.files[i], options, books); });
  for (auto& documents : read) {
    std::move(documents.begin(), documents.end(), std::back_inserter(intake.documents));
  }
  std::stable_sort(intake.documents.begin(), intake.documents.end(), comes_before);
  keep_once(intake);
  std::sort(intake.errors.begin(), intake.errors.end(), error_before);
  return intake;
}

Document read_document(std::string name, std::string_view bytes, const ReadOptions& options) {
  return read_one(std::move(name), bytes, load_phrase_books(options.packs));
}

}  // namespace counterpoint
