// SPDX-License-Identifier: Apache-2.0
#include "dossier/identity/name_uses.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/utf8.h"
#include "dossier/identity/name_key.h"
#include "dossier/packs.h"

namespace counterpoint {
namespace {

EntityType entity_type(MentionType type) {
  switch (type) {
    case MentionType::person:
      return EntityType::person;
    case MentionType::organization:
      return EntityType::organization;
    case MentionType::place:
      return EntityType::place;
    case MentionType::event:
      return EntityType::event;
    case MentionType::object:
      return EntityType::object;
    default:
      return EntityType::other;
  }
}

NameClass class_of(EntityType type) {
  switch (type) {
    case EntityType::person:
      return NameClass::person;
    case EntityType::place:
      return NameClass::place;
    case EntityType::organization:
    case EntityType::group:
      return NameClass::body;
    default:
      return NameClass::other;
  }
}

ParsedName parse(std::string_view words, EntityType type, const DossierPacks& packs) {
  if (type == EntityType::person) return parse_person(words, packs.names, packs.gazetteer);
  if (type == EntityType::place) return parse_place(words);
  return parse_body(words, packs.names);
}

// Words between the mention and a comma, full stop or bracket after it: "..., the interior
// minister,".
std::optional<Office> office_after(const AnnotatedDocument& source, const Mention& mention,
                                   const DossierPacks& packs) {
  constexpr TokenIndex kLongest = 8;  // tokens of an apposition that states an office
  const auto& tokens = source.annotation.tokens;
  const auto at = static_cast<std::size_t>(mention.last);
  if (at >= tokens.size() || tokens[at].span.of(source.document.text) != ",") return std::nullopt;
  std::size_t end = at + 1;
  while (end < tokens.size() && end < at + kLongest && tokens[end].upos != Upos::PUNCT &&
         tokens[end].upos != Upos::VERB && tokens[end].upos != Upos::AUX &&
         tokens[end].upos != Upos::PRON) {
    ++end;
  }
  if (end == at + 1) return std::nullopt;
  const Span span{tokens[at + 1].span.begin, tokens[end - 1].span.end};
  return parse_office(span.of(source.document.text), packs.names, packs.gazetteer);
}

// Title words right before the mention, where the mention leaves them out: "Interior Minister X".
std::optional<Office> office_before(const AnnotatedDocument& source, const Mention& mention,
                                    const DossierPacks& packs) {
  constexpr TokenIndex kLongest = 4;  // "Deputy Prime Minister", "First Lt."
  const auto& tokens = source.annotation.tokens;
  TokenIndex first = mention.first;
  while (first > 0 && first > mention.first - kLongest) {
    const Token& token = tokens[static_cast<std::size_t>(first - 1)];
    if (token.upos != Upos::NOUN && token.upos != Upos::PROPN && token.upos != Upos::ADJ) break;
    --first;
  }
  if (first == mention.first) return std::nullopt;
  const Span span{tokens[static_cast<std::size_t>(first)].span.begin,
                  tokens[static_cast<std::size_t>(mention.first - 1)].span.end};
  return parse_office(span.of(source.document.text), packs.names, packs.gazetteer);
}

struct Collected {
  std::vector<NameUse> uses;
  std::vector<std::set<Office>> offices;  // parallel
  std::vector<std::set<VoiceKind>> kinds;
};

bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    // Scripts without case write names as they are.
    const auto letter = static_cast<UChar32>(c);
    if (u_isalpha(letter) && !u_islower(letter)) return true;
    at += length;
  }
  return false;
}

void add(Collected& all, NameUse use, std::set<Office> offices, std::set<VoiceKind> kinds) {
  if (use.name.tokens.empty()) return;
  if (use.name.office) offices.insert(*use.name.office);
  all.uses.push_back(std::move(use));
  all.offices.push_back(std::move(offices));
  all.kinds.push_back(std::move(kinds));
}

void collect_mentions(const Linking& linking, std::uint32_t d, Collected& all) {
  const AnnotatedDocument& source = linking.documents[d];
  const auto& mentions = source.annotation.mentions;
  const std::vector<std::int32_t> inner = inner_names(source.annotation);
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Mention& mention = mentions[m];
    if (!mention.named || inner[m] >= 0 || mention.type == MentionType::time ||
        mention.type == MentionType::abstract) {
      continue;
    }
    NameUse use{d, static_cast<std::int32_t>(m), -1, mention.span, entity_type(mention.type), {}};
    use.name = parse(mention.span.of(source.document.text), use.type, linking.packs);
    // "Syrian" names no thing, and a word in small letters no thing of its own.
    if (!has_capital(use.name.text) ||
        linking.packs.gazetteer.is_country_adjective(plain_key(use.name.text))) {
      continue;
    }
    std::set<Office> offices;
    if (use.type == EntityType::person) {
      if (auto office = office_before(source, mention, linking.packs)) offices.insert(*office);
      if (auto office = office_after(source, mention, linking.packs)) offices.insert(*office);
    }
    add(all, std::move(use), std::move(offices), {});
  }
}

// Persons with a name; bodies as long as what they are called is short enough to be a name.
bool has_name(const VoiceMention& voice) {
  constexpr std::size_t kLongestName = 8;  // words: "Office of the High Commissioner for ..."
  constexpr std::size_t kLongestDescription = 3;  // in small letters: "state television"
  if (voice.identity == IdentityClass::institution) {
    const std::size_t words = plain_tokens(voice.name).size();
    return words <= (has_capital(voice.name) ? kLongestName : kLongestDescription);
  }
  return voice.identity == IdentityClass::named || voice.identity == IdentityClass::pseudonym;
}

void collect_voices(const Linking& linking, std::uint32_t d, Collected& all) {
  const AnnotatedDocument& source = linking.documents[d];
  for (std::size_t v = 0; v < source.found.voices.size(); ++v) {
    const VoiceMention& voice = source.found.voices[v];
    if (voice.outlet && !source.document.publisher.empty()) {
      NameUse outlet{d, -1, static_cast<std::int32_t>(v), {}, EntityType::organization, {}};
      outlet.name = parse_body(source.document.publisher, linking.packs.names);
      add(all, std::move(outlet), {}, {});
    }
    if (voice.outlet || !has_name(voice)) continue;
    const bool body = voice.identity == IdentityClass::institution;
    const Span span = voice.spans.empty() ? Span{} : voice.spans.front();
    NameUse use{d,
                -1,
                static_cast<std::int32_t>(v),
                span,
                body ? EntityType::organization : EntityType::person,
                {}};
    std::set<Office> offices;
    for (const VoiceRole& role : voice.roles) {
      if (auto office = parse_office(role.text, linking.packs.names, linking.packs.gazetteer)) {
        offices.insert(*office);
      }
    }
    use.name = parse(voice.name, use.type, linking.packs);
    const std::set<VoiceKind> kinds =
        voice.kind == VoiceKind::unknown ? std::set<VoiceKind>{} : std::set<VoiceKind>{voice.kind};
    add(all, std::move(use), std::move(offices), kinds);
  }
}

// A word tagged as a body here and as a place there is one name of the class that most uses have.
// Persons are apart from the rest unless nearly all uses say person, or nearly none. What speaks
// counts more than what is tagged, and "other" says nothing beside a class.
std::map<std::string, std::map<EntityType, std::uint32_t>> count_types(const Collected& all) {
  constexpr std::uint32_t kVoice = 3;  // mentions that one appearance as a voice weighs
  std::map<std::string, std::map<EntityType, std::uint32_t>> counts;
  for (const NameUse& use : all.uses) {
    counts[plain_key(use.name.text)][use.type] += use.voice >= 0 ? kVoice : 1;
  }
  for (auto& [text, types] : counts) {
    if (types.size() > 1) types.erase(EntityType::other);
  }
  return counts;
}

EntityType settled_type(const NameUse& use, const std::map<EntityType, std::uint32_t>& counts) {
  constexpr std::uint32_t kClear = 2;  // times as many uses say otherwise: a tagger's slip
  EntityType best = use.type;
  std::uint32_t most = 0;
  for (const auto& [type, count] : counts) {
    if (count > most) {
      most = count;
      best = type;
    }
  }
  const auto at = counts.find(use.type);
  if (at == counts.end()) return best;
  const std::uint32_t own = at->second;
  const bool person = (use.type == EntityType::person) != (best == EntityType::person);
  return most > own * (person ? kClear : 1) ? best : use.type;
}

void settle_types(Collected& all, const DossierPacks& packs) {
  const auto counts = count_types(all);
  for (NameUse& use : all.uses) {
    const std::string plain = plain_key(use.name.text);
    EntityType type = settled_type(use, counts.at(plain));
    // A country acts and is acted in; it is one thing under both tags.
    if (type != EntityType::person && packs.gazetteer.is_country_name(plain)) {
      type = EntityType::place;
    }
    if (type == use.type) continue;
    auto office = use.name.office;
    use.name = parse(use.name.text, type, packs);
    use.name.office = std::move(office);
    use.type = type;
  }
}

}  // namespace

std::vector<std::int32_t> inner_names(const Annotation& annotation) {
  const auto& mentions = annotation.mentions;
  std::vector<std::int32_t> inner(mentions.size(), -1);
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const std::int32_t outer = mentions[m].antecedent;
    if (!mentions[m].named || outer < 0) continue;
    const Mention& around = mentions[static_cast<std::size_t>(outer)];
    if (around.span.contains(mentions[m].span) && around.span != mentions[m].span) {
      inner[static_cast<std::size_t>(outer)] = static_cast<std::int32_t>(m);
    }
  }
  return inner;
}

std::vector<std::string> Name::tokens() const {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::size_t space = std::min(key.find(' ', begin), key.size());
    out.push_back(key.substr(begin, space - begin));
    begin = space + 1;
  }
  return out;
}

const std::string& Names::text(std::uint32_t name) const {
  return uses[names[name].uses.front()].name.text;
}

Names collect_names(const Linking& linking) {
  Collected all;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    collect_mentions(linking, d, all);
    collect_voices(linking, d, all);
  }
  settle_types(all, linking.packs);
  std::map<std::tuple<NameClass, std::string, std::int32_t>, Name> names;
  for (std::uint32_t u = 0; u < all.uses.size(); ++u) {
    const NameUse& use = all.uses[u];
    const NameClass kind = class_of(use.type);
    const bool apart = kind == NameClass::person && use.name.tokens.size() == 1;
    const std::int32_t document = apart ? static_cast<std::int32_t>(use.document) : -1;
    Name& name = names[{kind, use.name.key(), document}];
    name.kind = kind;
    name.key = use.name.key();
    name.document = document;
    name.uses.push_back(u);
    name.documents.insert(use.document);
    name.offices.insert(all.offices[u].begin(), all.offices[u].end());
    name.kinds.insert(all.kinds[u].begin(), all.kinds[u].end());
    ++name.types[use.type];
  }
  Names out;
  out.uses = std::move(all.uses);
  for (auto& [id, name] : names) out.names.push_back(std::move(name));
  return out;
}

}  // namespace counterpoint
