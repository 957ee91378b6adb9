// SPDX-License-Identifier: Apache-2.0
// What the gates of src/nn share: dev sets with gold words, and predictions for all of a set.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "gates/conllu.h"
#include "nn/annotator.h"

namespace counterpoint::nn {

struct GoldSentence {
  std::string id;
  std::vector<std::string> words;
  std::vector<std::string> upos;
  std::vector<std::string> xpos;
  std::vector<std::uint32_t> heads;
  std::vector<std::string> deprels;
};

// Data that is not part of the repository; the gates are skipped without it.
inline std::filesystem::path shared_data() {
  const char* stated = std::getenv("COUNTERPOINT_SHARED");
  const std::filesystem::path source(COUNTERPOINT_SOURCE_DIR);
  return (stated != nullptr ? std::filesystem::path(stated) : source / "../shared") / "data";
}

inline std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, separator);) fields.push_back(field);
  return fields;
}

// The sentences of a CoNLL-U file as the model is meant to see them: syntactic words, no empty
// ones.
inline std::vector<GoldSentence> read_gold(const std::filesystem::path& file) {
  constexpr std::string_view kId = "# sent_id = ";
  std::vector<GoldSentence> sentences;
  for (const gates::ConlluSentence& read : gates::read_conllu(file)) {
    GoldSentence& sentence = sentences.emplace_back();
    for (const std::string& comment : read.comments) {
      if (comment.starts_with(kId)) sentence.id = comment.substr(kId.size());
    }
    for (const gates::ConlluRow& row : read.rows) {
      if (row.is_shared()) continue;
      sentence.words.push_back(row.form);
      sentence.upos.push_back(row.upos);
      sentence.xpos.push_back(row.xpos);
      sentence.heads.push_back(static_cast<std::uint32_t>(row.head));
      sentence.deprels.push_back(row.deprel);
    }
  }
  return sentences;
}

// Predictions for sentences 0, step, 2 * step ..., on all cores.
inline std::vector<Prediction> predict_every(const Annotator& annotator,
                                             const std::vector<GoldSentence>& sentences,
                                             std::size_t step = 1) {
  std::vector<Prediction> made((sentences.size() + step - 1) / step);
  const std::size_t jobs = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (std::size_t job = 0; job < jobs; ++job) {
    threads.emplace_back([&, job] {
      Scratch scratch;
      for (std::size_t i = job; i < made.size(); i += jobs) {
        const auto& words = sentences[i * step].words;
        const std::vector<std::string_view> views(words.begin(), words.end());
        made[i] = annotator.predict(views, scratch);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  return made;
}

}  // namespace counterpoint::nn
