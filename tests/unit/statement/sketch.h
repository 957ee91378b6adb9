// SPDX-License-Identifier: Apache-2.0
// Documents with their annotation, sketched by hand: no model, no files.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "counterpoint/annotation.h"
#include "counterpoint/document.h"
#include "statement/lexicon.h"
#include "statement/tree.h"

namespace counterpoint::statement::test {

// The project's own English pack.
inline const Lexicon& lexicon() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(COUNTERPOINT_SOURCE_DIR) + "/packs/en/statement").value();
  return kLexicon;
}

// Each sentence is words separated by spaces, each word "text/UPOS/head/deprel/lemma":
//
//   Officials/NOUN.NNS/2/nsubj/official said/VERB/0/root/say +./PUNCT/2/punct
//
// head counts from 1 within the sentence, 0 is the root. UPOS.XPOS gives a Penn tag, else the usual
// one of the part of speech stands in. The lemma may be left out: it is then the lower-cased word
// (names as they are). A leading + joins the word to the one before it, without a space.
class Sketch {
 public:
  Sketch() {
    document.id = {"d-sketch"};
    document.name = "harbour-times.txt";
    document.publisher = "Harbour Times";
    document.genre = Genre::news;
    annotation.parsed = true;
  }

  explicit Sketch(std::string_view first_sentence) : Sketch() { sentence(first_sentence); }

  Sketch& sentence(std::string_view notation) {
    const auto base = static_cast<TokenIndex>(annotation.tokens.size());
    std::istringstream words{std::string(notation)};
    bool first = true;
    for (std::string word; words >> word; first = false) add(word, base, first);
    close(base);
    return *this;
  }

  // Words without tags or parse, as rules alone give them.
  Sketch& plain(std::string_view text) {
    const auto base = static_cast<TokenIndex>(annotation.tokens.size());
    std::istringstream words{std::string(text)};
    bool first = true;
    for (std::string word; words >> word; first = false) add(word + "/X/0/", base, first);
    close(base);
    return *this;
  }

  // The next sentence begins a paragraph.
  Sketch& paragraph() {
    document.text += "\n\n";
    ++paragraph_;
    return *this;
  }

  // A mention of these words at their `nth` place. Its head is its last token.
  Sketch& mention(std::string_view words, MentionType type, bool named, int nth = 0) {
    Mention mention;
    mention.span = find(words, nth);
    mention.type = type;
    mention.named = named;
    const auto [first, last] = tokens_of(mention.span);
    mention.first = first;
    mention.last = last;
    mention.head = last - 1;
    auto& mentions = annotation.mentions;
    const auto at = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& other) {
      return std::pair(other.span.begin, -other.last) > std::pair(mention.span.begin, -last);
    });
    mentions.insert(at, mention);
    return *this;
  }
  Sketch& person(std::string_view words, int nth = 0) {
    return mention(words, MentionType::person, true, nth);
  }
  Sketch& body(std::string_view words, int nth = 0) {
    return mention(words, MentionType::organization, true, nth);
  }

  // A count: `words` with its modifier, of the noun `noun` (the first one after it; "" for none).
  Quantity& count(std::string_view words, double value, std::string_view noun, int nth = 0) {
    Quantity quantity;
    quantity.span = quantity.number = find(words, nth);
    quantity.min = quantity.max = value;
    if (!noun.empty()) {
      const std::size_t at = document.text.find(noun, quantity.span.end);
      const auto begin = static_cast<std::uint32_t>(at);
      quantity.noun =
          tokens_of({begin, begin + static_cast<std::uint32_t>(noun.size())}).second - 1;
    }
    annotation.quantities.push_back(quantity);
    return annotation.quantities.back();
  }

  [[nodiscard]] Span find(std::string_view words, int nth = 0) const {
    std::size_t at = document.text.find(words);
    for (; nth > 0 && at != std::string::npos; --nth) at = document.text.find(words, at + 1);
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  // The token of a word at its `nth` place.
  [[nodiscard]] TokenIndex token(std::string_view word, int nth = 0) const {
    for (std::size_t i = 0; i < annotation.tokens.size(); ++i) {
      if (annotation.tokens[i].span.of(document.text) == word && nth-- == 0) {
        return static_cast<TokenIndex>(i);
      }
    }
    return -1;
  }

  [[nodiscard]] std::string words(const Span& span) const {
    return std::string(span.of(document.text));
  }
  [[nodiscard]] Tree tree() const { return {document, annotation, lexicon().words}; }

  Document document;
  Annotation annotation;

 private:
  static std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
  }

  static std::pair<Upos, std::string> tags_of(const std::string& given) {
    struct Named {
      std::string_view name;
      Upos upos;
      std::string_view usual;
    };
    static constexpr std::array<Named, 17> kTags{{{"ADJ", Upos::ADJ, "JJ"},
                                                  {"ADP", Upos::ADP, "IN"},
                                                  {"ADV", Upos::ADV, "RB"},
                                                  {"AUX", Upos::AUX, "VBD"},
                                                  {"CCONJ", Upos::CCONJ, "CC"},
                                                  {"DET", Upos::DET, "DT"},
                                                  {"INTJ", Upos::INTJ, "UH"},
                                                  {"NOUN", Upos::NOUN, "NN"},
                                                  {"NUM", Upos::NUM, "CD"},
                                                  {"PART", Upos::PART, "TO"},
                                                  {"PRON", Upos::PRON, "PRP"},
                                                  {"PROPN", Upos::PROPN, "NNP"},
                                                  {"PUNCT", Upos::PUNCT, "."},
                                                  {"SCONJ", Upos::SCONJ, "IN"},
                                                  {"SYM", Upos::SYM, "SYM"},
                                                  {"VERB", Upos::VERB, "VBD"},
                                                  {"X", Upos::X, ""}}};
    const std::size_t dot = given.find('.');
    const std::string name = given.substr(0, dot);
    const auto* tag =
        std::find_if(kTags.begin(), kTags.end(), [&](const Named& t) { return t.name == name; });
    if (tag == kTags.end()) return {Upos::X, "?"};
    return {tag->upos, dot == std::string::npos ? std::string(tag->usual) : given.substr(dot + 1)};
  }

  void add(const std::string& notation, TokenIndex base, bool first) {
    const std::vector<std::string> parts = split(notation, '/');
    const bool joined = parts[0].size() > 1 && parts[0].front() == '+';
    const std::string word = joined ? parts[0].substr(1) : parts[0];
    std::string& text = document.text;
    const bool after_space = text.empty() || text.back() == '\n';
    if (!after_space && (first || !joined)) text += ' ';
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += word;
    token.span.end = static_cast<std::uint32_t>(text.size());
    std::tie(token.upos, token.xpos) = tags_of(parts[1]);
    const int head = std::stoi(parts[2]);
    token.head = head == 0 ? -1 : base + head - 1;
    if (parts.size() > 3) token.deprel = parts[3];
    if (parts.size() > 4)
      token.lemma = parts[4];
    else
      token.lemma = token.upos == Upos::PROPN ? word : utf8::lower(word);
    annotation.tokens.push_back(std::move(token));
  }

  void close(TokenIndex base) {
    const auto end = static_cast<TokenIndex>(annotation.tokens.size());
    if (end == base) return;
    const Span span{annotation.tokens[static_cast<std::size_t>(base)].span.begin,
                    annotation.tokens.back().span.end};
    annotation.sentences.push_back({base, end, span, paragraph_});
  }

  [[nodiscard]] std::pair<TokenIndex, TokenIndex> tokens_of(const Span& span) const {
    TokenIndex first = -1;
    TokenIndex last = -1;
    for (std::size_t i = 0; i < annotation.tokens.size(); ++i) {
      if (!span.contains(annotation.tokens[i].span)) continue;
      if (first < 0) first = static_cast<TokenIndex>(i);
      last = static_cast<TokenIndex>(i) + 1;
    }
    return {first, last};
  }

  std::uint32_t paragraph_ = 0;
};

}  // namespace counterpoint::statement::test
