// SPDX-License-Identifier: Apache-2.0
// Reports built by hand: what an annotated document looks like, without a model.
#pragma once

#include <cctype>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "counterpoint/dossier.h"

namespace counterpoint::test {

inline std::string packs() {
  return std::string(COUNTERPOINT_SOURCE_DIR) + "/packs";
}

// `Report("a", "text").published("2011-06-07").name("Ibrahim Shaar", MentionType::person).done`.
// Words are found in the text in the order of the calls' arguments; a word that is not there is a
// mistake in the test and gives an empty span.
class Report {
 public:
  Report(const std::string& file, const std::string& text) {
    Document& document = done.document;
    document.id = {stable_id("d", {file, text})};
    document.name = file + ".txt";
    document.sha256 = stable_id("", {text});
    document.text = text;
    document.genre = Genre::news;
    split();
    VoiceMention outlet;
    outlet.outlet = true;
    outlet.kind = VoiceKind::media;
    outlet.identity = IdentityClass::institution;
    done.found.voices.push_back(outlet);
  }

  Report& genre(Genre value) {
    done.document.genre = value;
    return *this;
  }
  Report& publisher(const std::string& value) {
    done.document.publisher = value;
    return *this;
  }
  Report& credit(const std::string& value) {
    done.document.credit = value;
    return *this;
  }
  Report& published(const std::string& edtf) {
    done.document.published = Time{edtf, "metadata", Extent::within, {}};
    return *this;
  }

  // A name at the `nth` place where the words stand (from 0).
  Report& name(std::string_view words, MentionType type, int nth = 0) {
    Mention mention;
    mention.span = find(words, nth);
    mention.type = type;
    mention.named = true;
    auto& tokens = done.annotation.tokens;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      if (!mention.span.contains(tokens[t].span)) continue;
      if (mention.last == 0) mention.first = static_cast<TokenIndex>(t);
      mention.last = static_cast<TokenIndex>(t + 1);
      mention.head = static_cast<TokenIndex>(t);
    }
    auto& mentions = done.annotation.mentions;
    auto at = mentions.begin();
    while (at != mentions.end() && at->span.begin <= mention.span.begin) ++at;
    mentions.insert(at, mention);
    return *this;
  }

  Report& weekday(std::string_view words, int day, int nth = 0, bool future = false) {
    TimeExpression timex;
    timex.span = find(words, nth);
    timex.form = TimeForm::weekday;
    timex.weekday = day;
    timex.future = future;
    done.annotation.times.push_back(timex);
    return *this;
  }

  Report& date(std::string_view words, int year, int month, int day) {
    TimeExpression timex;
    timex.span = find(words, 0);
    timex.form = TimeForm::calendar;
    timex.year = year;
    timex.month = month;
    if (day > 0) timex.day = day;
    done.annotation.times.push_back(timex);
    return *this;
  }

  std::uint32_t voice(const std::string& name, VoiceKind kind, IdentityClass identity,
                      bool distinct = false) {
    VoiceMention mention;
    mention.name = name;
    mention.kind = kind;
    mention.identity = identity;
    mention.distinct = distinct;
    mention.spans.push_back(find(name, 0));
    done.found.voices.push_back(mention);
    return static_cast<std::uint32_t>(done.found.voices.size() - 1);
  }

  // Index of the statement with these words as content, told by the outlet through `chain`.
  std::uint32_t statement(std::string_view words, const std::vector<std::uint32_t>& chain = {}) {
    Statement statement;
    statement.span = find(words, 0);
    statement.sentence = statement.span;
    statement.speech = chain.empty() ? Speech::narration : Speech::indirect;
    statement.chain_mentions = {0};
    statement.chain_mentions.insert(statement.chain_mentions.end(), chain.begin(), chain.end());
    if (!chain.empty()) statement.source = done.found.voices[chain.back()].spans.front();
    done.found.statements.push_back(statement);
    return static_cast<std::uint32_t>(done.found.statements.size() - 1);
  }

  Event& event(std::uint32_t statement, std::string_view trigger, const std::string& mode) {
    Event event;
    event.statement = statement;
    event.trigger = find(trigger, 0);
    event.type = "ASSAULT";
    event.mode = mode;
    done.found.events.push_back(event);
    return done.found.events.back();
  }

  Figure& figure(std::uint32_t statement, std::string_view words, double min, double max,
                 const std::string& measure = "killed") {
    Figure figure;
    figure.statement = statement;
    figure.span = find(words, 0);
    figure.min = min;
    figure.max = max;
    figure.measure = measure;
    done.found.figures.push_back(figure);
    return done.found.figures.back();
  }

  [[nodiscard]] Span find(std::string_view words, int nth) const {
    std::size_t at = done.document.text.find(words);
    for (; nth > 0 && at != std::string::npos; --nth) {
      at = done.document.text.find(words, at + 1);
    }
    if (at == std::string::npos) return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  AnnotatedDocument done;

 private:
  static Upos tag(std::string_view word) {
    for (const std::string_view small : {"in", "at", "near", "of", "from", "to"}) {
      if (word == small) return Upos::ADP;
    }
    for (const std::string_view verb : {"said", "says", "told", "was", "fled", "met"}) {
      if (word == verb) return Upos::VERB;
    }
    if (std::ispunct(static_cast<unsigned char>(word.front())) != 0) return Upos::PUNCT;
    return std::isupper(static_cast<unsigned char>(word.front())) != 0 ? Upos::PROPN : Upos::NOUN;
  }

  // Words between spaces; commas and full stops at a word's end are tokens, full stops end
  // sentences.
  void split() {
    const std::string& text = done.document.text;
    auto& tokens = done.annotation.tokens;
    TokenIndex first = 0;
    const auto close = [&](TokenIndex last) {
      if (last == first) return;
      const Span span{tokens[static_cast<std::size_t>(first)].span.begin, tokens.back().span.end};
      done.annotation.sentences.push_back({first, last, span, 0});
      first = last;
    };
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
      const std::size_t next = end + 1;
      const bool mark = end > at && (text[end - 1] == '.' || text[end - 1] == ',');
      if (mark) --end;
      if (end > at) add(at, end);
      if (mark) add(end, end + 1);
      if (mark && text[end] == '.') close(static_cast<TokenIndex>(tokens.size()));
      at = next;
    }
    close(static_cast<TokenIndex>(tokens.size()));
  }

  void add(std::size_t begin, std::size_t end) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.upos = tag(token.span.of(done.document.text));
    done.annotation.tokens.push_back(token);
  }
};

inline Dossier linked(std::vector<AnnotatedDocument> documents, const std::string& decisions = {}) {
  DossierOptions options;
  options.packs = packs();
  options.decisions = decisions;
  auto dossier = link(std::move(documents), options);
  return dossier ? std::move(*dossier) : Dossier{};
}

inline const Entity* entity_named(const Dossier& dossier, std::string_view name) {
  for (const Entity& entity : dossier.entities) {
    for (const EntityName& form : entity.names) {
      if (form.text == name) return &entity;
    }
  }
  return nullptr;
}

inline const Voice* voice_named(const Dossier& dossier, std::string_view name) {
  for (const Voice& voice : dossier.voices) {
    if (voice.name == name) return &voice;
  }
  return nullptr;
}

}  // namespace counterpoint::test
