// SPDX-License-Identifier: Apache-2.0
// What kind of saying a statement is: act, certainty, polarity, basis, speech.
#pragma once

#include <vector>

#include "counterpoint/statement.h"
#include "statement/lexicon.h"
#include "statement/quotes.h"
#include "statement/tree.h"

namespace counterpoint::statement {

// Sets act, certainty, polarity and basis of `statement` from the phrases of its content and
// sentence. The act that its cue gave stays unless a phrase of the pack says otherwise ("the story
// had been fake" disconfirms, whatever the verb).
void set_act(const Tree& tree, const Lexicon& lexicon, Statement& statement);

// direct: the content is one quotation; mixed: it holds quoted words; indirect: it holds none.
[[nodiscard]] Speech speech_of(const std::vector<Quote>& quotes, const Span& content);

}  // namespace counterpoint::statement
