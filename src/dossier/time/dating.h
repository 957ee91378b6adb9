// SPDX-License-Identifier: Apache-2.0
// Made from the documents' own times; read by the resolving of times. The day of publication of
// reports that do not state it.
//
// Reads   annotation.times; document.published, genre
// Writes  dossier.documents[].published (basis "dossier")
//
// How. Every document votes for days: those it states in full, those of its weekdays where its own
// date is known, and weakly for each day of a period or month that it names. A report without a
// date that says "on Monday" and "early on Tuesday" is set against that calendar: each day on which
// it may have been published turns its weekdays into days, and the one whose days have most votes
// is taken, not before the last of these days. If another week does nearly as well, the report
// stays undated. References and digests are not dated in this way: their weekdays, if any, are not
// news.
#pragma once

#include "dossier/linking.h"

namespace counterpoint {

// O(n) in time expressions.
void date_documents(Linking& linking);

// The day that relative times of the document count from, as EDTF; empty: not known, or a document
// that does not speak of "today".
[[nodiscard]] std::string anchor_of(const Linking& linking, std::uint32_t document);

}  // namespace counterpoint
