// SPDX-License-Identifier: Apache-2.0
// Attributions from the model's marks: they know sayings that no rule describes ("in the words of",
// "was quoted as saying"), and where a saying ends.
#include "statement/by_mark.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "statement/deed.h"
#include "statement/mark_parts.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// The token of [first, last) that hangs on none of them; -1: the range is empty.
TokenIndex top_of(const Tree& tree, std::pair<TokenIndex, TokenIndex> range) {
  for (TokenIndex i = range.first; i < range.second; ++i) {
    const TokenIndex head = tree.head(i);
    if (head < range.first || head >= range.second) return i;
  }
  return range.first < range.second ? range.first : -1;
}

// Who speaks in the words of a source: the first noun that the rest hangs on, however the parse
// takes what follows ("a resident reached by telephone"); else the words' top.
TokenIndex source_token(const Tree& tree, const Span& source, bool before_cue) {
  const auto range = tree.tokens_in(source);
  for (TokenIndex i = range.first; i < range.second; ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::PRON) continue;
    if (tree.child(i, {"case"}) >= range.first) continue;  // "... speaking by telephone"
    // "by the Daily Mirror, secretary James Opio wrote": the comma ends what "by" governs.
    const TokenIndex link = tree.child(i, {"case"});
    const auto comma = [&](TokenIndex t) { return tree.word(t) == ","; };
    bool parted = false;
    for (TokenIndex t = i + 1; t < range.second; ++t) parted = parted || comma(t);
    if (before_cue && link >= 0 && link < i && parted) continue;
    // "the state-appointed commission"
    if (i + 2 < range.second && tree.word(i + 1) == "-" && !is_noun(tree, i + 2)) continue;
    const TokenIndex head = tree.head(i);
    const bool inside = head >= range.first && head < range.second;
    if (!inside || tree.token(head).upos == Upos::VERB) return i;
  }
  // "one local speaking by telephone": an adjective that stands for a person, its clause on top.
  const TokenIndex top = top_of(tree, range);
  const bool clause = top > range.first && tree.token(top).upos == Upos::VERB;
  return clause && tree.token(top - 1).upos == Upos::ADJ ? top - 1 : top;
}

// What the relation tells, without its source ("According to this version, police killed ...").
Span words_told(const Tree& tree, const AttributionRelation& relation) {
  if (relation.contents.empty()) return relation.cue ? content_beside(tree, *relation.cue) : Span{};
  Span content{relation.contents.front().begin, relation.contents.back().end};
  // "denies | involvement, SAYING | its forces were elsewhere": another cue tells what follows it.
  for (const AttributionRelation& other : tree.annotation().attributions) {
    if (!other.cue || &other == &relation || !content.contains(*other.cue)) continue;
    for (const Span& part : relation.contents) {
      const bool apart = part.end <= other.cue->begin && !part.overlaps(*other.cue);
      if (apart && &part != &relation.contents.back()) content.end = part.end;
    }
  }
  // "disregarded the gains, BETTING | that no rise is looming": what a participle behind a comma
  // tells follows it.
  const TokenIndex cue = relation.cue ? tree.tokens_in(*relation.cue).first : -1;
  const bool participle = cue > 0 && tree.token(cue).xpos == "VBG" && tree.word(cue - 1) == ",";
  if (participle && content.contains(*relation.cue)) content = relation.contents.back();
  if (!relation.source) return content;
  const bool begins = relation.source->begin <= content.begin &&
                      relation.source->end > content.begin && relation.source->end < content.end;
  if (begins) content.begin = relation.source->end;
  return content;
}

// Without the conjunction that brings it in, white space and marks.
Span told(const Tree& tree, Span content) {
  const auto [first, last] = tree.tokens_in(content);
  if (first + 1 < last && tree.is_word(first, WordClass::clause_mark) &&
      (tree.token(first).upos != Upos::PRON || tree.token(first).xpos == "IN")) {
    content.begin = tree.token(first + 1).span.begin;
  }
  // "... late | on Sunday": no mark ends within a time.
  const auto& times = tree.annotation().times;
  const auto time = std::partition_point(times.begin(), times.end(), [&](const TimeExpression& t) {
    return t.span.end <= content.end;
  });
  if (time != times.end() && time->span.begin < content.end) content.end = time->span.end;
  return trimmed(tree.document().text, content);
}

// "THE MEN are believed TO HAVE FLED": of a passive the subject belongs to what is told, and the
// cue stands in its midst.
void take_subject(const Tree& tree, Marked& made) {
  const TokenIndex subject = made.cue_token < 0 ? -1 : tree.child(made.cue_token, {"nsubj:pass"});
  if (subject < 0 || made.content.empty()) return;
  const Span words = tree.subtree(subject);
  if (words.end > made.cue->begin || made.content.contains(words)) return;
  if (made.content.begin >= made.cue->end) {
    made.inserted.push_back(trimmed(tree.document().text, {words.end, made.content.begin}));
  }
  made.content = {std::min(words.begin, made.content.begin), std::max(words.end, made.content.end)};
}

// The marked source, else the parse's; -1: nobody.
void take_source(const Tree& tree, const AttributionRelation& relation, Marked& made) {
  if (relation.source) {
    made.source = source_token(tree, *relation.source,
                               relation.cue && relation.source->end <= relation.cue->begin);
    made.source_span = *relation.source;
    if (made.source > 1 && is_relative(tree, made.source)) {
      made.source = antecedent(tree, made.source);
    }
  } else if (relation.cue) {
    made.source = source_beside(tree, *relation.cue);
    if (made.source >= 0) made.source_span = tree.token(made.source).span;
  }
}

// "called the report a lie" asks for nothing, and "did not deny" denies nothing.
Act act_of(const Tree& tree, const AttributionRelation& relation, const Marked& made,
           const CueVerb& cue) {
  if (is_negated(tree, made.cue_token)) {
    const bool withheld = cue.act == Act::deny || cue.act == Act::admit ||
                          cue.act == Act::confirm || cue.act == Act::state;
    if (withheld) return Act::decline;
  }
  if (cue.act != Act::demand || cue.clause || cue.object || relation.contents.empty()) {
    return cue.act;
  }
  const TokenIndex first = tree.tokens_in(relation.contents.front()).first;
  const TokenIndex last = tree.tokens_in(*relation.cue).second - 1;
  const bool asks = tree.token(first).upos == Upos::PART || tree.token(first).upos == Upos::ADP ||
                    tree.token(last).upos == Upos::ADP;
  return asks ? cue.act : Act::state;
}

Marked attribution_of(const AttributionContext& context, const AttributionRelation& relation) {
  const Tree& tree = context.tree;
  Marked made;
  made.cue = relation.cue;
  if (relation.cue) made.cue_token = cue_token(tree, *relation.cue);
  take_source(tree, relation, made);
  if (made.cue_token >= 0) {
    const auto& attitudes = context.lexicon.attitudes;
    const auto attitude = attitudes.find(tree.token(made.cue_token).lemma);
    if (const CueVerb* cue = cue_of(context, made.cue_token)) {
      made.act = act_of(tree, relation, made, *cue);
      made.certainty = cue->certainty;
    } else if (attitude != attitudes.end()) {
      made.act = attitude->second;
    }
  }
  made.content = told(tree, words_told(tree, relation));
  for (std::size_t i = 1; i < relation.contents.size(); ++i) {
    made.inserted.push_back(
        trimmed(tree.document().text, {relation.contents[i - 1].end, relation.contents[i].begin}));
  }
  if (made.source < 0) take_subject(tree, made);
  const Quote* quote = quote_around(context.quotes, made.content);
  made.direct = quote != nullptr && is_full_quote(tree, *quote);
  return made;
}

// `b` is marked; one without a cue is known by its content alone.
bool is_same(const Attribution& a, const Attribution& b) {
  if (!a.content.overlaps(b.content)) return false;
  return !b.cue || (a.cue && a.cue->overlaps(*b.cue));
}

// Indirect speech in one piece, of which rule and marks see the same beginning or the same end: the
// other edge is the marks' to tell. Where they agree on neither, one of them is quite wrong, and
// the rule's words stay.
bool agree_on_an_edge(const Tree& tree, const Attribution& a, const Attribution& marked) {
  if (a.act == Act::demand && a.content.contains(marked.content)) return false;
  if (a.direct || marked.direct || !a.inserted.empty() || !marked.inserted.empty()) return false;
  if (a.cue && marked.content.contains(*a.cue))
    return false;  // "asked not to be named SAID the ..."
  // "PISCO, Aug 16 (Andes Wire) - A quake ...": the rule knows where the dateline ends.
  if (marked.content.begin < a.content.begin) {
    const std::string_view before = tree.text({marked.content.begin, a.content.begin});
    for (const std::string_view dash : {" - ", " – ", " — ", " -- "}) {
      if (before.find(dash) != std::string_view::npos) return false;
    }
  }
  return a.content.begin == marked.content.begin || a.content.end == marked.content.end;
}

// What the marks leave out is looked for beside a cue that the pack knows. Of another ("despised
// them") only its subject is; "reportedly shelled" is no cue of its subject's. A source that the
// marks do not name must be somebody, unless the cue is in the passive.
bool can_complete(const AttributionContext& context, const AttributionRelation& relation) {
  if (!relation.cue) return false;
  const Tree& tree = context.tree;
  const TokenIndex cue = cue_token(tree, *relation.cue);
  if (cue < 0) return false;
  const bool known =
      cue_of(context, cue) || context.lexicon.cue_nouns.contains(tree.token(cue).lemma);
  const TokenIndex source = source_beside(tree, *relation.cue);
  const bool somebody = relation.source || is_somebody(context, source);
  if (known) return somebody || (source < 0 && is_passive_cue(tree, cue));
  const bool hearsay = tree.is_word(tree.tokens_in(*relation.cue).first, WordClass::hearsay);
  return !hearsay && somebody && (relation.source || !relation.contents.empty());
}

// The rule found nobody, or a noun inside the marked words: "a resident reached by TELEPHONE
// denied".
bool takes_source(const Tree& tree, const Attribution& a, const Marked& marked) {
  return a.source < 0 ? a.source_words.empty() && !a.same_speaker
                      : marked.source_span.contains(tree.token(a.source).span);
}

// "Rangers had warned of floods, the paper said": what is told inside the saying `outer` ends
// before the words that tell who says it.
void end_before(const Attribution& outer, Marked& inner) {
  if (!outer.cue || !inner.content.contains(*outer.cue)) return;
  if (outer.content.contains(*inner.cue) && outer.content.end > inner.content.begin) {
    inner.content.end = std::min(inner.content.end, outer.content.end);
  }
}

// Finds attributions by where their content stood when this was made. Marked contents lie apart, so
// what one of them changes or adds concerns no other.
class ByContent {
 public:
  explicit ByContent(const std::vector<Attribution>& found) {
    for (std::size_t i = 0; i < found.size(); ++i) entries_.push_back({found[i].content, 0, i});
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.content, a.index) < std::tie(b.content, b.index);
    });
    std::uint32_t reach = 0;
    for (Entry& entry : entries_) entry.reach = reach = std::max(reach, entry.content.end);
  }

  // Calls use(index) for every attribution whose content may overlap the span.
  template <class Use>
  void each_near(const Span& span, Use use) const {
    auto entry = std::partition_point(entries_.begin(), entries_.end(), [&](const Entry& other) {
      return other.content.begin < span.end;
    });
    while (entry != entries_.begin() && (--entry)->reach > span.begin) use(entry->index);
  }

 private:
  struct Entry {
    Span content;
    std::uint32_t reach = 0;  // greatest end of all contents up to here
    std::size_t index = 0;
  };
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<Marked> find_by_mark(const AttributionContext& context) {
  std::vector<Marked> found;
  for (const AttributionRelation& relation : context.tree.annotation().attributions) {
    const bool whole = relation.source && !relation.contents.empty();
    if (!whole && !can_complete(context, relation)) continue;
    Marked made = attribution_of(context, relation);
    const bool name = made.cue_token >= 0 && context.tree.token(made.cue_token).upos == Upos::PROPN;
    if (name) continue;  // "Mayor Omar SAID accused"
    const bool around = relation.contents.empty() && made.content.contains(*made.cue);
    if (made.content.empty() || around || is_deed(context, made)) continue;
    if (made.source >= 0 || is_passive_cue(context.tree, made.cue_token)) {
      found.push_back(std::move(made));
    }
  }
  return found;
}

void take_marks(const AttributionContext& context, std::vector<Attribution>& found) {
  const ByContent by_content(found);
  std::set<std::pair<Span, TokenIndex>> cues;
  for (const Attribution& a : found) {
    if (a.cue) cues.emplace(*a.cue, a.source);
  }
  for (Marked& marked : find_by_mark(context)) {
    bool known = false;
    by_content.each_near(marked.content, [&](std::size_t i) {
      Attribution& a = found[i];
      if (is_same(a, marked)) {
        known = true;
        const CueVerb* cue = a.cue_token < 0 ? nullptr : cue_of(context, a.cue_token);
        const bool counts = cue && (cue->count || cue->tally);  // with what explains the number
        if (!counts && agree_on_an_edge(context.tree, a, marked)) a.content = marked.content;
        if (takes_source(context.tree, a, marked)) a.source = marked.source;
      } else if (a.content.overlaps(marked.content) && (a.direct || a.content == marked.content)) {
        known = true;  // somebody else's words already, or the same words by another cue
      }
    });
    // Of one cue and one source the rule may have taken the clause on the cue's other side.
    if (known || !marked.cue || cues.contains({*marked.cue, marked.source})) continue;
    by_content.each_near(marked.content, [&](std::size_t i) { end_before(found[i], marked); });
    found.push_back(std::move(marked));
  }
}

}  // namespace counterpoint::statement
