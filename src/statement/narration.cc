// SPDX-License-Identifier: Apache-2.0
#include "statement/narration.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

bool has_verb(const Tree& tree, const Sentence& sentence) {
  if (!tree.annotation().parsed) return sentence.last - sentence.first >= 5;
  for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::VERB || upos == Upos::AUX) return true;
  }
  return false;
}

// "Flood: 23 dead, 8 hurt": no verb, but numbers of what befell people.
bool tells_toll(const Tree& tree, const Sentence& sentence) {
  const auto& quantities = tree.annotation().quantities;
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
    if (quantity.kind != QuantityKind::count || !sentence.span.contains(quantity.span))
      return false;
    const auto [first, end] = tree.tokens_in(quantity.span);
    // "Injured: 21"
    if (first > sentence.first + 1 && tree.word(first - 1) == ":" &&
        tree.is_word(first - 2, WordClass::label)) {
      return true;
    }
    for (TokenIndex i = end; i < std::min(sentence.last, end + 3); ++i) {
      if (tree.is_word(i, WordClass::state)) return true;
    }
    return false;
  });
}

bool in_section(const Tree& tree, const Span& span, SectionRole role) {
  return std::any_of(
      tree.document().sections.begin(), tree.document().sections.end(),
      [&](const Section& section) { return section.role == role && section.span.contains(span); });
}

// Column labels and headings: the sentence is no more than the label itself.
bool is_label(const Tree& tree, const Span& span) {
  return std::any_of(tree.document().sections.begin(), tree.document().sections.end(),
                     [&](const Section& section) {
                       return tree.text(span).find(section.label) != std::string_view::npos &&
                              !section.label.empty() && span.size() < 2 * section.label.size() + 4;
                     });
}

// From the source over the cue to the content, as far as no other verb stands in between: whom it
// was told, when and where ("told the agency by telephone on Monday that").
Span frame(const Tree& tree, const Statement& s) {
  Span frame = *s.cue;
  const auto reach = [&](const Span& other) {
    const Span gap{std::min(frame.end, other.end), std::max(frame.begin, other.begin)};
    const auto [first, last] = tree.tokens_in(gap);
    for (TokenIndex i = first; i < last; ++i) {
      if (tree.token(i).upos == Upos::VERB && !s.cue->contains(tree.token(i).span)) return;
    }
    frame = {std::min(frame.begin, gap.begin), std::max(frame.end, gap.end)};
  };
  if (s.source) reach(*s.source);
  if (tree.annotation().parsed) reach(s.span);
  return frame;
}

// The parts of the sentence that statements already speak for: apart, in order.
std::vector<Span> covered(const Tree& tree, const Span& sentence,
                          const std::vector<Statement>& statements) {
  std::vector<Span> parts;
  const auto add = [&](const Span& span) {
    if (span.overlaps(sentence)) {
      parts.push_back({std::max(span.begin, sentence.begin), std::min(span.end, sentence.end)});
    }
  };
  for (const Statement& s : statements) {
    if (!s.sentence.overlaps(sentence)) continue;
    add(s.span);
    if (s.cue) add(*s.cue);
    if (s.source) add(*s.source);
    if (s.cue) add(frame(tree, s));
  }
  std::sort(parts.begin(), parts.end());
  std::vector<Span> apart;
  for (const Span& part : parts) {
    if (!apart.empty() && part.begin <= apart.back().end) {
      apart.back().end = std::max(apart.back().end, part.end);
    } else {
      apart.push_back(part);
    }
  }
  return apart;
}

std::uint32_t bytes_of(const std::vector<Span>& parts) {
  std::uint32_t total = 0;
  for (const Span& part : parts) total += part.size();
  return total;
}

// What the outlet says itself where the sentence ends in somebody's words: the clause before them
// ('State TV carried interviews: | "The armed groups ...," it said'), else the sentence.
Span own_words(const Tree& tree, const Span& sentence, const std::vector<Span>& parts) {
  if (parts.empty()) return sentence;
  std::uint32_t begin = parts.back().begin;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    // Only marks and spaces part what stands between the sayings at the end.
    const Span gap{part->end, part == parts.rbegin() ? sentence.end : begin};
    const auto [first, last] = tree.tokens_in(gap);
    for (TokenIndex i = first; i < last; ++i) {
      if (tree.token(i).upos != Upos::PUNCT)
        return part == parts.rbegin() ? sentence : Span{sentence.begin, begin};
    }
    begin = part->begin;
  }
  return {sentence.begin, begin};
}

// '"...," she said at the hospital, | where 64 are being treated': the relative clause that ends
// the sentence; empty: there is none.
Span own_relative(const Tree& tree, const Span& sentence, const std::vector<Span>& parts) {
  constexpr std::uint32_t kArticle = 4;  // bytes: "The "
  constexpr TokenIndex kInto = 3;        // "three of WHOM"
  if (parts.empty() || parts.front().begin > sentence.begin + kArticle) return {};
  const auto [first, last] = tree.tokens_in({parts.back().end, sentence.end});
  for (TokenIndex i = first; i + 3 < last; ++i) {
    if (tree.word(i) != ",") continue;
    bool opens = tree.token(i + 1).xpos == "WRB";
    for (TokenIndex r = i + 1; r <= i + kInto && r < last; ++r) {
      opens = opens || is_relative(tree, r);
    }
    if (opens && has_finite(tree, i + 1, last)) {
      const TokenIndex end = tree.token(last - 1).upos == Upos::PUNCT ? last - 1 : last;
      return {tree.token(i + 1).span.begin, tree.token(end - 1).span.end};
    }
  }
  return {};
}

// The outlet's own words as far as they are a clause behind which a colon, a semicolon or a comma
// parts the others'; else the sentence.
Span own_clause(const Tree& tree, const Span& sentence, const std::vector<Span>& parts) {
  const Span own = own_words(tree, sentence, parts);
  if (const Span clause = own_relative(tree, sentence, parts); !clause.empty()) return clause;
  if (own == sentence) return sentence;
  const auto [first, last] = tree.tokens_in(own);
  TokenIndex end = last;
  while (end > first && tree.token(end - 1).upos == Upos::CCONJ) --end;
  const bool parted = end < last || tree.token(end - 1).upos == Upos::PUNCT;
  if (end >= first + 4 && parted && has_finite(tree, first, end)) {
    while (end > first && tree.token(end - 1).upos == Upos::PUNCT) --end;
    return {own.begin, tree.token(end - 1).span.end};
  }
  return sentence;
}

// Whether the sentence tells a number that stands in none of the sayings: "..., the lawyer said;
// the ministry counted 46".
bool has_own_number(const Tree& tree, const Span& sentence,
                    const std::vector<Statement>& statements) {
  const auto& quantities = tree.annotation().quantities;
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
    if (quantity.kind != QuantityKind::count || !sentence.contains(quantity.span)) return false;
    return std::none_of(statements.begin(), statements.end(), [&](const Statement& s) {
      return s.span.overlaps(quantity.span) || (s.source && s.source->overlaps(quantity.span)) ||
             (s.cue && s.cue->overlaps(quantity.span));
    });
  });
}

// Whether the verb of the main clause is the cue of a saying, and no clause is joined to it: "In a
// letter to the president, the bishops asked for an inquiry".
bool is_all_saying(const Tree& tree, const Sentence& sentence,
                   const std::vector<Statement>& statements) {
  TokenIndex root = sentence.first;
  while (root < sentence.last && !tree.is(root, {"root"})) ++root;
  if (root >= sentence.last || tree.token(root).upos != Upos::VERB) return false;
  const bool cue = std::any_of(statements.begin(), statements.end(), [&](const Statement& s) {
    return s.cue && s.cue->overlaps(tree.token(root).span);
  });
  return cue &&
         std::none_of(tree.children(root).begin(), tree.children(root).end(), [&](TokenIndex c) {
           return tree.is(c, {"conj", "parataxis"});
         });
}

// "172 killed (opposition claim)": the words before "claim"; empty: none.
Span claimant_in(const Tree& tree, const Span& cell) {
  const std::string_view words = cell.of(tree.document().text);
  for (const std::string& label : tree.words().all(WordClass::claim)) {
    const std::size_t claim = words.rfind(" " + label + ")");
    const std::size_t open = words.rfind('(', claim);
    if (claim == std::string_view::npos || open == std::string_view::npos) continue;
    return {cell.begin + static_cast<std::uint32_t>(open) + 1,
            cell.begin + static_cast<std::uint32_t>(claim)};
  }
  return {};
}

}  // namespace

void add_narration(const Tree& tree, std::vector<Statement>& statements) {
  // Attributed statements sorted by sentence: each sentence looks at a window only.
  std::vector<Statement> attributed = statements;
  std::sort(attributed.begin(), attributed.end(), [](const Statement& a, const Statement& b) {
    return a.sentence.begin < b.sentence.begin;
  });
  std::size_t from = 0;
  for (const Sentence& sentence : tree.annotation().sentences) {
    const bool says = has_verb(tree, sentence) || tells_toll(tree, sentence);
    if (!says || is_label(tree, sentence.span)) continue;
    if (in_section(tree, sentence.span, SectionRole::infobox)) continue;
    if (tree.word(sentence.last - 1) == "?") continue;  // a heading's question claims nothing
    while (from < attributed.size() && attributed[from].sentence.end < sentence.span.begin) ++from;
    std::vector<Statement> near;
    for (std::size_t i = from; i < attributed.size(); ++i) {
      if (attributed[i].sentence.begin >= sentence.span.end) break;
      near.push_back(attributed[i]);
    }
    // Half: below it the sentence says more of its own than it reports.
    const std::vector<Span> parts = covered(tree, sentence.span, near);
    const bool told =
        2 * bytes_of(parts) > sentence.span.size() || is_all_saying(tree, sentence, near);
    if (told && !has_own_number(tree, sentence.span, near)) continue;
    Statement s;
    s.document = tree.document().id;
    s.span = trimmed(tree.document().text, own_clause(tree, sentence.span, parts));
    s.sentence = sentence.span;
    s.speech = Speech::narration;
    s.chain_mentions = {VoiceRegistry::kOutlet};
    s.credit = tree.document().credit;
    s.basis = Basis::unknown;
    if (!s.span.empty()) statements.push_back(std::move(s));
  }
}

void add_tabular(const Tree& tree, VoiceRegistry& voices, std::vector<Statement>& statements) {
  const std::string& text = tree.document().text;
  for (const Section& section : tree.document().sections) {
    if (section.role != SectionRole::infobox || section.span.empty()) continue;
    Statement s;
    s.document = tree.document().id;
    s.span = trimmed(text, section.span);
    const std::size_t colon = s.span.of(text).find(": ");
    if (colon != std::string_view::npos && colon < section.label.size() + 4) {
      s.span.begin += static_cast<std::uint32_t>(colon) + 2;
    }
    s.sentence = section.span;
    s.speech = Speech::tabular;
    s.chain_mentions = {VoiceRegistry::kOutlet};
    if (const Span who = claimant_in(tree, section.span); !who.empty()) {
      s.source = who;
      s.chain_mentions.push_back(voices.from_words(who));
    }
    if (!s.span.empty()) statements.push_back(std::move(s));
  }
}

}  // namespace counterpoint::statement
