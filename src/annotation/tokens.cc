// SPDX-License-Identifier: Apache-2.0
#include "annotation/tokens.h"

#include <algorithm>
#include <string>

#include "annotation/token_place.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span sentence, const Lexicon& lexicon)
      : place_{text.substr(0, sentence.end), sentence.begin, sentence.begin, sentence.begin,
               lexicon} {}

  std::vector<Span> run() {
    while (place_.at < place_.text.size()) {
      if (place_.at >= place_.chunk_end && !next_chunk()) break;
      step();
    }
    return std::move(tokens_);
  }

 private:
  // Goes to the next run without white space.
  bool next_chunk() {
    while (place_.at < place_.text.size() && space_at(place_.at)) place_.at += length_at(place_.at);
    place_.chunk_begin = place_.chunk_end = place_.at;
    while (place_.chunk_end < place_.text.size() && !space_at(place_.chunk_end)) {
      place_.chunk_end += length_at(place_.chunk_end);
    }
    return place_.chunk_end > place_.chunk_begin;
  }

  void step() {
    using Rule = size_t (*)(const TokenPlace&);
    static constexpr Rule kRules[] = {degrees_end,    address_end,  face_end,  run_end,
                                      apostrophe_end, currency_end, number_end};
    for (const Rule rule : kRules) {
      if (const size_t end = rule(place_); end > place_.at) return emit(end);
    }
    const size_t end = word_end(place_);
    if (end == place_.at) return emit(place_.at + length_at(place_.at));
    emit_word(end);
  }

  void emit_word(size_t end) {
    const size_t clitic = clitic_length(place_, end);
    const size_t stem_end = end - clitic;
    if (const Contraction* found = contraction(stem_end)) {
      for (const size_t length : found->parts) emit(std::min(stem_end, place_.at + length));
    }
    if (place_.at < stem_end) emit(stem_end);
    if (clitic > 0) emit(end);
  }

  // Of a word that is two words only before some others ("its a"), none where these do not follow.
  const Contraction* contraction(size_t end) const {
    const auto* found =
        find(place_.lexicon.contractions, utf8::folded(place_.slice(place_.at, end)));
    if (found == nullptr || found->before.empty()) return found;
    size_t next = end;
    while (next < place_.text.size() && space_at(next)) next += length_at(next);
    const size_t behind = skip_word(place_, next);
    if (place_.char_at(behind) == '-') return nullptr;  // "its in-house counsel"
    return found->before.contains(utf8::lower(place_.slice(next, behind))) ? found : nullptr;
  }

  // Closes the token that begins at place_.at.
  void emit(size_t end) {
    tokens_.push_back({static_cast<std::uint32_t>(place_.at), static_cast<std::uint32_t>(end)});
    place_.at = end;
  }

  bool space_at(size_t at) const { return classify(place_.char_at(at)) == CharClass::space; }
  size_t length_at(size_t at) const { return decode_at(place_.text, at).length; }

  TokenPlace place_;
  std::vector<Span> tokens_;
};

}  // namespace

std::vector<Span> tokenize(std::string_view text, Span sentence, const Lexicon& lexicon) {
  return Tokenizer(text, sentence, lexicon).run();
}

}  // namespace counterpoint::annotation
