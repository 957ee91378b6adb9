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

struct Scratch::State {
  BertText text;
  std::vector<Piece> pieces;            // of all words
  std::vector<std::size_t> word_begin;  // each word's first piece; then the number of pieces
  std::vector<std::uint32_t> ids;       // of the part being predicted
  std::vector<WordInput> inputs;        // likewise
  std::vector<double> sum;              // of the pieces' hidden states
  EncoderScratch encoder;
  HeadScratch heads;
};

namespace {

// Words [first, last) of a sentence, few enough for the encoder.
struct Part {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<Part> split_sentence(const std::vector<std::size_t>& word_begin, std::size_t limit) {
  std::vector<Part> parts;
  const std::size_t words = word_begin.size() - 1;
  for (std::size_t first = 0; first < words;) {
    std::size_t last = first + 1;
    while (last < words && word_begin[last + 1] - word_begin[first] <= limit) ++last;
    parts.push_back({first, last});
    first = last;
  }
  return parts;
}

// A part that is not the first may go on with a span; where the part before has none open, it
// begins one.
void join_spans(WordPrediction& word, const WordPrediction& before) {
  for (const auto kind :
       {&WordPrediction::source, &WordPrediction::cue, &WordPrediction::content}) {
    if (word.*kind == InSpan::inside && before.*kind == InSpan::outside) word.*kind = InSpan::begin;
  }
}

// Makes one tree of the parts' trees. Heads and links still count from each part's own beginning.
void join_parts(std::span<const Part> parts, std::size_t relation,
                std::vector<WordPrediction>& words) {
  std::uint32_t root = 0;  // of the first part, 1-based
  for (const Part& part : parts) {
    if (part.first > 0) join_spans(words[part.first], words[part.first - 1]);
    for (std::size_t i = part.first; i < part.last; ++i) {
      if (words[i].link != 0) words[i].link += static_cast<std::uint32_t>(part.first);
      if (words[i].head != 0) {
        words[i].head += static_cast<std::uint32_t>(part.first);
      } else if (root == 0) {
        root = static_cast<std::uint32_t>(i + 1);
      } else {
        words[i].head = root;
        words[i].deprel = static_cast<std::uint16_t>(relation);
        words[i].head_probability = 0;
      }
    }
  }
}

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

tl::unexpected<Error> wrong_hash(const std::string& found, const std::filesystem::path& path) {
  return fail("model.hash", "The weights have SHA-256 " + found + ", not the one stated.",
              path.string(), "Fetch the model again, or remove what was changed.");
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

Result<Annotator> Annotator::load(const std::filesystem::path& folder, const LoadOptions& options) {
  auto manifest = read_manifest(folder / "annotator.json");
  if (!manifest) return tl::unexpected(manifest.error());
  const auto path = folder / "annotator.safetensors";
  auto file = TensorFile::open(path);
  if (!file) return tl::unexpected(file.error());
  std::future<std::string> hash;
  if (options.verify_hash && !manifest->sha256.empty()) hash = start_hash(path);
  auto pieces = WordPiece::load(folder / "vocab.txt");
  if (!pieces) return tl::unexpected(pieces.error());
  auto encoder = Encoder::load(*file, manifest->sizes);
  if (!encoder) return tl::unexpected(encoder.error());
  if (encoder->vocabulary_size() != pieces->size()) {
    return fail("model.invalid", "vocab.txt has another number of pieces than the weights.",
                folder.string(), "Fetch or export the model again, all its files together.");
  }
  auto heads = load_head_weights(*file, manifest->sizes.hidden, manifest->labels);
  if (!heads) return tl::unexpected(heads.error());
  file->drop_pages();  // of the weights, which have been copied; word embeddings come back by need
  if (hash.valid()) {
    const std::string found = hash.get();
    if (found != manifest->sha256) return wrong_hash(found, path);
  }
  const BioScheme names(manifest->labels.names);
  const std::size_t parataxis =
      index_of(manifest->labels.deprel, "parataxis", (*heads)->root_relation);
  return Annotator(std::unique_ptr<const Model>(new Model{std::move(*manifest), std::move(*file),
                                                          std::move(*pieces), std::move(*encoder),
                                                          std::move(*heads), names, parataxis}));
}

void Annotator::read_words(std::span<const std::string_view> words, Scratch& scratch) const {
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

Prediction Annotator::predict(std::span<const std::string_view> words, Scratch& scratch) const {
  Prediction made;
  if (words.empty()) return made;
  const Model& model = *model_;
  Scratch::State& state = *scratch.state_;
  read_words(words, scratch);
  made.words.resize(words.size());
  state.sum.assign(model.encoder.hidden(), 0.0);
  const std::vector<Part> parts = split_sentence(state.word_begin, model.max_pieces());
  for (const Part& part : parts) {
    state.ids.assign({model.pieces.begin_sentence()});
    state.inputs.clear();
    for (std::size_t i = part.first; i < part.last; ++i) {
      state.inputs.push_back({state.ids.size(), word_shape(words[i], i == 0)});
      for (std::size_t j = state.word_begin[i]; j < state.word_begin[i + 1]; ++j) {
        state.ids.push_back(state.pieces[j].id);
      }
    }
    state.ids.push_back(model.pieces.end_sentence());
    const std::span<const float> states = model.encoder.encode(state.ids, state.encoder);
    for (std::size_t i = 0; i < states.size(); ++i) state.sum[i % state.sum.size()] += states[i];
    predict_words(*model.heads, states, state.inputs, model.max_pieces(), state.heads,
                  std::span(made.words).subspan(part.first, part.last - part.first));
  }
  join_parts(parts, model.parataxis, made.words);
  std::vector<std::uint16_t> names;
  for (const WordPrediction& word : made.words) names.push_back(word.name);
  model.names.repair(names);
  for (std::size_t i = 0; i < names.size(); ++i) made.words[i].name = names[i];
  made.pooled = unit_vector(state.sum);
  return made;
}

}  // namespace counterpoint::nn
