// SPDX-License-Identifier: Apache-2.0
#include "dossier/places/where.h"

#include <algorithm>
#include <tuple>

namespace counterpoint {
namespace {

constexpr int kCountry = 6;      // where_prec of a country
constexpr int kFarthest = 12;    // steps in the tree that are looked at
constexpr int kUnrelated = 100;  // distance of what is not under the thing: after all that is

// Steps from a token up to another; kUnrelated when that is not above it.
int steps_up(const Annotation& annotation, TokenIndex from, TokenIndex to) {
  int steps = 0;
  for (TokenIndex at = from; at >= 0 && steps <= kFarthest; ++steps) {
    if (at == to) return steps;
    at = annotation.tokens[static_cast<std::size_t>(at)].head;
  }
  return kUnrelated;
}

struct Thing {
  std::uint32_t document = 0;
  Span around;  // where its place may be named
  Span self;
};

PlaceId place_of(const Linking& linking, const Thing& thing) {
  const Annotation& annotation = linking.documents[thing.document].annotation;
  const auto& mentions = annotation.mentions;
  const auto [self, self_end] = tokens_in(annotation, thing.self);
  const auto begin = std::lower_bound(
      mentions.begin(), mentions.end(), thing.around.begin,
      [](const Mention& mention, std::uint32_t at) { return mention.span.begin < at; });
  PlaceId best;
  std::tuple<int, bool, std::uint32_t, std::uint32_t> least{};
  for (auto at = begin; at != mentions.end() && at->span.begin < thing.around.end; ++at) {
    const auto m = static_cast<std::size_t>(at - mentions.begin());
    const PlaceId& id = linking.places[thing.document][m];
    const Place* place = linking.find_place(id);
    if (!place || !thing.around.contains(at->span)) continue;
    const int steps = self < self_end ? steps_up(annotation, at->head, self) : kUnrelated;
    const std::uint32_t far = at->span.begin > thing.self.begin ? at->span.begin - thing.self.begin
                                                                : thing.self.begin - at->span.begin;
    const std::tuple distance{steps, place->where_prec >= kCountry, far, at->span.begin};
    if (best.empty() || distance < least) {
      best = id;
      least = distance;
    }
  }
  return best;
}

}  // namespace

void link_where(Linking& linking) {
  for (std::uint32_t s = 0; s < linking.dossier.statements.size(); ++s) {
    Statement& statement = linking.dossier.statements[s];
    statement.place =
        place_of(linking, {linking.statement_from[s].document, statement.span, statement.span});
  }
  for (std::uint32_t e = 0; e < linking.dossier.events.size(); ++e) {
    Event& event = linking.dossier.events[e];
    const Statement& statement = linking.dossier.statements[event.statement];
    event.place =
        place_of(linking, {linking.event_from[e].document, statement.span, event.trigger});
  }
  for (std::uint32_t f = 0; f < linking.dossier.figures.size(); ++f) {
    Figure& figure = linking.dossier.figures[f];
    const Statement& statement = linking.dossier.statements[figure.statement];
    figure.place =
        place_of(linking, {linking.figure_from[f].document, statement.span, figure.span});
  }
}

}  // namespace counterpoint
