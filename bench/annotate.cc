// SPDX-License-Identifier: Apache-2.0
// Annotates documents again and again and says how long that took; nothing else is in the time.
//
//   annotate_bench DOCUMENTS.jsonl MODELS PACKS int8|fp32 JOBS REPEAT
//
// Prints one line of JSON: words (as white space parts them), tokens, sentences, word pieces; the
// seconds of each round, by the clock and of all processors together; the peak of resident memory
// in MiB. bench/annotation.py makes the table.
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/parallel.h"
#include "counterpoint/annotation.h"
#include "nn/wordpiece.h"

namespace counterpoint {
namespace {

std::size_t count_words(const std::string& text) {
  std::istringstream in(text);
  std::size_t words = 0;
  for (std::string word; in >> word;) ++words;
  return words;
}

// That all threads have worked, in seconds; waiting for a busy machine does not count.
double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// What the encoder has to work through: each sentence's pieces, and two that begin and end it.
std::size_t count_pieces(const nn::WordPiece& vocabulary, const Document& document,
                         const Annotation& annotation) {
  nn::BertText scratch;
  std::vector<nn::Piece> pieces;
  for (const Token& token : annotation.tokens) {
    vocabulary.tokenize(token.span.of(document.text), scratch, pieces);
  }
  return pieces.size() + 2 * annotation.sentences.size();
}

long peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() != 7) {
    std::cerr << "annotate_bench DOCUMENTS.jsonl MODELS PACKS int8|fp32 JOBS REPEAT\n";
    return 2;
  }
  const Intake intake = read_documents({arguments[1]});
  Annotator::Options options;
  options.models = arguments[2];
  options.packs = arguments[3];
  options.precision = arguments[4] == "fp32" ? Precision::fp32 : Precision::int8;
  auto annotator = Annotator::load(options);
  if (!annotator || intake.documents.empty()) {
    std::cerr << (annotator ? "no documents" : annotator.error().message) << "\n";
    return 1;
  }
  nlohmann::json result{{"words", 0}, {"tokens", 0}, {"sentences", 0}};
  for (const Document& document : intake.documents) {
    result["words"] = result["words"].get<std::size_t>() + count_words(document.text);
  }
  std::vector<Annotation> made(intake.documents.size());
  const auto jobs = static_cast<unsigned>(std::stoul(arguments[5]));
  for (unsigned long round = 0; round < std::stoul(arguments[6]); ++round) {
    const double before = processor_seconds();
    const auto start = std::chrono::steady_clock::now();
    parallel_for(made.size(), jobs,
                 [&](std::size_t i) { made[i] = annotator->annotate(intake.documents[i]); });
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    result["seconds"].push_back(seconds.count());
    result["processor_seconds"].push_back(processor_seconds() - before);
  }
  const auto vocabulary = nn::WordPiece::load(options.models / "en" / "vocab.txt");
  if (!vocabulary) return 1;
  result["peak_mib"] = peak_mib();
  std::size_t pieces = 0;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const Annotation& annotation = made[i];
    pieces += count_pieces(*vocabulary, intake.documents[i], annotation);
    result["tokens"] = result["tokens"].get<std::size_t>() + annotation.tokens.size();
    result["sentences"] = result["sentences"].get<std::size_t>() + annotation.sentences.size();
  }
  result["pieces"] = pieces;
  std::cout << result.dump() << "\n";
  return 0;
}

}  // namespace
}  // namespace counterpoint

int main(int argc, char** argv) {
  return counterpoint::run({argv, argv + argc});
}
