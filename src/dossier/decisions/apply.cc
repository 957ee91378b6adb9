// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <string>

#include "base/hash.h"
#include "dossier/decisions/decisions.h"
#include "statement/lexicon.h"

namespace counterpoint {
namespace {

// Calls `apply` for each decision of that action, in file order; true means that it took effect.
void for_each(Linking& linking, std::string_view action,
              const std::function<bool(const Decision&)>& apply) {
  for (Decision& decision : linking.dossier.decisions) {
    if (decision.action == action && apply(decision)) decision.state = Decision::State::applied;
  }
}

template <class T>
T* find(std::vector<T>& items, const std::string& id) {
  const auto at = std::lower_bound(
      items.begin(), items.end(), id,
      [](const T& item, const std::string& wanted) { return item.id.value < wanted; });
  return at == items.end() || at->id.value != id ? nullptr : &*at;
}

std::pair<std::string, std::string> two_ids(const std::string& target) {
  const std::size_t bar = target.find('|');
  if (bar == std::string::npos) return {target, {}};
  return {target.substr(0, bar), target.substr(bar + 1)};
}

template <class I>
void replace(std::vector<std::vector<I>>& table, const I& from, const I& to) {
  for (auto& row : table) std::replace(row.begin(), row.end(), from, to);
}

void add_names(Entity& to, const Entity& from) {
  for (const EntityName& name : from.names) {
    const auto same = std::find_if(to.names.begin(), to.names.end(), [&](const EntityName& other) {
      return other.text == name.text;
    });
    if (same == to.names.end()) {
      to.names.push_back(name);
      continue;
    }
    same->count += name.count;
    same->documents.insert(same->documents.end(), name.documents.begin(), name.documents.end());
    std::sort(same->documents.begin(), same->documents.end());
    same->documents.erase(std::unique(same->documents.begin(), same->documents.end()),
                          same->documents.end());
  }
}

bool merge_entities(Linking& linking, Identities& identities, const Decision& decision) {
  const auto [first, second] = two_ids(decision.target);
  Entity* to = find(linking.dossier.entities, first);
  Entity* from = find(linking.dossier.entities, second);
  if (!to || !from || to == from) return false;
  add_names(*to, *from);
  to->merged.insert(to->merged.end(), from->merged.begin(), from->merged.end());
  to->merged.push_back({to->name, from->name, "decided by " + decision.by, 1});
  std::erase_if(to->may_be, [&](const MayBe& other) { return other.entity == from->id; });
  if (to->place.empty()) to->place = from->place;
  for (Place& place : linking.dossier.places) {
    if (place.entity == from->id) place.entity = to->id;
  }
  replace(linking.entities, from->id, to->id);
  replace(identities.voice_entities, from->id, to->id);
  for (Event& event : linking.dossier.events) {
    for (auto* list : {&event.actors, &event.recipients}) {
      for (Actor& actor : *list) {
        if (actor.entity == from->id) actor.entity = to->id;
      }
    }
  }
  const EntityId gone = from->id;
  std::erase_if(linking.dossier.entities, [&](const Entity& entity) { return entity.id == gone; });
  return true;
}

// Uses under the name `after` leave the entity for one of their own.
bool split_entity(Linking& linking, Identities& identities, const Decision& decision) {
  Entity* whole = find(linking.dossier.entities, decision.target);
  if (!whole) return false;
  const auto name = std::find_if(whole->names.begin(), whole->names.end(),
                                 [&](const auto& other) { return other.text == decision.after; });
  if (name == whole->names.end() || whole->names.size() < 2) return false;
  Entity part;
  part.id = {stable_id("e-", {whole->id.value, decision.after})};
  part.type = whole->type;
  part.name = decision.after;
  part.names = {*name};
  whole->names.erase(name);
  if (whole->name == decision.after) whole->name = whole->names.front().text;
  std::erase_if(whole->merged, [&](const Merge& merge) {
    return merge.a == decision.after || merge.b == decision.after;
  });
  const EntityId old = whole->id;
  for (std::size_t d = 0; d < linking.documents.size(); ++d) {
    const AnnotatedDocument& source = linking.documents[d];
    for (std::size_t m = 0; m < linking.entities[d].size(); ++m) {
      const auto words = source.annotation.mentions[m].span.of(source.document.text);
      if (linking.entities[d][m] == old && words.ends_with(decision.after)) {
        linking.entities[d][m] = part.id;
      }
    }
    for (std::size_t v = 0; v < identities.voice_entities[d].size(); ++v) {
      auto& entity = identities.voice_entities[d][v];
      if (entity == old && source.found.voices[v].name.ends_with(decision.after)) entity = part.id;
    }
  }
  auto& entities = linking.dossier.entities;
  entities.insert(std::upper_bound(entities.begin(), entities.end(), part,
                                   [](const Entity& a, const Entity& b) { return a.id < b.id; }),
                  part);
  return true;
}

bool merge_voices(Linking& linking, const Decision& decision) {
  const auto [first, second] = two_ids(decision.target);
  Voice* to = find(linking.dossier.voices, first);
  Voice* from = find(linking.dossier.voices, second);
  if (!to || !from || to == from) return false;
  to->roles.insert(to->roles.end(), from->roles.begin(), from->roles.end());
  to->role_evidence.insert(to->role_evidence.end(), from->role_evidence.begin(),
                           from->role_evidence.end());
  to->is_protected = to->is_protected || from->is_protected;
  to->by = By::person;
  const VoiceId gone = from->id, kept = to->id;
  replace(linking.voices, gone, kept);
  for (Statement& statement : linking.dossier.statements) {
    std::replace(statement.chain.begin(), statement.chain.end(), gone, kept);
    std::replace(statement.joint_with.begin(), statement.joint_with.end(), gone, kept);
    if (statement.addressee == gone) statement.addressee = kept;
  }
  for (Figure& figure : linking.dossier.figures) {
    if (figure.claimant == gone) figure.claimant = kept;
  }
  for (Voice& voice : linking.dossier.voices) {
    std::replace(voice.distinct_from.begin(), voice.distinct_from.end(), gone, kept);
    std::erase(voice.distinct_from, voice.id);
  }
  std::erase_if(linking.dossier.voices, [&](const Voice& voice) { return voice.id == gone; });
  return true;
}

bool set_kind(Linking& linking, const Decision& decision) {
  Voice* voice = find(linking.dossier.voices, decision.target);
  const std::optional<VoiceKind> kind = statement::parse_voice_kind(decision.after);
  if (!voice || !kind) return false;
  voice->kind = *kind;
  voice->by = By::person;
  return true;
}

bool set_claimant(Linking& linking, const Decision& decision) {
  const Voice* voice = find(linking.dossier.voices, decision.after);
  if (!voice) return false;
  if (Figure* figure = find(linking.dossier.figures, decision.target)) {
    figure->claimant = voice->id;
    return true;
  }
  const auto s = linking.find_statement({decision.target});
  if (!s) return false;
  auto& chain = linking.dossier.statements[*s].chain;
  // What was the outlet's own becomes what somebody told it; else the claimant changes.
  if (chain.size() > 1) chain.pop_back();
  if (chain.empty() || chain.back() != voice->id) chain.push_back(voice->id);
  for (const std::uint32_t f : linking.figures_of[*s]) {
    linking.dossier.figures[f].claimant = voice->id;
  }
  return true;
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool set_figure(Linking& linking, const Decision& decision) {
  Figure* figure = find(linking.dossier.figures, decision.target);
  if (!figure) return false;
  const std::string_view after = decision.after;
  const std::size_t dots = after.find("..");
  const std::string_view low = after.substr(0, dots);
  const std::string_view high = dots == std::string_view::npos ? low : after.substr(dots + 2);
  const auto min = number(low), max = number(high);
  if ((!low.empty() && !min) || (!high.empty() && !max) || (!min && !max)) return false;
  figure->min = min;
  figure->max = max;
  figure->alternatives.clear();
  figure->approximate = false;
  return true;
}

}  // namespace

void apply_exclusions(Linking& linking) {
  for_each(linking, "exclude", [&](const Decision& decision) {
    if (const auto s = linking.find_statement({decision.target})) {
      linking.counted[*s] = false;
      return true;
    }
    const auto f = linking.find_figure({decision.target});
    if (f) linking.counted_figures[*f] = false;
    return f.has_value();
  });
}

void apply_to_entities(Linking& linking, Identities& identities) {
  for_each(linking, "merge",
           [&](const Decision& decision) { return merge_entities(linking, identities, decision); });
  for_each(linking, "split",
           [&](const Decision& decision) { return split_entity(linking, identities, decision); });
  for_each(linking, "rename", [&](const Decision& decision) {
    Entity* entity = find(linking.dossier.entities, decision.target);
    if (!entity || decision.after.empty()) return false;
    entity->name = decision.after;
    return true;
  });
}

void apply_to_voices(Linking& linking) {
  for_each(linking, "merge",
           [&](const Decision& decision) { return merge_voices(linking, decision); });
  for_each(linking, "rename", [&](const Decision& decision) {
    Voice* voice = find(linking.dossier.voices, decision.target);
    if (!voice || decision.after.empty()) return false;
    voice->name = decision.after;
    voice->by = By::person;
    return true;
  });
  for_each(linking, "kind", [&](const Decision& decision) { return set_kind(linking, decision); });
  for_each(linking, "protect", [&](const Decision& decision) {
    Voice* voice = find(linking.dossier.voices, decision.target);
    if (!voice || (decision.after != "true" && decision.after != "false")) return false;
    voice->is_protected = decision.after == "true";
    voice->by = By::person;
    return true;
  });
  for_each(linking, "claimant",
           [&](const Decision& decision) { return set_claimant(linking, decision); });
  for_each(linking, "figure",
           [&](const Decision& decision) { return set_figure(linking, decision); });
}

void apply_notes(Linking& linking) {
  const auto is_there = [&](const std::string& id) {
    const auto has = [&](const auto& items) {
      return std::any_of(items.begin(), items.end(),
                         [&](const auto& item) { return item.id.value == id; });
    };
    const Dossier& dossier = linking.dossier;
    return has(dossier.documents) || has(dossier.voices) || has(dossier.entities) ||
           has(dossier.places) || has(dossier.statements) || has(dossier.events) ||
           has(dossier.incidents) || has(dossier.figures) || has(dossier.claims) ||
           has(dossier.questions);
  };
  for_each(linking, "note", [&](const Decision& decision) { return is_there(decision.target); });
}

}  // namespace counterpoint
