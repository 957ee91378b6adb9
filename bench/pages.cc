// SPDX-License-Identifier: Apache-2.0
// Reads web pages again and again on one thread and says how long that took: main text, metadata,
// sections and the map of every byte; neither disk nor start is in the time.
//
//   pages_bench FOLDER PACKS REPEAT
//
// Prints one line of JSON: pages, those with text, and the seconds of each round.
// bench/pages.py makes the table.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "document/reader.h"

namespace counterpoint {
namespace {

std::vector<Received> pages_in(const std::filesystem::path& folder) {
  std::vector<Received> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    Received page;
    page.name = entry.path().filename().string();
    page.bytes.assign(std::istreambuf_iterator<char>(file), {});
    pages.push_back(std::move(page));
  }
  return pages;
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() != 4) {
    std::cerr << "pages_bench FOLDER PACKS REPEAT\n";
    return 2;
  }
  const std::vector<Received> pages = pages_in(arguments[1]);
  const PhraseBooks books = load_phrase_books(arguments[2]);
  nlohmann::json result{{"pages", pages.size()}, {"seconds", nlohmann::json::array()}};
  for (int round = 0; round < std::atoi(arguments[3].c_str()); ++round) {
    std::size_t with_text = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (const Received& page : pages) with_text += read_one(page, books).text.empty() ? 0 : 1;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    result["seconds"].push_back(seconds.count());
    result["with_text"] = with_text;
  }
  std::cout << result << "\n";
  return 0;
}

}  // namespace
}  // namespace counterpoint

int main(int argc, char** argv) {
  return counterpoint::run({argv, argv + argc});
}
