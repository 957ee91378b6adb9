// SPDX-License-Identifier: Apache-2.0
// The words of a statement as the screens show them.
#include "view/read_dossier.h"

#include <gtest/gtest.h>

namespace counterpoint::view {
namespace {

ReadDossier dossier() {
  auto parsed = ReadDossier::parse(R"({"schema": "counterpoint/dossier/1"})");
  EXPECT_TRUE(parsed);
  return std::move(*parsed);
}

std::string words(const std::string& content, const std::string& inserted,
                  const std::string& speech) {
  const nlohmann::ordered_json statement = {
      {"span", {{"text", content}}},
      {"speech", speech},
      {"source", {{"text", "he"}}},
      {"inserted", nlohmann::ordered_json::array({{{"text", inserted}}})}};
  return dossier().words(statement);
}

TEST(ReadDossier, puts_dots_for_the_words_of_others_inside_a_quotation) {
  EXPECT_EQ(words("We fled,\" the baker said. \"Nobody stayed", "the baker said", "direct"),
            "“We fled … Nobody stayed”");
}

TEST(ReadDossier, puts_dots_for_the_words_of_others_inside_reported_speech) {
  EXPECT_EQ(words("two men, residents said, were shot", "residents said", "indirect"),
            "two men … were shot");
}

TEST(ReadDossier, keeps_words_in_brackets) {
  EXPECT_EQ(words("They [the guards] fired", "[the guards]", "direct"),
            "“They [the guards] fired”");
}

TEST(ReadDossier, leaves_words_alone_that_are_not_inside) {
  EXPECT_EQ(words("two men were shot", "residents said", "indirect"), "two men were shot");
  EXPECT_EQ(words("two men, residents said", "residents said", "indirect"),
            "two men, residents said");
}

}  // namespace
}  // namespace counterpoint::view
