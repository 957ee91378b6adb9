// SPDX-License-Identifier: Apache-2.0
// The words that bound or blur a number: "at least", "perhaps more than", "or so".
#pragma once

#include "annotation/amount.h"
#include "annotation/words.h"

namespace counterpoint::annotation {

// Takes the modifiers that end where the amount begins: sets first, effect, modified and the
// quantity's word. "a total of" and the like are stepped over and stay outside.
void read_modifiers_before(const Words& words, const Sentence& sentence, Amount& amount);

// "violence escalated, than 4,000 locals fled": "more" was lost. True when it was.
bool read_lost_word(const Words& words, const Sentence& sentence, Amount& amount);

// Takes the modifier that begins where the amount ends.
void read_modifier_after(const Words& words, const Sentence& sentence, Amount& amount);

}  // namespace counterpoint::annotation
