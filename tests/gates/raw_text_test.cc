// SPDX-License-Identifier: Apache-2.0
// The annotation of raw text against treebanks, scored as the CoNLL 2018 shared task did.
//
// Text: one document per "# newdoc"; a blank line where "# newpar" stands, and one space between
// the sentences of a paragraph (none behind SpaceAfter=No). Nothing else of the treebank is told.
// The text goes to the annotator as it is: what the reading of files leaves out is not tried here.
// Scores: F1 in per cent. Words and sentences count when they cover exactly the characters of a
// gold one, white space left out. UPOS, UAS, LAS and lemmas count over words that do; the head must
// be the word that stands where the gold head stands. LAS leaves out the subtypes of relations
// ("nsubj:pass" is "nsubj"), las_full compares them too. There is no layer of surface tokens:
// "don't" is judged as its two words only.
// lemma_gold_tags: share of gold words whose lemma is right when the tags are the gold ones.
// The floors are in floors_raw_text.json; a floor is lowered only there, with the reason.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "annotation/chars.h"
#include "annotation/lemmas.h"
#include "annotation/lexicon.h"
#include "base/sha256.h"
#include "counterpoint/annotation.h"
#include "gates/nn_treebank.h"
#include "gates/raw_text_treebank.h"
#include "nn/mapped_file.h"

namespace counterpoint::raw_text {
namespace {

namespace fs = std::filesystem;
using Scores = std::map<std::string, double>;

const char* name_of(Upos upos) {
  static constexpr const char* kNames[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                           "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                           "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  return kNames[static_cast<std::size_t>(upos)];
}

// Turns byte offsets of a text, asked for in rising order, into places.
class Counter {
 public:
  explicit Counter(std::string_view text) : text_(text) {}

  std::size_t operator()(std::size_t offset) {
    count_ += without_space(text_.substr(at_, offset - at_)).size();
    at_ = offset;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

Cut cut_of(const std::string& text, const Annotation& annotation) {
  Cut cut;
  Counter place(text);
  for (const Sentence& sentence : annotation.sentences) {
    const std::size_t first = cut.words.size();
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      const Token& token = annotation.tokens[static_cast<std::size_t>(i)];
      Word& word = cut.words.emplace_back();
      word.place.begin = place(token.span.begin);
      word.place.end = place(token.span.end);
      word.form = token.span.of(text);
      word.lemma = token.lemma;
      word.upos = name_of(token.upos);
      word.deprel = token.deprel;
      word.sentence_first = first;
      word.head = token.head < 0 ? 0 : token.head - sentence.first + 1;
    }
    if (cut.words.size() > first) {
      cut.sentences.push_back({cut.words[first].place.begin, cut.words.back().place.end});
    }
  }
  return cut;
}

struct Tally {
  std::size_t gold = 0;
  std::size_t made = 0;
  std::map<std::string, std::size_t> right;
};

// Where the head of `word` stands; an empty place for the root.
Place head_of(const Cut& cut, const Word& word) {
  if (word.head == 0) return {};
  return cut.words[word.sentence_first + static_cast<std::size_t>(word.head) - 1].place;
}

std::string universal(const std::string& deprel) {
  return deprel.substr(0, deprel.find(':'));
}

void compare_words(const Cut& gold, const Cut& made, Tally& tally) {
  tally.gold += gold.words.size();
  tally.made += made.words.size();
  std::size_t j = 0;
  for (const Word& word : gold.words) {
    while (j < made.words.size() && made.words[j].place < word.place) ++j;
    if (j == made.words.size() || made.words[j].place != word.place) continue;
    const Word& other = made.words[j];
    const bool head = head_of(gold, word) == head_of(made, other);
    auto& right = tally.right;
    right["words"] += 1;
    right["upos"] += word.upos == other.upos ? 1 : 0;
    right["lemma"] += word.lemma == "_" || word.lemma == other.lemma ? 1 : 0;
    right["uas"] += head ? 1 : 0;
    right["las"] += head && universal(word.deprel) == universal(other.deprel) ? 1 : 0;
    right["las_full"] += head && word.deprel == other.deprel ? 1 : 0;
  }
}

void compare_sentences(const Cut& gold, const Cut& made, Tally& tally) {
  tally.gold += gold.sentences.size();
  tally.made += made.sentences.size();
  std::size_t j = 0;
  for (const Place& sentence : gold.sentences) {
    while (j < made.sentences.size() && made.sentences[j] < sentence) ++j;
    const bool same = j < made.sentences.size() && made.sentences[j] == sentence;
    tally.right["sentences"] += same ? 1 : 0;
  }
}

void add_f1(const Tally& tally, Scores& scores) {
  for (const auto& [metric, right] : tally.right) {
    scores[metric] =
        200.0 * static_cast<double>(right) / static_cast<double>(tally.gold + tally.made);
  }
}

std::vector<Cut> annotate_all(const Annotator& annotator,
                              const std::vector<TreebankDocument>& documents) {
  std::vector<Cut> cuts(documents.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (unsigned job = 0; job < std::max(1U, std::thread::hardware_concurrency()); ++job) {
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < documents.size(); i = next++) {
        Document document;
        document.text = documents[i].text;
        cuts[i] = cut_of(document.text, annotator.annotate(document));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  return cuts;
}

Upos upos_of(const std::string& name) {
  for (int i = 0; i <= static_cast<int>(Upos::X); ++i) {
    if (name == name_of(static_cast<Upos>(i))) return static_cast<Upos>(i);
  }
  return Upos::X;
}

double lemmas_with_gold_tags(const std::vector<TreebankDocument>& documents) {
  const auto lexicon =
      annotation::load_lexicon(fs::path(COUNTERPOINT_SOURCE_DIR) / "packs/en/annotation");
  EXPECT_TRUE(lexicon);
  std::size_t right = 0;
  std::size_t all = 0;
  for (const TreebankDocument& document : documents) {
    for (const Word& word : document.gold.words) {
      const auto lemma = annotation::lemma_of(word.form, upos_of(word.upos), word.xpos, *lexicon);
      right += word.lemma == "_" || word.lemma == lemma ? 1 : 0;
      ++all;
    }
  }
  return 100.0 * static_cast<double>(right) / static_cast<double>(all);
}

Scores score(const std::vector<TreebankDocument>& documents) {
  Annotator::Options options;
  options.models = fs::path(COUNTERPOINT_SOURCE_DIR) / "models";
  options.packs = fs::path(COUNTERPOINT_SOURCE_DIR) / "packs";
  const auto annotator = Annotator::load(options);
  EXPECT_TRUE(annotator) << annotator.error().message << " " << annotator.error().input;
  if (!annotator) return {};
  const std::vector<Cut> cuts = annotate_all(*annotator, documents);
  Tally words;
  Tally sentences;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    compare_words(documents[i].gold, cuts[i], words);
    compare_sentences(documents[i].gold, cuts[i], sentences);
  }
  Scores scores;
  add_f1(words, scores);
  add_f1(sentences, scores);
  scores["lemma_gold_tags"] = lemmas_with_gold_tags(documents);
  return scores;
}

nlohmann::json floors() {
  std::ifstream in(fs::path(COUNTERPOINT_SOURCE_DIR) / "tests/gates/floors_raw_text.json");
  return nlohmann::json::parse(in).at("raw_text_en");
}

void expect_scores(const std::string& name) {
  const auto all = floors();
  const auto& set = all.at("sets").at(name);
  const fs::path file = nn::shared_data() / set.at("path").get<std::string>();
  if (!fs::exists(file)) {
    GTEST_SKIP() << "The treebank is not part of the repository and was not found at " << file
                 << "; COUNTERPOINT_SHARED can name the folder that holds data/.";
  }
  const auto mapped = nn::MappedFile::open(file);
  ASSERT_TRUE(mapped && sha256_hex(mapped->text()) == set.at("sha256"))
      << file << " is not the file that the floors were taken on";
  const auto documents = read_treebank(file);
  for (const TreebankDocument& document : documents) {
    const std::size_t end = document.gold.sentences.back().end;
    ASSERT_EQ(without_space(document.text).size(), end) << document.text.substr(0, 60);
  }
  const Scores scores = score(documents);
  for (const auto& [metric, value] : scores) {
    ::testing::Test::RecordProperty(metric, std::to_string(value));
    std::printf("%s %s %.2f\n", name.c_str(), metric.c_str(), value);
  }
  const auto allowance = all.at("allowance").get<double>();
  for (const auto& [metric, floor] : set.at("floors").items()) {
    EXPECT_GE(scores.at(metric), floor.get<double>() - allowance) << name << " " << metric;
  }
}

TEST(RawText, keeps_its_scores_on_ewt) {
  expect_scores("ewt");
}

TEST(RawText, keeps_its_scores_on_gum) {
  expect_scores("gum");
}

}  // namespace
}  // namespace counterpoint::raw_text
