// SPDX-License-Identifier: Apache-2.0
// Reads brat stand-off annotations, as PolNeAR has them: lines "T1<tab>Source 0 4;8 9<tab>words".
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "counterpoint/span.h"

namespace counterpoint::gates {

struct BratSpan {
  std::string kind;
  std::vector<Span> pieces;  // bytes
};

inline std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The byte at which each code point of the text begins, and the text's end.
inline std::vector<std::uint32_t> code_points(const std::string& text) {
  std::vector<std::uint32_t> begins;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begins.push_back(i);
  }
  begins.push_back(static_cast<std::uint32_t>(text.size()));
  return begins;
}

// Sources, cues and contents of an annotation file; it counts code points of `text`.
inline std::vector<BratSpan> read_brat(const std::filesystem::path& file, const std::string& text) {
  const auto begins = code_points(text);
  std::vector<BratSpan> spans;
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    const auto end = line.find('\t', tab + 1);
    if (!line.starts_with('T') || end == std::string::npos) continue;
    std::string fields = line.substr(tab + 1, end - tab - 1);
    const auto blank = fields.find(' ');
    BratSpan made{fields.substr(0, blank), {}};
    if (made.kind != "Source" && made.kind != "Cue" && made.kind != "Content") continue;
    std::replace(fields.begin(), fields.end(), ';', ' ');
    const char* at = fields.c_str() + blank;
    for (char* next = nullptr;; at = next) {
      const auto first = std::strtoul(at, &next, 10);
      if (next == at) break;
      const auto last = std::strtoul(next, &next, 10);
      made.pieces.push_back({begins.at(first), begins.at(last)});
    }
    spans.push_back(std::move(made));
  }
  return spans;
}

// (text, annotation) of every annotated document of a part, by file name; the first annotation of
// several.
inline std::vector<std::pair<std::filesystem::path, std::filesystem::path>> brat_documents(
    const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> notes;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "attributions")) {
    notes.push_back(entry.path());
  }
  std::ranges::sort(notes);
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> documents;
  for (const auto& note : notes) {
    const std::string stem = note.stem().string();
    const auto text = folder / "text" / (stem.substr(0, stem.rfind('_')) + ".txt");
    const bool seen = !documents.empty() && documents.back().first == text;
    if (std::filesystem::exists(text) && !seen) documents.emplace_back(text, note);
  }
  return documents;
}

}  // namespace counterpoint::gates
