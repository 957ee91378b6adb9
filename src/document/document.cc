// SPDX-License-Identifier: Apache-2.0
#include "counterpoint/document.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "document/archive/unpack.h"
#include "document/files.h"
#include "document/reader.h"

namespace counterpoint {
namespace {

std::vector<Document> read_file(const FoundFile& file, const ReadOptions& options,
                                const PhraseBooks& books, SourceFile& source) {
  auto bytes = read_bytes(file, options.limits.max_bytes);
  if (!bytes) {
    Document document = new_document(file.name, {}, format_of(file.name, {}));
    document.sha256.clear();
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    document.bytes = error ? 0 : size;
    document.error = bytes.error();
    return {std::move(document)};
  }
  source = {file.name, file.path, sha256_hex(*bytes), bytes->size()};
  Received received;
  received.name = file.name;
  received.bytes = std::move(*bytes);
  std::vector<Document> documents;
  for (const Received& report : unpack(std::move(received), options.limits)) {
    auto read = read_received(report, books);
    std::move(read.begin(), read.end(), std::back_inserter(documents));
  }
  return documents;
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
  intake.files.resize(found.files.size());
  parallel_for(found.files.size(), options.jobs, [&](std::size_t i) {
    read[i] = read_file(found.files[i], options, books, intake.files[i]);
  });
  std::erase_if(intake.files, [](const SourceFile& file) { return file.sha256.empty(); });
  std::sort(intake.files.begin(), intake.files.end(), [](const SourceFile& a, const SourceFile& b) {
    return std::tie(a.name, a.sha256, a.path) < std::tie(b.name, b.sha256, b.path);
  });
  for (auto& documents : read) {
    std::move(documents.begin(), documents.end(), std::back_inserter(intake.documents));
  }
  std::stable_sort(intake.documents.begin(), intake.documents.end(), comes_before);
  keep_once(intake);
  std::sort(intake.errors.begin(), intake.errors.end(), error_before);
  return intake;
}

Document read_document(std::string name, std::string_view bytes, const ReadOptions& options) {
  Received received;
  received.name = std::move(name);
  received.bytes = bytes;
  return read_one(received, load_phrase_books(options.packs));
}

}  // namespace counterpoint
