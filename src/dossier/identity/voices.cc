// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/hash.h"
#include "dossier/identity/identities.h"
#include "dossier/identity/name_key.h"
#include "dossier/packs.h"

namespace counterpoint {
namespace {

const VoiceMention& mention_of(const Linking& linking, const Local& at) {
  return linking.documents[at.document].found.voices[at.index];
}

// What a group without a name is called, apart from whose it is: "the government of Syria", "Syrian
// government" -> government, SY.
struct Description {
  std::string words;
  std::string side;  // ISO code, or the side's own words; empty: not said

  friend auto operator<=>(const Description&, const Description&) = default;
};

Description describe(const VoiceMention& voice, const DossierPacks& packs) {
  Description out;
  std::vector<std::string> kept;
  for (const std::string& token : plain_tokens(voice.name)) {
    const std::string_view country = packs.gazetteer.country_of(token);
    if (!country.empty()) {
      out.side = country;
    } else if (!packs.names.particles.contains(token) && !packs.names.another.contains(token) &&
               token != "a" && token != "an") {
      kept.push_back(token);
    }
  }
  for (const std::string& token : kept) out.words += (out.words.empty() ? "" : " ") + token;
  if (out.side.empty() && !voice.side.empty()) {
    const std::string side = plain_key(voice.side);
    const std::string_view country = packs.gazetteer.country_of(side);
    out.side = country.empty() ? side : std::string(country);
  }
  return out;
}

bool is_relative(const VoiceMention& voice, const NameRules& rules) {
  for (const std::string_view words :
       {std::string_view(voice.name), std::string_view(voice.description)}) {
    for (const std::string& token : plain_tokens(words)) {
      if (rules.relatives.contains(token)) return true;
    }
  }
  return false;
}

bool is_protected(const Voice& voice, const std::vector<Local>& members, const Linking& linking) {
  if (voice.identity == IdentityClass::unnamed || voice.identity == IdentityClass::pseudonym ||
      voice.kind == VoiceKind::defector) {
    return true;
  }
  const bool person = voice.identity != IdentityClass::institution;
  const bool spot = voice.kind == VoiceKind::witness || voice.kind == VoiceKind::unknown;
  return person && spot && std::any_of(members.begin(), members.end(), [&](const Local& at) {
           return is_relative(mention_of(linking, at), linking.packs.names);
         });
}

// The kind that most mentions have; where they differ, one that a stated role bears out.
VoiceKind kind_of(const std::vector<Local>& members, const Linking& linking) {
  std::map<VoiceKind, std::pair<int, int>> votes;  // kind -> roles that state it, mentions
  for (const Local& at : members) {
    const VoiceMention& voice = mention_of(linking, at);
    if (voice.kind != VoiceKind::unknown) ++votes[voice.kind].second;
    for (const VoiceRole& role : voice.roles) {
      if (role.kind != VoiceKind::unknown && !role.span.empty()) ++votes[role.kind].first;
    }
  }
  VoiceKind best = VoiceKind::unknown;
  std::pair<int, int> most{0, 0};
  for (const auto& [kind, vote] : votes) {
    if (vote > most) {
      most = vote;
      best = kind;
    }
  }
  return best;
}

std::string stem(const std::string& name) {
  const std::size_t slash = name.find_last_of('/');
  std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
  const std::size_t dot = last.find_last_of('.');
  return dot == std::string::npos || dot == 0 ? last : last.substr(0, dot);
}

class VoiceMaker {
 public:
  VoiceMaker(Linking& linking, const Identities& identities)
      : linking_(linking), identities_(identities) {}

  void make();

 private:
  void read_sides();
  [[nodiscard]] std::string key_of(const Local& at) const;
  [[nodiscard]] std::string side_of(const Local& at, const Description& description) const;
  [[nodiscard]] Voice voice(const std::vector<Local>& members) const;
  void add_roles(Voice& voice, const std::vector<Local>& members) const;
  void name_outlet(Voice& voice, const Document& document) const;
  void tell_apart(std::map<VoiceId, Voice>& voices) const;

  Linking& linking_;
  const Identities& identities_;
  // Sides of each description with one, by document and over all.
  std::map<std::pair<std::uint32_t, std::string>, std::set<std::string>> sides_here_;
  std::map<std::string, std::set<std::string>> sides_;
};

void VoiceMaker::read_sides() {
  for (std::uint32_t d = 0; d < linking_.documents.size(); ++d) {
    for (const VoiceMention& voice : linking_.documents[d].found.voices) {
      if (voice.identity != IdentityClass::collective) continue;
      const Description description = describe(voice, linking_.packs);
      if (description.side.empty()) continue;
      sides_here_[{d, description.words}].insert(description.side);
      sides_[description.words].insert(description.side);
    }
  }
}

// "authorities" alone are those of the only side the document, or else the dossier, has some of.
std::string VoiceMaker::side_of(const Local& at, const Description& description) const {
  if (!description.side.empty()) return description.side;
  const auto here = sides_here_.find({at.document, description.words});
  if (here != sides_here_.end()) return here->second.size() == 1 ? *here->second.begin() : "?";
  const auto all = sides_.find(description.words);
  return all != sides_.end() && all->second.size() == 1 ? *all->second.begin() : "";
}

// Voices with one key are one voice.
std::string VoiceMaker::key_of(const Local& at) const {
  const VoiceMention& voice = mention_of(linking_, at);
  const EntityId& entity = identities_.voice_entities[at.document][at.index];
  const std::string local = std::to_string(at.document) + ":" + std::to_string(at.index);
  if (!entity.empty()) return "entity " + entity.value;
  if (voice.outlet || voice.identity != IdentityClass::collective) return "local " + local;
  const Description description = describe(voice, linking_.packs);
  const std::string side = side_of(at, description);
  if (description.words.empty() || side == "?") return "local " + local;
  return "group " + description.words + "|" + side + "|" +
         std::to_string(static_cast<int>(voice.kind));
}

void VoiceMaker::add_roles(Voice& voice, const std::vector<Local>& members) const {
  std::set<std::string> seen;
  for (const Local& at : members) {
    const Document& document = linking_.documents[at.document].document;
    for (const VoiceRole& role : mention_of(linking_, at).roles) {
      if (!seen.insert(plain_key(role.text)).second) continue;
      voice.roles.push_back(role);
      voice.role_evidence.push_back({document.id, role.span});
    }
  }
}

void VoiceMaker::name_outlet(Voice& voice, const Document& document) const {
  const bool own = document.genre == Genre::reference || document.genre == Genre::digest;
  voice.kind = own ? VoiceKind::reference : VoiceKind::media;
  voice.identity = IdentityClass::institution;
  if (voice.name.empty() || document.publisher.empty()) {
    voice.name = document.publisher.empty() ? stem(document.name) : document.publisher;
  }
}

Voice VoiceMaker::voice(const std::vector<Local>& members) const {
  const Local& first = members.front();
  const VoiceMention& mention = mention_of(linking_, first);
  Voice voice;
  const Span span = mention.spans.empty() ? Span{} : mention.spans.front();
  voice.id = {stable_id("v-", {linking_.documents[first.document].document.id.value,
                               std::to_string(span.begin), std::to_string(span.end)})};
  voice.name = mention.name;
  voice.identity = mention.identity;
  voice.entity = identities_.voice_entities[first.document][first.index];
  if (const Entity* entity = linking_.find_entity(voice.entity)) voice.name = entity->name;
  for (const Local& at : members) {
    const std::string& description = mention_of(linking_, at).description;
    if (description.size() > voice.description.size()) voice.description = description;
  }
  voice.kind = kind_of(members, linking_);
  const auto outlet = std::find_if(members.begin(), members.end(), [&](const Local& at) {
    return mention_of(linking_, at).outlet;
  });
  if (outlet != members.end()) {
    name_outlet(voice, linking_.documents[outlet->document].document);
  }
  add_roles(voice, members);
  voice.is_protected = is_protected(voice, members, linking_);
  return voice;
}

// "another resident" is none of the unnamed voices of that description before it.
void VoiceMaker::tell_apart(std::map<VoiceId, Voice>& voices) const {
  for (std::uint32_t d = 0; d < linking_.documents.size(); ++d) {
    const auto& mentions = linking_.documents[d].found.voices;
    std::map<std::string, std::vector<VoiceId>> before;
    for (std::size_t v = 0; v < mentions.size(); ++v) {
      if (mentions[v].identity != IdentityClass::unnamed) continue;
      const VoiceId& id = linking_.voices[d][v];
      auto& others = before[describe(mentions[v], linking_.packs).words];
      if (mentions[v].distinct) {
        for (const VoiceId& other : others) {
          voices.at(id).distinct_from.push_back(other);
          voices.at(other).distinct_from.push_back(id);
        }
      }
      others.push_back(id);
    }
  }
  for (auto& [id, voice] : voices)
    std::sort(voice.distinct_from.begin(), voice.distinct_from.end());
}

void VoiceMaker::make() {
  read_sides();
  std::map<std::string, std::vector<Local>> groups;
  std::vector<std::string> order;  // by first member
  for (std::uint32_t d = 0; d < linking_.documents.size(); ++d) {
    const auto count = static_cast<std::uint32_t>(linking_.documents[d].found.voices.size());
    linking_.voices[d].resize(count);
    for (std::uint32_t v = 0; v < count; ++v) {
      const std::string key = key_of({d, v});
      auto& group = groups[key];
      if (group.empty()) order.push_back(key);
      group.push_back({d, v});
    }
  }
  std::map<VoiceId, Voice> voices;
  for (const std::string& key : order) {
    Voice made = voice(groups.at(key));
    const std::string base = made.id.value;
    for (int n = 2; voices.contains(made.id); ++n) made.id = {base + "." + std::to_string(n)};
    for (const Local& at : groups.at(key)) linking_.voices[at.document][at.index] = made.id;
    voices.emplace(made.id, std::move(made));
  }
  tell_apart(voices);
  for (auto& [id, voice] : voices) linking_.dossier.voices.push_back(std::move(voice));
}

void fill_statements(Linking& linking) {
  for (std::uint32_t s = 0; s < linking.dossier.statements.size(); ++s) {
    Statement& statement = linking.dossier.statements[s];
    const auto& voices = linking.voices[linking.statement_from[s].document];
    for (const VoiceMentionIndex v : statement.chain_mentions) {
      // A publisher that is cited by name is in the chain once.
      if (statement.chain.empty() || statement.chain.back() != voices[v]) {
        statement.chain.push_back(voices[v]);
      }
    }
    for (const VoiceMentionIndex v : statement.joint_mentions) {
      statement.joint_with.push_back(voices[v]);
    }
    if (statement.addressee_mention) statement.addressee = voices[*statement.addressee_mention];
  }
  for (Figure& figure : linking.dossier.figures) {
    const auto& chain = linking.dossier.statements[figure.statement].chain;
    if (!chain.empty()) figure.claimant = chain.back();
  }
}

}  // namespace

void link_voices(Linking& linking, const Identities& identities) {
  VoiceMaker(linking, identities).make();
  fill_statements(linking);
}

}  // namespace counterpoint
