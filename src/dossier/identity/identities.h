// SPDX-License-Identifier: Apache-2.0
// Made from all mentions and voices; read by every later step. Who and what is the same over all
// documents.
//
// Reads   annotation.mentions, tokens; found.voices
// Writes  dossier.entities, dossier.places, dossier.voices; linking.entities, places, voices;
//         chain, joint_with, addressee of statements; claimant of figures; entities of actors
//
// What is merged says why (Entity::merged); what may be the same and was not merged says so
// (Entity::may_be), with a flag where offices or sides contradict.
#pragma once

#include <vector>

#include "dossier/linking.h"

namespace counterpoint {

struct Identities {
  // [document][index into found.voices] -> entity of its name; empty id: it has no name.
  std::vector<std::vector<EntityId>> voice_entities;
};

// Decisions "merge" (target "id|id") of two entities are joined where ids of an earlier build are
// found again, see decisions.h. O(n log n) in the number of mentions.
[[nodiscard]] Identities link_entities(Linking& linking);

void link_voices(Linking& linking, const Identities& identities);

}  // namespace counterpoint
