// SPDX-License-Identifier: Apache-2.0
#include "dossier/linking.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/hash.h"

namespace counterpoint {
namespace {

template <class T, class I>
std::optional<std::uint32_t> find_by_id(const std::vector<T>& items, const I& id) {
  const auto at = std::lower_bound(items.begin(), items.end(), id,
                                   [](const T& item, const I& wanted) { return item.id < wanted; });
  if (at == items.end() || at->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(at - items.begin());
}

template <class T, class I>
const T* get_by_id(const std::vector<T>& items, const I& id) {
  const auto at = find_by_id(items, id);
  return at ? &items[*at] : nullptr;
}

// Moves `items` (id -> item and where it is from) into a vector sorted by id, and notes both ways.
template <class T>
void settle(std::map<std::string, std::pair<T, std::vector<Local>>>&& items, std::vector<T>& out,
            std::vector<Local>& from, std::vector<std::vector<std::uint32_t>>& to) {
  for (auto& [id, item] : items) {
    for (const Local& local : item.second) {
      to[local.document][local.index] = static_cast<std::uint32_t>(out.size());
    }
    from.push_back(item.second.front());
    out.push_back(std::move(item.first));
  }
}

template <class T>
using ById = std::map<std::string, std::pair<T, std::vector<Local>>>;

template <class T>
void add(ById<T>& items, T item, Local local) {
  auto [at, added] = items.try_emplace(item.id.value, std::move(item), std::vector<Local>{});
  at->second.second.push_back(local);
}

std::string text(std::size_t number) {
  return std::to_string(number);
}

StatementId id_of(const Document& document, const Statement& statement) {
  const std::string source = statement.source ? text(statement.source->begin) : std::string();
  return {stable_id(
      "s-", {document.id.value, text(statement.span.begin), text(statement.span.end), source})};
}

void start_statements(Linking& linking) {
  ById<Statement> all;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    const auto& [document, annotation, found] = linking.documents[d];
    linking.statements[d].resize(found.statements.size());
    for (std::uint32_t i = 0; i < found.statements.size(); ++i) {
      Statement statement = found.statements[i];
      statement.document = document.id;
      statement.id = id_of(document, statement);
      add(all, std::move(statement), {d, i});
    }
  }
  settle(std::move(all), linking.dossier.statements, linking.statement_from, linking.statements);
  linking.counted.assign(linking.dossier.statements.size(), true);
}

void start_events(Linking& linking) {
  ById<Event> all;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    const auto& found = linking.documents[d].found;
    linking.events[d].resize(found.events.size());
    for (std::uint32_t i = 0; i < found.events.size(); ++i) {
      Event event = found.events[i];
      event.statement = linking.statements[d][event.statement];
      const std::string& statement = linking.dossier.statements[event.statement].id.value;
      event.id = {stable_id("t-", {statement, text(event.trigger.begin), text(event.trigger.end),
                                   event.type, event.mode})};
      add(all, std::move(event), {d, i});
    }
  }
  settle(std::move(all), linking.dossier.events, linking.event_from, linking.events);
}

void start_figures(Linking& linking) {
  ById<Figure> all;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    const auto& found = linking.documents[d].found;
    linking.figures[d].resize(found.figures.size());
    for (std::uint32_t i = 0; i < found.figures.size(); ++i) {
      Figure figure = found.figures[i];
      figure.document = linking.documents[d].document.id;
      figure.statement = linking.statements[d][figure.statement];
      const std::string& statement = linking.dossier.statements[figure.statement].id.value;
      figure.id = {stable_id("f-", {statement, text(figure.span.begin), text(figure.span.end),
                                    figure.measure, text(figure.group.span.begin)})};
      add(all, std::move(figure), {d, i});
    }
  }
  settle(std::move(all), linking.dossier.figures, linking.figure_from, linking.figures);
  for (std::uint32_t f = 0; f < linking.dossier.figures.size(); ++f) {
    Figure& figure = linking.dossier.figures[f];
    const auto& here = linking.figures[linking.figure_from[f].document];
    if (figure.part_of && *figure.part_of < here.size()) {
      figure.part_of_id = linking.dossier.figures[here[*figure.part_of]].id;
    }
  }
}

template <class T, class Begin>
std::vector<std::vector<std::uint32_t>> by_statement(const std::vector<T>& items,
                                                     std::size_t statements, Begin begin) {
  std::vector<std::vector<std::uint32_t>> lists(statements);
  for (std::uint32_t i = 0; i < items.size(); ++i) lists[items[i].statement].push_back(i);
  for (auto& list : lists) {
    std::sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(begin(items[a]), a) < std::pair(begin(items[b]), b);
    });
  }
  return lists;
}

}  // namespace

std::optional<std::uint32_t> Linking::find_statement(const StatementId& id) const {
  return find_by_id(dossier.statements, id);
}
std::optional<std::uint32_t> Linking::find_event(const EventId& id) const {
  return find_by_id(dossier.events, id);
}
std::optional<std::uint32_t> Linking::find_figure(const FigureId& id) const {
  return find_by_id(dossier.figures, id);
}
const Voice* Linking::find_voice(const VoiceId& id) const {
  return get_by_id(dossier.voices, id);
}
const Entity* Linking::find_entity(const EntityId& id) const {
  return get_by_id(dossier.entities, id);
}
const Place* Linking::find_place(const PlaceId& id) const {
  return get_by_id(dossier.places, id);
}

const AnnotatedDocument& Linking::document_of(std::uint32_t statement) const {
  return documents[statement_from[statement].document];
}
const Statement& Linking::local_of(std::uint32_t statement) const {
  return document_of(statement).found.statements[statement_from[statement].index];
}
std::string_view Linking::text_of(std::uint32_t statement) const {
  return dossier.statements[statement].span.of(document_of(statement).document.text);
}
std::pair<TokenIndex, TokenIndex> Linking::tokens_of(std::uint32_t statement) const {
  return tokens_in(document_of(statement).annotation, dossier.statements[statement].span);
}
const Voice* Linking::claimant_of(std::uint32_t statement) const {
  const auto& chain = dossier.statements[statement].chain;
  return chain.empty() ? nullptr : find_voice(chain.back());
}

EntityId Linking::entity_at(std::uint32_t document, const Span& span) const {
  const auto& mentions = documents[document].annotation.mentions;
  const auto& ids = entities[document];
  // Mentions are sorted by begin, so those that can touch the span lie before its end, and not
  // further before its begin than the longest mention is long.
  constexpr std::uint32_t kLongestMention = 400;  // bytes; a name or group without its clauses
  const auto before = [](const Mention& mention, std::uint32_t at) {
    return mention.span.begin < at;
  };
  const auto start = std::lower_bound(mentions.begin(), mentions.end(),
                                      span.begin - std::min(span.begin, kLongestMention), before);
  const auto stop = std::lower_bound(start, mentions.end(), span.end, before);
  EntityId covering, inside;
  std::uint32_t covering_size = 0, inside_size = 0;
  for (auto at = start; at != stop; ++at) {
    const EntityId& id = ids[static_cast<std::size_t>(at - mentions.begin())];
    if (id.empty() || !at->span.overlaps(span)) continue;
    if (at->span.contains(span) && (covering.empty() || at->span.size() < covering_size)) {
      covering = id;
      covering_size = at->span.size();
    } else if (span.contains(at->span) && at->span.size() > inside_size) {
      inside = id;
      inside_size = at->span.size();
    }
  }
  return covering.empty() ? inside : covering;
}

std::pair<TokenIndex, TokenIndex> tokens_in(const Annotation& annotation, const Span& span) {
  const auto& tokens = annotation.tokens;
  const auto first = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
  auto last = first;
  last = std::upper_bound(first, tokens.end(), span.end, [](std::uint32_t end, const Token& token) {
    return end < token.span.end;
  });
  return {static_cast<TokenIndex>(first - tokens.begin()),
          static_cast<TokenIndex>(last - tokens.begin())};
}

void start(Linking& linking) {
  const std::size_t count = linking.documents.size();
  for (auto* table : {&linking.statements, &linking.events, &linking.figures}) table->resize(count);
  linking.voices.resize(count);
  linking.entities.resize(count);
  linking.places.resize(count);
  for (std::size_t d = 0; d < count; ++d) {
    linking.dossier.documents.push_back(linking.documents[d].document);
    linking.entities[d].resize(linking.documents[d].annotation.mentions.size());
    linking.places[d].resize(linking.documents[d].annotation.mentions.size());
  }
  start_statements(linking);
  start_events(linking);
  start_figures(linking);
  linking.counted_figures.assign(linking.dossier.figures.size(), true);
  const std::size_t statements = linking.dossier.statements.size();
  linking.events_of = by_statement(linking.dossier.events, statements,
                                   [](const Event& event) { return event.trigger.begin; });
  linking.figures_of = by_statement(linking.dossier.figures, statements,
                                    [](const Figure& figure) { return figure.span.begin; });
}

}  // namespace counterpoint
