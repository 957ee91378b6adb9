// SPDX-License-Identifier: Apache-2.0
#include "dossier/exhibits/same_exhibit.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/time/times.h"

namespace counterpoint {
namespace {

constexpr std::size_t kWithPublisher = 2;  // shared words, where the publisher is one

bool same_publisher(const ExhibitProfile& a, const ExhibitProfile& b) {
  if (!a.publisher_entity.empty() && a.publisher_entity == b.publisher_entity) return true;
  if (!a.publisher_voice.empty() && a.publisher_voice == b.publisher_voice) return true;
  return a.publisher_named && b.publisher_named && a.publisher == b.publisher;
}

// Two names, or a name and somebody of another kind, are two publishers; "activists" and a named
// group may be one.
bool other_publisher(const ExhibitProfile& a, const ExhibitProfile& b) {
  return a.publisher_named && b.publisher_named && !same_publisher(a, b);
}

bool days_exclude(const ExhibitProfile& a, const ExhibitProfile& b) {
  if (!a.dated || !b.dated) return false;
  const DayRange left = days_of(a.dated->edtf), right = days_of(b.dated->edtf);
  return (left.last && right.first && *left.last < *right.first) ||
         (right.last && left.first && *right.last < *left.first);
}

std::size_t shared_words(const ExhibitProfile& a, const ExhibitProfile& b) {
  return static_cast<std::size_t>(
      std::count_if(a.shown.begin(), a.shown.end(),
                    [&](const std::string& word) { return b.shown.contains(word); }));
}

}  // namespace

Sameness compare(const ExhibitProfile& a, const ExhibitProfile& b) {
  if (a.kind != b.kind || a.document == b.document) return {};
  const std::size_t shared = shared_words(a, b);
  const std::size_t fewer = std::min(a.shown.size(), b.shown.size());
  const double part = fewer ? static_cast<double>(shared) / static_cast<double>(fewer) : 0;
  const bool publisher = same_publisher(a, b);
  const bool alike = shared >= kSharedWords && part >= kSharedPart;
  const bool tied = publisher && shared >= kWithPublisher && part >= 0.5;
  if (!alike && !tied) {
    if (publisher && fewer == 0) {
      return {false, true, 0.2, "one publisher, but no words tell that both show the same"};
    }
    if (publisher && shared > 0) {
      return {false, true, 0.3, "one publisher, but few words in common of what they show"};
    }
    return {};
  }
  const double score = std::min(1.0, part * 0.8 + (publisher ? 0.2 : 0));
  const std::string words = fmt::format("{} telling words in common of what they show", shared);
  if (days_exclude(a, b)) return {false, true, score, words + ", but of two days"};
  if (other_publisher(a, b)) return {false, true, score, words + ", but two publishers"};
  return {true, false, score, publisher ? "one publisher, and " + words : words};
}

}  // namespace counterpoint
