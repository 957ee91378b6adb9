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
#include "counterpoint/pipeline.h"
#include "counterpoint/view.h"

namespace counterpoint::cases {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = COUNTERPOINT_SOURCE_DIR;
const fs::path kCases = kSource / "tests" / "cases";

// A folder of its own below the system's temporary one; gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "counterpoint-case-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Expectations met and judged in this run, printed at the end: a case fails as a whole, but
// progress shows here.
struct Tally {
  int met = 0;
  int judged = 0;
};

Tally& tally() {
  static Tally instance;
  return instance;
}

bool is_held_out(const fs::path& path) {
  return path.lexically_relative(kCases).begin()->string() == "heldout";
}

bool may_show_held_out() {
  return std::getenv("COUNTERPOINT_SHOW_HELDOUT") != nullptr;
}

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(CaseFile file) : file_(std::move(file)) {}

  void TestBody() override {
    ASSERT_EQ(file_.problem, "") << where(0);
    const std::vector<std::string> misses = find_misses();
    const bool hidden = is_held_out(file_.path) && !may_show_held_out();
    if (file_.expected_fail) {
      EXPECT_FALSE(misses.empty())
          << where(0) << " passes now: remove its line `expected-fail: " << *file_.expected_fail
          << "`";
      return;
    }
    if (hidden && !misses.empty()) {
      ADD_FAILURE() << where(0) << " " << file_.title << "\n"
                    << misses.size() << " of " << file_.expectations.size()
                    << " expectations missed; held out, so not shown "
                    << "(COUNTERPOINT_SHOW_HELDOUT=1 shows them)";
      return;
    }
    for (const auto& miss : misses) ADD_FAILURE() << miss;
  }

 private:
  [[nodiscard]] std::string where(int line) const {
    const std::string path = file_.path.lexically_relative(kSource).string();
    return line == 0 ? path + ":" : path + ":" + std::to_string(line) + ":";
  }

  [[nodiscard]] std::vector<std::string> find_misses() const {
    const TemporaryFolder folder;
    const auto built = build(write_reports(file_, folder.path()));
    if (!built)
      return {where(0) + " build failed: " + built.error().code + " " + built.error().message};
    const CaseDossier dossier(Json::parse(to_json(built->dossier)));
    std::vector<std::string> misses;
    for (const auto& expectation : file_.expectations) {
      const std::string miss = judge(expectation, dossier);
      ++tally().judged;
      if (miss.empty())
        ++tally().met;
      else
        misses.push_back(where(expectation.line) + " expected  " + expectation.text + "\n" + miss);
    }
    return misses;
  }

  [[nodiscard]] static std::string judge(const Expectation& expectation,
                                         const CaseDossier& dossier) {
    try {
      return check(expectation, dossier);
    } catch (const std::invalid_argument& error) {
      return std::string("  this line cannot be judged: ") + error.what();
    }
  }

  CaseFile file_;
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
  for (const auto& path : find_cases()) {
    std::string suite = path.parent_path().lexically_relative(kCases).string();
    std::replace(suite.begin(), suite.end(), '/', '_');
    const std::string name = path.stem().string();
    testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [path]() -> CaseTest* { return new CaseTest(read_case(path)); });
  }
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
