// SPDX-License-Identifier: Apache-2.0
#include "dossier/ledger/timeline.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "dossier/time/dating.h"
#include "dossier/time/times.h"

namespace counterpoint {
namespace {

using Track = TimelineEntry::Track;
// Track, EDTF, words: what makes two statements one entry.
using Key = std::tuple<Track, std::string, std::string>;

IncidentId incident_of(const Linking& linking, std::uint32_t s) {
  for (const std::uint32_t e : linking.events_of[s]) {
    if (!linking.dossier.events[e].incident.empty()) return linking.dossier.events[e].incident;
  }
  return {};
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\t' || c == ' ' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

void add(std::map<Key, TimelineEntry>& entries, const Linking& linking, std::uint32_t s,
         Track track, const Time& time) {
  const std::string text = one_line(linking.text_of(s));
  if (text.empty()) return;
  TimelineEntry& entry = entries[{track, time.edtf, text}];
  if (entry.statements.empty()) {
    entry.time = time;
    entry.incident = incident_of(linking, s);
    entry.text = text;
    entry.track = track;
  }
  entry.statements.push_back(linking.dossier.statements[s].id);
}

// Where a statement stands, for the order within a day.
std::pair<std::uint32_t, Span> place_of(const Linking& linking, const TimelineEntry& entry) {
  const auto s = linking.find_statement(entry.statements.front());
  return {linking.statement_from[*s].document, linking.dossier.statements[*s].span};
}

}  // namespace

void link_timeline(Linking& linking) {
  std::map<Key, TimelineEntry> entries;
  for (std::uint32_t s = 0; s < linking.dossier.statements.size(); ++s) {
    if (!linking.counted[s]) continue;
    const Statement& statement = linking.dossier.statements[s];
    const bool told = std::any_of(
        linking.events_of[s].begin(), linking.events_of[s].end(),
        [&](std::uint32_t e) { return linking.dossier.events[e].modality == Modality::actual; });
    if (statement.time && told) add(entries, linking, s, Track::events, *statement.time);
    if (statement.chain.size() < 2) continue;
    const std::uint32_t d = linking.statement_from[s].document;
    if (statement.said) {
      add(entries, linking, s, Track::statements, *statement.said);
    } else if (!anchor_of(linking, d).empty()) {
      add(entries, linking, s, Track::statements, *linking.dossier.documents[d].published);
    }
  }
  for (auto& [key, entry] : entries) linking.dossier.timeline.push_back(std::move(entry));
  std::stable_sort(linking.dossier.timeline.begin(), linking.dossier.timeline.end(),
                   [&](const TimelineEntry& a, const TimelineEntry& b) {
                     const auto rank = [&](const TimelineEntry& entry) {
                       return std::tuple(sort_day(entry.time), entry.time.edtf, entry.track,
                                         place_of(linking, entry));
                     };
                     return rank(a) < rank(b);
                   });
}

}  // namespace counterpoint
