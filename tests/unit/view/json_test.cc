// SPDX-License-Identifier: Apache-2.0
// dossier.json: keys and their order, offsets in code points, what is null and what is absent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "counterpoint/view.h"
#include "unit/view/tiny_dossier.h"

namespace counterpoint {
namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;
using test::tiny_dossier;

Json written(const Dossier& dossier) {
  return Json::parse(to_json(dossier));
}

Keys keys(const Json& object) {
  Keys names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  return names;
}

TEST(Json, has_the_parts_of_a_dossier_in_the_documented_order) {
  EXPECT_EQ(keys(written(tiny_dossier())),
            (Keys{"schema",  "title",      "tool",       "documents", "voices",      "entities",
                  "places",  "statements", "utterances", "exhibits",  "events",      "incidents",
                  "figures", "claims",     "questions",  "relations", "derivations", "origins",
                  "ledger",  "timeline",   "decisions"}));
  EXPECT_EQ(written(tiny_dossier())["schema"], "counterpoint/dossier/1");
}

TEST(Json, leaves_out_what_is_unknown) {
  const Json json = written(tiny_dossier());
  EXPECT_EQ(keys(json["statements"][0]),
            (Keys{"id", "document", "span", "sentence", "speech", "chain", "act", "certainty",
                  "polarity", "basis", "events", "figures", "claims", "by"}));
  EXPECT_EQ(keys(json["documents"][0]), (Keys{"id", "name", "bytes", "language", "genre", "text",
                                              "map", "sections", "dropped", "caveats"}));
  EXPECT_EQ(keys(json["questions"][0]),
            (Keys{"id", "text", "kind", "status", "noted_by", "positions", "silent"}));
  EXPECT_EQ(keys(json["relations"][0]), (Keys{"id", "from", "to", "type", "reason", "score"}));
  EXPECT_EQ(keys(written(Dossier{}))[1], "tool") << "no empty title";
}

TEST(Json, writes_exhibits_and_who_speaks_of_them) {
  Dossier dossier = tiny_dossier();
  Exhibit exhibit;
  exhibit.id = "x-1";
  exhibit.kind = ExhibitKind::video;
  exhibit.publisher = "residents";
  exhibit.mentions = {{{"d-1"}, test::words_in(dossier.documents[0], "more than 40")}};
  exhibit.statements = {{"s-1"}};
  exhibit.challenged_by = {{"s-2"}};
  dossier.exhibits = {exhibit};
  Relation relation;
  relation.id = "r-2";
  relation.from = {"s-2"};
  relation.to_exhibit = "x-1";
  relation.type = RelationType::doubts;
  relation.reason = "its words are about the exhibit itself";
  dossier.relations.push_back(relation);
  const Json json = written(dossier);
  EXPECT_EQ(keys(json["exhibits"][0]),
            (Keys{"id", "kind", "publisher", "mentions", "shows", "statements", "challenged_by"}));
  EXPECT_EQ(json["exhibits"][0]["kind"], "video");
  EXPECT_EQ(json["statements"][0]["exhibits"][0], "x-1");
  EXPECT_FALSE(json["statements"][1].contains("exhibits"));
  EXPECT_EQ(json["relations"][1]["to_exhibit"], "x-1");
  const auto told = explain(to_json(dossier), "x-1");
  ASSERT_TRUE(told);
  EXPECT_NE(told->find("published by residents"), std::string::npos);
  EXPECT_NE(told->find("Challenge it"), std::string::npos);
  const auto shown = show(to_json(dossier), "conflicts");
  ASSERT_TRUE(shown);
  EXPECT_NE(shown->find("What is shown as proof"), std::string::npos);
}

TEST(Json, writes_optional_keys_in_their_place) {
  Dossier dossier = tiny_dossier();
  Statement& statement = dossier.statements[0];
  statement.elided = true;
  statement.cue = test::words_in(dossier.documents[0], "said");
  statement.source = test::words_in(dossier.documents[0], "Rana");
  statement.credit = "AFP";
  statement.time = Time{"2011-06-06", "weekday before publication", Extent::within, {}};
  statement.place = {"pl-1"};
  statement.citations = {"[7]"};
  EXPECT_EQ(keys(written(dossier)["statements"][0]),
            (Keys{"id",     "document", "span",   "sentence", "speech",    "elided",   "cue",
                  "source", "chain",    "credit", "act",      "certainty", "polarity", "basis",
                  "time",   "place",    "events", "figures",  "citations", "claims",   "by"}));
}

TEST(Json, counts_offsets_in_code_points) {
  const Json span = written(tiny_dossier())["statements"][0]["span"];
  // Two ships, a space, “Calm”, a colon, a space, and "Rana said that " stand before.
  EXPECT_EQ(span["begin"], 26);
  EXPECT_EQ(span["end"], 59);
  EXPECT_EQ(span["text"], "troops killed more than 40 people");
  EXPECT_EQ(span["document"], "d-1");
  EXPECT_EQ(keys(span), (Keys{"document", "begin", "end", "text"}));
}

TEST(Json, converts_sections_and_maps_but_not_the_bytes_received) {
  Dossier dossier = tiny_dossier();
  Document& document = dossier.documents[0];
  const Span rana = test::words_in(document, "Rana");
  document.sections = {{"Rana", SectionRole::column, rana, std::nullopt, {}}};
  document.map = {{rana.begin, rana.size(), 900, 904, true}};
  const Json json = written(dossier)["documents"][0];
  EXPECT_EQ(json["sections"][0]["begin"], 11);
  EXPECT_EQ(json["sections"][0]["end"], 15);
  EXPECT_EQ(json["map"][0]["begin"], 11);
  EXPECT_EQ(json["map"][0]["end"], 15);
  EXPECT_EQ(json["map"][0]["byte_begin"], 900);
  EXPECT_EQ(json["map"][0]["byte_end"], 904);
}

TEST(Json, writes_an_open_interval_as_null_and_whole_numbers_without_a_point) {
  const std::string text = to_json(tiny_dossier());
  const Json figure = Json::parse(text)["figures"][0];
  EXPECT_TRUE(figure.contains("max"));
  EXPECT_TRUE(figure["max"].is_null());
  EXPECT_NE(text.find("\"min\": 40,"), std::string::npos);
  EXPECT_FALSE(figure.contains("alternatives"));
  EXPECT_FALSE(figure.contains("unit"));
}

TEST(Json, writes_alternatives_with_both_ends_null) {
  Dossier dossier = tiny_dossier();
  dossier.figures[0].min.reset();
  dossier.figures[0].alternatives = {5, 14.5};
  const Json figure = written(dossier)["figures"][0];
  EXPECT_TRUE(figure["min"].is_null());
  EXPECT_EQ(figure["alternatives"], Json::parse("[5, 14.5]"));
}

TEST(Json, rounds_scores_to_three_decimals) {
  EXPECT_EQ(written(tiny_dossier())["relations"][0]["score"], 0.512);
}

TEST(Json, joins_a_statement_to_its_claims_and_figures) {
  const Json json = written(tiny_dossier());
  EXPECT_EQ(json["statements"][0]["figures"], Json::parse(R"(["f-1"])"));
  EXPECT_EQ(json["statements"][1]["figures"], Json::array());
  EXPECT_EQ(json["statements"][1]["claims"],
            Json::parse(R"([{"claim": "c-1", "stance": "denies"}])"));
}

TEST(Json, carries_the_error_of_a_document) {
  Dossier dossier = tiny_dossier();
  dossier.documents[1].error =
      Error{"document.empty", "The file has no bytes.", "b", "Save it again."};
  EXPECT_EQ(written(dossier)["documents"][1]["error"],
            Json::parse(R"({"code": "document.empty", "message": "The file has no bytes.",
                            "remedy": "Save it again."})"));
}

TEST(Json, gives_the_same_bytes_for_the_same_dossier) {
  const std::string once = to_json(tiny_dossier());
  EXPECT_EQ(once, to_json(tiny_dossier()));
  ASSERT_FALSE(once.empty());
  EXPECT_EQ(once.back(), '\n');
  EXPECT_NE(once[once.size() - 2], '\n');
}

TEST(Json, survives_bytes_that_are_no_utf8) {
  Dossier dossier = tiny_dossier();
  dossier.documents[0].name = "caf\xE9.txt";
  dossier.documents[0].title = "caf\xE9";
  EXPECT_EQ(written(dossier)["documents"][0]["name"], "caf\xEF\xBF\xBD.txt");
}

TEST(Html, holds_the_dossier_and_lets_no_text_end_its_script) {
  Dossier dossier = tiny_dossier();
  dossier.title = "</script><script>alert(1)</script><!-- x";
  const std::string json = to_json(dossier);
  const std::string html = to_html(json);
  EXPECT_EQ(html.find("<script>alert(1)"), std::string::npos);
  EXPECT_EQ(html.find("__COUNTERPOINT_DOSSIER_JSON__"), std::string::npos);
  EXPECT_NE(html.find("\\u003c/script>\\u003cscript>alert(1)"), std::string::npos);
  EXPECT_EQ(html, to_html(json));
  // What stands in the page reads back as the same dossier.
  const std::size_t begin = html.find("{\n \"schema\": \"counterpoint/dossier/1\"");
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = html.find("</script>", begin);
  ASSERT_NE(end, std::string::npos);
  EXPECT_EQ(Json::parse(html.substr(begin, end - begin)), Json::parse(json));
}

}  // namespace
}  // namespace counterpoint
