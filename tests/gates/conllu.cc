// SPDX-License-Identifier: Apache-2.0
#include "gates/conllu.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace counterpoint::gates {
namespace {

std::vector<std::string> cells_of(const std::string& line, char separator) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, separator);) cells.push_back(cell);
  return cells;
}

void add_row(const std::string& line, ConlluSentence& sentence) {
  constexpr std::size_t kColumns = 10;
  std::vector<std::string> cells = cells_of(line, '\t');
  if (cells.size() < kColumns) throw std::runtime_error("short row: " + line);
  if (cells[0].find('.') != std::string::npos) return;
  ConlluRow& row = sentence.rows.emplace_back();
  row.id = row.last = std::stoi(cells[0]);
  const auto dash = cells[0].find('-');
  if (dash != std::string::npos) row.last = std::stoi(cells[0].substr(dash + 1));
  if (!row.is_shared()) row.head = std::stoi(cells[6]);
  row.form = std::move(cells[1]);
  row.lemma = std::move(cells[2]);
  row.upos = std::move(cells[3]);
  row.xpos = std::move(cells[4]);
  row.deprel = std::move(cells[7]);
  row.misc = std::move(cells[9]);
}

std::vector<ConlluSentence> read(std::istream& in) {
  std::vector<ConlluSentence> sentences;
  ConlluSentence current;
  const auto end_sentence = [&] {
    if (!current.rows.empty()) sentences.push_back(std::move(current));
    current = {};
  };
  for (std::string line; std::getline(in, line);) {
    if (line.empty())
      end_sentence();
    else if (line[0] == '#')
      current.comments.push_back(line);
    else
      add_row(line, current);
  }
  end_sentence();
  return sentences;
}

}  // namespace

bool ConlluRow::space_after() const {
  return misc_value("SpaceAfter") != "No";
}

std::string ConlluRow::misc_value(std::string_view key) const {
  for (const std::string& part : cells_of(misc, '|')) {
    if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=')
      return part.substr(key.size() + 1);
  }
  return {};
}

std::vector<ConlluSentence> read_conllu(const std::filesystem::path& file) {
  std::ifstream in(file);
  return read(in);
}

std::vector<ConlluSentence> parse_conllu(std::string_view lines) {
  std::istringstream in{std::string(lines)};
  return read(in);
}

}  // namespace counterpoint::gates
