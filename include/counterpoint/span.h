// SPDX-License-Identifier: Apache-2.0
// Spans, ids and times: the three things every stage shares. Knows nothing of news.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint {

// Bytes [begin, end) of one document's main text (UTF-8, `Document::text`).
// Always on code-point borders. Empty (begin == end) means "no such words in the text".
// dossier.json counts code points instead; only `view` converts.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(const Span& other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] bool overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  // The words themselves. `text` must be the text the span was made on and must outlive the view.
  [[nodiscard]] std::string_view of(std::string_view text) const {
    if (empty() || end > text.size()) return {};
    return text.substr(begin, end - begin);
  }

  friend auto operator<=>(const Span&, const Span&) = default;
};

// A stable id: derived from document ids and offsets, never from names or order. The tag keeps ids
// of different things apart. Empty means absent.
template <class Tag>
struct Id {
  std::string value;

  [[nodiscard]] bool empty() const { return value.empty(); }
  friend auto operator<=>(const Id&, const Id&) = default;
};

using DocumentId = Id<struct DocumentTag>;
using VoiceId = Id<struct VoiceTag>;
using EntityId = Id<struct EntityTag>;
using PlaceId = Id<struct PlaceTag>;
using StatementId = Id<struct StatementTag>;
using FigureId = Id<struct FigureTag>;
using EventId = Id<struct EventTag>;
using IncidentId = Id<struct IncidentTag>;
using ClaimId = Id<struct ClaimTag>;
using QuestionId = Id<struct QuestionTag>;

// Words of one document that a value rests on.
struct Evidence {
  DocumentId document;
  Span span;

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

// What a time means for the thing it dates.
enum class Extent {
  throughout,  // it lasted over the whole interval
  within,      // it happened sometime in the interval
};

// A point or stretch of time as EDTF (ISO 8601-2), e.g. 2011-06-06, 2011-06-04/2011-06-12, 2011-06,
// 2011-06-05~ (about), ../2011-06-06 (until). Absent times are std::optional, never an empty EDTF.
//
// basis  how it is known: metadata, dateline, text, dossier, or for times of statements the rule's
//        short name ("weekday before publication").
struct Time {
  std::string edtf;
  std::string basis;
  Extent extent = Extent::within;
  std::vector<Evidence> evidence;

  friend bool operator==(const Time&, const Time&) = default;
};

}  // namespace counterpoint
