// SPDX-License-Identifier: Apache-2.0
// The passages of tests/cases/passages, each built into a dossier of its own. Every file has its
// own figure; README.md there says which files a writer of rules may look into.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
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
constexpr Floor kFloors[] = {{"voices/a.txt", 0, true},
                             {"voices/b.txt", 0, false},
                             {"figures/a.txt", 0, true},
                             {"figures/b.txt", 0, false}};

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
  std::printf("%s:%d: %s\n  %s\n%s", floor.file, line.line, passage.reports[0].body.c_str(),
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

double share_of_figures(const Floor& floor) {
  int passages = 0, right = 0, expected = 0, met = 0, found = 0;
  std::map<std::string, std::array<int, 3>> table;
  int nonefail = 0, only_extra = 0, only_claim = 0;
  int value = 0, measure = 0, group = 0, claimant = 0;
  for (const CaseFile& passage : read_passages(kFolder / floor.file)) {
    const CaseDossier dossier = dossier_of(passage);
    std::size_t here = 0, mh = 0;
    for (const Expectation& line : passage.expectations) {
      const std::string miss = check(line, dossier);
      here += miss.empty() ? 1 : 0;
      const Expectation bare = without_clauses(line, true, true);
      Expectation number = bare;
      number.tokens.resize(1);
      value += check(number, dossier).empty() ? 1 : 0;
      measure += check(bare, dossier).empty() ? 1 : 0;
      mh += check(without_clauses(line, false, true), dossier).empty();
      if (bare.tokens.size() > 1 && check(number, dossier).empty() &&
          !check(bare, dossier).empty()) {
        for (const char* m : {"killed",   "wounded",   "infected",   "arrested",  "captured",
                              "missing",  "displaced", "affected",   "homeless",  "evacuated",
                              "rescued",  "present",   "population", "destroyed", "damaged",
                              "released", "treated",   "moved",      "ambushed",  "defected"}) {
          Expectation e = bare;
          e.tokens[1].text = m;
          if (check(e, dossier).empty())
            std::printf("  C %s %s -> %s\n", floor.file, bare.tokens[1].text.c_str(), m);
        }
      }
      if (bare.tokens.size() > 1) {
        auto& t = table[bare.tokens[1].text];
        t[0]++;
        t[1] += check(number, dossier).empty();
        t[2] += check(bare, dossier).empty();
      }
      group += check(without_clauses(line, false, true), dossier).empty() ? 1 : 0;
      claimant += check(without_clauses(line, true, false), dossier).empty() ? 1 : 0;
      show(floor, passage, line, miss);
    }
    const std::size_t all = dossier.list("figures").size();
    if (floor.seen && all > passage.expectations.size()) {
      std::printf("%s: a figure too much: %s", floor.file, passage.reports[0].body.c_str());
      for (const Json& figure : dossier.list("figures")) {
        std::printf("%s\n", dossier.describe_figure(figure).c_str());
      }
    }
    ++passages;
    if (passage.expectations.empty() && all > 0) ++nonefail;
    if (here == passage.expectations.size() && all > here) ++only_extra;
    if (mh == passage.expectations.size() && all == mh && here < mh) ++only_claim;
    right += here == passage.expectations.size() && all == here ? 1 : 0;
    expected += static_cast<int>(passage.expectations.size());
    met += static_cast<int>(here);
    found += static_cast<int>(all);
  }
  std::printf("%s: of %d passages %d right; figures met %d of %d, found %d\n", floor.file, passages,
              right, met, expected, found);
  for (auto& [k, t] : table)
    std::printf("  T %s: %d found %d right %d\n", k.c_str(), t[0], t[1], t[2]);
  std::printf("nonefail %d only_extra %d only_claim %d\n", nonefail, only_extra, only_claim);
  std::printf(
      "%s: number right %d, measure too %d, measure and group %d, measure and claimant %d\n",
      floor.file, value, measure, group, claimant);
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
