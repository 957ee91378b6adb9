// SPDX-License-Identifier: Apache-2.0
// Predictions from words: pieces and shapes, the encoder, the heads, and long sentences in parts.
#include "nn/annotator.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <utility>

#include "base/sha256.h"
#include "nn/decode.h"
#include "nn/encoder.h"
#include "nn/heads.h"
#include "nn/manifest.h"
#include "nn/mapped_file.h"
#include "nn/sentence_parts.h"
#include "nn/shape.h"
#include "nn/wordpiece.h"

namespace counterpoint::nn {

struct Annotator::Model {
  Manifest manifest;
  TensorFile file;  // holds the word embeddings that the encoder reads
  WordPiece pieces;
  Encoder encoder;
  std::unique_ptr<const HeadWeights> heads;
  BioScheme names;
  std::size_t parataxis = 0;  // the relation that joins the parts of an over-long sentence

  // [CLS] and [SEP] take two.
  std::size_t max_pieces() const { return encoder.max_pieces() - 2; }
};

// A part of a sentence that waits in the batch.
struct Waiting {
  Prediction* made = nullptr;
  Part part;
  bool last = false;  // of its sentence
};

struct Scratch::State {
  BertText text;
  std::vector<Piece> pieces;            // of the sentence being read
  std::vector<std::size_t> word_begin;  // each word's first piece; then the number of pieces

  // The batch: what waits, and for each of it the pieces and words, one after the other.
  std::vector<Waiting> waiting;
  std::vector<std::uint32_t> ids;
  std::vector<std::size_t> lengths;
  std::vector<WordInput> inputs;

  std::vector<Part> parts;  // of the sentence that is being predicted, as far as they are
  std::vector<double> sum;  // of its pieces' hidden states
  EncoderScratch encoder;
  HeadScratch heads;
};

namespace {

constexpr const char* kWeights = "annotator.safetensors";

std::vector<float> unit_vector(const std::vector<double>& sum) {
  double squares = 0;
  for (const double value : sum) squares += value * value;
  const double scale = squares > 0 ? 1 / std::sqrt(squares) : 0;
  std::vector<float> made;
  made.reserve(sum.size());
  for (const double value : sum) made.push_back(static_cast<float>(value * scale));
  return made;
}

std::size_t index_of(const std::vector<std::string>& labels, const char* wanted,
                     std::size_t otherwise) {
  const auto found = std::ranges::find(labels, wanted);
  return found == labels.end() ? otherwise : static_cast<std::size_t>(found - labels.begin());
}

// Hashing takes about as long as all the rest of loading, so it runs beside it, on a mapping of its
// own: loading may fail and let go of the file meanwhile.
std::future<std::string> start_hash(const std::filesystem::path& path) {
  return std::async(std::launch::async, [path] {
    const auto mapped = MappedFile::open(path);
    return mapped ? sha256_hex(mapped->text()) : std::string();
  });
}

tl::unexpected<Error> wrong_hash(const std::string& found, const std::string& stated,
                                 const std::filesystem::path& path) {
  return fail("model.hash",
              "The weights have SHA-256 " + found + ", but annotator.json states " + stated + ".",
              path.string(),
              "Fetch the model again, all its files together, or remove what was changed.");
}

}  // namespace

Scratch::Scratch() : state_(std::make_unique<State>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

Annotator::Annotator(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

const Labels& Annotator::labels() const {
  return model_->manifest.labels;
}
const std::string& Annotator::name() const {
  return model_->manifest.name;
}
const std::string& Annotator::version() const {
  return model_->manifest.version;
}
const std::string& Annotator::language() const {
  return model_->manifest.language;
}
const std::string& Annotator::sha256() const {
  return model_->manifest.sha256;
}
std::size_t Annotator::vector_size() const {
  return model_->encoder.hidden();
}

Result<std::unique_ptr<const Annotator::Model>> Annotator::read_model(
    const std::filesystem::path& folder, Manifest manifest, Precision precision) {
  auto file = TensorFile::open(folder / kWeights);
  if (!file) return tl::unexpected(file.error());
  auto pieces = WordPiece::load(folder / "vocab.txt");
  if (!pieces) return tl::unexpected(pieces.error());
  auto encoder = Encoder::load(*file, manifest.sizes, precision);
  if (!encoder) return tl::unexpected(encoder.error());
  if (encoder->vocabulary_size() != pieces->size()) {
    return fail("model.invalid", "vocab.txt has another number of pieces than the weights.",
                folder.string(), "Fetch or export the model again, all its files together.");
  }
  auto heads = load_head_weights(*file, manifest.sizes.hidden, manifest.labels);
  if (!heads) return tl::unexpected(heads.error());
  file->drop_pages();  // of the weights, which have been copied; word embeddings come back by need
  const BioScheme names(manifest.labels.names);
  const std::size_t parataxis =
      index_of(manifest.labels.deprel, "parataxis", (*heads)->root_relation);
  return std::unique_ptr<const Model>(new Model{std::move(manifest), std::move(*file),
                                                std::move(*pieces), std::move(*encoder),
                                                std::move(*heads), names, parataxis});
}

// Weights that are not those stated are the cause of whatever else does not fit, so that error
// stands above the others.
Result<Annotator> Annotator::load(const std::filesystem::path& folder, const LoadOptions& options) {
  auto manifest = read_manifest(folder / "annotator.json");
  if (!manifest) return tl::unexpected(manifest.error());
  const std::string stated = manifest->sha256;
  const auto path = folder / kWeights;
  std::future<std::string> hash;
  if (options.verify_hash && !stated.empty()) hash = start_hash(path);
  auto model = read_model(folder, std::move(*manifest), options.precision);
  const std::string found = hash.valid() ? hash.get() : std::string();
  if (!found.empty() && found != stated) return wrong_hash(found, stated, path);
  if (!model) return tl::unexpected(model.error());
  return Annotator(std::move(*model));
}

void Annotator::read_words(Words words, Scratch& scratch) const {
  Scratch::State& state = *scratch.state_;
  state.pieces.clear();
  state.word_begin.clear();
  for (const std::string_view word : words) {
    const std::size_t begin = state.pieces.size();
    state.word_begin.push_back(begin);
    model_->pieces.tokenize(word, state.text, state.pieces);
    if (state.pieces.size() == begin) state.pieces.push_back({model_->pieces.unknown(), 0, 0});
    // One "word" can be a page of punctuation; what the encoder cannot take of it is left out.
    state.pieces.resize(std::min(state.pieces.size(), begin + model_->max_pieces()));
  }
  state.word_begin.push_back(state.pieces.size());
}

// Puts the part of the sentence that was read last into the batch.
void Annotator::add_part(Words words, const Waiting& waiting, Scratch& scratch) const {
  Scratch::State& state = *scratch.state_;
  const std::size_t begin = state.ids.size();
  state.ids.push_back(model_->pieces.begin_sentence());
  for (std::size_t i = waiting.part.first; i < waiting.part.last; ++i) {
    state.inputs.push_back({state.ids.size() - begin, word_shape(words[i], i == 0)});
    for (std::size_t j = state.word_begin[i]; j < state.word_begin[i + 1]; ++j) {
      state.ids.push_back(state.pieces[j].id);
    }
  }
  state.ids.push_back(model_->pieces.end_sentence());
  state.lengths.push_back(state.ids.size() - begin);
  state.waiting.push_back(waiting);
}

// One part from its hidden states; its sentence too, if it is the last of it.
void Annotator::predict_part(const Waiting& waiting, std::span<const float> states,
                             std::span<const WordInput> inputs, Scratch& scratch) const {
  Scratch::State& state = *scratch.state_;
  const auto& [made, part, last] = waiting;
  if (part.first == 0) {
    state.parts.clear();
    state.sum.assign(model_->encoder.hidden(), 0.0);
  }
  state.parts.push_back(part);
  for (std::size_t i = 0; i < states.size(); ++i) state.sum[i % state.sum.size()] += states[i];
  predict_words(*model_->heads, states, inputs, model_->max_pieces(), state.heads,
                std::span(made->words).subspan(part.first, part.last - part.first));
  if (!last) return;
  join_parts(state.parts, model_->parataxis, made->words);
  std::vector<std::uint16_t> names;
  for (const WordPrediction& word : made->words) names.push_back(word.name);
  model_->names.repair(names);
  for (std::size_t i = 0; i < names.size(); ++i) made->words[i].name = names[i];
  made->pooled = unit_vector(state.sum);
}

void Annotator::predict_batch(Scratch& scratch) const {
  Scratch::State& state = *scratch.state_;
  std::span<const float> states = model_->encoder.encode(state.ids, state.lengths, state.encoder);
  std::span<const WordInput> inputs = state.inputs;
  for (std::size_t i = 0; i < state.waiting.size(); ++i) {
    const std::size_t floats = state.lengths[i] * model_->encoder.hidden();
    const std::size_t words = state.waiting[i].part.last - state.waiting[i].part.first;
    predict_part(state.waiting[i], states.first(floats), inputs.first(words), scratch);
    states = states.subspan(floats);
    inputs = inputs.subspan(words);
  }
  state.waiting.clear();
  state.ids.clear();
  state.lengths.clear();
  state.inputs.clear();
}

std::vector<Prediction> Annotator::predict_all(std::span<const Words> sentences,
                                               Scratch& scratch) const {
  std::vector<Prediction> made(sentences.size());
  Scratch::State& state = *scratch.state_;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    made[i].words.resize(sentences[i].size());
    read_words(sentences[i], scratch);
    for (const Part& part : split_sentence(state.word_begin, model_->max_pieces())) {
      const std::size_t length = state.word_begin[part.last] - state.word_begin[part.first] + 2;
      if (state.ids.size() + length > model_->encoder.max_batch()) predict_batch(scratch);
      add_part(sentences[i], {&made[i], part, part.last == sentences[i].size()}, scratch);
    }
  }
  if (!state.waiting.empty()) predict_batch(scratch);
  return made;
}

Prediction Annotator::predict(Words words, Scratch& scratch) const {
  return std::move(predict_all(std::span(&words, 1), scratch).front());
}

}  // namespace counterpoint::nn
