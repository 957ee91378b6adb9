// SPDX-License-Identifier: Apache-2.0
// The referring expressions of a document: every stretch of text that can stand for a person or
// thing, with what it says about it. Chains are made of these.
#pragma once

#include <string>
#include <vector>

#include "annotation/groups.h"
#include "annotation/mentions.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

enum class Form { name, nominal, pronoun };

// How a nominal is introduced. `possessed`: "its leader", "the group's leader".
enum class Determiner { none, definite, pointing, indefinite, possessed, quantified };

struct Expression {
  TokenRange range;  // the whole phrase with its clauses, without apposition and coordination
  TokenIndex head = 0;
  Form form = Form::nominal;
  Determiner determiner = Determiner::none;
  const PronounWord* pronoun = nullptr;  // of a pronoun
  GrammaticalNumber number = GrammaticalNumber::any;
  Gender gender = Gender::unknown;
  MentionType type = MentionType::other;
  bool typed = false;             // something told the type
  bool labelled = false;          // the model takes the head for a thing one can speak of
  bool group = false;             // "they" can stand for it though it is singular
  bool joined = false;            // "Hale and Brun" together; the head is the first one's
  bool modifier = false;          // stands before a noun: "the *Odara* police"
  std::uint32_t sentence = 0;     // index into Annotation::sentences
  std::int32_t mention = -1;      // the widest mention with this head, or -1
  std::vector<std::string> name;  // of a name: its words, folded, without title and article
  std::vector<std::string> own;   // content words beside the head, folded, sorted
};

// Sorted by where they begin, the wider first. Cost: linear in the text.
[[nodiscard]] std::vector<Expression> find_expressions(const Words& words,
                                                       const Dependents& dependents,
                                                       const TokenLabels& labels,
                                                       const std::vector<Mention>& mentions);

// The tokens of the phrase that `head` heads: articles, modifiers, complements and clauses; without
// the preposition before it, what it is joined with, appositions, and, where it is a predicate
// ("is a doctor"), the rest of the clause.
[[nodiscard]] TokenRange full_phrase(const Words& words, const Dependents& dependents,
                                     TokenIndex head);

// Whether an apposition goes with its noun as one phrase: "activist Noam Chomsky".
[[nodiscard]] bool is_close_apposition(const Words& words, const Dependents& dependents,
                                       TokenIndex appos);

}  // namespace counterpoint::annotation
