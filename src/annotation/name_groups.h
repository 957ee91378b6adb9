// SPDX-License-Identifier: Apache-2.0
// The names of a sentence, before they become mentions.
#pragma once

#include <optional>
#include <vector>

#include "annotation/groups.h"
#include "annotation/mentions.h"

namespace counterpoint::annotation {

// A mention in the making.
struct Group {
  TokenRange range;
  TokenIndex head = 0;
  MentionType type = MentionType::other;
  bool named = false;
};

// What kind of thing the model takes token i for; nothing where it heads no mention.
[[nodiscard]] std::optional<MentionType> labelled_type(const TokenLabels& labels, TokenIndex i);

// Names by the model's labels, by runs of proper nouns that no label covers, and the two joined
// where they are one name. Sorted by where they begin; none overlaps another.
[[nodiscard]] std::vector<Group> find_names(const Words& words, const Dependents& dependents,
                                            const TokenLabels& labels, const Sentence& sentence);

}  // namespace counterpoint::annotation
