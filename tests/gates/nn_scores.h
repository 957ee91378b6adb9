// SPDX-License-Identifier: Apache-2.0
// Scores of predictions against gold words, for the gates that pin them.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "base/sha256.h"
#include "gates/nn_treebank.h"
#include "nn/mapped_file.h"

namespace counterpoint::nn {

using Scores = std::map<std::string, double>;

inline double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

// Over all words, punctuation included; LAS compares whole relations ("nsubj:pass").
inline Scores score_words(const Labels& labels, const std::vector<GoldSentence>& gold,
                          const std::vector<Prediction>& predictions) {
  std::size_t words = 0;
  std::size_t upos = 0;
  std::size_t uas = 0;
  std::size_t las = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < gold[i].words.size(); ++j, ++words) {
      const WordPrediction& word = predictions[i].words[j];
      const bool same_head = word.head == gold[i].heads[j];
      upos += labels.upos[word.upos] == gold[i].upos[j] ? 1 : 0;
      uas += same_head ? 1 : 0;
      las += same_head && labels.deprel[word.deprel] == gold[i].deprels[j] ? 1 : 0;
    }
  }
  return {
      {"upos", percent(upos, words)}, {"uas", percent(uas, words)}, {"las", percent(las, words)}};
}

// Names of people, organisations and places as (first word, end, type), from BIO labels.
using Name = std::tuple<std::size_t, std::size_t, std::string>;

// The model's types and UNER's own, as UNER's three.
inline const std::map<std::string, std::string> kCoarse = {{"PERSON", "PER"}, {"PER", "PER"},
                                                           {"ORG", "ORG"},    {"GPE", "LOC"},
                                                           {"LOC", "LOC"},    {"FAC", "LOC"}};

inline std::set<Name> names_of(const std::vector<std::string>& labels) {
  std::set<Name> names;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!labels[i].starts_with("B-")) continue;
    const std::string type = labels[i].substr(2);
    std::size_t end = i + 1;
    while (end < labels.size() && labels[end] == "I-" + type) ++end;
    if (const auto coarse = kCoarse.find(type); coarse != kCoarse.end()) {
      names.emplace(i, end, coarse->second);
    }
  }
  return names;
}

// Gold name labels of a UNER file by sentence.
inline std::map<std::string, std::vector<std::string>> read_names(
    const std::filesystem::path& file) {
  constexpr std::string_view kId = "# sent_id = ";
  std::map<std::string, std::vector<std::string>> names;
  std::string id;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(kId)) id = line.substr(kId.size());
    if (line.empty() || line[0] == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() > 2) names[id].push_back(fields[2]);
  }
  return names;
}

// Exact-span F1. Sentences that the two files cut into words differently are left out.
inline double score_names(const Labels& labels, const std::vector<GoldSentence>& gold,
                          const std::vector<Prediction>& predictions,
                          const std::filesystem::path& file) {
  const auto gold_names = read_names(file);
  std::size_t right = 0;
  std::size_t both = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const auto found = gold_names.find(gold[i].id);
    if (found == gold_names.end() || found->second.size() != gold[i].words.size()) continue;
    std::vector<std::string> made;
    for (const auto& word : predictions[i].words) made.push_back(labels.names[word.name]);
    const auto wanted = names_of(found->second);
    const auto given = names_of(made);
    both += wanted.size() + given.size();
    for (const Name& name : given) right += wanted.contains(name) ? 1 : 0;
  }
  return percent(2 * right, both);
}

// Whether all files of a set are there; a file that is another one than the floors were taken on
// fails the test, for its scores would mean nothing.
inline bool has_data(const nlohmann::json& set) {
  for (const auto& [key, file] : set.at("files").items()) {
    const auto path = shared_data() / file.at("path").get<std::string>();
    if (!std::filesystem::exists(path)) return false;
    const auto mapped = MappedFile::open(path);
    EXPECT_TRUE(mapped && sha256_hex(mapped->text()) == file.at("sha256"))
        << path << " is not the file that the floors were taken on";
  }
  return true;
}

// The scores of a set's predictions, names too where the set has them.
inline Scores score_set(const nlohmann::json& set, const Annotator& annotator,
                        const std::vector<GoldSentence>& gold,
                        const std::vector<Prediction>& predictions) {
  Scores scores = score_words(annotator.labels(), gold, predictions);
  const auto& files = set.at("files");
  if (files.contains("names")) {
    const auto file = shared_data() / files.at("names").at("path").get<std::string>();
    scores["names_f1"] = score_names(annotator.labels(), gold, predictions, file);
  }
  return scores;
}

}  // namespace counterpoint::nn
