// SPDX-License-Identifier: Apache-2.0
// The stage's door: loads model and packs, and runs the steps in order over one document.
#include <mutex>
#include <span>
#include <utility>

#include "annotation/apposed_subjects.h"
#include "annotation/chains.h"
#include "annotation/lemmas.h"
#include "annotation/lexicon.h"
#include "annotation/mentions.h"
#include "annotation/parse_mends.h"
#include "annotation/quantities.h"
#include "annotation/sentences.h"
#include "annotation/times.h"
#include "annotation/tokens.h"
#include "annotation/words.h"
#include "counterpoint/annotation.h"
#include "nn/annotator.h"

namespace counterpoint {
namespace {

using annotation::Lexicon;
using annotation::TokenLabels;
using annotation::Words;

Upos upos_of(std::string_view name) {
  static constexpr std::string_view kNames[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<Upos>(i);
  }
  return Upos::X;
}

// Working memory of the model, lent to one thread at a time.
class ScratchPool {
 public:
  nn::Scratch take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return {};
    nn::Scratch scratch = std::move(free_.back());
    free_.pop_back();
    return scratch;
  }
  void put_back(nn::Scratch scratch) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(scratch));
  }

 private:
  std::mutex mutex_;
  std::vector<nn::Scratch> free_;
};

void split_text(const Document& document, const Lexicon& lexicon, Annotation& result) {
  for (const auto& [span, paragraph] : annotation::split_sentences(document, lexicon)) {
    const auto first = static_cast<TokenIndex>(result.tokens.size());
    for (const Span& token : annotation::tokenize(document.text, span, lexicon)) {
      result.tokens.emplace_back().span = token;
    }
    const auto last = static_cast<TokenIndex>(result.tokens.size());
    if (last > first) result.sentences.push_back({first, last, span, paragraph});
  }
}

// Writes one sentence's prediction into its tokens and labels.
void fill(const nn::Prediction& prediction, const nn::Labels& names, const Sentence& sentence,
          Annotation& result, TokenLabels& labels) {
  for (std::size_t i = 0; i < prediction.words.size(); ++i) {
    const nn::WordPrediction& word = prediction.words[i];
    const std::size_t at = static_cast<std::size_t>(sentence.first) + i;
    Token& token = result.tokens[at];
    token.upos = upos_of(names.upos[word.upos]);
    token.xpos = names.xpos[word.xpos];
    token.deprel = names.deprel[word.deprel];
    token.head = word.head == 0 ? -1 : sentence.first + static_cast<TokenIndex>(word.head) - 1;
    labels.name[at] = names.names[word.name];
    labels.mention[at] = names.mention[word.mention];
    labels.attribution[at] = {word.source, word.cue, word.content, word.link};
  }
}

}  // namespace

struct Annotator::Impl {
  Lexicon lexicon;
  std::optional<nn::Annotator> model;
  mutable ScratchPool scratches;

  void parse(const Document& document, Annotation& result, TokenLabels& labels) const {
    labels.name.resize(result.tokens.size());
    labels.mention.resize(result.tokens.size());
    labels.attribution.resize(result.tokens.size());
    std::vector<std::string_view> words;
    for (const Token& token : result.tokens) words.push_back(token.span.of(document.text));
    std::vector<nn::Words> sentences;
    for (const Sentence& sentence : result.sentences) {
      sentences.push_back(
          std::span(words).subspan(static_cast<std::size_t>(sentence.first),
                                   static_cast<std::size_t>(sentence.last - sentence.first)));
    }
    nn::Scratch scratch = scratches.take();
    const std::vector<nn::Prediction> predictions = model->predict_all(sentences, scratch);
    scratches.put_back(std::move(scratch));
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      fill(predictions[i], model->labels(), result.sentences[i], result, labels);
    }
    result.parsed = true;
  }
};

Result<Annotator> Annotator::load(const Options& options) {
  auto impl = std::make_unique<Impl>();
  auto lexicon = annotation::load_lexicon(options.packs / "en" / "annotation");
  if (!lexicon) return tl::unexpected(lexicon.error());
  impl->lexicon = std::move(*lexicon);
  if (options.use_model) {
    const std::filesystem::path folder = options.models / "en";
    std::error_code ignored;
    if (!std::filesystem::exists(folder / "annotator.safetensors", ignored)) {
      return fail("model.missing", "The language model is not there.",
                  (folder / "annotator.safetensors").string(),
                  "Name the folder that holds en/annotator.safetensors with --models, install the "
                  "models again, or do without with --no-model.");
    }
    nn::LoadOptions how;
    how.precision =
        options.precision == Precision::fp32 ? nn::Precision::fp32 : nn::Precision::int8;
    auto model = nn::Annotator::load(folder, how);
    if (!model) return tl::unexpected(model.error());
    impl->model.emplace(std::move(*model));
  }
  return Annotator(std::move(impl));
}

Annotator::Annotator(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

Annotation Annotator::annotate(const Document& document) const {
  Annotation result;
  const Lexicon& lexicon = impl_->lexicon;
  split_text(document, lexicon, result);
  TokenLabels labels;
  if (impl_->model) {
    impl_->parse(document, result, labels);
    annotation::mend_past_tags(document.text, result);
    annotation::mend_names(document.text, result);
    annotation::mend_owners(result);
    annotation::mend_lost_clauses(result);
    annotation::mend_apposed_subjects(document.text, result);
  }
  for (Token& token : result.tokens) {
    token.lemma =
        annotation::lemma_of(token.span.of(document.text), token.upos, token.xpos, lexicon);
  }
  const Words words(document.text, result, lexicon);
  if (result.parsed) {
    result.mentions = annotation::find_mentions(words, labels);
    result.attributions = annotation::find_attributions(result, labels.attribution);
  }
  result.times = annotation::find_times(words);
  if (!document.published || document.genre == Genre::reference) {
    annotation::propagate_years(result.times);
  }
  annotation::link_antecedents(result.times);
  result.quantities = annotation::find_quantities(words, result.times);
  if (result.parsed)
    result.references = annotation::link_references(words, labels, result.mentions);
  return result;
}

std::string Annotator::model_name() const {
  return impl_->model ? impl_->model->name() + " " + impl_->model->version() : std::string();
}

std::string Annotator::model_sha256() const {
  return impl_->model ? impl_->model->sha256() : std::string();
}

}  // namespace counterpoint
