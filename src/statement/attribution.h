// SPDX-License-Identifier: Apache-2.0
// Makes attributions (content, cue, source) from one document's parse and quotation marks, before
// anybody asks who the voices are.
#pragma once

#include <optional>
#include <vector>

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/quotes.h"
#include "statement/tree.h"

namespace counterpoint::statement {

struct Attribution {
  Span content;
  std::optional<Span> cue;
  TokenIndex cue_token = -1;
  TokenIndex source = -1;     // head token of the claimant's words; -1: nobody is named
  Span source_words;          // the claimant's words where no parse gives them a head; else empty
  TokenIndex relay = -1;      // head token of whoever cites the source: "the agency said, citing Y"
  TokenIndex addressee = -1;  // head token of the person or outlet spoken to
  Act act = Act::state;
  Certainty certainty = Certainty::unknown;
  bool direct = false;         // the content is a quotation
  bool turn = false;           // of a transcript; `source_words` is the label before the colon
  bool same_speaker = false;   // the source is whoever spoke just before
  bool goes_on = false;        // goes on with the one before, whose cue it shares
  std::vector<Span> inserted;  // cue clause or editor's words inside the content
};

// Longest saying that is kept as one, in words: nobody compares a page with a page.
constexpr TokenIndex kLongestSaying = 60;

// Everything the finders look at. References must outlive the call.
struct AttributionContext {
  const Tree& tree;
  const Lexicon& lexicon;
  const std::vector<Quote>& quotes;
};

// "X said that ...", "..., X said", "X denied the report", "X urged Y to ...".
[[nodiscard]] std::vector<Attribution> find_by_verb(const AttributionContext& context);

// "..., AP reports.", also where the parse takes the cue for a noun.
[[nodiscard]] std::vector<Attribution> find_by_tail(const AttributionContext& context);

// "..., concluded a panel of engineers.": the source behind the cue and the clause before it.
[[nodiscard]] std::vector<Attribution> find_by_inversion(const AttributionContext& context);

// "according to X".
[[nodiscard]] std::vector<Attribution> find_according_to(const AttributionContext& context);

// "claims by X that ...", "X's statement that ...".
[[nodiscard]] std::vector<Attribution> find_by_noun(const AttributionContext& context);

// Quotations that the other finders left: cue before or after, colon, dash and name, or the same
// speaker going on. `found` holds what the others found; quotations inside it are not taken again.
[[nodiscard]] std::vector<Attribution> find_by_quote(const AttributionContext& context,
                                                     const std::vector<Attribution>& found);

// "put the homeless at 17,000, the army at 9,000": the sources behind the first of a cue in
// `found`, whose content then ends before them.
[[nodiscard]] std::vector<Attribution> find_by_gap(const AttributionContext& context,
                                                   std::vector<Attribution>& found);

// "Health ministry: 492 killed", "Three dead in fjord - police": in sentences that `found` leaves.
[[nodiscard]] std::vector<Attribution> find_by_headline(const AttributionContext& context,
                                                        const std::vector<Attribution>& found);

// Adds the turns of a transcript ("OKELLO: We are missing four.") and drops what contradicts them.
void take_turns(const AttributionContext& context, std::vector<Attribution>& found);

// Quotations and "according to X" of a text without a parse, by its words alone.
[[nodiscard]] std::vector<Attribution> find_by_surface(const AttributionContext& context);

// All of the above, without overlaps of the same words by the same cue, sorted by content.
[[nodiscard]] std::vector<Attribution> find_attributions(const AttributionContext& context);

// The quotation, if any, that holds at least nine tenths of the span.
[[nodiscard]] const Quote* quote_around(const std::vector<Quote>& quotes, const Span& span);

// Whether a quotation is somebody's sentence rather than a borrowed word or a title: it has a verb
// or at least five words.
[[nodiscard]] bool is_full_quote(const Tree& tree, const Quote& quote);

// Subject of a verb, followed through conjunction, control and relative pronouns; -1: none.
[[nodiscard]] TokenIndex subject_of(const Tree& tree, TokenIndex verb);

// The noun right before a relative pronoun and its comma, or the pronoun itself.
[[nodiscard]] TokenIndex antecedent(const Tree& tree, TokenIndex pronoun);

// "did not confirm", "neither side has confirmed".
[[nodiscard]] bool is_negated(const Tree& tree, TokenIndex verb);

// Somebody who can have a say: a person, a body, a pronoun for one, or what they speak through.
[[nodiscard]] bool is_somebody(const AttributionContext& context, TokenIndex source);

// Cue entry of a verb token ("said", "pointed out"), or null.
[[nodiscard]] const CueVerb* cue_of(const AttributionContext& context, TokenIndex verb);

}  // namespace counterpoint::statement
