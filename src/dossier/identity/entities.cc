// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "dossier/identity/identities.h"
#include "dossier/identity/name_groups.h"
#include "dossier/packs.h"
#include "dossier/places/resolve.h"

namespace counterpoint {
namespace {

class EntityMaker {
 public:
  EntityMaker(Linking& linking, const Names& names, const NameGroups& groups,
              const std::vector<std::optional<GazetteerPlace>>& resolved)
      : linking_(linking), names_(names), groups_(groups), resolved_(resolved) {
    for (std::uint32_t n = 0; n < names.names.size(); ++n) members_[groups.find(n)].push_back(n);
  }

  void make();
  [[nodiscard]] const EntityId& id_of(std::uint32_t name) const {
    return ids_.at(groups_.find(name));
  }

 private:
  using Members = std::vector<std::uint32_t>;

  [[nodiscard]] EntityId first_use(const Members& members) const;
  [[nodiscard]] Entity entity(const Members& members) const;
  [[nodiscard]] std::vector<EntityName> written_names(const Members& members) const;
  [[nodiscard]] EntityType type_of(const Members& members) const;
  [[nodiscard]] bool is_used_as_place(const Members& members) const;
  void note_merges(std::map<EntityId, Entity>& entities) const;
  void note_apart(std::map<EntityId, Entity>& entities) const;
  void add_place(Entity& entity, const Members& members);

  Linking& linking_;
  const Names& names_;
  const NameGroups& groups_;
  const std::vector<std::optional<GazetteerPlace>>& resolved_;
  std::map<std::uint32_t, Members> members_;  // by representative
  std::map<std::uint32_t, EntityId> ids_;
};

EntityId EntityMaker::first_use(const Members& members) const {
  const NameUse* first = nullptr;
  for (const std::uint32_t n : members) {
    for (const std::uint32_t u : names_.names[n].uses) {
      const NameUse& use = names_.uses[u];
      const auto order = [](const NameUse& x) {
        return std::tuple(x.document, x.span, x.mention < 0, x.voice);
      };
      if (!first || order(use) < order(*first)) first = &use;
    }
  }
  if (!first) return {};  // no entity is without a use
  const std::string& document = linking_.documents[first->document].document.id.value;
  return {stable_id(
      "e-", {document, std::to_string(first->span.begin), std::to_string(first->span.end)})};
}

// Each form once, with the uses counted where they are mentions; most frequent first.
std::vector<EntityName> EntityMaker::written_names(const Members& members) const {
  std::map<std::string, std::pair<std::uint32_t, std::set<DocumentId>>> forms;
  for (const std::uint32_t n : members) {
    for (const std::uint32_t u : names_.names[n].uses) {
      const NameUse& use = names_.uses[u];
      auto& [count, documents] = forms[use.name.text];
      count += use.mention >= 0 ? 1 : 0;
      documents.insert(linking_.documents[use.document].document.id);
    }
  }
  std::vector<EntityName> out;
  for (const auto& [text, form] : forms) {
    const bool latin = std::any_of(text.begin(), text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    out.push_back({text,
                   latin ? "Latn" : "",
                   std::max(form.first, 1u),
                   {form.second.begin(), form.second.end()}});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const EntityName& a, const EntityName& b) { return a.count > b.count; });
  return out;
}

EntityType EntityMaker::type_of(const Members& members) const {
  std::map<EntityType, std::uint32_t> counts;
  for (const std::uint32_t n : members) {
    for (const auto& [type, count] : names_.names[n].types) counts[type] += count;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// A person goes by the fullest name, anything else by the most frequent one.
std::string best_name(const Entity& entity) {
  const auto words = [](const EntityName& name) {
    return std::count(name.text.begin(), name.text.end(), ' ');
  };
  const bool fullest = entity.type == EntityType::person;
  const auto best = std::max_element(
      entity.names.begin(), entity.names.end(), [&](const EntityName& a, const EntityName& b) {
        const auto rank = [&](const EntityName& name) {
          return std::tuple(fullest ? words(name) : 0, name.count, name.text.size());
        };
        return rank(a) < rank(b);
      });
  return best->text;
}

Entity EntityMaker::entity(const Members& members) const {
  Entity entity;
  entity.id = first_use(members);
  entity.type = type_of(members);
  entity.names = written_names(members);
  entity.name = best_name(entity);
  return entity;
}

void EntityMaker::note_merges(std::map<EntityId, Entity>& entities) const {
  std::set<std::tuple<EntityId, std::string, std::string>> seen;
  for (const auto& join : groups_.joins) {
    const EntityId& id = id_of(join.a);
    std::string a = names_.text(join.a), b = names_.text(join.b);
    if (b < a) std::swap(a, b);
    if (a != b && seen.emplace(id, a, b).second) {
      entities.at(id).merged.push_back({a, b, join.reason, join.score});
    }
  }
}

void EntityMaker::note_apart(std::map<EntityId, Entity>& entities) const {
  std::set<std::pair<EntityId, EntityId>> seen;
  for (const auto& apart : groups_.aparts) {
    const EntityId& a = id_of(apart.a);
    const EntityId& b = id_of(apart.b);
    if (a == b || !seen.emplace(std::min(a, b), std::max(a, b)).second) continue;
    entities.at(a).may_be.push_back({b, apart.reason});
    entities.at(b).may_be.push_back({a, apart.reason});
    if (!apart.at_odds) continue;
    std::vector<Evidence> evidence;
    for (const std::uint32_t n : {apart.a, apart.b}) {
      const NameUse& use = names_.uses[names_.names[n].uses.front()];
      evidence.push_back({linking_.documents[use.document].document.id, use.span});
    }
    const std::string message =
        "May be " + entities.at(b).name + " or another: " + apart.reason + ".";
    const std::string other =
        "May be " + entities.at(a).name + " or another: " + apart.reason + ".";
    entities.at(a).flags.push_back({"identity.at_odds", message, evidence});
    entities.at(b).flags.push_back({"identity.at_odds", other, evidence});
  }
}

// "in X", "near X": without an entry in the gazetteer, only this tells that a place is meant.
bool EntityMaker::is_used_as_place(const Members& members) const {
  for (const std::uint32_t n : members) {
    for (const std::uint32_t u : names_.names[n].uses) {
      const NameUse& use = names_.uses[u];
      if (use.mention < 0) continue;
      const AnnotatedDocument& source = linking_.documents[use.document];
      const TokenIndex first =
          source.annotation.mentions[static_cast<std::size_t>(use.mention)].first;
      if (first <= 0) continue;
      const Token& before = source.annotation.tokens[static_cast<std::size_t>(first - 1)];
      if (linking_.packs.names.prepositions.contains(before.span.of(source.document.text))) {
        return true;
      }
    }
  }
  return false;
}

void EntityMaker::add_place(Entity& entity, const Members& members) {
  const GazetteerPlace* entry = nullptr;
  for (const std::uint32_t n : members) {
    if (!entry && resolved_[n]) entry = &*resolved_[n];
  }
  if (entity.type != EntityType::place || (!entry && !is_used_as_place(members))) return;
  Place place;
  place.id = {stable_id("p-", {entity.id.value})};
  place.entity = entity.id;
  place.name = entity.name;
  if (entry) {
    place.lat = entry->lat;
    place.lon = entry->lon;
    place.radius_km = radius_km(entry->feature);
    place.where_prec = where_precision(entry->feature);
    place.geonames = entry->geonames;
    place.country = entry->country;
    place.admin1 = linking_.packs.gazetteer.admin1_name(entry->country, entry->admin1);
  }
  entity.place = place.id;
  linking_.dossier.places.push_back(std::move(place));
}

void EntityMaker::make() {
  std::map<EntityId, Entity> entities;
  std::map<EntityId, const Members*> members;
  for (const auto& [root, list] : members_) {
    Entity made = entity(list);
    // Two names on one span (a tagger's two readings) would share an id: the later one is numbered.
    const std::string base = made.id.value;
    for (int n = 2; entities.contains(made.id); ++n) made.id = {base + "." + std::to_string(n)};
    ids_.emplace(root, made.id);
    members.emplace(made.id, &list);
    entities.emplace(made.id, std::move(made));
  }
  note_merges(entities);
  note_apart(entities);
  for (auto& [id, entity] : entities) {
    add_place(entity, *members.at(id));
    linking_.dossier.entities.push_back(std::move(entity));
  }
  std::sort(linking_.dossier.places.begin(), linking_.dossier.places.end(),
            [](const Place& a, const Place& b) { return a.id < b.id; });
}

// A group has the name inside it, and a mention that refers back has what it refers to; antecedents
// stand before, so one pass is enough.
void spread(Linking& linking) {
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    const auto& mentions = linking.documents[d].annotation.mentions;
    const auto inner = inner_names(linking.documents[d].annotation);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      if (inner[m] >= 0) {
        linking.entities[d][m] = linking.entities[d][static_cast<std::size_t>(inner[m])];
      }
      const std::int32_t back = mentions[m].antecedent;
      if (linking.entities[d][m].empty() && back >= 0) {
        linking.entities[d][m] = linking.entities[d][static_cast<std::size_t>(back)];
      }
      if (const Entity* entity = linking.find_entity(linking.entities[d][m])) {
        linking.places[d][m] = entity->place;
      }
    }
  }
}

void fill_actors(Linking& linking) {
  for (std::uint32_t e = 0; e < linking.dossier.events.size(); ++e) {
    Event& event = linking.dossier.events[e];
    for (auto* list : {&event.actors, &event.recipients}) {
      for (Actor& actor : *list) {
        actor.entity = linking.entity_at(linking.event_from[e].document, actor.span);
      }
    }
  }
}

}  // namespace

Identities link_entities(Linking& linking) {
  const Names names = collect_names(linking);
  const auto resolved = resolve_places(names, linking);
  NameGroups groups(names.names.size());
  join_places(names, resolved, groups);
  join_persons(names, linking.packs, groups);
  join_bodies(names, linking, groups);
  EntityMaker maker(linking, names, groups, resolved);
  maker.make();
  Identities identities;
  for (const AnnotatedDocument& source : linking.documents) {
    identities.voice_entities.emplace_back(source.found.voices.size());
  }
  for (std::uint32_t n = 0; n < names.names.size(); ++n) {
    for (const std::uint32_t u : names.names[n].uses) {
      const NameUse& use = names.uses[u];
      if (use.mention >= 0) {
        linking.entities[use.document][static_cast<std::size_t>(use.mention)] = maker.id_of(n);
      } else {
        identities.voice_entities[use.document][static_cast<std::size_t>(use.voice)] =
            maker.id_of(n);
      }
    }
  }
  spread(linking);
  fill_actors(linking);
  return identities;
}

}  // namespace counterpoint
