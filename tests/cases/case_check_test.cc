// SPDX-License-Identifier: Apache-2.0
// The case runner itself, on a dossier made by hand: what it accepts, and what it must not.
#include "cases/case_check.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cases/case_dossier.h"
#include "cases/case_file.h"
#include "cases/case_text.h"

namespace counterpoint::cases {
namespace {

// "Ünal said nobody fled. About 40 died." with one statement by Ünal, one figure, and a typo'd
// span.
CaseDossier small_dossier() {
  return CaseDossier(Json::parse(R"({
    "documents": [{"id": "d1", "name": "a.txt", "text": "Ünal said nobody fled. About 40 died.",
                   "published": {"edtf": "2011-06-07T10:00:00Z"},
                   "dropped": [{"text": "All rights reserved"}]}],
    "voices": [{"id": "v0", "name": "Harbour Times", "kind": "media"},
               {"id": "v1", "name": "Ünal", "kind": "witness", "entity": "e1"}],
    "entities": [{"id": "e1", "name": "Mr Kemal Ünal", "names": [{"text": "Ünal"}]}],
    "statements": [
      {"id": "s1", "document": "d1", "span": {"begin": 10, "end": 21, "text": "nobody fled"},
       "cue": {"begin": 5, "end": 9, "text": "said"},
       "source": {"begin": 0, "end": 4, "text": "Ünal"},
       "speech": "indirect", "act": "state", "chain": ["v0", "v1"], "time": {"edtf": "2011-06-06~"}},
      {"id": "s2", "document": "d1", "span": {"begin": 0, "end": 4, "text": "About 40"},
       "speech": "narration", "act": "state", "chain": ["v0"]}],
    "figures": [{"id": "f1", "document": "d1", "min": 40, "max": 40, "approximate": true,
                 "measure": "killed", "claimant": "v0", "superseded_by": "f2",
                 "span": {"begin": 23, "end": 31, "text": "About 40"}},
                {"id": "f2", "document": "d1", "min": 31, "max": null, "measure": "killed",
                 "claimant": "v1"}],
    "exhibits": [{"id": "x1", "kind": "video", "published_by": "v1", "publisher": "Ünal",
                  "dated": {"edtf": "2011-06-06"},
                  "shows": [{"document": "d1", "begin": 10, "end": 21, "text": "nobody fled"}],
                  "mentions": [], "statements": ["s1"], "challenged_by": ["s1"]}],
    "events": [{"id": "e1", "statement": "s1", "type": "ASSAULT", "mode": "shelling",
                "modality": "actual", "negated": true, "weapons": ["rocket"],
                "actors": [{"text": "soldiers", "responsibility": "alleged"}],
                "recipients": [{"text": "villagers"}]}]
  })"));
}

Expectation parse(const std::string& line) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("counterpoint-case-check-" + std::to_string(getpid()) + ".case");
  std::ofstream(path) << "# t\n## report: a.txt\nx\n## expect\n" << line << "\n";
  const CaseFile file = read_case(path);
  std::filesystem::remove(path);
  EXPECT_EQ(file.problem, "");
  return file.expectations.at(0);
}

bool is_met(const std::string& line) {
  return check(parse(line), small_dossier()).empty();
}

TEST(case_check, accepts_what_is_there) {
  for (const std::string line :
       {R"(statement: "nobody fled" by "Kemal|Nobody" kind witness via "Harbour" time 2011-06-06)",
        R"(statement: "said nobody" in a.txt speech indirect act deny|state)",
        R"(figure: ~40 killed by "Harbour" in a.txt)", R"(figure: 31..* killed)",
        R"(published: a.txt 2011-06-07)", R"(dropped: a.txt "all rights")",
        R"(same: "Ünal" = "Kemal Ünal")", R"(superseded: 40 by 31)", R"(no figure: 1980 in a.txt)",
        R"(no statement: "About 40")", R"(no superseded: 31 by 40)",
        R"(voice: "Kemal Ünal" kind witness)",
        R"(exhibit: video "nobody fled" by "Ünal" in a.txt dated 2011-06-06 rests "nobody fled")",
        R"(exhibit: photo|video "nobody" challenged "nobody fled")",
        R"(event: "nobody fled" type ASSAULT mode shelling negated responsibility alleged)",
        R"(event: "nobody fled" actor "soldiers" recipient "villagers" weapon "rocket")"}) {
    EXPECT_TRUE(is_met(line)) << line;
  }
}

TEST(case_check, refuses_what_is_not_there) {
  for (const std::string line :
       {R"(statement: "nobody fled" by "Harbour")", R"(statement: "somebody fled")",
        R"(statement: "nobody fled" time 2011-06-07)", R"(statement: "nobody fled" via "AFP")",
        R"(statement: "nobody fled" speech direct)", R"(no statement: "nobody fled")",
        // The offsets of the second statement do not hold its words, so it does not count.
        R"(statement: "About 40")", R"(figure: 40..* killed)", R"(figure: ~31..* killed)",
        R"(no figure: 40)", R"(published: a.txt unknown)", R"(kept: a.txt "rights")",
        R"(different: "Ünal" <> "Kemal Ünal")", R"(same: "Ünal" = "Nobody Known")",
        R"(superseded: 31 by 40)", R"(opposed: "nobody fled" <> "About 40")",
        R"(exhibit: photo "nobody fled")", R"(exhibit: video "somebody fled")",
        R"(exhibit: video "nobody fled" by "Harbour")",
        R"(exhibit: video "nobody fled" by "nobody")",
        R"(exhibit: video "nobody fled" supported "nobody fled")",
        R"(exhibit: same "nobody fled" = "About 40")", R"(event: "nobody fled" type PROTEST)",
        R"(event: "nobody fled" future)", R"(event: "nobody fled" actor "villagers")",
        R"(event: "About 40" type ASSAULT)"}) {
    EXPECT_FALSE(is_met(line)) << line;
  }
}

TEST(case_check, an_empty_dossier_meets_no_expectation) {
  const CaseDossier empty(Json::object());
  EXPECT_NE(check(parse(R"(no statement: "x")"), empty), "");
  EXPECT_NE(check(parse(R"(not opposed: "x" <> "y")"), empty), "");
}

TEST(case_check, names_a_line_that_breaks_the_format) {
  EXPECT_THROW(static_cast<void>(is_met(R"(statement: "x" loudly yes)")), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(is_met("figure: 12x killed")), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(is_met("no figure: 7 in b.txt")), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(is_met("verdict: guilty")), std::invalid_argument);
}

TEST(case_text, a_negation_must_be_there) {
  EXPECT_TRUE(holds("he said that no shots were fired at all", "no shots were fired"));
  EXPECT_TRUE(holds("all of the shots in town were fired late", "the shots town were fired"));
  EXPECT_FALSE(holds("shots were fired from the roof", "no shots were fired from the roof"));
}

}  // namespace
}  // namespace counterpoint::cases
