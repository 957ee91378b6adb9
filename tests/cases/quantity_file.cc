// SPDX-License-Identifier: Apache-2.0
#include "cases/quantity_file.h"

#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace counterpoint::cases {
namespace {

using std::string;

constexpr const char* kKinds[] = {"count",    "age",      "year",        "money",   "percent",
                                  "distance", "size",     "clock",       "ordinal", "version",
                                  "fraction", "duration", "temperature", "other"};

std::vector<string> split(const string& line, char mark) {
  std::vector<string> cells;
  std::istringstream in(line);
  for (string cell; std::getline(in, cell, mark);) cells.push_back(cell);
  return cells;
}

// "120", "120..", "..200", "30..40", "5|14", "~40", "-".
void read_value(string cell, ExpectedQuantity& quantity) {
  quantity.valued = cell != "-";
  if (!quantity.valued) return;
  quantity.approximate = cell.starts_with("~");
  if (quantity.approximate) cell.erase(0, 1);
  const auto dots = cell.find("..");
  if (cell.find('|') != string::npos) {
    for (const string& part : split(cell, '|')) quantity.alternatives.push_back(std::stod(part));
  } else if (dots == string::npos) {
    quantity.min = quantity.max = std::stod(cell);
  } else {
    if (dots > 0) quantity.min = std::stod(cell.substr(0, dots));
    if (dots + 2 < cell.size()) quantity.max = std::stod(cell.substr(dots + 2));
  }
}

ExpectedQuantity read_line(const string& line) {
  const auto cells = split(line, '\t');
  if (cells.size() != 4) throw std::invalid_argument("not four cells: " + line);
  ExpectedQuantity quantity;
  quantity.surface = cells[0];
  quantity.kind = cells[1];
  read_value(cells[2], quantity);
  if (cells[3] != "-") quantity.noun = cells[3];
  return quantity;
}

bool same(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return std::abs(*a - *b) <= std::max(0.0006, std::abs(*b) * 1e-9);  // fractions: three digits
}

// "..200" stands for "at most" and for "nearly", so whether that is approximate is not compared.
bool same_value(const ExpectedQuantity& expected, const Quantity& found) {
  if (!expected.valued) return true;
  if (expected.alternatives != found.alternatives) return false;
  if (!same(expected.min, found.min) || !same(expected.max, found.max)) return false;
  const bool upper_bound = !expected.min && expected.max;
  return upper_bound || expected.approximate == found.approximate;
}

struct Found {
  Quantity quantity;
  string surface;
  string kind;
  string noun;
  bool used = false;
};

string show(const Found& found) {
  std::ostringstream out;
  out.precision(12);
  const Quantity& quantity = found.quantity;
  out << found.surface << " | " << found.kind << " | " << (quantity.approximate ? "~" : "");
  if (quantity.min) out << *quantity.min;
  out << "..";
  if (quantity.max) out << *quantity.max;
  for (const double value : quantity.alternatives) out << "|" << value;
  out << " | " << (found.noun.empty() ? "-" : found.noun);
  return out.str();
}

std::vector<Found> find(const QuantitySentence& sentence, const Annotator& annotator) {
  Document document;
  document.text = sentence.text;
  const Annotation annotation = annotator.annotate(document);
  std::vector<Found> all;
  for (const Quantity& quantity : annotation.quantities) {
    Found& found = all.emplace_back();
    found.quantity = quantity;
    found.surface = quantity.span.of(document.text);
    found.kind = kKinds[static_cast<std::size_t>(quantity.kind)];
    if (quantity.noun < 0) continue;
    found.noun = annotation.tokens[static_cast<std::size_t>(quantity.noun)].span.of(document.text);
  }
  return all;
}

// Numbers of dates, lists and names beside the listed quantities are left out of the files, and a
// lone "-" speaks of counts only.
bool may_stand(const QuantitySentence& sentence, const Found& found) {
  const string& kind = found.kind;
  if (kind == "count") return false;
  return sentence.no_count || kind == "clock" || kind == "version" || kind == "ordinal" ||
         kind == "year" || kind == "other";
}

// The first unused find from `from` on with the same words; -1: none.
int same_words(const std::vector<Found>& all, const ExpectedQuantity& expected, std::size_t from) {
  for (std::size_t i = from; i < all.size(); ++i) {
    if (all[i].surface == expected.surface) return static_cast<int>(i);
  }
  return -1;
}

double share(int part, int whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / whole;
}

}  // namespace

std::vector<QuantitySentence> read_quantities(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<QuantitySentence> sentences;
  bool open = false;
  for (string line; std::getline(in, line);) {
    if (line.empty()) {
      open = false;
    } else if (!open) {
      sentences.emplace_back().text = line;
      open = true;
    } else if (line == "-") {
      sentences.back().no_count = true;
    } else {
      sentences.back().quantities.push_back(read_line(line));
    }
  }
  return sentences;
}

void QuantityScore::add(const QuantityScore& other) {
  sentences += other.sentences;
  sentences_right += other.sentences_right;
  expected += other.expected;
  found += other.found;
  right += other.right;
}

double QuantityScore::precision() const {
  return share(right, found);
}
double QuantityScore::recall() const {
  return share(right, expected);
}
double QuantityScore::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

QuantityScore score(const QuantitySentence& sentence, const Annotator& annotator, string* misses) {
  QuantityScore result{.sentences = 1, .expected = static_cast<int>(sentence.quantities.size())};
  std::vector<Found> all = find(sentence, annotator);
  string differences;
  std::size_t from = 0;
  for (const ExpectedQuantity& expected : sentence.quantities) {
    const int at = same_words(all, expected, from);
    if (at < 0) {
      differences += "  not found: " + expected.surface + "\n";
      continue;
    }
    Found& found = all[static_cast<std::size_t>(at)];
    found.used = true;
    ++result.found;
    from = static_cast<std::size_t>(at) + 1;
    const bool right = found.kind == expected.kind && same_value(expected, found.quantity) &&
                       found.noun == expected.noun;
    result.right += right ? 1 : 0;
    if (!right) {
      differences += "  read as:   " + show(found) + "   for " + expected.kind + " " +
                     (expected.noun.empty() ? "-" : expected.noun) + "\n";
    }
  }
  for (const Found& found : all) {
    if (found.used || may_stand(sentence, found)) continue;
    ++result.found;
    differences += "  too much:  " + show(found) + "\n";
  }
  result.sentences_right = differences.empty() ? 1 : 0;
  if (misses != nullptr && !differences.empty()) *misses += sentence.text + "\n" + differences;
  return result;
}

}  // namespace counterpoint::cases
