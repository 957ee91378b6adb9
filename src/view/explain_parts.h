// SPDX-License-Identifier: Apache-2.0
// What the explanations share: quotations with their place, and lines for things of the dossier.
#pragma once

#include <string>

#include "view/read_dossier.h"
#include "view/terminal.h"

namespace counterpoint::view {

// The words of a span and where they stand.
void quote(const ReadDossier& dossier, const ReadDossier::Json& span, Page& page);
// All spans under `evidence` of an object.
void quote_evidence(const ReadDossier& dossier, const ReadDossier::Json& object, Page& page);
// A statement by its id: who, the words, the id; nothing when it is not there.
void statement_line(const ReadDossier& dossier, const ReadDossier::Json& id, Page& page);
// "because ..." from `reason`, and what a score says and does not.
void because(const ReadDossier& dossier, const ReadDossier::Json& object, Page& page);
// A line "  Title: text", left out when the text is empty.
void fact(std::string_view title, const std::string& text, Page& page);

// "video published by activists: soldiers at a gate"; what is not known is left out.
[[nodiscard]] std::string exhibit_line(const ReadDossier& dossier,
                                       const ReadDossier::Json& exhibit);

// "A, Denied: People were killed."
[[nodiscard]] std::string position_line(const ReadDossier& dossier,
                                        const ReadDossier::Json& question, std::size_t position);

void explain_statement(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_figure(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_exhibit(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_question(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_position(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_relation(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_derivation(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_incident(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_origin(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_entity(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_voice(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
void explain_ledger(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);
// Field by field, for what has no words of its own.
void explain_fields(const ReadDossier& dossier, const ReadDossier::Json& thing, Page& page);

}  // namespace counterpoint::view
