// SPDX-License-Identifier: Apache-2.0
// What the tests of reading share: documents from memory, and checks that hold for every document.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "counterpoint/document.h"

namespace counterpoint {

inline ReadOptions with_packs() {
  ReadOptions options;
  options.packs = std::string(COUNTERPOINT_SOURCE_DIR) + "/packs";
  options.jobs = 2;
  return options;
}

inline std::string dropped_text(const Document& document) {
  std::string text;
  for (const Dropped& piece : document.dropped) text += piece.text + "\n";
  return text;
}

inline std::string reason_of(const Document& document, std::string_view words) {
  for (const Dropped& piece : document.dropped) {
    if (piece.text.find(words) != std::string::npos) return piece.reason;
  }
  return "(kept)";
}

inline const Section* find_section(const Document& document, SectionRole role,
                                   std::string_view label = {}) {
  for (const Section& section : document.sections) {
    if (section.role == role && (label.empty() || section.label == label)) return &section;
  }
  return nullptr;
}

inline bool on_code_point(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

// The promises of document.h about map, sections and dropped.
inline void expect_sound(const Document& document, std::string_view bytes) {
  std::uint32_t at = 0;
  for (const MapRun& run : document.map) {
    ASSERT_EQ(run.text_begin, at) << document.name;
    ASSERT_GT(run.length, 0U);
    ASSERT_LE(run.byte_begin, run.byte_end);
    ASSERT_LE(run.byte_end, bytes.size());
    if (run.exact) {
      ASSERT_EQ(document.text.substr(run.text_begin, run.length),
                bytes.substr(run.byte_begin, run.byte_end - run.byte_begin));
    }
    at += run.length;
  }
  ASSERT_EQ(at, document.text.size());
  for (const Section& section : document.sections) {
    ASSERT_LE(section.span.begin, section.span.end);
    ASSERT_LE(section.span.end, document.text.size());
    ASSERT_TRUE(on_code_point(document.text, section.span.begin));
    ASSERT_TRUE(on_code_point(document.text, section.span.end));
  }
  ASSERT_TRUE(std::is_sorted(
      document.dropped.begin(), document.dropped.end(),
      [](const Dropped& a, const Dropped& b) { return a.byte_begin < b.byte_begin; }));
  for (const Dropped& piece : document.dropped) {
    ASSERT_LE(piece.byte_begin, piece.byte_end);
    ASSERT_LE(piece.byte_end, bytes.size());
    ASSERT_FALSE(piece.reason.empty());
  }
}

inline Document read(std::string name, const std::string& bytes) {
  Document document = read_document(std::move(name), bytes, with_packs());
  expect_sound(document, bytes);
  return document;
}

inline Document read_text(const std::string& bytes) {
  return read("report.txt", bytes);
}

}  // namespace counterpoint
