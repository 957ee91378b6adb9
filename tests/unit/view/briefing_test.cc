// SPDX-License-Identifier: Apache-2.0
// The briefing's cells: what is one saying, how doubt and refusal read, which question comes first.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "counterpoint/view.h"
#include "unit/view/tiny_dossier.h"

namespace counterpoint {
namespace {

using test::tiny_dossier;
using testing::HasSubstr;
using testing::Not;

std::string briefing(const Dossier& dossier) {
  const auto text = show(to_json(dossier), "briefing");
  return text ? *text : text.error().message;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

// A third document, and in it what the voice says there, for the same position as s-1.
void add_report(Dossier& dossier, const std::string& text, std::string_view content,
                const std::string& voice) {
  dossier.documents.push_back(test::report_of("d-3", text));
  dossier.statements.push_back(test::said_by(dossier.documents.back(), "s-3", content, voice));
  dossier.questions[0].positions[0].statements.push_back({"s-3"});
}

TEST(Briefing, prints_one_saying_of_two_documents_once) {
  Dossier dossier = tiny_dossier();
  add_report(dossier, "Troops killed “more than 40” people,[7] said Rana.",
             "Troops killed “more than 40” people,[7]", "v-rana");
  const std::string text = briefing(dossier);
  EXPECT_EQ(count(text, "killed"), 4U) << text;  // the question, two positions, one cell
  EXPECT_THAT(text, HasSubstr("Harbour Times < Rana (d-1.txt, s-1; also d-3.txt, s-3)"));
}

TEST(Briefing, keeps_apart_what_two_voices_say) {
  Dossier dossier = tiny_dossier();
  add_report(dossier, "Troops killed more than 40 people, the ministry said.",
             "Troops killed more than 40 people", "v-ministry");
  EXPECT_EQ(count(briefing(dossier), "roops killed more"), 2U);
}

TEST(Briefing, knows_an_altered_copy_in_a_stretch_that_was_copied) {
  Dossier dossier = tiny_dossier();
  add_report(dossier, "[2] It is said that troops killed more than 40 people.",
             "It is said that troops killed more than 40 people", "v-rana");
  EXPECT_THAT(briefing(dossier), HasSubstr("[A] Rana: It is said"));
  Derivation derivation;
  derivation.id = "x-1";
  derivation.from = {"d-1"};
  derivation.to = {"d-3"};
  derivation.type = DerivationType::excerpt;
  derivation.spans = {
      {{{"d-1"}, dossier.statements[0].sentence}, {{"d-3"}, dossier.statements[2].sentence}}};
  dossier.derivations = {derivation};
  const std::string text = briefing(dossier);
  EXPECT_THAT(text, Not(HasSubstr("[A] Rana: It is said"))) << "the source is shown";
  EXPECT_THAT(text, HasSubstr("(d-1.txt, s-1; also d-3.txt, s-3)"));
}

TEST(Briefing, says_doubt_and_refusal) {
  Dossier dossier = tiny_dossier();
  dossier.claim_links[0].stance = Stance::doubts;
  EXPECT_THAT(briefing(dossier), HasSubstr("[A] Rana doubted: troops killed"));
  dossier.statements[0].act = Act::decline;
  dossier.statements[0].cue = test::words_in(dossier.documents[0], "said that");
  EXPECT_THAT(briefing(dossier), HasSubstr("[A] Rana would not say: said that troops killed"));
}

TEST(Briefing, tells_what_a_voice_is_in_a_few_words) {
  Dossier dossier = tiny_dossier();
  dossier.voices[2].description = "a baker of the old town, who fled in May, said the";
  EXPECT_THAT(briefing(dossier), HasSubstr("[A] Rana, a baker of the old town: troops killed"));
  dossier.voices[2].description =
      "one two three four five six seven eight nine ten eleven twelve 13";
  EXPECT_THAT(briefing(dossier), HasSubstr("eleven twelve …: troops killed"));
}

TEST(Briefing, puts_questions_with_more_kinds_of_voices_first) {
  Dossier dossier = tiny_dossier();
  Question other = dossier.questions[0];
  other.id = {"q-0"};
  other.text = "Did it rain?";
  other.positions.pop_back();
  other.positions[0].id = "p-9";
  dossier.questions.insert(dossier.questions.begin(), other);
  const std::string text = briefing(dossier);
  EXPECT_LT(text.find("Were people killed?"), text.find("Did it rain?"));
  dossier.questions[1].status = QuestionStatus::agreed;
  const std::string agreed = briefing(dossier);
  EXPECT_GT(agreed.find("Were people killed?"), agreed.find("Did it rain?"));
  EXPECT_THAT(agreed, HasSubstr("(no rival account, q-1)"));
}

TEST(Briefing, names_documents_that_could_not_be_read) {
  Dossier dossier = tiny_dossier();
  dossier.documents[1].error = Error{"document.empty", "The file has no bytes.", "b", "Save it."};
  EXPECT_THAT(briefing(dossier), HasSubstr("Could not be read: d-2.txt. The file has no bytes."));
}

}  // namespace
}  // namespace counterpoint
