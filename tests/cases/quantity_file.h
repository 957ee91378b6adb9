// SPDX-License-Identifier: Apache-2.0
// Sentences with the quantities that a careful reader finds in them: tests/cases/quantities/*.tsv.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "counterpoint/annotation.h"

namespace counterpoint::cases {

// One line below a sentence: surface, kind, value, noun.
struct ExpectedQuantity {
  std::string surface;
  std::string kind;
  std::optional<double> min, max;
  std::vector<double> alternatives;
  bool approximate = false;
  bool valued = true;  // false: "-", a clock or name whose value is not compared
  std::string noun;    // empty: "-"
};

struct QuantitySentence {
  std::string text;
  bool no_count = false;  // the lone "-"
  std::vector<ExpectedQuantity> quantities;
};

// Reads one file. A line that is not as README.md says throws std::invalid_argument.
[[nodiscard]] std::vector<QuantitySentence> read_quantities(const std::filesystem::path& path);

// What was found against what is expected, over any number of sentences.
struct QuantityScore {
  int sentences = 0;
  int sentences_right = 0;
  int expected = 0;
  int found = 0;
  int right = 0;

  void add(const QuantityScore& other);
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

// Scores one sentence; `misses`, where given, gets a line for every difference.
[[nodiscard]] QuantityScore score(const QuantitySentence& sentence, const Annotator& annotator,
                                  std::string* misses);

}  // namespace counterpoint::cases
