// SPDX-License-Identifier: Apache-2.0
#include "statement/phrase.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// Relations whose subtrees stand outside the core of a noun phrase.
bool is_outside_core(const Tree& tree, TokenIndex i) {
  return tree.is(i, {"acl", "appos", "parataxis", "conj", "cc", "advcl", "nsubj", "cop", "punct",
                     "ccomp", "mark", "case", "discourse", "dep", "csubj", "aux", "obl", "advmod"});
}

void grow(const Tree& tree, TokenIndex i, Span& span) {
  span.begin = std::min(span.begin, tree.token(i).span.begin);
  span.end = std::max(span.end, tree.token(i).span.end);
  for (const TokenIndex c : tree.children(i)) {
    // Inside a modifier everything but a relative clause stays: "ministry of health".
    if (!tree.is(c, {"acl:relcl", "parataxis", "appos"})) grow(tree, c, span);
  }
}

// "LIMA - Police said": a dash between spaces parts, it does not join.
bool is_spaced(const Tree& tree, TokenIndex i) {
  if (i == 0 || i + 1 >= tree.size()) return false;
  return tree.token(i - 1).span.end < tree.token(i).span.begin &&
         tree.token(i).span.end < tree.token(i + 1).span.begin;
}

// Whether the token can stand inside a noun phrase. A comma, a quotation mark or a finite verb
// cannot, whatever the parse says: parses of long sentences fail there.
bool can_stand_inside(const Tree& tree, TokenIndex i) {
  const Token& token = tree.token(i);
  if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::SCONJ) {
    // "the UNITED Nations"
    return token.xpos == "VBN" || token.xpos == "VBG" || token.xpos.starts_with("NNP");
  }
  if (token.xpos == "WP" || token.xpos == "WDT") return false;
  if (token.upos != Upos::PUNCT) return true;
  const std::string_view word = tree.word(i);
  return (word == "-" && !is_spaced(tree, i)) || word == "." ||
         tree.is_word(i, WordClass::possessive);
}

bool is_modifier(const Tree& tree, TokenIndex i) {
  // "self-declared": both parts of the word, whatever their part of speech.
  const auto is_hyphen = [&](TokenIndex at) {
    return at > 0 && at + 1 < tree.size() && tree.word(at) == "-" && !is_spaced(tree, at);
  };
  if (is_hyphen(i - 1) || is_hyphen(i + 1)) return true;
  // A part of a name, whatever its part of speech: "United" in "United Nations" is a participle.
  if (tree.token(i).xpos.starts_with("NNP")) return !is_time(tree, i);
  switch (tree.token(i).upos) {
    case Upos::ADJ:
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::NUM:
      return !is_time(tree, i);
    case Upos::PART:
      return tree.is_word(i, WordClass::possessive);
    case Upos::PUNCT:
      return tree.word(i) == "-" && !is_spaced(tree, i);
    default:
      return false;
  }
}

bool is_capitalised(const Tree& tree, TokenIndex i) {
  return utf8::lower(tree.word(i)) != tree.word(i);
}

// "Syrian politician Bouthaina Shaaban", "Syrian Army First Lt. Abdul Razaq Tlass": one past the
// person's name that begins at `at` or behind titles there, else `at`.
TokenIndex over_name(const Tree& tree, TokenIndex at, TokenIndex last) {
  constexpr TokenIndex kLongestTitle = 3;
  for (TokenIndex begin = at; begin < last && begin - at <= kLongestTitle; ++begin) {
    if (!is_capitalised(tree, begin)) return at;
    if (tree.token(begin).upos != Upos::PROPN) continue;
    const std::int32_t m = tree.mention_at(begin);
    if (m < 0) continue;
    const Mention& mention = tree.annotation().mentions[static_cast<std::size_t>(m)];
    if (mention.first == begin && mention.named && mention.type == MentionType::person) {
      return std::min(mention.last, last);
    }
  }
  return at;
}

// "the prison service SNAI reported", "the contractor Daehwa E&C": one past the name that directly
// follows the head, else `at`.
TokenIndex over_apposed_name(const Tree& tree, TokenIndex head, TokenIndex at, TokenIndex last) {
  if (at != head + 1 || tree.token(head).upos != Upos::NOUN) return at;
  while (at < last && tree.token(at).upos == Upos::PROPN && is_capitalised(tree, at) &&
         !is_time(tree, at)) {
    ++at;
  }
  return at;
}

// An article, or an adjective behind a common noun that does not hang on the same head: "in later
// years | several residents", but "the deputy interior minister".
bool opens_phrase(const Tree& tree, TokenIndex i, TokenIndex head) {
  const Upos upos = tree.token(i).upos;
  return upos == Upos::DET ||
         (upos == Upos::ADJ && tree.token(i - 1).upos == Upos::NOUN && tree.head(i - 1) != head);
}

// Words that stand directly before the head and modify it belong to its phrase even where the parse
// hangs them elsewhere ("Syrian state TV").
void fit_to_surface(const Tree& tree, NounPhrase& phrase) {
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(phrase.head)];
  TokenIndex first = phrase.head;
  TokenIndex last = phrase.head + 1;
  const auto [core_first, core_last] = tree.tokens_in(phrase.core);
  while (first > sentence.first && !opens_phrase(tree, first, phrase.head) &&
         (is_modifier(tree, first - 1) ||
          (first - 1 >= core_first && can_stand_inside(tree, first - 1)))) {
    --first;
  }
  while (last < sentence.last && last < core_last && can_stand_inside(tree, last)) ++last;
  while (last < sentence.last && tree.token(last - 1).upos == Upos::PROPN &&
         tree.token(last).upos == Upos::PROPN) {
    ++last;
  }
  const TokenIndex named = over_name(tree, last, sentence.last);
  last = named > last ? named : over_apposed_name(tree, phrase.head, last, sentence.last);
  // "one local speaking by telephone": the participle behind begins a clause.
  while (last - 1 > phrase.head && is_participle(tree, last - 1)) --last;
  // "the Red Crescent branch | of 34": a number alone is no part of a name.
  while (last - 2 > phrase.head && tree.token(phrase.head).upos == Upos::NOUN &&
         tree.token(last - 1).upos == Upos::NUM && tree.token(last - 2).upos == Upos::ADP) {
    last -= 2;
  }
  // "the government of Azmar on Sunday"
  while (last - 2 > phrase.head && is_time(tree, last - 1)) --last;
  if (last - 1 > phrase.head && tree.token(last - 1).upos == Upos::ADP) --last;
  while (first < phrase.head && !is_modifier(tree, first)) ++first;
  while (last - 1 > phrase.head && is_relative(tree, last - 1)) --last;
  phrase.core = {tree.token(first).span.begin, tree.token(last - 1).span.end};
}

// "Police, soldiers and medics said": the words after the comma go on with a list, by the parse or
// because an "and" among them has no comma at its end.
bool is_coordinated(const Tree& tree, TokenIndex head, TokenIndex first, TokenIndex last) {
  bool joined = false;
  for (TokenIndex i = first; i < last; ++i) {
    if (tree.is(i, {"conj"}) && tree.head(i) == head) return true;
    if (tree.token(i).upos == Upos::CCONJ) joined = true;
  }
  return joined && last < tree.size() && tree.word(last) != ",";
}

// "According to the PATROL, the driver was hurt": behind a preposition the words after the comma
// are the subject of the verb that follows them.
bool is_governed(const Tree& tree, TokenIndex head) {
  const TokenIndex link = tree.child(head, {"case"});
  return link >= 0 && link < head;
}

// Whether an apposition by the parse is the subject of the clause instead.
bool is_next_subject(const Tree& tree, TokenIndex head, TokenIndex apposition) {
  const TokenIndex next = tree.tokens_in(tree.subtree(apposition)).second;
  return apposition > head && is_governed(tree, head) && next < tree.size() &&
         (tree.token(next).upos == Upos::AUX || is_finite(tree, next));
}

// ", a resident of the town," after the core: an apposition, whatever the parse says.
void take_surface_apposition(const Tree& tree, NounPhrase& phrase) {
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(phrase.head)];
  const TokenIndex comma = tree.tokens_in(phrase.core).second;
  if (comma + 1 >= sentence.last || tree.word(comma) != ",") return;
  const Upos start = tree.token(comma + 1).upos;
  // "Amir al-Sadeq, from the organisers' union, said"
  const bool affiliation = start == Upos::ADP && tree.is_word(comma + 1, WordClass::maker);
  // "acting director", "retired general"
  const std::string& tag = tree.token(comma + 1).xpos;
  const bool participle = tag == "VBG" || tag == "VBN" || tag == "JJ";
  if (start != Upos::DET && start != Upos::NOUN && start != Upos::ADJ && start != Upos::PROPN &&
      !participle && !affiliation) {
    return;
  }
  TokenIndex end = comma + 1;
  while (end < sentence.last && end - comma < 20 && tree.word(end) != "," &&
         can_stand_inside(tree, end)) {
    ++end;
  }
  const Span words{tree.token(comma + 1).span.begin, tree.token(end - 1).span.end};
  if (is_coordinated(tree, phrase.head, comma + 1, end)) return;
  // A list ("police, soldiers and medics") is no apposition: those end in a comma or a verb.
  if (end >= sentence.last || (tree.word(end) != "," && tree.token(end).upos != Upos::VERB &&
                               tree.token(end).upos != Upos::AUX)) {
    return;
  }
  if (tree.word(end) != "," && is_governed(tree, phrase.head)) return;
  phrase.appositions = {words};
}

// "Puntland's information minister, Amina Osman Haji, confirmed": what stands before the name and
// its comma describes it.
void take_apposition_before(const Tree& tree, NounPhrase& phrase) {
  const auto [first, last] = tree.tokens_in(phrase.core);
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(phrase.head)];
  const TokenIndex comma = first - 1;
  if (tree.token(phrase.head).upos != Upos::PROPN || comma <= sentence.first) return;
  if (last >= sentence.last || tree.word(last) != "," || tree.word(comma) != ",") return;
  if (tree.token(comma - 1).upos != Upos::NOUN) return;
  TokenIndex begin = comma;
  while (begin > sentence.first && comma - begin < 12 && can_stand_inside(tree, begin - 1) &&
         tree.token(begin - 1).upos != Upos::CCONJ) {
    --begin;
  }
  phrase.appositions = {{tree.token(begin).span.begin, tree.token(comma - 1).span.end}};
}

// The name with the proper nouns that directly follow it: "Wissam" + "Tarif".
Span whole_name(const Tree& tree, const Span& name) {
  auto [first, last] = tree.tokens_in(name);
  Span span = name;
  for (; last < tree.size() && tree.token(last).upos == Upos::PROPN &&
         tree.sentence_of(last) == tree.sentence_of(first);
       ++last) {
    span.end = tree.token(last).span.end;
  }
  return span;
}

// "Rosa Quintero of the Civic Platform" holds her name, and is none.
bool holds_a_body(const Tree& tree, const Mention& mention) {
  for (TokenIndex i = mention.first + 1; i < mention.last; ++i) {
    if (tree.token(i).upos == Upos::ADP && tree.is_word(i, WordClass::belonging)) return true;
  }
  return false;
}

// Whether the name belongs to something else than the head of the phrase: an owner ("the Assad
// family's lawyer"), a word before the head ("the Pasteur laboratory"), or what stands behind a
// preposition ("guards of the prison at Bani Walid").
bool is_of_another(const Tree& tree, const Mention& mention, const NounPhrase& phrase) {
  const TokenIndex head = phrase.head;
  if (head >= mention.last) {
    return tree.token(head).upos == Upos::NOUN || tree.is_word(mention.last, WordClass::possessive);
  }
  if (tree.token(mention.first).upos == Upos::ADJ && mention.last - mention.first == 1) return true;
  for (TokenIndex i = mention.first + 1; i < mention.last; ++i) {
    if (tree.is_word(i, WordClass::possessive)) return true;
  }
  for (TokenIndex i = head + 1; i < mention.first; ++i) {
    if (tree.token(i).upos == Upos::ADP) return true;
  }
  return false;
}

// In English the name stands last in its phrase ("President Assad's adviser Bouthaina Shaaban"),
// and the smallest mention is the name without its title.
void take_names(const Tree& tree, const Span& span, NounPhrase& phrase) {
  const auto& mentions = tree.annotation().mentions;
  const auto better = [](const Span& name, const Span& than) {
    if (than.empty()) return true;
    return name.end != than.end ? name.end > than.end : name.size() < than.size();
  };
  const auto [first, last] = tree.tokens_in(span);
  for (TokenIndex i = first; i < last; ++i) {
    const std::int32_t m = tree.mention_at(i);
    if (m < 0) continue;
    const Mention& mention = mentions[static_cast<std::size_t>(m)];
    if (!mention.named || !span.contains(mention.span)) continue;
    const bool own = !holds_a_body(tree, mention) &&
                     (span != phrase.core || !is_of_another(tree, mention, phrase));
    if (mention.type == MentionType::person && own && better(mention.span, phrase.person)) {
      phrase.person = mention.span;
    }
    if (mention.type == MentionType::organization && phrase.organization.empty()) {
      phrase.organization = mention.span;
    }
  }
  if (!phrase.person.empty()) phrase.person = whole_name(tree, phrase.person);
}

// Whether the name stands at the head of these words, with no more than titles before it.
bool opens_with(const Tree& tree, const Span& words, const Span& name) {
  const auto [first, last] = tree.tokens_in({words.begin, name.begin});
  for (TokenIndex i = first; i < last; ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::ADP || upos == Upos::PART || upos == Upos::VERB) return false;
  }
  return true;
}

// "spokeswoman Reem Haddad": capitalised words right after a common noun name a person, also where
// the names head saw none.
void take_name_after_title(const Tree& tree, NounPhrase& phrase) {
  const auto [first, last] = tree.tokens_in(phrase.core);
  TokenIndex begin = last;
  while (begin > first && tree.token(begin - 1).upos == Upos::PROPN) --begin;
  if (last - begin < 2 || begin == first) return;
  if (tree.token(begin - 1).upos != Upos::NOUN || is_time(tree, begin)) return;
  phrase.person = {tree.token(begin).span.begin, tree.token(last - 1).span.end};
}

}  // namespace

NounPhrase noun_phrase(const Tree& tree, TokenIndex head) {
  NounPhrase phrase;
  phrase.head = head;
  phrase.core = tree.token(head).span;
  for (const TokenIndex c : tree.children(head)) {
    // "the Office of the High Commissioner", where the parse apposes the commissioner
    const bool attribute =
        c > head && tree.is_word(tree.tokens_in(tree.subtree(c)).first, WordClass::of);
    if (tree.is(c, {"appos"}) && attribute) grow(tree, c, phrase.core);
    if (tree.is(c, {"appos"}) && !attribute && !is_next_subject(tree, head, c))
      phrase.appositions.push_back(tree.subtree(c));
    if (tree.is(c, {"nmod:poss"})) phrase.owner = c;
    if (!is_outside_core(tree, c)) grow(tree, c, phrase.core);
  }
  // "The health secretary, Alan Johnson, said": what the name is apposed to describes it.
  if (const TokenIndex above = tree.token(head).head; tree.is(head, {"appos"}) && above >= 0) {
    Span words = tree.token(above).span;
    for (const TokenIndex c : tree.children(above)) {
      if (c < head && !is_outside_core(tree, c)) grow(tree, c, words);
    }
    if (const std::int32_t m = tree.mention_at(above); m >= 0) {
      const Span& name = tree.annotation().mentions[static_cast<std::size_t>(m)].span;
      words = {std::min(words.begin, name.begin), std::max(words.end, name.end)};
    }
    phrase.appositions.push_back(words);
  }
  phrase.whole = tree.subtree(head);
  if (const std::int32_t m = tree.mention_at(head); m >= 0) {
    const Mention& mention = tree.annotation().mentions[static_cast<std::size_t>(m)];
    if (mention.named && mention.head == head) {
      phrase.core.begin = std::min(phrase.core.begin, mention.span.begin);
      phrase.core.end = std::max(phrase.core.end, mention.span.end);
    }
  }
  // "In the article HE admitted": a pronoun has no words of its own before it.
  if (!tree.token(head).xpos.starts_with("PRP")) fit_to_surface(tree, phrase);
  // "one local speaking by telephone": what the person does is no part of the name.
  const auto [begin, end] = tree.tokens_in(phrase.core);
  if (end - begin > 1 && end - 1 > head && tree.token(end - 1).xpos == "VBG") {
    phrase.core.end = tree.token(end - 2).span.end;
  }
  const TokenIndex first = tree.tokens_in(phrase.core).first;
  if (first < head && tree.is_word(first, WordClass::article))
    phrase.core.begin = tree.token(first + 1).span.begin;
  take_surface_apposition(tree, phrase);
  if (phrase.appositions.empty()) take_apposition_before(tree, phrase);
  take_names(tree, phrase.core, phrase);
  if (phrase.person.empty()) take_name_after_title(tree, phrase);
  if (phrase.person.empty()) {
    for (const Span& apposition : phrase.appositions) {
      take_names(tree, apposition, phrase);
      // "a resident, Abu Nader" names him; "an adviser to President Assad" names somebody else.
      if (!phrase.person.empty() && !opens_with(tree, apposition, phrase.person))
        phrase.person = {};
      if (!phrase.person.empty()) break;
    }
  }
  return phrase;
}

}  // namespace counterpoint::statement
