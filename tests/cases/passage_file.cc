// SPDX-License-Identifier: Apache-2.0
#include "cases/passage_file.h"

#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace counterpoint::cases {
namespace {

// `by "outlet"` names it.
constexpr const char* kPublisher = "The Outlet";

CaseFile case_of(const std::filesystem::path& path, std::string passage) {
  CaseFile made;
  made.path = path;
  made.title = passage.substr(0, 60);
  CaseReport report;
  report.name = "a.txt";
  report.headers["publisher"] = kPublisher;
  report.body = std::move(passage) + "\n";
  made.reports.push_back(std::move(report));
  return made;
}

}  // namespace

std::vector<CaseFile> read_passages(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<CaseFile> passages;
  bool open = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      open = false;
    } else if (!open) {
      passages.push_back(case_of(path, std::move(line)));
      open = true;
    } else if (line != "figure: none") {
      passages.back().expectations.push_back(read_expectation(number, line));
    }
  }
  if (passages.empty()) throw std::invalid_argument(path.string() + ": no passage");
  return passages;
}

}  // namespace counterpoint::cases
