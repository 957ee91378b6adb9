// SPDX-License-Identifier: Apache-2.0
#include "dossier/identity/foreign.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "dossier/identity/name_key.h"
#include "dossier/packs.h"

namespace counterpoint {
namespace {

constexpr std::string_view kCapital = "PPLC";

// What names of places weigh: where something happened, and where a source only sits.
constexpr double kPlace = 1, kFirstPlace = 0.5, kPlaceOfSource = 0.2, kSideOfSource = 0.4,
                 kSideOfFirstSource = 0.5;

using Weights = std::map<std::string, double>;  // by ISO code

// The state that the words name, by itself or by its capital; empty: neither.
std::string state_of(const std::string& words, const Gazetteer& gazetteer) {
  if (words.empty()) return {};
  const std::string_view country = gazetteer.country_of(plain_key(words));
  if (!country.empty()) return std::string(country);
  for (const GazetteerPlace& place : gazetteer.find(name_key(words))) {
    if (place.feature == kCapital) return std::string(place.country);
  }
  return {};
}

// Whether the words belong to a source that need not be where it happened. Witnesses were there.
bool is_in_source(const DocumentStatements& found, const Span& span) {
  return std::any_of(found.voices.begin(), found.voices.end(), [&](const VoiceMention& voice) {
    return voice.kind != VoiceKind::witness &&
           std::any_of(voice.spans.begin(), voice.spans.end(),
                       [&](const Span& source) { return source.contains(span); });
  });
}

// The state of the place that a report opens with: "LIMA, Peru (Reuters) - Two people died".
std::string state_of_place_line(std::string_view text, const Gazetteer& gazetteer) {
  constexpr std::size_t kLongest = 80;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, std::min(end - begin, kLongest));
    const std::size_t dash = std::min(line.find(" - "), line.find(" \u2013 "));
    const std::string_view opening = line.substr(0, std::min(dash, line.find('(')));
    const std::size_t comma = opening.find(',');
    const std::string_view town = opening.substr(0, comma);
    const bool capitals = town.size() > 1 && std::none_of(town.begin(), town.end(), [](char c) {
                            return c >= 'a' && c <= 'z';
                          });
    if (dash != std::string_view::npos && capitals) {
      if (comma != std::string_view::npos) {
        const std::string_view country = gazetteer.country_of(plain_key(opening.substr(comma + 1)));
        if (!country.empty()) return std::string(country);
      }
      const std::vector<GazetteerPlace> places = gazetteer.find(name_key(town));
      const auto largest = std::max_element(
          places.begin(), places.end(),
          [](const auto& a, const auto& b) { return a.population < b.population; });
      if (largest != places.end()) return std::string(largest->country);
    }
    begin = end + 1;
  }
  return {};
}

struct StatesOfDocument {
  Weights weights;              // add up to 1 unless there are none
  std::set<std::string> named;  // those with a place outside the words of sources
};

StatesOfDocument states_in(const Linking& linking, std::uint32_t d) {
  const auto& [document, annotation, found] = linking.documents[d];
  Weights weights;
  std::set<std::string> named;
  std::set<std::string> seen;
  for (std::size_t m = 0; m < annotation.mentions.size(); ++m) {
    const Place* place = linking.find_place(linking.places[d][m]);
    if (!place || place->country.empty() || !seen.insert(place->id.value).second) continue;
    const bool source = is_in_source(found, annotation.mentions[m].span);
    weights[place->country] += source ? kPlaceOfSource : kPlace;
    if (seen.size() == 1 && !source) weights[place->country] += kFirstPlace;
    if (!source) named.insert(place->country);
  }
  const std::string opening = state_of_place_line(document.text, linking.packs.gazetteer);
  if (!opening.empty()) weights[opening] += kPlace;
  std::set<std::string> sides;
  for (const VoiceMention& voice : found.voices) {
    const std::string state = state_of(voice.side, linking.packs.gazetteer);
    if (state.empty() || !sides.insert(state).second) continue;
    weights[state] += sides.size() == 1 ? kSideOfFirstSource : kSideOfSource;
  }
  double sum = 0;
  for (const auto& [state, weight] : weights) sum += weight;
  for (auto& [state, weight] : weights) weight /= sum;
  return {std::move(weights), std::move(named)};
}

// The state that the documents speak of most, and every one that most of several reports name as a
// place: what happens on a border concerns both sides.
std::set<std::string> states_concerned(const Linking& linking) {
  constexpr std::size_t kSeveral = 3;
  Weights all;
  std::map<std::string, std::size_t> reports;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    const StatesOfDocument states = states_in(linking, d);
    for (const auto& [state, weight] : states.weights) all[state] += weight;
    for (const std::string& state : states.named) ++reports[state];
  }
  if (all.empty()) return {};
  std::set<std::string> concerned{
      std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
      })->first};
  const std::size_t count = linking.documents.size();
  for (const auto& [state, n] : reports) {
    if (count >= kSeveral && 2 * n > count) concerned.insert(state);
  }
  return concerned;
}

// What the document's words tie the voice to, by voice; the first mention that says it counts.
std::map<VoiceId, std::string> sides_of_voices(const Linking& linking) {
  std::map<VoiceId, std::string> sides;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    const auto& voices = linking.documents[d].found.voices;
    for (std::size_t v = 0; v < voices.size(); ++v) {
      if (!voices[v].side.empty()) sides.try_emplace(linking.voices[d][v], voices[v].side);
    }
  }
  return sides;
}

}  // namespace

void tell_foreign_officials(Linking& linking) {
  const std::set<std::string> concerned = states_concerned(linking);
  if (concerned.empty()) return;
  const Gazetteer& gazetteer = linking.packs.gazetteer;
  const std::map<VoiceId, std::string> sides = sides_of_voices(linking);
  for (Voice& voice : linking.dossier.voices) {
    const bool bare =
        voice.kind == VoiceKind::unknown && !gazetteer.is_country_adjective(plain_key(voice.name));
    const auto side = sides.find(voice.id);
    const std::string state = state_of(bare                  ? voice.name
                                       : side == sides.end() ? std::string()
                                                             : side->second,
                                       gazetteer);
    const bool speaks_for_state =
        voice.kind == VoiceKind::official || voice.kind == VoiceKind::foreign_official || bare;
    if (state.empty() || !speaks_for_state) continue;
    voice.kind = concerned.contains(state) ? VoiceKind::official : VoiceKind::foreign_official;
  }
}

}  // namespace counterpoint
