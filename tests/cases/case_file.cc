// SPDX-License-Identifier: Apache-2.0
#include "cases/case_file.h"

#include <cctype>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace counterpoint::cases {
namespace {

namespace fs = std::filesystem;

std::string trim(std::string_view s) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
  return std::string(s);
}

bool ends_with(const std::string& s, std::string_view end) {
  return s.size() >= end.size() && s.compare(s.size() - end.size(), end.size(), end) == 0;
}

// "key: value" with one of the known keys; else nothing.
std::optional<std::pair<std::string, std::string>> header_of(const std::string& line) {
  for (const std::string key : {"published", "publisher", "url", "title"}) {
    if (line.rfind(key + ":", 0) == 0) return std::pair{key, trim(line.substr(key.size() + 1))};
  }
  return std::nullopt;
}

std::string bytes_of_hex(const std::string& text) {
  std::istringstream in(text);
  std::string bytes;
  for (std::string pair; in >> pair;) {
    bytes += static_cast<char>(std::stoi(pair, nullptr, 16));
  }
  return bytes;
}

// The lines below a `## report:` line. Blank lines at the end belong to the case, not to the
// report.
CaseReport make_report(std::string name, std::vector<std::string> lines) {
  CaseReport report;
  const bool hex = ends_with(name, "(hex)");
  report.name = trim(hex ? std::string_view(name).substr(0, name.size() - 5) : name);
  while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
  std::size_t first = 0;
  if (ends_with(report.name, ".txt") && !hex) {
    while (first < lines.size()) {
      const auto header = header_of(lines[first]);
      if (!header) break;
      report.headers.insert(*header);
      ++first;
    }
    if (first > 0 && first < lines.size() && !trim(lines[first]).empty()) {
      throw std::invalid_argument(report.name + ": a blank line must follow the headers");
    }
    if (first > 0) ++first;
  }
  for (std::size_t i = first; i < lines.size(); ++i) report.body += lines[i] + "\n";
  if (hex) report.body = bytes_of_hex(report.body);
  return report;
}

std::vector<Token> tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[i]))) {
      ++i;
    } else if (text[i] == '"') {
      const auto close = text.find('"', i + 1);
      if (close == std::string::npos) throw std::invalid_argument("a quotation mark is not closed");
      tokens.push_back({text.substr(i + 1, close - i - 1), true});
      i = close + 1;
    } else {
      const auto end = std::min(text.find_first_of(" \t\"", i), text.size());
      tokens.push_back({text.substr(i, end - i), false});
      i = end;
    }
  }
  return tokens;
}

// Where the lines that follow a `## ` line go.
enum class Part { none, report, expect };

class Parser {
 public:
  explicit Parser(CaseFile& file) : file_(file) {}

  void take(int number, const std::string& line) {
    if (line.rfind("## report:", 0) == 0) {
      open(Part::report);
      report_name_ = trim(line.substr(10));
    } else if (line.rfind("## files:", 0) == 0) {
      open(Part::none);
      file_.folders.push_back((file_.path.parent_path() / trim(line.substr(9))).lexically_normal());
    } else if (trim(line) == "## expect") {
      open(Part::expect);
    } else if (part_ == Part::report) {
      report_lines_.push_back(line);
    } else if (part_ == Part::expect) {
      take_expectation(number, trim(line));
    } else if (line.rfind("# ", 0) == 0 && file_.title.empty()) {
      file_.title = trim(line.substr(2));
    } else if (!trim(line).empty() && line.front() != '#') {
      throw std::invalid_argument("text outside a report");
    }
  }

  void finish() {
    open(Part::none);
    if (file_.title.empty()) throw std::invalid_argument("no `# title` line");
    if (file_.reports.empty() && file_.folders.empty()) throw std::invalid_argument("no report");
    if (file_.expectations.empty()) throw std::invalid_argument("no expectation");
  }

 private:
  void open(Part part) {
    if (part_ == Part::report) {
      file_.reports.push_back(make_report(report_name_, std::move(report_lines_)));
      report_lines_.clear();
    }
    part_ = part;
  }

  void take_expectation(int number, const std::string& line) {
    if (line.empty() || line.front() == '#') return;
    if (line.rfind("not yet:", 0) == 0) {
      file_.expectations.push_back(read_expectation(number, trim(line.substr(8))));
      file_.expectations.back().not_yet = true;
    } else {
      file_.expectations.push_back(read_expectation(number, line));
    }
  }

  CaseFile& file_;
  Part part_ = Part::none;
  std::string report_name_;
  std::vector<std::string> report_lines_;
};

}  // namespace

Expectation read_expectation(int number, const std::string& line) {
  Expectation expectation;
  expectation.line = number;
  expectation.text = line;
  const auto colon = line.find(':');
  if (colon == std::string::npos) throw std::invalid_argument("no `kind:` in this expectation");
  expectation.kind = trim(line.substr(0, colon));
  for (const std::string word : {"no ", "not "}) {
    if (expectation.kind.rfind(word, 0) == 0) {
      expectation.negated = true;
      expectation.kind = trim(expectation.kind.substr(word.size()));
    }
  }
  expectation.tokens = tokens_of(line.substr(colon + 1));
  return expectation;
}

CaseFile read_case(const fs::path& path) {
  CaseFile file;
  file.path = path;
  std::ifstream in(path, std::ios::binary);
  int number = 0;
  try {
    if (!in) throw std::invalid_argument("cannot be opened");
    Parser parser(file);
    for (std::string line; std::getline(in, line);) parser.take(++number, line);
    parser.finish();
  } catch (const std::invalid_argument& error) {
    file.problem = "line " + std::to_string(number) + ": " + error.what();
  }
  return file;
}

std::vector<fs::path> write_reports(const CaseFile& file, const fs::path& folder) {
  for (const auto& report : file.reports) {
    if (report.headers.empty()) {
      std::ofstream(folder / report.name, std::ios::binary) << report.body;
      continue;
    }
    nlohmann::ordered_json record;
    record["name"] = report.name;
    for (const auto& [key, value] : report.headers) record[key] = value;
    record["text"] = report.body;
    std::ofstream(folder / (report.name + ".jsonl"), std::ios::binary) << record.dump() << "\n";
  }
  std::vector<fs::path> inputs = file.folders;
  if (!file.reports.empty()) inputs.push_back(folder);
  return inputs;
}

}  // namespace counterpoint::cases
