// SPDX-License-Identifier: Apache-2.0
// The terminal screens of a small dossier.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/utf8.h"
#include "counterpoint/view.h"
#include "unit/view/tiny_dossier.h"

namespace counterpoint {
namespace {

using test::tiny_dossier;
using testing::HasSubstr;
using testing::Not;

std::string screen(const Dossier& dossier, const std::string& what,
                   const ShowOptions& options = {}) {
  const auto text = show(to_json(dossier), what, options);
  EXPECT_TRUE(text.has_value()) << what;
  return text ? *text : std::string();
}

TEST(Show, puts_rival_positions_under_their_question) {
  const std::string text = screen(tiny_dossier(), "briefing");
  EXPECT_THAT(text, HasSubstr("The siege of Homs"));
  EXPECT_THAT(text, HasSubstr("2 documents, 2 statements, 1 question."));
  EXPECT_THAT(text, HasSubstr("Were people killed?  (disputed, q-1)"));
  EXPECT_THAT(text, HasSubstr("A   Asserted: People were killed. (1 statement, 1 origin)"));
  EXPECT_THAT(text, HasSubstr("B   Denied: People were killed. (1 statement, 1 origin)"));
  EXPECT_THAT(text, HasSubstr("[A] Rana: troops killed more than 40 people"));
  EXPECT_THAT(text, HasSubstr("[B] the ministry denied: nobody died"));
  EXPECT_THAT(text, HasSubstr("Harbour Times < Rana (d-1.txt, s-1)"));
  EXPECT_LT(text.find("Official accounts"), text.find("Residents and video"));
  EXPECT_THAT(text, Not(HasSubstr("Analysts"))) << "a column nobody speaks in";
}

TEST(Show, tells_each_figure_with_its_claimant) {
  const std::string text = screen(tiny_dossier(), "ledger");
  EXPECT_THAT(text, HasSubstr("at least 40 according to Rana"));
  EXPECT_THAT(text, Not(HasSubstr("UCDP style"))) << "one figure leaves a rule nothing to choose";
}

TEST(Show, says_that_rules_are_rules) {
  Dossier dossier = tiny_dossier();
  dossier.figures.push_back(dossier.figures[0]);
  dossier.figures[1].id = {"f-2"};
  dossier.figures[1].min = dossier.figures[1].max = 30000;
  dossier.ledger[0].rows = {{"f-1"}, {"f-2"}};
  dossier.ledger[0].rules[0].values = {{"best", 40}, {"high", 30000}, {"low", 40}};
  const std::string text = screen(dossier, "ledger");
  EXPECT_THAT(text, HasSubstr("By rule, not a UCDP / ACLED / Airwars estimate:"));
  EXPECT_THAT(text, HasSubstr("UCDP style (best, low, high): best 40, low 40, high 30,000"));
  EXPECT_THAT(text, HasSubstr("30,000 according to Rana"));
}

TEST(Show, orders_figures_by_their_time_and_says_what_became_of_them) {
  Dossier dossier = tiny_dossier();
  dossier.figures.push_back(dossier.figures[0]);
  dossier.figures[0].as_of = Time{"2011-06-08", "text", Extent::throughout, {}};
  dossier.figures[1].id = {"f-2"};
  dossier.figures[1].min = dossier.figures[1].max = 30;
  dossier.figures[1].as_of = Time{"2011-06-07", "text", Extent::throughout, {}};
  dossier.figures[1].superseded_by = FigureId{"f-1"};
  dossier.ledger[0].rows = {{"f-1"}, {"f-2"}};
  const std::string text = screen(dossier, "ledger");
  EXPECT_LT(text.find("30 according to Rana, as of 7 June 2011"), text.find("at least 40 acc"));
  EXPECT_THAT(text, HasSubstr("superseded by at least 40 (Rana, f-1)"));
}

TEST(Show, prints_amounts_as_they_were_meant) {
  struct Case {
    std::optional<double> min, max;
    std::vector<double> alternatives;
    bool approximate;
    std::string text;
  };
  const Case cases[] = {
      {40, 40, {}, false, " 40 according"},          {40, 40, {}, true, "about 40 according"},
      {40, 50, {}, false, "40 to 50 according"},     {{}, 200, {}, false, "up to 200 according"},
      {{}, {}, {5, 14}, false, "5 or 14 according"}, {{}, {}, {}, false, "more than according"}};
  for (const Case& c : cases) {
    Dossier dossier = tiny_dossier();
    Figure& figure = dossier.figures[0];
    figure.min = c.min;
    figure.max = c.max;
    figure.alternatives = c.alternatives;
    figure.approximate = c.approximate;
    EXPECT_THAT(screen(dossier, "ledger"), HasSubstr(c.text));
  }
}

TEST(Show, lists_events_voices_and_relations) {
  const std::string timeline = screen(tiny_dossier(), "timeline");
  EXPECT_THAT(
      timeline,
      HasSubstr("  6 June 2011\n    Killings in Homs\n        according to Rana (d-1.txt, s-1)"));
  const std::string who = screen(tiny_dossier(), "who");
  EXPECT_THAT(who, HasSubstr("Rana (witness, named): 1 statement (v-rana)"));
  EXPECT_THAT(who,
              HasSubstr("Harbour Times (media, institution): passed on 2 statements (v-outlet)"));
  const std::string conflicts = screen(tiny_dossier(), "conflicts");
  EXPECT_THAT(conflicts, HasSubstr("the ministry (d-2.txt, s-2): nobody died"));
  EXPECT_THAT(conflicts, HasSubstr("because the act is explicit"));
  EXPECT_LT(conflicts.find("nobody died"), conflicts.find("troops killed"));
}

TEST(Show, marks_protected_voices) {
  Dossier dossier = tiny_dossier();
  dossier.voices[2].is_protected = true;
  EXPECT_THAT(screen(dossier, "who"), HasSubstr("1 statement, protected"));
}

TEST(Show, prints_an_empty_dossier) {
  for (const char* what : {"briefing", "ledger", "timeline", "who", "conflicts"}) {
    EXPECT_FALSE(screen(Dossier{}, what).empty()) << what;
  }
}

TEST(Show, keeps_to_the_width) {
  Dossier dossier = tiny_dossier();
  std::string claim;
  for (int i = 0; i < 60; ++i) claim += "tröops shéll ";
  dossier.claims[0].text = claim;
  std::istringstream lines(screen(dossier, "briefing", {60, false}));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_LE(utf8::count_code_points(line), 60U) << line;
  }
  EXPECT_GT(count, 30U);
}

TEST(Show, colours_only_where_wanted) {
  EXPECT_THAT(screen(tiny_dossier(), "briefing"), Not(HasSubstr("\x1b")));
  EXPECT_THAT(screen(tiny_dossier(), "briefing", {100, true}), HasSubstr("\x1b[1m"));
}

TEST(Show, lets_no_document_drive_the_terminal) {
  Dossier dossier = tiny_dossier();
  dossier.title =
      "a\x1b[31mred\x07 \xC2\x9B"
      "2J \xE2\x80\xAEgnp";
  dossier.voices[2].name = "Ra\x1b]0;title\x07na";
  for (const char* what : {"briefing", "who", "ledger", "conflicts"}) {
    const std::string text = screen(dossier, what);
    for (const char* bad : {"\x1b", "\x07", "\xC2\x9B", "\xE2\x80\xAE"}) {
      EXPECT_THAT(text, Not(HasSubstr(bad))) << what;
    }
  }
  EXPECT_THAT(screen(dossier, "briefing"), HasSubstr("[31mred"));
}

TEST(Explain, goes_down_to_the_words) {
  const auto text = explain(to_json(tiny_dossier()), "s-1");
  ASSERT_TRUE(text.has_value());
  EXPECT_THAT(*text, HasSubstr("Statement s-1"));
  EXPECT_THAT(*text, HasSubstr("“troops killed more than 40 people”"));
  EXPECT_THAT(*text, HasSubstr("d-1.txt, characters 26 to 59"));
  EXPECT_THAT(*text, HasSubstr("Rana (witness), through Harbour Times < Rana:"));
  EXPECT_THAT(*text,
              HasSubstr("Answers “Were people killed?” (q-1): A, Asserted: People were killed."));
  EXPECT_THAT(*text, HasSubstr("denies it, because the act is explicit (r-1)"));
}

TEST(Explain, gives_reasons_in_words) {
  Dossier dossier = tiny_dossier();
  dossier.derivations = {{"x-1", {"d-1"}, {"d-2"}, DerivationType::excerpt, 0.5, {}, {}, "alike"}};
  const std::string json = to_json(dossier);
  struct Case {
    const char *id, *words;
  };
  const Case cases[] = {{"q-1", "Status: disputed, because its positions exclude each other"},
                        {"q-1", "B, Denied: People were killed. (1 statement, 1 origin; p-2)"},
                        {"p-2", "On “Were people killed?” (q-1): B, Denied: People were killed."},
                        {"r-1", "because the act is explicit"},
                        {"r-1", "It is no probability"},
                        {"x-1", "d-2.txt is an excerpt of d-1.txt"},
                        {"f-1", "“more than 40”"},
                        {"l-1", "at least 40 according to Rana"},
                        {"v-rana", "Kind: witness, named"},
                        {"c-1", "text: People were killed."}};
  for (const Case& c : cases) {
    const auto text = explain(json, c.id);
    ASSERT_TRUE(text.has_value()) << c.id;
    EXPECT_THAT(*text, HasSubstr(c.words));
    EXPECT_THAT(*text, Not(HasSubstr("{\""))) << "no reader wants JSON";
  }
}

TEST(Views, tell_what_they_cannot_use) {
  const std::string json = to_json(tiny_dossier());
  struct Case {
    Result<std::string> result;
    std::string code, input;
  };
  const Case cases[] = {
      {show(json, "weather"), "view.unknown_screen", "weather"},
      {explain(json, "s-99"), "view.unknown_id", "s-99"},
      {show("{", "who"), "view.json", "dossier.json"},
      {show("[]", "who"), "view.json", "dossier.json"},
      {show("", "who"), "view.json", "dossier.json"},
      {show(R"({"schema": "counterpoint/dossier/2"})", "who"), "view.json", "dossier.json"},
      {explain("null", "s-1"), "view.json", "dossier.json"},
  };
  for (const Case& c : cases) {
    ASSERT_FALSE(c.result.has_value());
    EXPECT_EQ(c.result.error().code, c.code);
    EXPECT_EQ(c.result.error().input, c.input);
    EXPECT_FALSE(c.result.error().remedy.empty());
  }
}

}  // namespace
}  // namespace counterpoint
