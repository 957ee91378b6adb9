// SPDX-License-Identifier: Apache-2.0
// One test per .case file below this folder: builds a dossier from the case's reports and checks
// its expectations on dossier.json. README.md describes the format.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "cases/case_check.h"
#include "cases/case_dossier.h"
#include "cases/case_file.h"
#include "cases/temporary_folder.h"
#include "counterpoint/pipeline.h"
#include "counterpoint/view.h"

namespace counterpoint::cases {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = COUNTERPOINT_SOURCE_DIR;
const fs::path kCases = kSource / "tests" / "cases";

// Expectations met and judged in this run, printed at the end.
struct Tally {
  int met = 0;
  int judged = 0;
};

Tally& tally() {
  static Tally instance;
  return instance;
}

// Least share of the held-out expectations that must be met, in percent. Raise it when the share
// rises; it stands two points below what was measured, the worth of three expectations.
constexpr int kHeldOutFloor = 68;

bool is_held_out(const fs::path& path) {
  return path.lexically_relative(kCases).begin()->string() == "heldout";
}

bool may_show_held_out() {
  return std::getenv("COUNTERPOINT_SHOW_HELDOUT") != nullptr;
}

std::string where(const CaseFile& file, int line) {
  const std::string path = file.path.lexically_relative(kSource).string();
  return line == 0 ? path + ":" : path + ":" + std::to_string(line) + ":";
}

// What is wrong with one expectation; empty when it is met.
std::string judge(const Expectation& expectation, const CaseDossier& dossier) {
  try {
    return check(expectation, dossier);
  } catch (const std::invalid_argument& error) {
    return std::string("  this line cannot be judged: ") + error.what();
  }
}

// Calls use(expectation, miss) for every expectation of the case.
template <class Use>
void each_expectation(const CaseFile& file, Use use) {
  const TemporaryFolder folder;
  const auto built = build(write_reports(file, folder.path()));
  ASSERT_TRUE(built.has_value()) << where(file, 0) << built.error().message;
  const CaseDossier dossier(Json::parse(to_json(built->dossier)));
  for (const auto& expectation : file.expectations) {
    const std::string miss = judge(expectation, dossier);
    ++tally().judged;
    if (miss.empty()) ++tally().met;
    use(expectation, miss);
  }
}

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(CaseFile file) : file_(std::move(file)) {}

  void TestBody() override {
    ASSERT_EQ(file_.problem, "") << where(file_, 0);
    each_expectation(file_, [&](const Expectation& expectation, const std::string& miss) {
      const std::string line = where(file_, expectation.line);
      if (expectation.not_yet) {
        EXPECT_FALSE(miss.empty()) << line << " is met now: remove `not yet:` from\n"
                                   << expectation.text;
      } else {
        EXPECT_TRUE(miss.empty()) << line << " expected  " << expectation.text << "\n" << miss;
      }
    });
  }

 private:
  CaseFile file_;
};

// All held-out cases as one share: single misses are not shown, so that no rule is fitted to them.
class HeldOutTest : public testing::Test {
 public:
  explicit HeldOutTest(std::vector<fs::path> paths) : paths_(std::move(paths)) {}

  void TestBody() override {
    int met = 0;
    int judged = 0;
    for (const fs::path& path : paths_) {
      const CaseFile file = read_case(path);
      ASSERT_EQ(file.problem, "") << where(file, 0);
      each_expectation(file, [&](const Expectation& expectation, const std::string& miss) {
        ++judged;
        met += miss.empty() ? 1 : 0;
        if (!miss.empty() && may_show_held_out()) {
          std::printf("%s missed  %s\n", where(file, expectation.line).c_str(),
                      expectation.text.c_str());
        }
      });
    }
    std::printf("held-out expectations met: %d of %d\n", met, judged);
    EXPECT_GE(100 * met, kHeldOutFloor * judged);
  }

 private:
  std::vector<fs::path> paths_;
};

std::vector<fs::path> find_cases() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(kCases)) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// "statement/split_quote.case" -> suite "statement", test "split_quote".
void register_cases() {
  std::vector<fs::path> held_out;
  for (const auto& path : find_cases()) {
    if (is_held_out(path)) {
      held_out.push_back(path);
      continue;
    }
    std::string suite = path.parent_path().lexically_relative(kCases).string();
    std::replace(suite.begin(), suite.end(), '/', '_');
    const std::string name = path.stem().string();
    testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [path]() -> CaseTest* { return new CaseTest(read_case(path)); });
  }
  testing::RegisterTest("heldout", "share", nullptr, nullptr, __FILE__, __LINE__,
                        [held_out]() -> HeldOutTest* { return new HeldOutTest(held_out); });
}

class PrintTally : public testing::EmptyTestEventListener {
 public:
  void OnTestProgramEnd(const testing::UnitTest&) override {
    if (tally().judged == 0) return;
    std::printf("expectations met: %d of %d\n", tally().met, tally().judged);
  }
};

}  // namespace
}  // namespace counterpoint::cases

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  counterpoint::cases::register_cases();
  testing::UnitTest::GetInstance()->listeners().Append(new counterpoint::cases::PrintTally);
  return RUN_ALL_TESTS();
}
