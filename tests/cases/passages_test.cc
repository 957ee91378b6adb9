// SPDX-License-Identifier: Apache-2.0
// The passages of tests/cases/passages, each built into a dossier of its own. Every file has its
// own figure; README.md there says which files a writer of rules may look into.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cases/case_check.h"
#include "cases/case_dossier.h"
#include "cases/passage_file.h"
#include "cases/temporary_folder.h"
#include "counterpoint/pipeline.h"
#include "counterpoint/view.h"

namespace counterpoint::cases {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = COUNTERPOINT_SOURCE_DIR;
const fs::path kFolder = kSource / "tests" / "cases" / "passages";

// Least share in percent, of voices with the right kind and of passages with every figure right.
struct Floor {
  const char* file;
  double share;
  bool seen;  // its misses may be shown to a writer of rules
};
constexpr Floor kFloors[] = {{"voices/a.txt", 79, true},   {"voices/b.txt", 59, false},
                             {"voices/c.txt", 63, true},   {"figures/a.txt", 65, true},
                             {"figures/b.txt", 32, false}, {"figures/c.txt", 49, true}};

CaseDossier dossier_of(const CaseFile& passage) {
  const TemporaryFolder folder;
  const auto built = build(write_reports(passage, folder.path()));
  if (!built) throw std::runtime_error(built.error().message);
  return CaseDossier(Json::parse(to_json(built->dossier)));
}

// The same line without its clause `identity ...`, or without all clauses.
Expectation only_name(Expectation line) {
  line.tokens.resize(1);
  return line;
}

Expectation only_kind(Expectation line) {
  line.tokens.resize(std::min<std::size_t>(line.tokens.size(), 3));
  return line;
}

// The same line without its clauses `of` or `by`, or without both.
Expectation without_clauses(Expectation line, bool of, bool by) {
  std::vector<Token> kept;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const std::string& word = line.tokens[i].text;
    const bool drop = i + 1 < line.tokens.size() && ((of && word == "of") || (by && word == "by"));
    if (drop)
      ++i;
    else
      kept.push_back(line.tokens[i]);
  }
  line.tokens = std::move(kept);
  return line;
}

void show(const Floor& floor, const CaseFile& passage, const Expectation& line,
          const std::string& miss) {
  if (!floor.seen || miss.empty()) return;
  std::printf("%s:%d: %s\n  %s\n%s\n", floor.file, line.line, passage.reports[0].body.c_str(),
              line.text.c_str(), miss.c_str());
}

double share_of_voices(const Floor& floor) {
  int all = 0, found = 0, kind = 0, identity = 0;
  for (const CaseFile& passage : read_passages(kFolder / floor.file)) {
    const CaseDossier dossier = dossier_of(passage);
    for (const Expectation& line : passage.expectations) {
      ++all;
      found += check(only_name(line), dossier).empty() ? 1 : 0;
      const std::string miss = check(only_kind(line), dossier);
      kind += miss.empty() ? 1 : 0;
      identity += check(line, dossier).empty() ? 1 : 0;
      show(floor, passage, line, miss);
    }
  }
  std::printf("%s: of %d voices found %d, kind right %d, identity too %d\n", floor.file, all, found,
              kind, identity);
  return 100.0 * kind / all;
}

// How many figures of a file are right so far: the number alone, with its measure, and with the
// group or the claimant besides.
struct FigureCounts {
  int expected = 0, met = 0, number = 0, measure = 0, group = 0, claimant = 0;

  void add(const Expectation& line, const CaseDossier& dossier) {
    const auto is_met = [&](const Expectation& wanted) {
      return check(wanted, dossier).empty() ? 1 : 0;
    };
    const Expectation bare = without_clauses(line, true, true);
    ++expected;
    met += is_met(line);
    number += is_met(only_name(bare));
    measure += is_met(bare);
    group += is_met(without_clauses(line, false, true));
    claimant += is_met(without_clauses(line, true, false));
  }
};

void show_figures(const Floor& floor, const CaseFile& passage, const CaseDossier& dossier) {
  if (!floor.seen) return;
  std::printf("%s: more figures than expected: %s", floor.file, passage.reports[0].body.c_str());
  for (const Json& figure : dossier.list("figures")) {
    std::printf("%s\n", dossier.describe_figure(figure).c_str());
  }
}

double share_of_figures(const Floor& floor) {
  int passages = 0, right = 0, found = 0;
  FigureCounts counts;
  for (const CaseFile& passage : read_passages(kFolder / floor.file)) {
    const CaseDossier dossier = dossier_of(passage);
    const int met_before = counts.met;
    for (const Expectation& line : passage.expectations) {
      counts.add(line, dossier);
      show(floor, passage, line, check(line, dossier));
    }
    const std::size_t all = dossier.list("figures").size();
    if (all > passage.expectations.size()) show_figures(floor, passage, dossier);
    ++passages;
    found += static_cast<int>(all);
    const auto met = static_cast<std::size_t>(counts.met - met_before);
    right += met == passage.expectations.size() && all == met ? 1 : 0;
  }
  std::printf(
      "%s: of %d passages %d right; figures met %d of %d, found %d; number right %d, with "
      "measure %d, with measure and group %d, with measure and claimant %d\n",
      floor.file, passages, right, counts.met, counts.expected, found, counts.number,
      counts.measure, counts.group, counts.claimant);
  return 100.0 * right / passages;
}

TEST(Passages, GiveTheVoicesTheirKind) {
  for (const Floor& floor : kFloors) {
    if (std::string_view(floor.file).starts_with("voices/")) {
      EXPECT_GE(share_of_voices(floor), floor.share) << floor.file;
    }
  }
}

TEST(Passages, GiveEveryFigureItsMeasureGroupAndClaimant) {
  for (const Floor& floor : kFloors) {
    if (std::string_view(floor.file).starts_with("figures/")) {
      EXPECT_GE(share_of_figures(floor), floor.share) << floor.file;
    }
  }
}

}  // namespace
}  // namespace counterpoint::cases
