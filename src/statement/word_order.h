// SPDX-License-Identifier: Apache-2.0
// What the order and the tags of words tell where the parse of a long sentence fails.
#pragma once

#include "statement/tree.h"

namespace counterpoint::statement {

// Whether the token can stand inside a noun phrase with its prepositional attributes.
[[nodiscard]] bool is_nominal(const Tree& tree, TokenIndex i);
// A noun, name or pronoun.
[[nodiscard]] bool is_noun(const Tree& tree, TokenIndex i);
// A verb form that makes a clause: past, present or a modal.
[[nodiscard]] bool is_finite(const Tree& tree, TokenIndex i);
[[nodiscard]] bool is_participle(const Tree& tree, TokenIndex i);
[[nodiscard]] bool is_relative(const Tree& tree, TokenIndex i);
[[nodiscard]] bool has_finite(const Tree& tree, TokenIndex first, TokenIndex last);
// Whether a time expression, or a quantity, of the annotation holds the token.
[[nodiscard]] bool is_time(const Tree& tree, TokenIndex i);
[[nodiscard]] bool is_quantity(const Tree& tree, TokenIndex i);

// The noun of [first, last) that hangs on a word outside, the leftmost; -1: none there.
[[nodiscard]] TokenIndex head_between(const Tree& tree, TokenIndex first, TokenIndex last);

}  // namespace counterpoint::statement
