// SPDX-License-Identifier: Apache-2.0
// Time expressions against the 183 reports of TimeBank 1.2 (TimeML), with the shipped model.
//
// Protocol. A report is the text of <TEXT> without its tags, published on the day of its creation
// time; gold are the TIMEX3 tags of that text. Found and gold expressions are matched one to one,
// in order of the text, where their spans overlap (relaxed) or are the same (strict). F1 is over
// all expressions of all reports (micro). Value and type F1 are TempEval-3's: a match counts where
// the spans overlap and the attribute is the same string, after timex3() has put a TimeExpression
// and its anchor into the terms of TIMEX3.
//
// Rules are written with the even-numbered half alone in view (files by name, counted from 1); the
// odd half is never looked at, only its totals are taken, and the floors are the odd half's.
// COUNTERPOINT_TIMEBANK_SHOW=1 prints what was missed or read otherwise in the even half.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "annotation/timex3.h"
#include "base/sha256.h"
#include "counterpoint/annotation.h"
#include "gates/timeml.h"

namespace counterpoint::gates {
namespace {

namespace fs = std::filesystem;

fs::path shared_folder() {
  const char* stated = std::getenv("COUNTERPOINT_SHARED");
  const fs::path source(COUNTERPOINT_SOURCE_DIR);
  return (stated != nullptr ? fs::path(stated) : source / "../shared") / "data";
}

struct Counts {
  double gold = 0, found = 0, relaxed = 0, strict = 0, type = 0, value = 0;

  void add(const Counts& other) {
    gold += other.gold, found += other.found, relaxed += other.relaxed;
    strict += other.strict, type += other.type, value += other.value;
  }
  [[nodiscard]] double f1(double right) const {
    return gold + found == 0 ? 0 : 200 * right / (gold + found);
  }
};

std::string flat(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c == '\n' ? ' ' : c;
  return out;
}

// The words around a span, for the list of misses.
std::string context(const std::string& text, const Span& span) {
  const std::size_t begin = span.begin > 40 ? span.begin - 40 : 0;
  return flat(std::string_view(text).substr(begin, span.begin - begin)) + "[" +
         flat(span.of(text)) + "]" + flat(std::string_view(text).substr(span.end, 25));
}

struct Compared {
  const TimeMl& report;
  const std::vector<TimeExpression>& times;
  bool show = false;

  Counts count() const {
    Counts counts;
    counts.gold = static_cast<double>(report.times.size());
    counts.found = static_cast<double>(times.size());
    std::size_t g = 0, f = 0;
    while (g < report.times.size() && f < times.size()) {
      const GoldTime& gold = report.times[g];
      if (times[f].span.overlaps(gold.span)) {
        compare(gold, f, counts);
        ++g, ++f;
      } else if (times[f].span.begin < gold.span.begin) {
        extra(f++);
      } else {
        missed(report.times[g++]);
      }
    }
    while (f < times.size()) extra(f++);
    while (g < report.times.size()) missed(report.times[g++]);
    return counts;
  }

  void compare(const GoldTime& gold, std::size_t f, Counts& counts) const {
    const auto made = annotation::timex3(times, f, report.day);
    counts.relaxed += 1;
    counts.strict += times[f].span == gold.span ? 1 : 0;
    counts.type += made.type == gold.type ? 1 : 0;
    counts.value += made.value == gold.value ? 1 : 0;
    if (!show || (made.value == gold.value && times[f].span == gold.span)) return;
    std::cout << (made.value == gold.value ? "SPAN  " : "VALUE ") << made.type << " " << made.value
              << " (" << flat(times[f].span.of(report.text)) << ") gold " << gold.type << " "
              << gold.value << " @" << report.day.substr(0, 10) << " "
              << context(report.text, gold.span) << "\n";
  }
  void missed(const GoldTime& gold) const {
    if (show) {
      std::cout << "MISS  " << gold.type << " " << gold.value << " "
                << context(report.text, gold.span) << "\n";
    }
  }
  void extra(std::size_t f) const {
    if (show) {
      std::cout << "EXTRA " << annotation::timex3(times, f, report.day).value << " "
                << context(report.text, times[f].span) << "\n";
    }
  }
};

Annotation annotate(const Annotator& annotator, const TimeMl& report) {
  Document document;
  document.text = report.text;
  document.published = Time{report.day.substr(0, 10), "metadata", Extent::within, {}};
  return annotator.annotate(document);
}

void print(const std::string& name, const Counts& c) {
  std::printf(
      "%-5s gold %4.0f found %4.0f  relaxed P %.1f R %.1f F1 %.1f  strict F1 %.1f  type F1 "
      "%.1f  value F1 %.1f\n",
      name.c_str(), c.gold, c.found, 100 * c.relaxed / c.found, 100 * c.relaxed / c.gold,
      c.f1(c.relaxed), c.f1(c.strict), c.f1(c.type), c.f1(c.value));
}

TEST(TimeBank, keeps_its_scores) {
  const fs::path folder = shared_folder() / "timebank";
  if (!fs::exists(folder)) {
    GTEST_SKIP() << "TimeBank is not part of the repository and was not found under " << folder
                 << "; COUNTERPOINT_SHARED can name the folder that holds data/.";
  }
  const fs::path root(COUNTERPOINT_SOURCE_DIR);
  std::ifstream in(root / "tests/gates/floors_timebank.json");
  const auto floors = nlohmann::json::parse(in).at("timebank");
  const auto files = timeml_files(folder);
  std::string sums;
  auto annotator = Annotator::load({.models = root / "models", .packs = root / "packs"});
  ASSERT_TRUE(annotator) << annotator.error().message << " " << annotator.error().input;
  const bool show = std::getenv("COUNTERPOINT_TIMEBANK_SHOW") != nullptr;
  Counts odd, even, both;
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::ifstream raw(files[i], std::ios::binary);
    sums += sha256_hex(std::string(std::istreambuf_iterator<char>(raw), {})) + "\n";
    const bool is_even = (i + 1) % 2 == 0;
    const TimeMl report = read_timeml(files[i]);
    const Annotation annotation = annotate(*annotator, report);
    (is_even ? even : odd).add(Compared{report, annotation.times, show && is_even}.count());
  }
  EXPECT_EQ(sha256_hex(sums), floors.at("sha256"))
      << "These are not the reports that the floors were taken on.";
  both.add(odd);
  both.add(even);
  print("odd", odd);
  print("even", even);
  print("both", both);
  const auto allowance = floors.at("allowance").get<double>();
  const std::map<std::string, double> scores = {{"relaxed_f1", odd.f1(odd.relaxed)},
                                                {"strict_f1", odd.f1(odd.strict)},
                                                {"type_f1", odd.f1(odd.type)},
                                                {"value_f1", odd.f1(odd.value)}};
  for (const auto& [metric, floor] : floors.at("odd").items()) {
    ::testing::Test::RecordProperty(metric, std::to_string(scores.at(metric)));
    EXPECT_GE(scores.at(metric), floor.get<double>() - allowance) << metric;
  }
}

}  // namespace
}  // namespace counterpoint::gates
