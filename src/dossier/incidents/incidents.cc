// SPDX-License-Identifier: Apache-2.0
#include "dossier/incidents/incidents.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "annotation/calendar.h"
#include "base/hash.h"
#include "dossier/packs.h"
#include "dossier/time/dating.h"
#include "dossier/time/times.h"

namespace counterpoint {
namespace {

// A happening that ended so long before the dossier's main day is background.
constexpr long kBackgroundDays = 180;
constexpr int kCountry = 6;  // where_prec

// What an event says of its place and time, as far as a happening needs it.
struct Where {
  PlaceId place;  // empty: not said, or only the country of the main place
  std::string edtf;
  DayRange days;
};

// One day dates a happening; longer times only bound it.
bool dates(const DayRange& days) {
  return days.first && days.first == days.last;
}

struct Group {
  std::string family;
  Where where;
  std::vector<std::uint32_t> events;
  std::set<DocumentId> documents;
  std::size_t stated = 0;  // events that themselves gave place and day
};

class IncidentMaker {
 public:
  explicit IncidentMaker(Linking& linking) : linking_(linking), main_(main_place(linking)) {}

  void make();

 private:
  using Key = std::tuple<std::string, PlaceId, std::string>;  // family, place, day

  [[nodiscard]] const HappeningRules& rules() const { return linking_.packs.happenings; }
  [[nodiscard]] Where where(const PlaceId& place, const std::optional<Time>& time) const;
  void group_events();
  void add(Group& group, std::uint32_t event);
  [[nodiscard]] bool may_join(std::uint32_t event, const Where& at) const;
  [[nodiscard]] Group* fitting(const std::string& family, const Where& where);
  [[nodiscard]] long main_day() const;
  [[nodiscard]] std::string patient_words(std::uint32_t event, const Actor& actor) const;
  [[nodiscard]] std::string title(const Group& group) const;
  [[nodiscard]] Incident incident(const Group& group, long main_day) const;
  void link_figures(const std::map<const Group*, IncidentId>& ids);

  Linking& linking_;
  PlaceId main_;
  std::map<Key, Group> groups_;
};

Where IncidentMaker::where(const PlaceId& place, const std::optional<Time>& time) const {
  Where out;
  const Place* known = linking_.find_place(place);
  // The dossier's own country says no more than what is known; another one is a place apart.
  const Place* main = linking_.find_place(main_);
  if (known && (known->where_prec < kCountry || !main || known->country != main->country)) {
    out.place = place;
  }
  if (time) {
    out.edtf = time->edtf;
    out.days = days_of(time->edtf);
  }
  return out;
}

void IncidentMaker::add(Group& group, std::uint32_t event) {
  group.events.push_back(event);
  const Event& added = linking_.dossier.events[event];
  group.documents.insert(linking_.dossier.statements[added.statement].document);
}

bool overlap(const DayRange& a, const DayRange& b) {
  return !(a.last && b.first && *a.last < *b.first) && !(b.last && a.first && *b.last < *a.first);
}

// The happening of the family that most events tell of and that nothing said is at odds with.
Group* IncidentMaker::fitting(const std::string& family, const Where& where) {
  Group* best = nullptr;
  const auto rank = [](const Group& group) {
    return std::tuple(group.documents.size(), group.stated);
  };
  for (auto at = groups_.lower_bound(Key{family, {}, {}});
       at != groups_.end() && std::get<0>(at->first) == family; ++at) {
    Group& group = at->second;
    const bool place =
        where.place.empty() || group.where.place.empty() || where.place == group.where.place;
    if (!place || !overlap(where.days, group.where.days)) continue;
    if (!best || rank(group) > rank(*best)) best = &group;
  }
  return best;
}

void IncidentMaker::group_events() {
  std::vector<std::pair<std::uint32_t, Where>> loose;
  for (std::uint32_t e = 0; e < linking_.dossier.events.size(); ++e) {
    const Event& event = linking_.dossier.events[e];
    const auto mode = rules().modes.find(event.mode);
    if (mode == rules().modes.end() || event.modality != Modality::actual ||
        !linking_.counted[event.statement]) {
      continue;
    }
    Where at = where(event.place, event.time);
    // "In Syria on Monday" is nowhere in particular.
    const bool country = at.place.empty() && !event.place.empty();
    if (!dates(at.days) || country) {
      loose.emplace_back(e, std::move(at));
      continue;
    }
    // What names no place is where the dossier is.
    if (at.place.empty()) at.place = main_;
    Group& group = groups_[{mode->second.family, at.place, at.edtf}];
    group.family = mode->second.family;
    group.where = at;
    ++group.stated;
    add(group, e);
  }
  // Ranks of the dated groups are fixed before the rest joins, so that the order of joining is
  // free.
  std::vector<std::pair<Group*, std::uint32_t>> joins;
  std::map<Key, std::vector<std::uint32_t>> rest;
  for (const auto& [e, at] : loose) {
    const std::string& family = rules().modes.at(linking_.dossier.events[e].mode).family;
    Group* group = may_join(e, at) ? fitting(family, at) : nullptr;
    if (group) {
      joins.emplace_back(group, e);
    } else {
      rest[{family, at.place.empty() && linking_.dossier.events[e].place.empty() ? main_ : at.place,
            at.edtf}]
          .push_back(e);
    }
  }
  for (const auto& [group, e] : joins) add(*group, e);
  for (const auto& [key, events] : rest) {
    Group& group = groups_[key];
    group.family = std::get<0>(key);
    group.where = {std::get<1>(key), std::get<2>(key), days_of(std::get<2>(key))};
    for (const std::uint32_t e : events) add(group, e);
  }
}

// News speaks of what has just happened; a reference without a day may speak of any.
bool IncidentMaker::may_join(std::uint32_t event, const Where& at) const {
  return at.days.first || at.days.last ||
         !anchor_of(linking_, linking_.event_from[event].document).empty();
}

// The first day of the happening that most documents tell of.
long IncidentMaker::main_day() const {
  std::map<long, std::size_t> votes;
  for (const auto& [key, group] : groups_) {
    if (group.where.days.first) votes[*group.where.days.first] += group.events.size();
  }
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() ? std::numeric_limits<long>::min() : best->first;
}

// What the patient is called in a title: without its number ("at least 81 people"); empty for a
// pronoun or a bare number.
std::string IncidentMaker::patient_words(std::uint32_t event, const Actor& actor) const {
  const auto& source = linking_.documents[linking_.event_from[event].document];
  auto [first, last] = tokens_in(source.annotation, actor.span);
  const auto token = [&](TokenIndex i) -> const Token& {
    return source.annotation.tokens[static_cast<std::size_t>(i)];
  };
  for (TokenIndex i = first; i < last; ++i) {
    if (token(i).upos == Upos::NUM || token(i).xpos == "JJR" || token(i).xpos == "JJS")
      first = i + 1;
  }
  if (first >= last) return {};
  const Upos head = token(last - 1).upos;
  if (head != Upos::NOUN && head != Upos::PROPN) return {};
  return std::string(
      Span{token(first).span.begin, token(last - 1).span.end}.of(source.document.text));
}

// "Killing of security forces, Jisr al-Shughour, 6 June 2011".
std::string IncidentMaker::title(const Group& group) const {
  std::map<std::string, std::size_t> modes;
  std::map<std::string, std::set<DocumentId>> patients;
  for (const std::uint32_t e : group.events) {
    const Event& event = linking_.dossier.events[e];
    ++modes[event.mode];
    for (const Actor& patient : event.recipients) {
      if (const std::string words = patient_words(e, patient); !words.empty()) {
        patients[words].insert(linking_.dossier.statements[event.statement].document);
      }
    }
  }
  const auto mode = std::max_element(
      modes.begin(), modes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::string out = rules().modes.at(mode->first).title;
  const auto patient = std::max_element(
      patients.begin(), patients.end(),
      [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  // A patient that one document alone names is that account's, not the happening's.
  if (patient != patients.end() &&
      patient->second.size() >= std::min<std::size_t>(2, group.documents.size())) {
    out += " of " + patient->first;
  }
  if (const Place* place = linking_.find_place(group.where.place)) out += ", " + place->name;
  if (!group.where.edtf.empty()) out += ", " + rules().in_words(group.where.edtf);
  return out;
}

Incident IncidentMaker::incident(const Group& group, long main_day) const {
  Incident incident;
  const EventId& first = linking_.dossier.events[group.events.front()].id;
  incident.id = {stable_id("i-", {group.family, group.where.place.value, group.where.edtf,
                                  group.where.edtf.empty() ? first.value : std::string()})};
  incident.title = title(group);
  incident.place = group.where.place;
  std::size_t joined = group.events.size() - group.stated;
  for (const std::uint32_t e : group.events) {
    const Event& event = linking_.dossier.events[e];
    incident.events.push_back(event.id);
    if (!incident.time && event.time && event.time->edtf == group.where.edtf) {
      incident.time = event.time;
    }
  }
  const auto& days = group.where.days;
  if (days.last && *days.last + kBackgroundDays < main_day) {
    incident.role = Incident::Role::background;
  } else if (const Place* place = linking_.find_place(group.where.place)) {
    const Place* main = linking_.find_place(main_);
    if (main && place->country != main->country && !place->country.empty()) {
      incident.role = Incident::Role::comparison;
    }
  }
  incident.reason = std::to_string(group.stated) + " of its events state the day (family " +
                    group.family + "), " + std::to_string(joined) +
                    " joined it because nothing they say is at odds with it";
  return incident;
}

// A figure counts in the happening of an event in its statement that its measure belongs to, or
// else in the one of that family that fits its own place and period.
void IncidentMaker::link_figures(const std::map<const Group*, IncidentId>& ids) {
  for (std::uint32_t f = 0; f < linking_.dossier.figures.size(); ++f) {
    Figure& figure = linking_.dossier.figures[f];
    const auto measure = rules().measures.find(figure.measure);
    // A toll of the whole conflict is of no single happening.
    if (measure == rules().measures.end() || !linking_.counted[figure.statement] ||
        figure.scope == FigureScope::cumulative) {
      continue;
    }
    for (const std::uint32_t e : linking_.events_of[figure.statement]) {
      const Event& event = linking_.dossier.events[e];
      const auto mode = rules().modes.find(event.mode);
      const bool counts = mode != rules().modes.end() && mode->second.family == measure->second;
      if (counts && figure.incident.empty()) figure.incident = event.incident;
    }
    const Where at = where(figure.place, figure.period);
    const bool told =
        at.days.first || !anchor_of(linking_, linking_.figure_from[f].document).empty();
    if (!figure.incident.empty() || !told) continue;
    if (const Group* group = fitting(measure->second, at)) figure.incident = ids.at(group);
  }
}

void IncidentMaker::make() {
  group_events();
  const long main = main_day();
  std::map<IncidentId, Incident> incidents;
  std::map<const Group*, IncidentId> ids;
  for (auto& [key, group] : groups_) {
    std::sort(group.events.begin(), group.events.end());
    Incident made = incident(group, main);
    for (const std::uint32_t e : group.events) linking_.dossier.events[e].incident = made.id;
    ids.emplace(&group, made.id);
    incidents.emplace(made.id, std::move(made));
  }
  for (auto& [id, made] : incidents) linking_.dossier.incidents.push_back(std::move(made));
  link_figures(ids);
}

}  // namespace

void link_incidents(Linking& linking) {
  IncidentMaker(linking).make();
}

PlaceId main_place(const Linking& linking) {
  std::map<PlaceId, std::size_t> counts;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    for (const PlaceId& id : linking.places[d]) {
      const Place* place = linking.find_place(id);
      if (place && place->where_prec > 0 && place->where_prec < kCountry) ++counts[id];
    }
  }
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? PlaceId{} : best->first;
}

std::string make_title(const Linking& linking) {
  const Place* place = linking.find_place(main_place(linking));
  std::map<std::string, std::size_t> months;
  for (const Incident& incident : linking.dossier.incidents) {
    const DayRange days = incident.time ? days_of(incident.time->edtf) : DayRange{};
    if (incident.role != Incident::Role::focal || !days.first) continue;
    const annotation::Date date = annotation::to_date(*days.first);
    months[annotation::edtf_month(date.year, date.month)] += incident.events.size();
  }
  const auto best =
      std::max_element(months.begin(), months.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  std::string title = place ? place->name : std::string();
  if (best != months.end()) {
    title += (title.empty() ? "" : ", ") + linking.packs.happenings.in_words(best->first);
  }
  if (title.empty() && !linking.documents.empty()) {
    const Document& document = linking.documents.front().document;
    title = document.title.empty() ? document.name : document.title;
  }
  return title;
}

}  // namespace counterpoint
