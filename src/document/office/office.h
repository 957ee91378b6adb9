// SPDX-License-Identifier: Apache-2.0
// Word processor files: docx (ISO 29500) and odt (ISO 26300), both zip files of XML parts.
#pragma once

#include "document/archive/received.h"
#include "document/archive/zip.h"
#include "document/block.h"

namespace counterpoint {

enum class OfficeKind { none, docx, odt };

[[nodiscard]] OfficeKind office_kind(const std::vector<ZipMember>& members);

// The part that holds the text, under the file's own name, with title and author from the file's
// properties. Its bytes are what the document's map speaks of.
[[nodiscard]] Received read_office(const Received& file, const std::vector<ZipMember>& members,
                                   OfficeKind kind);

// The paragraphs and headings of such a part. Deleted text of tracked changes, notes of reviewers
// and field codes are left out. Nothing outside the part is ever loaded. Cost linear in bytes.
[[nodiscard]] Page read_office_text(const MappedText& source);

// What read_office states as media type.
inline constexpr std::string_view kDocxType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr std::string_view kOdtType = "application/vnd.oasis.opendocument.text";

}  // namespace counterpoint
