// SPDX-License-Identifier: Apache-2.0
#include "fuzz/reading.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "document/archive/unpack.h"
#include "document/reader.h"

namespace counterpoint::fuzz {
namespace {

constexpr ReadLimits kLimits{4u << 20, 100, 4};

void hold(bool promise, const char* what) {
  if (promise) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

bool is_utf8(const std::string& text) {
  return utf8::find_invalid(text) == std::string::npos;
}

bool is_border(const std::string& text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_span(const Span& span, const std::string& text, const char* what) {
  hold(span.begin <= span.end, what);
  hold(is_border(text, span.begin) && is_border(text, span.end), what);
}

void check_map(const Document& document, const std::string& bytes) {
  std::uint32_t last = 0;
  for (const MapRun& run : document.map) {
    check_span({run.text_begin, run.text_begin + run.length}, document.text, "map inside text");
    hold(last <= run.text_begin, "map in order");
    hold(run.byte_begin <= run.byte_end && run.byte_end <= bytes.size(), "map inside bytes");
    last = run.text_begin + run.length;
    if (!run.exact) continue;
    const std::string_view words = std::string_view(document.text).substr(run.text_begin, run.length);
    hold(bytes.compare(run.byte_begin, run.byte_end - run.byte_begin, words) == 0, "exact run");
  }
}

void check(const Document& document, const std::string* bytes) {
  hold(is_utf8(document.text), "text is UTF-8");
  hold(is_utf8(document.title) && is_utf8(document.publisher), "metadata is UTF-8");
  if (document.error) {
    hold(!document.error->code.empty() && !document.error->input.empty(), "error names its input");
    hold(document.text.empty(), "a document with an error has no text");
  }
  if (bytes != nullptr) check_map(document, *bytes);
  for (const Section& section : document.sections) {
    check_span(section.span, document.text, "section inside text");
  }
  for (const Span& caveat : document.caveats) {
    check_span(caveat, document.text, "caveat inside text");
  }
  for (const Dropped& dropped : document.dropped) {
    hold(dropped.byte_begin <= dropped.byte_end, "dropped in order");
    hold(bytes == nullptr || dropped.byte_end <= bytes->size(), "dropped inside bytes");
  }
}

}  // namespace

void check_received(const Received& received) {
  static const PhraseBooks books = load_phrase_books(COUNTERPOINT_SOURCE_DIR "/packs");
  const std::vector<Document> documents = read_received(received, books);
  const bool single = documents.size() == 1 && documents.front().bytes == received.bytes.size();
  for (const Document& document : documents) check(document, single ? &received.bytes : nullptr);
}

void read_as(const char* name, const std::uint8_t* data, std::size_t size) {
  Received file;
  file.name = name;
  file.bytes.assign(reinterpret_cast<const char*>(data), size);
  for (const Received& one : unpack(std::move(file), kLimits)) check_received(one);
}

}  // namespace counterpoint::fuzz
