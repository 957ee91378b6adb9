// SPDX-License-Identifier: Apache-2.0
// Attributions of quotations that no clause of the parse governs: several sentences long, after a
// colon, before a dash and a name, or going on from the quotation before.
#include <algorithm>

#include "base/utf8.h"
#include "statement/attribution.h"
#include "statement/surface_source.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

// How far from a quotation's end its cue may stand, in tokens: beyond a source with an apposition.
constexpr TokenIndex kCueReach = 24;

// Bytes of the longest tag behind a quotation that ends its paragraph.
constexpr std::size_t kLongestTag = 120;

class QuoteFinder {
 public:
  QuoteFinder(const AttributionContext& context, const std::vector<Attribution>& found)
      : context_(context), tree_(context.tree), taken_(found) {}

  std::vector<Attribution> run() {
    for (std::size_t q = 0; q < context_.quotes.size(); ++q) {
      const Quote& quote = context_.quotes[q];
      if (!is_full_quote(tree_, quote) || is_taken(quote)) continue;
      Attribution a;
      a.content = trimmed(tree_.document().text, quote.inner);
      a.direct = true;
      if (a.content.empty()) continue;
      if (from_after(closing(q), a) || from_dash(quote, a) || from_before(quote, a) ||
          from_last_quote(q, a) || from_sentence_before(quote, a) ||
          from_subject_before(quote, a) || is_whole_sentence(quote)) {
        mine_.push_back(a);
        taken_.push_back(a);
      }
    }
    return std::move(mine_);
  }

 private:
  bool is_taken(const Quote& quote) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](const Attribution& a) {
      return a.content.overlaps(quote.inner) && 2 * a.content.size() > quote.inner.size();
    });
  }

  // The quotation itself, or the one that closes it where it goes on over paragraphs: its speaker
  // may be named behind that only.
  const Quote& closing(std::size_t q) const {
    const auto left_open = [&](const Quote& quote) { return quote.outer.end == quote.inner.end; };
    while (q + 1 < context_.quotes.size() && left_open(context_.quotes[q])) ++q;
    return context_.quotes[q];
  }

  bool in_quote(TokenIndex i) const {
    return quote_around(context_.quotes, tree_.token(i).span) != nullptr;
  }

  std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return begin < end ? Span{begin, end}.of(tree_.document().text) : std::string_view();
  }

  bool same_paragraph(std::uint32_t begin, std::uint32_t end) const {
    return between(begin, end).find("\n\n") == std::string_view::npos;
  }

  void take_cue(TokenIndex verb, Attribution& a) const {
    const CueVerb* cue = cue_of(context_, verb);
    a.cue = tree_.token(verb).span;
    a.cue_token = verb;
    a.source = subject_of(tree_, verb);
    a.act = cue->act == Act::decline ? Act::state : cue->act;
    a.certainty = cue->certainty;
    if (cue->addressee && cue->act != Act::accuse) a.addressee = tree_.child(verb, {"iobj", "obj"});
  }

  // "...," he told the agency.   The cue must come before the sentence ends.
  bool from_after(const Quote& quote, Attribution& a) const {
    const TokenIndex first = tree_.tokens_in({quote.outer.end, UINT32_MAX}).first;
    const std::string_view inside =
        trimmed(tree_.document().text, quote.inner).of(tree_.document().text);
    const bool ended = inside.ends_with('.') && !inside.ends_with("...");
    for (TokenIndex i = first; i < std::min(tree_.size(), first + kCueReach); ++i) {
      if (!same_paragraph(quote.outer.end, tree_.token(i).span.begin) || in_quote(i)) return false;
      const std::string word = tree_.lower(i);
      if (word == "." || word == ";" || word == ":" || word == "!" || word == "?") return false;
      if (ended && i == first && !starts_lower(i)) return false;
      const CueVerb* cue = cue_of(context_, i);
      if (!cue || !cue->quotation) continue;
      // '"...," scoffed Father Lucas, whose ...': right behind the quotation its subject may be
      // lost.
      const TokenIndex behind = i == first ? source_behind(context_, i) : -1;
      const TokenIndex subject = subject_of(tree_, i);
      if (subject < 0 && behind < 0) continue;
      take_cue(i, a);
      if (subject < 0) a.source = behind;
      take_clause_before(quote, a);
      return true;
    }
    return false;
  }

  // 'The state would "deal firmly" with "anyone ...," she said': the quotation ends a clause that
  // is told as a whole.
  void take_clause_before(const Quote& quote, Attribution& a) const {
    const TokenIndex begin = tree_.tokens_in({quote.inner.begin, UINT32_MAX}).first;
    if (begin >= tree_.size() || a.cue_token < begin) return;
    const TokenIndex first = tree_.annotation().sentences[tree_.sentence_of(begin)].first;
    TokenIndex last = begin;  // behind the last word before the quotation
    while (last > first && tree_.token(last - 1).span.end > quote.outer.begin) --last;
    if (last <= first || !has_finite(tree_, first, last)) return;
    if (tree_.token(last - 1).upos == Upos::PUNCT && !in_quote(last - 1)) return;
    for (TokenIndex i = first; i < last; ++i) {
      if (cue_of(context_, i)) return;
    }
    a.content.begin = tree_.token(first).span.begin;
    a.direct = false;
  }

  bool starts_lower(TokenIndex i) const {
    const std::string_view word = tree_.word(i);
    return !word.empty() && utf8::lower(word) == word;
  }

  // "..." - Wissam Tarif, head of a rights group
  bool from_dash(const Quote& quote, Attribution& a) const {
    const TokenIndex first = tree_.tokens_in({quote.outer.end, UINT32_MAX}).first;
    if (first + 1 >= tree_.size()) return false;
    const std::string_view word = tree_.word(first);
    if (word != "-" && word != "–" && word != "—" && word != "―" && word != "--") return false;
    if (!same_paragraph(quote.outer.end, tree_.token(first + 1).span.begin)) return false;
    const std::int32_t mention = tree_.mention_at(first + 1);
    if (mention < 0) return false;
    const Mention& who = tree_.annotation().mentions[static_cast<std::size_t>(mention)];
    if (who.type != MentionType::person && who.type != MentionType::organization) return false;
    a.source = who.head;
    a.cue = tree_.token(first).span;
    return true;
  }

  // He said: "..."     A resident gave another account: "..."
  bool from_before(const Quote& quote, Attribution& a) const {
    const std::string& text = tree_.document().text;
    std::uint32_t end = quote.outer.begin;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
    const bool colon = end > 0 && text[end - 1] == ':';
    // "Rathbun stated," and the quotation in a paragraph of its own
    const bool tag = end > 0 && text[end - 1] == ',';
    if (!colon && !tag && !same_paragraph(end, quote.outer.begin)) return false;
    const TokenIndex last = tree_.tokens_in({0, end}).second - 1;
    if (last < 0) return false;
    const TokenIndex first = begin_of_clause(last);
    const bool comma = tree_.lower(last) == ",";
    for (TokenIndex i = last; i >= first; --i) {
      if (in_quote(i)) break;
      const CueVerb* cue = cue_of(context_, i);
      if (!cue || !(cue->quotation || cue->clause || colon)) continue;
      if (!colon && !comma && last - i > 1) continue;
      const TokenIndex subject = subject_of(tree_, i);
      const TokenIndex source = subject >= 0 ? subject : source_before(context_, i);
      if (source < 0) continue;
      take_cue(i, a);
      a.source = source;
      return true;
    }
    return colon && from_colon_clause(first, last, a);
  }

  // First token of the sentence that ends at `last`; where that has no verb, as headings and cut
  // sentences have none, of the one before it in the paragraph.
  TokenIndex begin_of_clause(TokenIndex last) const {
    const auto& sentences = tree_.annotation().sentences;
    const std::size_t n = tree_.sentence_of(last);
    const bool whole = n == 0 || has_finite(tree_, sentences[n].first, sentences[n].last) ||
                       sentences[n - 1].paragraph != sentences[n].paragraph;
    return sentences[whole ? n : n - 1].first;
  }

  // No cue verb before the colon: a noun that names a saying with its source ("an account from a
  // resident:"), else the subject of the clause ("State television broke the news:").
  bool from_colon_clause(TokenIndex first, TokenIndex last, Attribution& a) const {
    for (TokenIndex i = last; i >= first; --i) {
      if (context_.lexicon.cue_nouns.contains(tree_.token(i).lemma)) {
        for (const TokenIndex c : tree_.children(i)) {
          if (c > i && tree_.is(c, {"nmod", "obl"})) {
            a.source = c;
            a.cue = tree_.token(i).span;
            a.cue_token = i;
            return true;
          }
        }
        if (const TokenIndex maker = maker_behind(i, last); maker >= 0) {
          a.source = maker;
          a.cue = tree_.token(i).span;
          a.cue_token = i;
          return true;
        }
      }
    }
    for (TokenIndex i = first; i <= last; ++i) {
      if (tree_.head(i) >= 0) continue;
      a.source = tree_.child(i, {"nsubj"});
      if (a.source < 0 && tree_.token(i).upos != Upos::VERB && tree_.mention_at(i) >= 0)
        a.source = i;
      if (a.source >= 0) a.cue_token = i;
      return a.source >= 0 && tree_.mention_at(a.source) >= 0;
    }
    return false;
  }

  // "account from a resident reached by phone": the nominal behind the noun's own preposition,
  // where the parse hangs it elsewhere; -1: none.
  TokenIndex maker_behind(TokenIndex noun, TokenIndex last) const {
    if (noun + 1 > last || tree_.token(noun + 1).upos != Upos::ADP) return -1;
    for (TokenIndex i = noun + 2; i <= last; ++i) {
      const Upos upos = tree_.token(i).upos;
      const bool nominal = upos == Upos::NOUN || upos == Upos::PROPN;
      const Upos next = i < last ? tree_.token(i + 1).upos : Upos::X;
      if (nominal && next != Upos::NOUN && next != Upos::PROPN) return i;
      if (!nominal && upos != Upos::DET && upos != Upos::ADJ) return -1;
    }
    return -1;
  }

  // A second quotation in the paragraph, or a paragraph that is all quotation after another.
  bool from_last_quote(std::size_t q, Attribution& a) const {
    if (q == 0) return false;
    const Quote& last = context_.quotes[q - 1];
    const Quote& quote = context_.quotes[q];
    const bool near = same_paragraph(last.outer.end, quote.outer.begin) ||
                      between(last.outer.end, quote.outer.begin).size() <= 3 ||
                      follows_as_paragraph(last, quote);
    if (!near) return false;
    const Attribution* speaker = nullptr;  // of most of it, not of a saying told inside it
    std::uint32_t most = 0;
    for (const Attribution& other : taken_) {
      if (!other.content.overlaps(last.inner)) continue;
      const std::uint32_t shared = std::min(other.content.end, last.inner.end) -
                                   std::max(other.content.begin, last.inner.begin);
      if (shared <= most) continue;
      most = shared;
      speaker = &other;
    }
    if (!speaker) return false;
    a.source = speaker->source;
    a.same_speaker = true;
    return true;
  }

  // '"...," Professor Oru said.' and a paragraph that is all quotation: it goes on.
  bool follows_as_paragraph(const Quote& last, const Quote& quote) const {
    const std::string_view gap = between(last.outer.end, quote.outer.begin);
    const std::size_t end = gap.find("\n\n");
    if (gap.size() > kLongestTag || gap.rfind("\n\n") != end) return false;
    const std::string_view behind =
        between(quote.outer.end, static_cast<std::uint32_t>(tree_.document().text.size()));
    const bool alone = behind.empty() || behind.starts_with('\n');
    return alone && end + 2 == gap.size() && is_whole_sentence(quote);
  }

  // The sentence before reports the same voice indirectly and the quotation stands alone after it.
  bool from_sentence_before(const Quote& quote, Attribution& a) const {
    if (is_told_by_its_sentence(quote)) return false;
    const Attribution* nearest = nullptr;
    for (const Attribution& other : taken_) {
      const std::uint32_t end = std::max(other.content.end, other.cue ? other.cue->end : 0);
      if (other.source < 0 || end > quote.outer.begin) continue;
      if (!same_paragraph(end, quote.outer.begin) || sentences_between(end, quote) > 1) continue;
      if (!nearest || other.content.end > nearest->content.end) nearest = &other;
    }
    if (!nearest) return false;
    a.source = nearest->source;
    a.same_speaker = true;
    return true;
  }

  // 'The mayor toured the ward on Friday. "We have nothing left."': the person that the sentence
  // before is about.
  bool from_subject_before(const Quote& quote, Attribution& a) const {
    if (!tree_.annotation().parsed || !is_whole_sentence(quote)) return false;
    const TokenIndex here = tree_.tokens_in(quote.inner).first;
    const TokenIndex before = tree_.annotation().sentences[tree_.sentence_of(here)].first - 1;
    if (before < 0 || in_quote(before)) return false;
    if (!same_paragraph(tree_.token(before).span.end, quote.outer.begin)) return false;
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(before)];
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      if (!tree_.is(i, {"nsubj"}) || tree_.head(tree_.head(i)) >= 0) continue;
      const std::int32_t m = tree_.mention_at(i);
      const bool person = m >= 0 && tree_.annotation().mentions[static_cast<std::size_t>(m)].type ==
                                        MentionType::person;
      a.source = person ? i : -1;
      return person;
    }
    return false;
  }

  // 'The syndicate called it "a cupboard in which to lock the truth"': other words with a verb
  // stand before it in its sentence, and tell it.
  bool is_told_by_its_sentence(const Quote& quote) const {
    const TokenIndex here = tree_.tokens_in(quote.inner).first;
    if (here < 0 || here >= tree_.size()) return false;
    const TokenIndex first = tree_.annotation().sentences[tree_.sentence_of(here)].first;
    return has_finite(tree_, first, here);
  }

  // Whether nothing else stands in its sentence: then it is somebody's words, not the outlet's.
  bool is_whole_sentence(const Quote& quote) const {
    const auto [first, last] = tree_.tokens_in(quote.inner);
    if (first >= last) return false;
    const Span& sentence = tree_.annotation().sentences[tree_.sentence_of(first)].span;
    return trimmed(tree_.document().text, {sentence.begin, quote.inner.begin}).empty() &&
           (tree_.sentence_of(last - 1) != tree_.sentence_of(first) ||
            trimmed(tree_.document().text, {quote.inner.end, sentence.end}).empty());
  }

  std::size_t sentences_between(std::uint32_t offset, const Quote& quote) const {
    const auto [first, last] = tree_.tokens_in({offset, quote.outer.begin});
    if (last < first + 1) return 0;
    const TokenIndex from = std::max(0, first - 1);
    return tree_.sentence_of(last - 1) - tree_.sentence_of(from);
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::vector<Attribution> taken_;
  std::vector<Attribution> mine_;
};

}  // namespace

const Quote* quote_around(const std::vector<Quote>& quotes, const Span& span) {
  // Quotes are sorted and apart: only the last two that begin before the span's end can hold it.
  const auto end_of_range = std::partition_point(
      quotes.begin(), quotes.end(), [&](const Quote& q) { return q.outer.begin < span.end; });
  const auto begin_of_range =
      end_of_range - std::min<std::ptrdiff_t>(2, end_of_range - quotes.begin());
  for (auto i = begin_of_range; i != end_of_range; ++i) {
    const Quote& quote = *i;
    const std::uint32_t begin = std::max(quote.outer.begin, span.begin);
    const std::uint32_t end = std::min(quote.outer.end, span.end);
    if (begin < end && 10 * (end - begin) >= 9 * span.size()) return &quote;
  }
  return nullptr;
}

// 'replied: "Certainly not."', '"Never again," said the mayor': few words, but with a capital and
// the mark of a sentence, behind a colon or before the verb of a tag.
static bool is_short_sentence(const Tree& tree, const Quote& quote, TokenIndex first,
                              TokenIndex last) {
  constexpr TokenIndex kTag = 6;  // words from the quotation to the verb of its tag
  const std::string_view end = tree.word(last - 1);
  const bool marked = end == "," || end == "." || end == "!" || end == "?";
  if (!marked || tree.lower(first) == tree.word(first) || quote.outer == quote.inner) return false;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(first)];
  const TokenIndex open = tree.tokens_in(quote.outer).first;
  if (open > sentence.first) return tree.word(open - 1) == ":";
  const TokenIndex behind = tree.tokens_in(quote.outer).second;
  for (TokenIndex i = behind; i < std::min(tree.size(), behind + kTag); ++i) {
    if (tree.token(i).upos == Upos::PUNCT) return false;
    if (is_finite(tree, i)) return true;
  }
  return false;
}

bool is_full_quote(const Tree& tree, const Quote& quote) {
  const auto [first, last] = tree.tokens_in(quote.inner);
  int words = 0;
  bool verb = !tree.annotation().parsed;
  for (TokenIndex i = first; i < last; ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos != Upos::PUNCT) ++words;
    if (upos == Upos::VERB || upos == Upos::AUX) verb = true;
  }
  if (words >= 3 && (verb || words >= 6)) return true;
  return words > 0 && is_short_sentence(tree, quote, first, last);
}

std::vector<Attribution> find_by_quote(const AttributionContext& context,
                                       const std::vector<Attribution>& found) {
  return QuoteFinder(context, found).run();
}

}  // namespace counterpoint::statement
