// SPDX-License-Identifier: Apache-2.0
// Tags, parse, names and a sentence vector, predicted from the words of one sentence.
// Read by the annotation stage; knows nothing of documents. The files are in docs/model-format.md.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nn/labels.h"
#include "nn/precision.h"
#include "nn/prediction.h"

namespace counterpoint::nn {

struct Manifest;
struct Waiting;
struct WordInput;

// The tokens of one sentence in order, UTF-8, punctuation as words of their own; invalid UTF-8 is
// read as U+FFFD.
using Words = std::span<const std::string_view>;

// Working memory of one thread. Make one per thread and keep it: its buffers then serve every
// sentence. It holds nothing of what was predicted, and may go from one annotator to another. Never
// share one between threads.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

 private:
  friend class Annotator;
  struct State;
  std::unique_ptr<State> state_;
};

struct LoadOptions {
  bool verify_hash = true;  // compare the weights with the sha256 that annotator.json states
  Precision precision = Precision::int8;
};

// A loaded model. Immutable: any number of threads may share one, each with its own Scratch.
//
//   auto annotator = Annotator::load("models/en");
//   if (!annotator) return tl::unexpected(annotator.error());
//   Scratch scratch;
//   const std::string_view words[] = {"Residents", "denied", "it", "."};
//   Prediction p = annotator->predict(words, scratch);
//   annotator->labels().upos[p.words[1].upos];            // "VERB"
//   annotator->predict({}, scratch).words.empty();        // true: no words, nothing predicted
//   Annotator::load("no/such/folder").error().code;       // "model.missing"
class Annotator {
 public:
  // Reads annotator.json, annotator.safetensors and vocab.txt from the folder. The word embeddings
  // stay mapped, so the file must not be changed in place while the annotator lives.
  // Errors: model.missing (a file is absent or unreadable), model.invalid (a file is not in the
  // format or the files disagree), model.hash (the weights are not those annotator.json names;
  // the message gives both hashes).
  static Result<Annotator> load(const std::filesystem::path& folder,
                                const LoadOptions& options = {});

  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;
  ~Annotator();

  // One prediction for each sentence. Exactly one word has head 0, and heads form a tree. A
  // sentence of more word pieces than the model takes is cut at word boundaries, each part is
  // predicted on its own, and the roots of later parts hang from the first root as "parataxis".
  // A prediction depends on its sentence's words alone: not on the other sentences, earlier calls,
  // other threads or their number. Runs on the calling thread only. Several sentences at once are
  // quicker than one by one. Cost: linear in the words up to about a hundred a sentence, then
  // attention makes it grow faster (cubic for the tree of a very long sentence, at worst).
  std::vector<Prediction> predict_all(std::span<const Words> sentences, Scratch& scratch) const;

  // The same for one sentence.
  Prediction predict(Words words, Scratch& scratch) const;

  const Labels& labels() const;
  const std::string& name() const;  // as annotator.json gives it; every result cites these
  const std::string& version() const;
  const std::string& language() const;  // BCP 47
  const std::string& sha256() const;    // of the weights, lower-case hex
  std::size_t vector_size() const;      // floats in Prediction::pooled

 private:
  struct Model;
  explicit Annotator(std::unique_ptr<const Model> model);
  static Result<std::unique_ptr<const Model>> read_model(const std::filesystem::path& folder,
                                                         Manifest manifest, Precision precision);
  void read_words(Words words, Scratch& scratch) const;
  void add_part(Words words, const Waiting& waiting, Scratch& scratch) const;
  void predict_part(const Waiting& waiting, std::span<const float> states,
                    std::span<const WordInput> inputs, Scratch& scratch) const;
  void predict_batch(Scratch& scratch) const;
  std::unique_ptr<const Model> model_;
};

}  // namespace counterpoint::nn
