// SPDX-License-Identifier: Apache-2.0
// Documents and parses made by hand for the tests of the annotation stage; no model is needed.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "annotation/lexicon.h"
#include "annotation/sentences.h"
#include "annotation/tokens.h"
#include "base/utf8.h"
#include "counterpoint/annotation.h"

namespace counterpoint::annotation {

inline const Lexicon& english() {
  static const Lexicon lexicon = [] {
    auto loaded =
        load_lexicon(std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "packs/en/annotation");
    if (!loaded) throw std::runtime_error(loaded.error().message + " " + loaded.error().input);
    return *loaded;
  }();
  return lexicon;
}

inline const Annotator& rules() {
  static const Annotator annotator = [] {
    Annotator::Options options;
    options.packs = std::filesystem::path(COUNTERPOINT_SOURCE_DIR) / "packs";
    options.use_model = false;
    auto loaded = Annotator::load(options);
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return annotator;
}

inline Document document_of(std::string text) {
  Document doc;
  doc.text = std::move(text);
  return doc;
}

struct Parsed {
  Document doc;
  Annotation ann;
};

inline Upos upos_for(const std::string& xpos) {
  if (xpos == "NNP" || xpos == "NNPS") return Upos::PROPN;
  if (xpos.starts_with("NN")) return Upos::NOUN;
  if (xpos == "MD" || xpos == "AUX") return Upos::AUX;
  if (xpos.starts_with("VB")) return Upos::VERB;
  if (xpos.starts_with("JJ")) return Upos::ADJ;
  if (xpos.starts_with("RB")) return Upos::ADV;
  if (xpos == "CD") return Upos::NUM;
  if (xpos == "IN" || xpos == "TO") return Upos::ADP;
  if (xpos == "DT") return Upos::DET;
  if (xpos.starts_with("PRP")) return Upos::PRON;
  if (xpos == "CC") return Upos::CCONJ;
  if (xpos == "POS") return Upos::PART;
  return Upos::PUNCT;
}

// A parsed document: one sentence a line, each word "form:XPOS:head:deprel", heads counted from 1;
// "~" before the form: no space before it. Lemmas are the folded forms, or as ":lemma" says.
inline Parsed parse(const std::string& lines) {
  Parsed result;
  result.ann.parsed = true;
  std::istringstream in(lines);
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    const auto base = static_cast<TokenIndex>(result.ann.tokens.size());
    std::istringstream words(line);
    std::string word;
    while (words >> word) {
      std::vector<std::string> cells;
      std::istringstream parts(word);
      for (std::string cell; std::getline(parts, cell, ':');) cells.push_back(cell);
      std::string form = cells.at(0);
      const bool joined = form.starts_with("~");
      if (joined) form.erase(0, 1);
      if (!joined && !result.doc.text.empty()) result.doc.text += ' ';
      Token token;
      token.span.begin = static_cast<std::uint32_t>(result.doc.text.size());
      result.doc.text += form;
      token.span.end = static_cast<std::uint32_t>(result.doc.text.size());
      token.xpos = cells.at(1);
      token.upos = upos_for(token.xpos);
      const int head = std::stoi(cells.at(2));
      token.head = head == 0 ? -1 : base + head - 1;
      token.deprel = cells.at(3);
      token.lemma = cells.size() > 4            ? cells[4]
                    : token.upos == Upos::PROPN ? form
                                                : utf8::folded(form);
      result.ann.tokens.push_back(token);
    }
    const auto last = static_cast<TokenIndex>(result.ann.tokens.size());
    const Span span{result.ann.tokens[static_cast<std::size_t>(base)].span.begin,
                    result.ann.tokens.back().span.end};
    result.ann.sentences.push_back({base, last, span, 0});
  }
  return result;
}

}  // namespace counterpoint::annotation
