// SPDX-License-Identifier: Apache-2.0
#include "annotation/quotations.h"

#include <algorithm>

namespace counterpoint::annotation {
namespace {

using std::string_view;

bool is_mark(string_view word) {
  return word == "\"" || word == "\u201c" || word == "\u201d" || word == "``" || word == "''" ||
         word == "\u00ab" || word == "\u00bb";
}

class SpeakerSearch {
 public:
  SpeakerSearch(const Words& words, const Dependents& dependents, TokenRange quote)
      : words_(words), dependents_(dependents), quote_(quote) {}

  // In the sentences that the quotation begins and ends in, then before a colon.
  TokenIndex run() const {
    const std::size_t first = sentence_of(quote_.first);
    const std::size_t last = sentence_of(quote_.last - 1);
    for (const std::size_t s : {last, first}) {
      if (const TokenIndex found = in_sentence(s, true); found >= 0) return found;
    }
    // The mark that closes a sentence may leave "he said" in a sentence of its own.
    if (last + 1 < words_.ann.sentences.size() && near(last + 1, last)) {
      if (const TokenIndex found = in_sentence(last + 1, false); found >= 0) return found;
    }
    if (first > 0 && words_.at(quote_.first - 2) == ":") return in_sentence(first - 1, false);
    return -1;
  }

 private:
  std::size_t sentence_of(TokenIndex i) const {
    const auto& all = words_.ann.sentences;
    const auto after = std::upper_bound(
        all.begin(), all.end(), i, [](TokenIndex t, const Sentence& s) { return t < s.first; });
    return static_cast<std::size_t>(after - all.begin()) - 1;
  }

  // "said Hale." right behind the quotation: short, of the same paragraph, not capitalised.
  bool near(std::size_t next, std::size_t last) const {
    const Sentence& sentence = words_.ann.sentences[next];
    const char first = words_.written(sentence.first).front();
    return sentence.paragraph == words_.ann.sentences[last].paragraph &&
           sentence.last - sentence.first < 16 && first >= 'a' && first <= 'z';
  }

  TokenIndex in_sentence(std::size_t s, bool tied) const {
    const Sentence& sentence = words_.ann.sentences[s];
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      if (quote_.contains(i) || words_.token(i).upos != Upos::VERB) continue;
      const bool says = words_.lexicon.speech_verbs.contains(words_.at(i));
      if (!says && !(tied && holds_quote(i))) continue;
      const TokenIndex subject = dependents_.find(i, "nsubj");
      if (subject >= 0 && !quote_.contains(subject)) return subject;
    }
    return -1;
  }

  // The quotation is what the verb takes as its object, or the verb is put into it.
  bool holds_quote(TokenIndex verb) const {
    for (const TokenIndex child : dependents_.of(verb)) {
      const string_view rel = relation(words_, child);
      if (quote_.contains(child) && (rel == "ccomp" || rel == "parataxis")) return true;
    }
    return relation(words_, verb) == "parataxis" && quote_.contains(words_.token(verb).head);
  }

  const Words& words_;
  const Dependents& dependents_;
  TokenRange quote_;
};

}  // namespace

Quotations::Quotations(const Words& words, const Dependents& dependents)
    : at_(static_cast<std::size_t>(words.size()), -1) {
  find_marks(words);
  find_speakers(words, dependents);
}

void Quotations::find_marks(const Words& words) {
  TokenIndex open = -1;
  std::uint32_t paragraph = 0;
  const auto close = [&](TokenIndex end) {
    if (open >= 0 && end > open) quotations_.push_back({{open, end}, -1});
    open = -1;
  };
  for (const Sentence& sentence : words.ann.sentences) {
    if (sentence.paragraph != paragraph) close(sentence.first);
    paragraph = sentence.paragraph;
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      if (!is_mark(words.at(i))) continue;
      if (open >= 0)
        close(i);
      else if (words.at(i) != "\u201d" && words.at(i) != "''")
        open = i + 1;
    }
  }
  close(words.size());
  for (std::size_t q = 0; q < quotations_.size(); ++q) {
    const TokenRange range = quotations_[q].range;
    std::fill(at_.begin() + range.first, at_.begin() + range.last, static_cast<std::int32_t>(q));
  }
}

// A quotation of which nothing is said goes on with the speaker of the one before it in its
// paragraph.
void Quotations::find_speakers(const Words& words, const Dependents& dependents) {
  const auto paragraph = [&](TokenIndex i) {
    const auto& all = words.ann.sentences;
    const auto after = std::upper_bound(
        all.begin(), all.end(), i, [](TokenIndex t, const Sentence& s) { return t < s.first; });
    return (after - 1)->paragraph;
  };
  for (std::size_t q = 0; q < quotations_.size(); ++q) {
    Quotation& quotation = quotations_[q];
    quotation.speaker = SpeakerSearch(words, dependents, quotation.range).run();
    if (quotation.speaker >= 0 || q == 0) continue;
    const Quotation& before = quotations_[q - 1];
    if (paragraph(before.range.first) == paragraph(quotation.range.first)) {
      quotation.speaker = before.speaker;
    }
  }
}

}  // namespace counterpoint::annotation
