// SPDX-License-Identifier: Apache-2.0
// The mention a third-person pronoun stands for.
#include <algorithm>
#include <array>
#include <string_view>

#include "annotation/groups.h"
#include "base/utf8.h"
#include "counterpoint/annotation.h"

namespace counterpoint {
namespace {

using std::string_view;

// Sentences looked back over, the pronoun's own included.
constexpr std::ptrdiff_t kSentences = 4;

enum class Pronoun { none, he, she, it, they };

Pronoun pronoun_of(string_view word) {
  struct Entry {
    string_view word;
    Pronoun pronoun;
  };
  static constexpr std::array<Entry, 17> kEntries{{{"he", Pronoun::he},
                                                   {"him", Pronoun::he},
                                                   {"his", Pronoun::he},
                                                   {"himself", Pronoun::he},
                                                   {"she", Pronoun::she},
                                                   {"her", Pronoun::she},
                                                   {"hers", Pronoun::she},
                                                   {"herself", Pronoun::she},
                                                   {"it", Pronoun::it},
                                                   {"its", Pronoun::it},
                                                   {"itself", Pronoun::it},
                                                   {"they", Pronoun::they},
                                                   {"them", Pronoun::they},
                                                   {"their", Pronoun::they},
                                                   {"theirs", Pronoun::they},
                                                   {"themselves", Pronoun::they},
                                                   {"'em", Pronoun::they}}};
  for (const Entry& entry : kEntries) {
    if (entry.word == word) return entry.pronoun;
  }
  return Pronoun::none;
}

class Resolver {
 public:
  Resolver(const Document& document, const Annotation& ann) : text_(document.text), ann_(ann) {}

  std::int32_t run(TokenIndex token) const {
    const Pronoun pronoun = pronoun_of(folded(token));
    if (pronoun == Pronoun::none || !ann_.parsed || is_expletive(token)) return -1;
    const auto sentence = sentence_of(token);
    std::int32_t best = -1;
    int best_score = 0;
    const auto reach = std::min<std::ptrdiff_t>(kSentences, sentence - ann_.sentences.begin() + 1);
    const TokenIndex from = (sentence - (reach - 1))->first;
    for (std::size_t i = first_mention(from); i < ann_.mentions.size(); ++i) {
      const Mention& mention = ann_.mentions[i];
      if (mention.last > token) {
        if (mention.first > token) break;
        continue;
      }
      if (!agrees(mention, pronoun) || is_bound(mention, token)) continue;
      const int score = score_of(mention, token, sentence, pronoun);
      if (score > best_score || (score == best_score && best >= 0)) {
        best = static_cast<std::int32_t>(i);
        best_score = score;
      }
    }
    return best;
  }

 private:
  std::string folded(TokenIndex i) const { return utf8::folded(at(i).span.of(text_)); }
  const Token& at(TokenIndex i) const { return ann_.tokens[static_cast<std::size_t>(i)]; }

  std::vector<Sentence>::const_iterator sentence_of(TokenIndex token) const {
    const auto after =
        std::upper_bound(ann_.sentences.begin(), ann_.sentences.end(), token,
                         [](TokenIndex t, const Sentence& sentence) { return t < sentence.first; });
    return after - (after == ann_.sentences.begin() ? 0 : 1);
  }

  std::size_t first_mention(TokenIndex from) const {
    const auto it = std::lower_bound(ann_.mentions.begin(), ann_.mentions.end(), from,
                                     [](const Mention& m, TokenIndex t) { return m.first < t; });
    return static_cast<std::size_t>(it - ann_.mentions.begin());
  }

  // "it is clear that ...": the parse calls it an expletive.
  bool is_expletive(TokenIndex token) const { return at(token).deprel.starts_with("expl"); }

  bool agrees(const Mention& mention, Pronoun pronoun) const {
    const bool person = mention.type == MentionType::person;
    const string_view xpos = at(mention.head).xpos;
    const bool joined = is_joined(mention);
    const bool plural = xpos == "NNS" || xpos == "NNPS" || joined;
    switch (pronoun) {
      case Pronoun::he:
      case Pronoun::she:
        return person && !plural &&
               mention.gender != (pronoun == Pronoun::she ? Gender::male : Gender::female);
      case Pronoun::it:
        return !person && !plural && mention.type != MentionType::time;
      case Pronoun::they:
        return plural
                   ? mention.type != MentionType::time
                   : mention.group || (mention.type == MentionType::organization && !mention.named);
      case Pronoun::none:
        break;
    }
    return false;
  }

  bool is_joined(const Mention& mention) const {
    const auto end = std::min(ann_.tokens.size(), static_cast<std::size_t>(mention.last) + 6);
    for (auto i = static_cast<std::size_t>(mention.last); i < end; ++i) {
      if (ann_.tokens[i].head == mention.head && ann_.tokens[i].deprel == "conj") return true;
    }
    return false;
  }

  // A possessor inside the mention, or two arguments of one verb: "he told him".
  bool is_bound(const Mention& mention, TokenIndex token) const {
    const string_view rel = at(token).deprel;
    const TokenIndex governor = at(token).head;
    if (rel == "nmod:poss" || governor < 0) return governor == mention.head;
    return at(mention.head).head == governor && rel != "nmod:poss" && !at(token).span.empty() &&
           folded(token).find("sel") == std::string::npos;
  }

  int score_of(const Mention& mention, TokenIndex token,
               std::vector<Sentence>::const_iterator sentence, Pronoun pronoun) const {
    const auto distance = static_cast<int>(sentence - sentence_of(mention.head));
    int score = 100 - 25 * distance;
    const string_view rel = at(mention.head).deprel;
    if (rel.starts_with("nsubj")) score += 30;
    if (rel == "root" || rel == "obj") score += 8;
    if (rel == "nmod:poss" || rel == "nmod" || rel == "compound") score -= 12;
    if (distance == 1 && is_source(mention)) score += 15;
    if (distance == 0 && token - mention.last < 30) score += 5;
    if (mention.named) score += 6;
    if (mention.antecedent >= 0) score += 6;
    if (pronoun == Pronoun::they && mention.type == MentionType::person) score += 10;
    if (pronoun == Pronoun::it && mention.type == MentionType::organization) score += 8;
    if (pronoun == Pronoun::it && mention.type == MentionType::abstract) score -= 6;
    // "it said that": a body speaks, a town does not.
    if (pronoun == Pronoun::it && governs_speech(token)) {
      if (mention.type == MentionType::organization) score += 15;
      if (mention.type == MentionType::place) score -= 20;
      if (distance == 0) score += 15 - std::min(15, token - mention.last);
    }
    const bool possessive = at(token).deprel == "nmod:poss";
    if (possessive && distance == 0) score += rel.starts_with("nsubj") ? 12 : 4;
    return std::max(1, score);
  }

  // Whether the mention is the subject of a verb that takes what was said.
  bool is_source(const Mention& mention) const { return governs_speech(mention.head); }

  bool governs_speech(TokenIndex subject) const {
    if (!at(subject).deprel.starts_with("nsubj")) return false;
    const TokenIndex verb = at(subject).head;
    const auto sentence = sentence_of(subject);
    for (TokenIndex i = sentence->first; i < sentence->last; ++i) {
      if (at(i).head == verb && (at(i).deprel == "ccomp" || at(i).deprel == "parataxis"))
        return true;
    }
    return false;
  }

  string_view text_;
  const Annotation& ann_;
};

}  // namespace

std::int32_t resolve_pronoun(const Document& document, const Annotation& annotation,
                             TokenIndex token) {
  if (token < 0 || static_cast<std::size_t>(token) >= annotation.tokens.size()) return -1;
  return Resolver(document, annotation).run(token);
}

}  // namespace counterpoint
