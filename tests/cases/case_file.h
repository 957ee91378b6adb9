// SPDX-License-Identifier: Apache-2.0
// A .case file as data: reports in, expectations out. The format is written down in README.md.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace counterpoint::cases {

// One report of a case. With headers (.txt only) it becomes a JSON-lines record of that name,
// without them a file that holds `body` byte for byte.
struct CaseReport {
  std::string name;
  std::map<std::string, std::string> headers;  // published, publisher, url, title
  std::string body;
};

// A piece of an expectation line: a word, or the inside of "...".
struct Token {
  std::string text;
  bool quoted = false;
};

// One line below `## expect`: `[no|not] kind: tokens`.
struct Expectation {
  int line = 0;
  std::string text;
  bool negated = false;
  bool not_yet = false;  // `not yet: ...`: known to be missed; a hit fails the run
  std::string kind;
  std::vector<Token> tokens;
};

struct CaseFile {
  std::filesystem::path path;
  std::string title;
  std::vector<CaseReport> reports;
  std::vector<std::filesystem::path> folders;  // `## files:`, resolved against the case's folder
  std::vector<Expectation> expectations;
  std::string problem;  // "line N: ..." if the file breaks the format; then nothing else counts
};

// Reads and parses a case. Never throws on a bad case: see `problem`.
[[nodiscard]] CaseFile read_case(const std::filesystem::path& path);

// Parses one expectation line. Throws std::invalid_argument on a bad one.
[[nodiscard]] Expectation read_expectation(int number, const std::string& line);

// Writes the reports into `folder` (which must exist) and returns the inputs for `build`: that
// folder, if there are reports, and the case's own folders.
[[nodiscard]] std::vector<std::filesystem::path> write_reports(const CaseFile& file,
                                                               const std::filesystem::path& folder);

}  // namespace counterpoint::cases
