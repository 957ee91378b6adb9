// SPDX-License-Identifier: Apache-2.0
#include "statement/voices.h"

#include <algorithm>
#include <filesystem>

#include "base/utf8.h"

namespace counterpoint::statement {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = utf8::folded(text);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Whether two forms can be one person's: the same last name, and the words of the shorter in order
// in the longer ("Ibrahim Shaar" in "Mohammad Ibrahim Shaar").
bool same_person(std::string_view a, std::string_view b) {
  std::vector<std::string> longer = words_of(a);
  std::vector<std::string> shorter = words_of(b);
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  if (shorter.empty() || longer.back() != shorter.back()) return false;
  std::size_t matched = 0;
  for (const std::string& word : longer) {
    if (matched < shorter.size() && word == shorter[matched]) ++matched;
  }
  return matched == shorter.size();
}

std::string outlet_name(const Document& document) {
  if (!document.publisher.empty()) return document.publisher;
  return std::filesystem::path(document.name).stem().string();
}

}  // namespace

VoiceRegistry::VoiceRegistry(const Tree& tree, const Lexicon& lexicon)
    : tree_(tree), lexicon_(lexicon) {
  VoiceMention outlet;
  outlet.name = outlet_name(tree.document());
  outlet.kind = tree.document().genre == Genre::reference ? VoiceKind::reference : VoiceKind::media;
  outlet.identity = IdentityClass::institution;
  outlet.outlet = true;
  voices_.push_back(std::move(outlet));
}

VoiceMentionIndex VoiceRegistry::add(VoiceMention voice, const std::string& key) {
  const auto known = key.empty() ? by_key_.end() : by_key_.find(key);
  if (known != by_key_.end()) {
    VoiceMention& old = voices_[known->second];
    old.spans.insert(old.spans.end(), voice.spans.begin(), voice.spans.end());
    if (old.kind == VoiceKind::unknown) old.kind = voice.kind;
    if (old.description.empty()) old.description = voice.description;
    return known->second;
  }
  const auto index = static_cast<VoiceMentionIndex>(voices_.size());
  voices_.push_back(std::move(voice));
  if (!key.empty()) by_key_.emplace(key, index);
  return index;
}

VoiceMentionIndex VoiceRegistry::resolve(TokenIndex source,
                                         std::optional<VoiceMentionIndex> previous) {
  // "according to this version": whoever gave it just before.
  const bool retold = lexicon_.cue_nouns.contains(tree_.token(source).lemma) &&
                      has_determiner(source, WordClass::definite);
  if (retold && previous && maker_of(source) == source) return *previous;
  source = maker_of(source);
  if (const auto voice = by_pronoun(source, previous)) return *voice;
  if (const auto outlet = outlet_by_noun(source)) return *outlet;
  const NounPhrase phrase = noun_phrase(tree_, source);
  if (phrase.person.empty()) {
    const std::vector<NamedOutlet> outlets = outlets_in(lexicon_, tree_, phrase.core);
    const bool is_official =
        kind_of_words(lexicon_, tree_, phrase.core, source) == VoiceKind::official;
    if (!outlets.empty() && (!is_official || outlets.front().kind == VoiceKind::official)) {
      return outlet_named(outlets.front()).value_or(kOutlet);
    }
    if (const auto voice = by_definite(phrase)) return *voice;
    return group(phrase);
  }
  return person(phrase);
}

// "a statement by the committee", "a report released by the ministry": whoever made it.
TokenIndex VoiceRegistry::maker_of(TokenIndex source) const {
  if (!lexicon_.document_nouns.contains(tree_.token(source).lemma)) return source;
  if (const TokenIndex owner = tree_.child(source, {"nmod:poss"}); owner >= 0) return owner;
  const auto maker_below = [&](TokenIndex node) -> TokenIndex {
    for (const TokenIndex c : tree_.children(node)) {
      if (!tree_.is(c, {"nmod", "obl"})) continue;
      if (tree_.has_child_word(c, WordClass::maker)) return c;
    }
    return -1;
  };
  if (const TokenIndex maker = maker_below(source); maker >= 0) return maker;
  for (const TokenIndex c : tree_.children(source)) {
    if (!tree_.is(c, {"acl"})) continue;
    if (const TokenIndex maker = maker_below(c); maker >= 0) return maker;
  }
  return source;
}

// What the pronoun stands for. A town does not speak: where it seems to, the body named last before
// the pronoun in its sentence does ("fled to Turkey in fear of the regime after it claimed").
std::int32_t VoiceRegistry::speaker_for(TokenIndex pronoun) const {
  const auto& mentions = tree_.annotation().mentions;
  const std::int32_t found = resolve_pronoun(tree_.document(), tree_.annotation(), pronoun);
  if (found < 0 || mentions[static_cast<std::size_t>(found)].type != MentionType::place)
    return found;
  std::int32_t body = -1;
  for (std::size_t i = 0; i < mentions.size() && mentions[i].first < pronoun; ++i) {
    const bool here = tree_.sentence_of(mentions[i].head) == tree_.sentence_of(pronoun);
    const bool organization = mentions[i].type == MentionType::organization;
    if (here && organization && mentions[i].last <= pronoun) body = static_cast<std::int32_t>(i);
  }
  return body >= 0 ? body : found;
}

std::optional<VoiceMentionIndex> VoiceRegistry::by_pronoun(
    TokenIndex source, std::optional<VoiceMentionIndex> previous) {
  const bool single = tree_.is_word(source, WordClass::person_pronoun);
  const bool plural = tree_.is_word(source, WordClass::plural_pronoun);
  if (!single && !plural && !tree_.is_word(source, WordClass::thing_pronoun)) return std::nullopt;
  const std::int32_t m = speaker_for(source);
  if (m >= 0) {
    const Mention& mention = tree_.annotation().mentions[static_cast<std::size_t>(m)];
    // A pronoun that opens its paragraph's quotation cue most often means whoever spoke last.
    const bool fits = !single || mention.type == MentionType::person;
    if (fits && (!previous || *previous == kOutlet)) {
      return resolve(apposed_name(mention.head), std::nullopt);
    }
  }
  if (previous && *previous != kOutlet) {
    const VoiceMention& last = voices_[*previous];
    const bool body = last.identity == IdentityClass::institution;
    if (single != body || plural) {
      voices_[*previous].spans.push_back(tree_.token(source).span);
      return previous;
    }
  }
  if (m >= 0) {
    const Mention& mention = tree_.annotation().mentions[static_cast<std::size_t>(m)];
    return resolve(apposed_name(mention.head), std::nullopt);
  }
  return std::nullopt;
}

// "Abu Nader, a resident of the town": whoever is called the resident is Abu Nader.
TokenIndex VoiceRegistry::apposed_name(TokenIndex head) const {
  const TokenIndex above = tree_.head(head);
  const bool named = above >= 0 && tree_.token(above).upos == Upos::PROPN;
  return named && tree_.is(head, {"appos"}) ? above : head;
}

bool VoiceRegistry::has_determiner(TokenIndex noun, WordClass kind) const {
  const TokenIndex determiner = tree_.child(noun, {"det"});
  return determiner >= 0 && tree_.is_word(determiner, kind);
}

std::string_view VoiceRegistry::without_article(std::string_view name) const {
  for (const std::string& article : tree_.words().all(WordClass::article)) {
    if (name.starts_with(article + " ")) return name.substr(article.size() + 1);
  }
  return name;
}

// "the minister", "the spokesman": the person introduced with that word; "the group" likewise.
std::optional<VoiceMentionIndex> VoiceRegistry::by_definite(const NounPhrase& phrase) {
  if (!has_determiner(phrase.head, WordClass::definite)) return std::nullopt;
  if (!phrase.organization.empty() || tree_.token(phrase.head).upos == Upos::PROPN)
    return std::nullopt;
  const std::string head = tree_.lower(phrase.head);
  const auto [first, last] = tree_.tokens_in(phrase.core);
  if (last - first > 2) return std::nullopt;  // "the Mexican health ministry" describes itself
  for (auto i = static_cast<VoiceMentionIndex>(voices_.size()); i-- > 1;) {
    const std::vector<std::string> known = words_of(voices_[i].description + " " + voices_[i].name);
    const bool individual = voices_[i].identity != IdentityClass::collective;
    if (individual && std::find(known.begin(), known.end(), head) != known.end()) {
      voices_[i].spans.push_back(phrase.core);
      return i;
    }
  }
  return std::nullopt;
}

std::string VoiceRegistry::description_of(const NounPhrase& phrase, const Span& name) const {
  std::string description;
  const auto take = [&](Span words) {
    words = trimmed(tree_.document().text, words);
    if (words.empty() || words == name) return;
    // Twenty words describe a voice; longer ones are clauses about it.
    const auto [first, last] = tree_.tokens_in(words);
    if (last - first > 20) words.end = tree_.token(first + 19).span.end;
    if (!description.empty()) description += ", ";
    description += tree_.text(words);
  };
  if (phrase.core.begin < name.begin) take({phrase.core.begin, name.begin});
  if (name.end < phrase.core.end) take({name.end, phrase.core.end});
  for (const Span& apposition : phrase.appositions) {
    if (!apposition.overlaps(name)) take(apposition);
  }
  return description;
}

VoiceMentionIndex VoiceRegistry::person(const NounPhrase& phrase) {
  VoiceMention voice;
  voice.name = std::string(tree_.text(phrase.person));
  voice.identity = IdentityClass::named;
  voice.spans.push_back(phrase.core);
  voice.description = description_of(phrase, phrase.person);
  for (VoiceMentionIndex i = 1; i < voices_.size(); ++i) {
    VoiceMention& known = voices_[i];
    if (known.identity != IdentityClass::named || !same_person(known.name, voice.name)) continue;
    known.spans.push_back(phrase.core);
    if (voice.name.size() > known.name.size()) std::swap(known.name, voice.name);
    if (voice.name != known.name) known.names.push_back(voice.name);
    if (known.description.empty()) known.description = voice.description;
    if (known.kind == VoiceKind::unknown) set_kind(known, phrase);
    return i;
  }
  set_kind(voice, phrase);
  learn_from_other_mentions(voice);
  const std::string key = "person:" + utf8::folded(voice.name);
  return add(std::move(voice), key);
}

// "Hong Kong's leader", "leader of the island": a head that says nothing of its side, and a place.
bool VoiceRegistry::names_head_of_place(const Span& words) const {
  const auto [first, last] = tree_.tokens_in(words);
  bool head = false;
  bool place = false;
  for (TokenIndex i = first; i < last; ++i) {
    head = head || lexicon_.neutral_heads.contains(tree_.token(i).lemma);
    const std::int32_t m = tree_.mention_at(i);
    place = place ||
            (m >= 0 && tree_.annotation().mentions[static_cast<std::size_t>(m)].named &&
             tree_.annotation().mentions[static_cast<std::size_t>(m)].type == MentionType::place);
  }
  return head && place && last - first <= 8;
}

void VoiceRegistry::set_kind(VoiceMention& voice, const NounPhrase& phrase) const {
  Span words = phrase.core;
  TokenIndex head = phrase.head;
  voice.kind = kind_of_words(lexicon_, tree_, words, head);
  voice.side = side_of_words(lexicon_, tree_, words);
  for (const Span& apposition : phrase.appositions) {
    if (voice.kind == VoiceKind::unknown)
      voice.kind = kind_of_words(lexicon_, tree_, apposition, -1);
    if (voice.side.empty()) voice.side = side_of_words(lexicon_, tree_, apposition);
  }
  if (!voice.description.empty() && voice.kind != VoiceKind::unknown) {
    voice.roles.push_back({voice.description, voice.kind, phrase.core});
  }
  // "Hong Kong's leader": who heads a place speaks for it.
  const bool heads = names_head_of_place(words) ||
                     std::any_of(phrase.appositions.begin(), phrase.appositions.end(),
                                 [&](const Span& other) { return names_head_of_place(other); });
  if (voice.kind == VoiceKind::unknown && heads) voice.kind = VoiceKind::official;
  // "the BBC's Jim Muir" speaks for the outlet that owns him.
  if (voice.kind == VoiceKind::unknown && is_of_an_outlet(lexicon_, tree_, phrase)) {
    voice.kind = VoiceKind::media;
  }
}

// A surname alone says little: take the fuller name and the office from elsewhere in the document.
void VoiceRegistry::learn_from_other_mentions(VoiceMention& voice) const {
  for (const Mention& mention : tree_.annotation().mentions) {
    if (!mention.named || mention.type != MentionType::person) continue;
    const std::string form(tree_.text(mention.span));
    if (form == voice.name || !same_person(form, voice.name)) {
      if (form != voice.name || voice.kind != VoiceKind::unknown) continue;
    }
    const NounPhrase phrase = noun_phrase(tree_, mention.head);
    if (form.size() > voice.name.size()) {
      voice.names.push_back(voice.name);
      voice.name = form;
    }
    if (voice.description.empty()) voice.description = description_of(phrase, mention.span);
    if (voice.kind == VoiceKind::unknown) set_kind(voice, phrase);
  }
}

VoiceMentionIndex VoiceRegistry::group(const NounPhrase& phrase) {
  VoiceMention voice;
  const Span core = trimmed(tree_.document().text, phrase.core);
  Span name = core;
  // "an opposition group, the Harbour Committee": the apposition names it.
  for (const Span& apposition : phrase.appositions) {
    const NounPhrase other = noun_phrase(tree_, tree_.tokens_in(apposition).first);
    if (!phrase.organization.empty()) break;
    const auto [first, last] = tree_.tokens_in(apposition);
    for (TokenIndex i = first; i < last; ++i) {
      const std::int32_t m = tree_.mention_at(i);
      if (m < 0) continue;
      const Mention& mention = tree_.annotation().mentions[static_cast<std::size_t>(m)];
      if (!mention.named || mention.type != MentionType::organization) continue;
      name = mention.span;
      break;
    }
    if (name != core || other.head < 0) break;
  }
  voice.name = std::string(tree_.text(name));
  if (name != core) voice.description = std::string(tree_.text(core));
  const Token& head = tree_.token(phrase.head);
  const bool named = !phrase.organization.empty() || head.upos == Upos::PROPN || name != core;
  const bool plural = head.xpos == "NNS" || head.xpos == "NNPS";
  voice.identity = plural  ? IdentityClass::collective
                   : named ? IdentityClass::institution
                           : IdentityClass::unnamed;
  voice.distinct = has_determiner(phrase.head, WordClass::another);
  voice.spans.push_back(phrase.core);
  set_kind(voice, phrase);
  // "a fruit seller", "a schoolteacher": somebody private who was there.
  const std::int32_t m = tree_.mention_at(phrase.head);
  const bool somebody =
      m >= 0 && head.upos == Upos::NOUN &&
      tree_.annotation().mentions[static_cast<std::size_t>(m)].type == MentionType::person;
  if (voice.kind == VoiceKind::unknown && voice.identity == IdentityClass::unnamed && somebody &&
      !lexicon_.neutral_heads.contains(head.lemma)) {
    voice.kind = VoiceKind::witness;
  }
  const bool body = voice.kind == VoiceKind::official || voice.kind == VoiceKind::igo ||
                    voice.kind == VoiceKind::opposition || voice.kind == VoiceKind::media;
  const bool one_of_many = has_determiner(phrase.head, WordClass::indefinite);
  if (voice.identity == IdentityClass::unnamed && body && !one_of_many) {
    voice.identity = IdentityClass::institution;  // "the government", "state television"
  }
  const bool individual = voice.identity == IdentityClass::unnamed;
  return add(std::move(voice), individual ? "" : "group:" + utf8::folded(tree_.text(name)));
}

std::vector<VoiceMentionIndex> VoiceRegistry::joined_to(TokenIndex source) {
  // "police, soldiers and medics": parses hang the third on the first or on the second.
  std::vector<TokenIndex> open{source};
  std::vector<VoiceMentionIndex> joined;
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const TokenIndex c : tree_.children(open[i])) {
      const Upos upos = tree_.token(c).upos;
      if (!tree_.is(c, {"conj"}) || (upos != Upos::NOUN && upos != Upos::PROPN)) continue;
      open.push_back(c);
      joined.push_back(resolve(c, std::nullopt));
    }
  }
  return joined;
}

std::optional<VoiceMentionIndex> VoiceRegistry::outlet_named(const NamedOutlet& outlet) {
  const std::string name = utf8::folded(outlet.name);
  const std::string own = utf8::folded(voices_[kOutlet].name);
  if (without_article(own) == without_article(name)) return std::nullopt;
  VoiceMention voice;
  voice.name = outlet.name;
  voice.kind = outlet.kind;
  voice.identity = IdentityClass::institution;
  voice.spans.push_back(outlet.span);
  return add(std::move(voice), "outlet:" + name);
}

std::optional<VoiceMentionIndex> VoiceRegistry::outlet_by_noun(TokenIndex token) {
  if (!lexicon_.media_nouns.contains(tree_.token(token).lemma)) return std::nullopt;
  const Span words = tree_.subtree(token);
  if (!outlets_in(lexicon_, tree_, words).empty()) return std::nullopt;
  if (!has_determiner(token, WordClass::definite)) return std::nullopt;
  if (tree_.child(token, {"compound", "amod"}) >= 0) return std::nullopt;
  std::vector<NamedOutlet> before = outlets_in(lexicon_, tree_, {0, tree_.token(token).span.begin});
  if (before.empty()) return std::nullopt;
  return outlet_named(before.back());
}

VoiceMentionIndex VoiceRegistry::from_words(const Span& words) {
  VoiceMention voice;
  voice.name = std::string(tree_.text(words));
  voice.kind = kind_of_words(lexicon_, tree_, words, -1);
  voice.identity = IdentityClass::collective;
  voice.spans.push_back(words);
  return add(std::move(voice), "group:" + utf8::folded(tree_.text(words)));
}

VoiceMentionIndex VoiceRegistry::impersonal(const Span& cue) {
  VoiceMention voice;
  voice.name = std::string(tree_.text(cue));
  voice.identity = IdentityClass::unnamed;
  voice.spans.push_back(cue);
  return add(std::move(voice), "");
}

VoiceMentionIndex VoiceRegistry::nobody_named() {
  VoiceMention voice;
  voice.name = "unnamed";
  voice.identity = IdentityClass::unnamed;
  return add(std::move(voice), "nobody:");
}

}  // namespace counterpoint::statement
