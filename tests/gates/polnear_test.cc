// SPDX-License-Identifier: Apache-2.0
// The attribution heads from raw text against PolNeAR's dev part.
//
// Protocol. Each text is one document, annotated from its raw characters; nothing of the gold is
// given. Gold and found spans are characters, untrimmed, of one kind (source, cue, content), each
// contiguous piece of a cut span for itself; a piece that runs over sentences of a paragraph is
// one. A found piece is right if a gold piece of its kind has the same first and last character;
// only white space at its ends is taken off. Figures are F1 over all pieces of all documents. A
// text that was annotated twice is compared with its first annotation by file name.
//
// Taggers that see one sentence at a time are scored within sentences. For comparison with them the
// figures "by sentence" cut gold and found pieces at the ends of our sentences before comparing.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "base/sha256.h"
#include "counterpoint/annotation.h"
#include "gates/brat.h"
#include "gates/nn_treebank.h"

namespace counterpoint {
namespace {

namespace fs = std::filesystem;

using Piece = std::tuple<std::string, std::uint32_t, std::uint32_t>;

// What stands for one piece: white space at its ends taken off.
Piece piece(const std::string& kind, const std::string& text, Span span) {
  const auto is_loose = [&](std::uint32_t at) {
    return std::string_view(" \n\r\t").find(text[at]) != std::string_view::npos;
  };
  while (span.begin < span.end && is_loose(span.begin)) ++span.begin;
  while (span.begin < span.end && is_loose(span.end - 1)) --span.end;
  return {kind, span.begin, span.end};
}

std::set<Piece> found_in(const Annotation& annotation, const std::string& text) {
  std::set<Piece> found;
  for (const auto& relation : annotation.attributions) {
    if (relation.source) found.insert(piece("Source", text, *relation.source));
    if (relation.cue) found.insert(piece("Cue", text, *relation.cue));
    for (const Span& content : relation.contents) found.insert(piece("Content", text, content));
  }
  return found;
}

std::set<Piece> by_sentence(const std::set<Piece>& pieces, const Annotation& annotation,
                            const std::string& text) {
  std::set<Piece> cut;
  for (const auto& [kind, begin, end] : pieces) {
    for (const Sentence& sentence : annotation.sentences) {
      const Span part{std::max(begin, sentence.span.begin), std::min(end, sentence.span.end)};
      if (part.begin < part.end) cut.insert(piece(kind, text, part));
    }
  }
  return cut;
}

std::set<Piece> gold_of(const fs::path& annotation, const std::string& text) {
  std::set<Piece> gold;
  for (const auto& span : gates::read_brat(annotation, text)) {
    for (const Span& each : span.pieces) gold.insert(piece(span.kind, text, each));
  }
  return gold;
}

struct Counts {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold = 0;
  double f1() const {
    return found + gold == 0
               ? 0
               : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};

void count(const std::set<Piece>& found, const std::set<Piece>& gold, const std::string& how,
           std::map<std::string, Counts>& counts) {
  for (const Piece& each : found) {
    Counts& of = counts[std::get<0>(each) + how];
    ++of.found;
    if (gold.contains(each)) ++of.right;
  }
  for (const Piece& each : gold) ++counts[std::get<0>(each) + how].gold;
}

nlohmann::json floors() {
  std::ifstream in(fs::path(COUNTERPOINT_SOURCE_DIR) / "tests/gates/floors_polnear.json");
  return nlohmann::json::parse(in);
}

TEST(PolnearQuality, keeps_its_scores_on_the_dev_part) {
  const fs::path folder = nn::shared_data() / "polnear/dev";
  if (!fs::exists(folder)) {
    GTEST_SKIP() << "PolNeAR is not part of the repository and was not found at " << folder
                 << "; COUNTERPOINT_SHARED can name the folder that holds data/.";
  }
  const auto annotator = Annotator::load({fs::path(COUNTERPOINT_SOURCE_DIR) / "models",
                                          fs::path(COUNTERPOINT_SOURCE_DIR) / "packs", true});
  ASSERT_TRUE(annotator) << annotator.error().message << " " << annotator.error().input;
  std::map<std::string, Counts> counts;  // by kind, with " by sentence" where cut
  std::string everything;
  for (const auto& [text_file, annotation_file] : gates::brat_documents(folder)) {
    const std::string text = gates::read_file(text_file);
    everything += text + gates::read_file(annotation_file);
    Document document;
    document.text = text;
    const Annotation annotation = annotator->annotate(document);
    const auto found = found_in(annotation, text);
    const auto gold = gold_of(annotation_file, text);
    count(found, gold, "", counts);
    count(by_sentence(found, annotation, text), by_sentence(gold, annotation, text), " by sentence",
          counts);
  }
  const auto pinned = floors();
  EXPECT_EQ(sha256_hex(everything), pinned.at("sha256"))
      << "these are not the files that the floors were taken on";
  for (const auto& [kind, floor] : pinned.at("f1").items()) {
    const Counts& of = counts[kind];
    std::cout << kind << " F1 " << of.f1() << " (" << of.right << " right of " << of.found
              << " found, " << of.gold << " gold)\n";
    ::testing::Test::RecordProperty(kind, std::to_string(of.f1()));
    EXPECT_GE(of.f1(), floor.get<double>() - pinned.at("allowance").get<double>()) << kind;
  }
}

}  // namespace
}  // namespace counterpoint
