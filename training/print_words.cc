// SPDX-License-Identifier: Apache-2.0
// The words and sentences of text files as the program cuts them: what the training of the
// attribution heads reads, so that it sees the words that the heads will be given.
//
//   print_words PACKS FILE...
//
// For each file a line "# FILE", then for each sentence a line of its words' bounds, "begin-end" in
// bytes, with spaces between. Exit status 1: the packs or a file cannot be read; the reason is on
// standard error.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "counterpoint/annotation.h"

namespace {

void print(const counterpoint::Annotation& annotation) {
  for (const auto& sentence : annotation.sentences) {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const auto& span = annotation.tokens[static_cast<std::size_t>(i)].span;
      std::cout << (i == sentence.first ? "" : " ") << span.begin << '-' << span.end;
    }
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: print_words PACKS FILE...\n";
    return 1;
  }
  counterpoint::Annotator::Options options;
  options.packs = argv[1];
  options.use_model = false;
  const auto annotator = counterpoint::Annotator::load(options);
  if (!annotator) {
    std::cerr << annotator.error().message << ' ' << annotator.error().input << '\n';
    return 1;
  }
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) {
      std::cerr << "cannot read " << argv[i] << '\n';
      return 1;
    }
    counterpoint::Document document;
    document.text.assign(std::istreambuf_iterator<char>(file), {});
    std::cout << "# " << argv[i] << '\n';
    print(annotator->annotate(document));
  }
  return std::cout.good() ? 0 : 1;
}
