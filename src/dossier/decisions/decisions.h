// SPDX-License-Identifier: Apache-2.0
// Made from decisions.jsonl; read by the steps whose values people corrected. A person's word wins
// over the machine's: each decision is applied where its value comes into being, before anything is
// counted or compared.
//
// action    target                       after
// exclude   statement or figure          -            stays in the dossier, counts nowhere
// merge     "id|id", entities or voices  -            the second becomes the first
// split     entity                       a name       that name becomes an entity of its own
// rename    entity or voice              a name
// kind      voice                        a voice kind
// protect   voice                        true, false
// claimant  statement or figure          a voice id
// figure    figure                       "120", "120..140", "120.." (at least), "..200" (at most)
// position  statement                    for the step of claims
// note      anything                     -            `note` is for readers
//
// One decision a line, as a JSON object with the fields of `Decision`. A decision whose target is
// no longer there, or whose value cannot be used, is kept as orphaned: nothing a person said is
// lost.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "dossier/identity/identities.h"
#include "dossier/linking.h"

namespace counterpoint {

// In file order, all orphaned as yet. A file that does not exist, or an empty path: none.
// Errors: dossier.decisions (not readable, not UTF-8, or a line that is no decision; names the
// line).
[[nodiscard]] Result<std::vector<Decision>> read_decisions(const std::filesystem::path& path);

// After start(): statements and figures that do not count.
void apply_exclusions(Linking& linking);
// After entities: merge, split, rename of entities.
void apply_to_entities(Linking& linking, Identities& identities);
// After voices: merge, rename, kind, protect of voices; claimant; figure.
void apply_to_voices(Linking& linking);
// At the end: notes on whatever is there.
void apply_notes(Linking& linking);

}  // namespace counterpoint
