// SPDX-License-Identifier: Apache-2.0
// Brings together what the finders found, one after the other.
#include "statement/attribution.h"

#include <algorithm>
#include <unordered_map>

#include "statement/by_mark.h"
#include "statement/no_saying.h"
#include "statement/phrase.h"
#include "statement/reach.h"
#include "statement/relayed.h"
#include "statement/saying_end.h"
#include "statement/surface_source.h"
#include "statement/unmarked.h"

namespace counterpoint::statement {
namespace {

// A clause that a quotation overlaps becomes the whole quotation: the parse sees one sentence of
// it.
void widen_to_quotes(const AttributionContext& context, std::vector<Attribution>& found) {
  const std::string& text = context.tree.document().text;
  for (Attribution& a : found) {
    const Quote* quote = quote_around(context.quotes, a.content);
    if (!quote) continue;
    if (!is_full_quote(context.tree, *quote)) continue;
    if (a.cue && quote->outer.contains(*a.cue)) continue;  // a saying told inside the quotation
    a.content = trimmed(text, quote->inner);
    a.direct = true;
  }
}

// Indirect speech ends where a colon brings the quotation itself, and takes in whole a quotation
// that it begins: the parse sees only one sentence of either.
void fit_to_quotes(const AttributionContext& context, std::vector<Attribution>& found) {
  const std::string& text = context.tree.document().text;
  for (Attribution& a : found) {
    if (a.direct) continue;
    const auto quote =
        std::partition_point(context.quotes.begin(), context.quotes.end(),
                             [&](const Quote& q) { return q.outer.begin <= a.content.begin; });
    if (quote == context.quotes.end() || quote->outer.begin >= a.content.end) continue;
    if (!is_full_quote(context.tree, *quote)) continue;
    std::uint32_t before = quote->outer.begin;
    while (before > a.content.begin && text[before - 1] == ' ') --before;
    if (before > a.content.begin && text[before - 1] == ':') {
      a.content = trimmed(text, {a.content.begin, before - 1});
    } else if (quote->inner.end > a.content.end) {
      a.content = trimmed(text, {a.content.begin, quote->inner.end});
    }
  }
  std::erase_if(found, [](const Attribution& a) { return a.content.empty(); });
}

// Captions and lists that stand without full stops parse as one sentence; what seems to be said
// there runs on over all of them.
void drop_run_ons(const AttributionContext& context, std::vector<Attribution>& found) {
  std::erase_if(found, [&](const Attribution& a) {
    const auto [first, last] = context.tree.tokens_in(a.content);
    return !a.direct && last - first > kLongestSaying;
  });
}

// 'denied the reports: "We have no weapons"': the object is denied, the quotation itself asserts.
void part_object_from_quotation(const AttributionContext& context,
                                std::vector<Attribution>& found) {
  const Tree& tree = context.tree;
  for (std::size_t i = 0, n = found.size(); i < n; ++i) {
    Attribution& a = found[i];
    if (!a.direct || (a.act != Act::deny && a.act != Act::doubt && a.act != Act::confirm)) continue;
    const TokenIndex object = a.cue_token < 0 ? -1 : tree.child(a.cue_token, {"obj"});
    if (object <= a.cue_token || tree.token(object).span.end > a.content.begin) continue;
    Attribution other = a;
    a.act = Act::state;
    const Span words = tree.subtree(object);
    other.direct = false;
    other.content =
        trimmed(tree.document().text, {words.begin, std::min(words.end, a.content.begin)});
    if (!other.content.empty()) found.push_back(std::move(other));
  }
}

// The object of a verb of accusing; -1: none.
TokenIndex accused_by(const Tree& tree, TokenIndex cue) {
  return cue < 0 ? -1 : tree.child(cue, {"obj"});
}

// "Israel said fighters hid there, an accusation the group denies": what is answered is what was
// said.
void answer_sayings(const AttributionContext& context, std::vector<Attribution>& found) {
  std::unordered_multimap<std::uint32_t, std::size_t> by_end;
  for (std::size_t i = 0; i < found.size(); ++i) by_end.emplace(found[i].content.end, i);
  for (Attribution& a : found) {
    const bool answers = a.act == Act::deny || a.act == Act::confirm || a.act == Act::doubt;
    if (a.direct || !answers || !a.cue || a.cue->begin < a.content.end) continue;
    const auto [first, last] = by_end.equal_range(a.content.end);
    for (auto entry = first; entry != last; ++entry) {
      const Attribution& b = found[entry->second];
      const bool inside = b.cue && a.content.contains(*b.cue) && a.content.contains(b.content);
      if (&a == &b || !inside) continue;
      if (b.content.begin < b.cue->end) continue;
      a.content = b.content;
      // "accused the rebels of shelling, a charge THEY deny": the accused do.
      const TokenIndex accused = b.act == Act::accuse ? accused_by(context.tree, b.cue_token) : -1;
      const bool pronoun = a.source >= 0 && context.tree.token(a.source).upos == Upos::PRON;
      if (pronoun && accused > b.cue_token) a.source = accused;
      break;
    }
  }
}

// The comma before the source of a cue that ends its sentence: "... said|, IRNA reported."; -1: it
// is no such tail.
TokenIndex comma_of_tail(const Tree& tree, const Attribution& a) {
  if (a.direct || a.cue_token < 0 || a.source < 0 || a.source > a.cue_token) return -1;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(a.cue_token)];
  for (TokenIndex i = a.cue_token + 1; i < sentence.last; ++i) {
    if (tree.token(i).upos != Upos::PUNCT) return -1;
  }
  TokenIndex comma = tree.tokens_in(noun_phrase(tree, a.source).core).first - 1;
  if (comma > sentence.first && tree.is_word(comma, WordClass::article)) --comma;
  return comma > sentence.first && tree.word(comma) == "," ? comma : -1;
}

// "X said P, IRNA reported.": the agency reports all before its comma, and what X said ends there.
void part_tails(const AttributionContext& context, std::vector<Attribution>& found) {
  const Tree& tree = context.tree;
  for (Attribution& tail : found) {
    const TokenIndex comma = comma_of_tail(tree, tail);
    if (comma < 0) continue;
    const std::uint32_t end = tree.token(comma).span.begin;
    const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(comma)];
    for (Attribution& a : found) {
      const bool before = a.cue_token >= sentence.first && a.cue_token < comma && !a.direct;
      if (!before || a.content.begin >= end || a.content.end < end) continue;
      if (a.source == tail.source) continue;
      a.content = trimmed(tree.document().text, {a.content.begin, end});
      std::erase_if(a.inserted, [&](const Span& span) { return span.end > end; });
      tail.content = trimmed(tree.document().text, {sentence.span.begin, end});
      tail.inserted.clear();
    }
  }
}

// The same words twice: the cue that has a source wins, then the earlier one.
std::vector<Attribution> without_doubles(std::vector<Attribution> found) {
  std::vector<Attribution> kept;
  for (Attribution& a : found) {
    const bool same = !kept.empty() && kept.back().content == a.content;
    const bool answered = same && a.source >= 0 && kept.back().source >= 0 &&
                          a.source != kept.back().source && a.act != kept.back().act;
    if (same && !answered) {
      if (kept.back().source < 0 && a.source >= 0) kept.back() = a;
      continue;
    }
    kept.push_back(std::move(a));
  }
  return kept;
}

// Whether `next` goes on with the quotation `a` behind a cue in its midst: "...," he said. "...".
bool goes_on(const AttributionContext& context, const Attribution& a, const Attribution& next) {
  if (!a.direct || !next.direct || next.content.begin <= a.content.end) return false;
  if (a.cue_token < 0 && next.cue_token < 0) return false;
  const bool same = next.cue_token == a.cue_token || (next.same_speaker && next.cue_token < 0) ||
                    (a.same_speaker && a.cue_token < 0 && a.source == next.source);
  const Span between{a.content.end, next.content.begin};
  const Attribution& told = a.cue_token >= 0 ? a : next;
  if (!same || !told.cue || !between.contains(*told.cue)) return false;
  return between.of(context.tree.document().text).find("\n\n") == std::string_view::npos;
}

bool is_too_long(const Tree& tree, const Attribution& a, const Attribution& next) {
  const auto [first, last] = tree.tokens_in({a.content.begin, next.content.end});
  return last - first > kLongestSaying;
}

// A quotation that its cue cuts in two is one saying, with the cue's clause inserted.
std::vector<Attribution> join_split_quotes(const AttributionContext& context,
                                           std::vector<Attribution> found) {
  std::vector<Attribution> joined;
  for (Attribution& next : found) {
    const bool same = !joined.empty() && goes_on(context, joined.back(), next);
    if (!same || is_too_long(context.tree, joined.back(), next)) {
      next.goes_on = same && joined.back().cue && next.cue;
      joined.push_back(std::move(next));
      continue;
    }
    Attribution& a = joined.back();
    a.inserted.push_back(
        trimmed(context.tree.document().text, {a.content.end, next.content.begin}));
    if (a.cue_token < 0) {
      a.cue = next.cue;
      a.cue_token = next.cue_token;
      a.source = next.source;
      a.addressee = next.addressee;
      a.act = next.act;
      a.certainty = next.certainty;
      a.same_speaker = next.same_speaker;
    }
    a.content.end = next.content.end;
  }
  return joined;
}

}  // namespace

std::vector<Attribution> find_attributions(const AttributionContext& context) {
  std::vector<Attribution> found;
  const auto take = [&found](std::vector<Attribution> more) {
    found.insert(found.end(), more.begin(), more.end());
  };
  if (!context.tree.annotation().parsed) {
    found = find_by_surface(context);
    std::stable_sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
      return a.content < b.content;
    });
    return found;
  }
  std::vector<Attribution> tails = find_by_tail(context);
  for (Attribution& inverted : find_by_inversion(context)) tails.push_back(std::move(inverted));
  std::vector<Attribution> by_verb = find_by_verb(context);
  std::erase_if(by_verb, [&](const Attribution& a) {
    return std::any_of(tails.begin(), tails.end(),
                       [&](const Attribution& tail) { return tail.cue_token == a.cue_token; });
  });
  take(tails);
  take(std::move(by_verb));
  take(find_according_to(context));
  take(find_by_noun(context));
  correct_sources(context, found);
  reach_out(context, found);
  widen_to_quotes(context, found);
  fit_to_quotes(context, found);
  drop_run_ons(context, found);
  std::erase_if(found, [&](const Attribution& a) { return is_no_voice(context, a); });
  drop_unmarked(context, found);
  take(find_by_quote(context, found));
  correct_sources(context, found);
  take_marks(context, found);
  end_sayings(context, found);
  fit_to_quotes(context, found);
  drop_run_ons(context, found);
  part_object_from_quotation(context, found);
  answer_sayings(context, found);
  part_tails(context, found);
  relay_sources(context, found);
  take(find_by_gap(context, found));
  take_turns(context, found);
  take(find_by_headline(context, found));
  std::erase_if(found, [&](const Attribution& a) { return is_no_saying(context, a); });
  std::stable_sort(found.begin(), found.end(), [](const Attribution& a, const Attribution& b) {
    if (a.content != b.content) return a.content < b.content;
    return a.cue_token < b.cue_token;
  });
  return join_split_quotes(context, without_doubles(std::move(found)));
}

}  // namespace counterpoint::statement
