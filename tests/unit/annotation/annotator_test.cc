// SPDX-License-Identifier: Apache-2.0
#include "counterpoint/annotation.h"

#include <thread>

#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

TEST(Annotator, NamesWhatIsMissing) {
  Annotator::Options options;
  options.packs = "no/such/folder";
  options.use_model = false;
  const auto no_pack = Annotator::load(options);
  ASSERT_FALSE(no_pack);
  EXPECT_EQ(no_pack.error().code, "pack.missing");
  options.packs = std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "packs";
  options.models = "no/such/folder";
  options.use_model = true;
  const auto no_model = Annotator::load(options);
  ASSERT_FALSE(no_model);
  EXPECT_EQ(no_model.error().code, "model.missing");
  EXPECT_NE(no_model.error().remedy.find("--models"), std::string::npos);
  EXPECT_FALSE(no_model.error().input.empty());
}

TEST(Annotator, GivesAnEmptyAnnotationForAnEmptyText) {
  const Annotation ann = rules().annotate(document_of(""));
  EXPECT_TRUE(ann.tokens.empty());
  EXPECT_TRUE(ann.sentences.empty());
  EXPECT_FALSE(ann.parsed);
}

TEST(Annotator, WithoutModelKnowsNoTagsAndNoMentions) {
  const Annotation ann = rules().annotate(document_of("Ada Hale left on Monday with 12 men."));
  EXPECT_FALSE(ann.parsed);
  EXPECT_TRUE(ann.mentions.empty());
  EXPECT_EQ(ann.times.size(), 1U);
  EXPECT_EQ(ann.quantities.size(), 1U);
  for (const Token& token : ann.tokens) {
    EXPECT_EQ(token.upos, Upos::X);
    EXPECT_EQ(token.head, -1);
    EXPECT_FALSE(token.lemma.empty());
  }
}

TEST(Annotator, SurvivesAnyBytes) {
  std::string noise;
  std::uint32_t state = 12345;
  const std::string alphabet = "aZ0 .,-'\"$%()[]:/1\n\xc3\xa9\xe2\x80\x99\xff\x80";
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += alphabet[(state >> 16) % alphabet.size()];
  }
  const Document doc = document_of(noise);
  const Annotation ann = rules().annotate(doc);
  std::uint32_t end = 0;
  for (const Token& token : ann.tokens) {
    EXPECT_LE(end, token.span.begin);
    EXPECT_LT(token.span.begin, token.span.end);
    end = token.span.end;
  }
  EXPECT_LE(end, noise.size());
}

TEST(Annotator, GivesEveryThreadTheSame) {
  const Document doc = document_of("On Monday at least 40 people fled. They said 12 had died.");
  const Annotation first = rules().annotate(doc);
  std::vector<Annotation> others(4);
  std::vector<std::thread> threads;
  for (Annotation& other : others) threads.emplace_back([&] { other = rules().annotate(doc); });
  for (std::thread& thread : threads) thread.join();
  for (const Annotation& other : others) {
    ASSERT_EQ(other.tokens.size(), first.tokens.size());
    ASSERT_EQ(other.quantities.size(), first.quantities.size());
    EXPECT_EQ(other.quantities[0].span, first.quantities[0].span);
  }
}

}  // namespace
}  // namespace counterpoint::annotation
