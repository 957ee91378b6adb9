// SPDX-License-Identifier: Apache-2.0
// Joins the parts of the stage: attributions -> voices and chains -> statements -> events, figures,
// exhibits.
#include <algorithm>
#include <limits>
#include <numeric>

#include "counterpoint/statement.h"
#include "statement/act.h"
#include "statement/attribution.h"
#include "statement/events.h"
#include "statement/exhibits.h"
#include "statement/figures.h"
#include "statement/lexicon.h"
#include "statement/narration.h"
#include "statement/phrase.h"
#include "statement/quotes.h"
#include "statement/tree.h"
#include "statement/voices.h"

namespace counterpoint {

struct StatementRules::Impl {
  statement::Lexicon lexicon;
};

namespace statement {
namespace {

// Words from a quotation to the verb of its tag: marks, a pronoun or a short name.
constexpr TokenIndex kLongestTag = 6;

class Extraction {
 public:
  Extraction(const Document& document, const Annotation& annotation, const Lexicon& lexicon)
      : tree_(document, annotation, lexicon.words),
        lexicon_(lexicon),
        quotes_(find_quotes(document.text)),
        voices_(tree_, lexicon) {}

  DocumentStatements run() {
    attributions_ = find_attributions({tree_, lexicon_, quotes_});
    claimants_.assign(attributions_.size(), std::nullopt);
    for (const std::size_t i : outer_first()) take(i);
    add_tabular(tree_, voices_, statements_);
    add_narration(tree_, statements_);
    finish();
    DocumentStatements result;
    std::sort(statements_.begin(), statements_.end(), [](const Statement& a, const Statement& b) {
      if (a.span != b.span) return a.span < b.span;
      return a.cue.value_or(Span{}) < b.cue.value_or(Span{});
    });
    result.figures = find_figures(tree_, lexicon_, statements_);
    result.events = find_events(tree_, lexicon_, statements_);
    result.voices = voices_.take();
    result.exhibits = find_exhibits(tree_, lexicon_, result.voices, statements_);
    result.statements = std::move(statements_);
    return result;
  }

 private:
  // As they stand in the text; of those that begin together, whoever relays the other first.
  std::vector<std::size_t> outer_first() const {
    std::vector<std::size_t> order(attributions_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
      const Span& a = attributions_[i].content;
      const Span& b = attributions_[j].content;
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return order;
  }

  void take(std::size_t i) {
    const Attribution& a = attributions_[i];
    Statement s;
    s.document = tree_.document().id;
    s.span = a.direct ? a.content : with_both_marks(quotes_, a.content);
    s.cue = a.cue;
    s.act = a.act;
    s.certainty = a.certainty;
    s.inserted = a.inserted;
    s.credit = tree_.document().credit;
    s.sentence = sentence_around(a);
    s.speech = a.direct ? Speech::direct : speech_of(quotes_, a.content);
    set_voices(i, s);
    if (a.source >= 0 && !a.same_speaker) {
      s.source = words_of_source(a);
    }
    if (!a.source_words.empty()) s.source = a.source_words;
    const std::size_t first = statements_.size();
    for (Statement& part : split_if_long(s)) statements_.push_back(std::move(part));
    if (!s.cue) return;
    // A saying in several parts has one cue, which the part nearest to it keeps.
    const std::size_t beside = nearest_part(*s.cue, first);
    for (std::size_t part = first; part < statements_.size(); ++part) {
      if (a.goes_on || part != beside) going_on_.push_back(part);
    }
  }

  std::size_t nearest_part(const Span& cue, std::size_t first) const {
    const auto distance = [&](std::size_t part) {
      const Span& span = statements_[part].span;
      return cue.begin >= span.end ? cue.begin - span.end
                                   : span.begin - std::min(span.begin, cue.end);
    };
    std::size_t nearest = first;
    for (std::size_t part = first; part < statements_.size(); ++part) {
      if (distance(part) < distance(nearest)) nearest = part;
    }
    return nearest;
  }

  // The words that name the source where it is told: "who" in a relative clause, whoever that is.
  Span words_of_source(const Attribution& a) const {
    for (TokenIndex i = a.cue_token; --i > a.source;) {
      const bool clause = tree_.is_word(i, WordClass::relative) && tree_.is(i, {"nsubj"}) &&
                          tree_.head(tree_.head(i)) == a.source;
      if (clause && tree_.subtree(tree_.head(i)).contains(tree_.token(a.cue_token).span)) {
        return tree_.token(i).span;
      }
    }
    return trimmed(tree_.document().text, noun_phrase(tree_, a.source).core);
  }

  Span sentence_around(const Attribution& a) const {
    Span span = a.content;
    const auto widen = [&](TokenIndex token) {
      if (token < 0) return;
      const Span& sentence = tree_.annotation().sentences[tree_.sentence_of(token)].span;
      span.begin = std::min(span.begin, sentence.begin);
      span.end = std::max(span.end, sentence.end);
    };
    const auto [first, last] = tree_.tokens_in(a.content);
    if (first < last) {
      widen(first);
      widen(last - 1);
    }
    // A cue far away (the paragraph before) stays outside: the sentence is the content's own.
    if (a.cue_token >= 0) {
      const Span& cue = tree_.token(a.cue_token).span;
      const std::uint32_t gap = cue.end < span.begin   ? span.begin - cue.end
                                : cue.begin > span.end ? cue.begin - span.end
                                                       : 0;
      if (gap < 200) widen(a.cue_token);
    }
    return span;
  }

  // outlet -> enclosing sayings -> relays -> claimant
  void set_voices(std::size_t i, Statement& s) {
    const Attribution& a = attributions_[i];
    s.chain_mentions = {VoiceRegistry::kOutlet};
    if (const auto outer = enclosing(i)) {
      s.chain_mentions = chains_[*outer];
    }
    const VoiceMentionIndex claimant = claimant_of(a);
    claimants_[i] = claimant;
    if (a.relay >= 0) push(s.chain_mentions, voices_.resolve(a.relay, previous_));
    for (const VoiceMentionIndex relay : relays_of(i, claimant)) push(s.chain_mentions, relay);
    push(s.chain_mentions, claimant);
    chains_[i] = s.chain_mentions;
    if (a.source >= 0 && !a.same_speaker) s.joint_mentions = voices_.joined_to(a.source);
    const bool somebody = a.source >= 0 || a.same_speaker || !a.source_words.empty();
    if (claimant != VoiceRegistry::kOutlet && somebody) previous_ = claimant;
    last_ = i;
  }

  static void push(std::vector<VoiceMentionIndex>& chain, VoiceMentionIndex voice) {
    if (std::find(chain.begin(), chain.end(), voice) == chain.end()) chain.push_back(voice);
  }

  VoiceMentionIndex claimant_of(const Attribution& a) {
    if (a.same_speaker && previous_) return *previous_;
    if (a.source >= 0) return voices_.resolve(a.source, previous_);
    if (a.turn) return voices_.by_label(a.source_words);
    if (!a.source_words.empty()) return claimant_by_words(a.source_words);
    return a.cue ? voices_.impersonal(*a.cue) : voices_.nobody_named();
  }

  // "he" is whoever spoke last; other words are their own name.
  VoiceMentionIndex claimant_by_words(const Span& words) {
    const TokenIndex first = tree_.tokens_in(words).first;
    const bool pronoun = tree_.is_word(first, WordClass::person_pronoun) ||
                         tree_.is_word(first, WordClass::plural_pronoun);
    return pronoun && previous_ ? *previous_ : voices_.from_words(words);
  }

  // The smallest attribution whose content holds this one's cue: "he said they told him that ...".
  std::optional<std::size_t> enclosing(std::size_t i) const {
    const Attribution& a = attributions_[i];
    std::optional<std::size_t> best;
    constexpr std::size_t kNear = 16;
    const std::size_t last = std::min(attributions_.size(), i + kNear);
    for (std::size_t j = i < kNear ? 0 : i - kNear; j < last; ++j) {
      const Attribution& b = attributions_[j];
      if (j == i || !chains_.contains(j) || !a.cue || !b.content.contains(*a.cue)) continue;
      if (std::any_of(b.inserted.begin(), b.inserted.end(),
                      [&](const Span& span) { return span.contains(*a.cue); })) {
        continue;
      }
      if (is_circumstance(a.cue_token, b)) continue;
      if (!best || b.content.size() < attributions_[*best].content.size()) best = j;
    }
    return best;
  }

  // "they fear an assault after the government said ...": in a clause of time or reason the inner
  // saying is no part of what the outer voice tells.
  bool is_circumstance(TokenIndex cue, const Attribution& outer) const {
    if (outer.direct) return false;
    for (TokenIndex i = cue; i >= 0 && outer.content.contains(tree_.token(i).span);
         i = tree_.head(i)) {
      if (tree_.is(i, {"advcl"}) && tree_.child(i, {"mark"}) >= 0) return true;
    }
    return false;
  }

  std::vector<VoiceMentionIndex> relays_of(std::size_t i, VoiceMentionIndex claimant) {
    const Attribution& a = attributions_[i];
    std::vector<VoiceMentionIndex> relays;
    for (const NamedOutlet& outlet : outlets_beside(i)) {
      const auto voice = voices_.outlet_named(outlet);
      if (voice && *voice != claimant) relays.push_back(*voice);
    }
    if (relays.empty() && a.addressee >= 0) {
      if (const auto voice = voices_.outlet_by_noun(a.addressee))
        relays.push_back(*voice);
      else if (is_medium(a.addressee))
        relays.push_back(voices_.resolve(a.addressee, std::nullopt));
    }
    if (relays.empty() && a.direct) {
      for (const NamedOutlet& outlet : outlets_behind(a)) {
        const auto voice = voices_.outlet_named(outlet);
        if (voice && *voice != claimant) relays.push_back(*voice);
      }
    }
    if (relays.empty() && a.direct) {
      if (const auto relay = relay_before(i)) relays.push_back(*relay);
    }
    return relays;
  }

  // "told reporters" relays through nobody, "told Channel Nine" through a body of that name: one
  // whose words tell no other kind is taken for an outlet.
  bool is_medium(TokenIndex head) const {
    if (tree_.token(head).xpos == "NNS") return false;
    const NounPhrase phrase = noun_phrase(tree_, head);
    const VoiceKind kind = kind_of_words(lexicon_, tree_, phrase.core, head);
    const std::int32_t m = tree_.mention_at(head);
    const bool body =
        m >= 0 && tree_.annotation().mentions[static_cast<std::size_t>(m)].named &&
        tree_.annotation().mentions[static_cast<std::size_t>(m)].type == MentionType::organization;
    return kind == VoiceKind::media || (kind == VoiceKind::unknown && body) ||
           lexicon_.media_nouns.contains(tree_.token(head).lemma);
  }

  // Outlets named in the sentence of the cue or source, outside the content, and nearer to this
  // attribution's cue than to any other's.
  std::vector<NamedOutlet> outlets_beside(std::size_t i) const {
    const Attribution& a = attributions_[i];
    const TokenIndex anchor = a.cue_token >= 0 ? a.cue_token : a.source;
    if (anchor < 0) return {};
    const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(anchor)];
    std::vector<NamedOutlet> found = outlets_in(lexicon_, tree_, sentence.span);
    std::erase_if(found, [&](const NamedOutlet& outlet) {
      const bool between = std::any_of(a.inserted.begin(), a.inserted.end(),
                                       [&](const Span& s) { return s.contains(outlet.span); });
      if ((a.content.overlaps(outlet.span) && !between) || is_attribute(outlet)) return true;
      const TokenIndex at = tree_.tokens_in(outlet.span).first;
      const TokenIndex distance = std::abs(at - anchor);
      for (std::size_t j = 0; j < attributions_.size(); ++j) {
        const TokenIndex other = attributions_[j].cue_token;
        if (j == i || other < sentence.first || other >= sentence.last || other == anchor) continue;
        if (std::abs(at - other) < distance) return true;
      }
      return false;
    });
    return found;
  }

  // "FACEBOOK co-founder Mark Zuckerberg": tells whose he is; "a BBC correspondent" speaks for it.
  bool is_attribute(const NamedOutlet& outlet) const {
    TokenIndex next = tree_.tokens_in(outlet.span).second;
    if (next >= tree_.size() || tree_.token(next).span.begin > outlet.span.end + 1) return false;
    if (tree_.token(next).upos != Upos::NOUN) return false;
    // "the al-Jazeera satellite channel"
    while (next + 1 < tree_.size() && tree_.token(next + 1).upos == Upos::NOUN) ++next;
    const NounPhrase phrase = noun_phrase(tree_, next);
    return !lexicon_.media_nouns.contains(tree_.token(next).lemma) &&
           kind_of_words(lexicon_, tree_, phrase.core, next) != VoiceKind::media;
  }

  // 'Abu Nader denied it: "We have no weapons," he told BBC Arabic': outlets in the tag behind a
  // quotation whose own cue stands before it.
  std::vector<NamedOutlet> outlets_behind(const Attribution& a) const {
    const TokenIndex tag = tree_.tokens_in({a.content.end, UINT32_MAX}).first;
    for (TokenIndex i = tag; i < tree_.size() && i - tag < kLongestTag; ++i) {
      const CueVerb* cue = cue_of({tree_, lexicon_, quotes_}, i);
      if (!cue || !cue->quotation || i == a.cue_token) continue;
      const Sentence& sentence = tree_.annotation().sentences[tree_.sentence_of(i)];
      const Span rest{tree_.token(i).span.end, sentence.span.end};
      const std::string_view between = tree_.text({a.content.end, tree_.token(i).span.begin});
      if (between.find('\n') != std::string_view::npos) return {};
      return outlets_in(lexicon_, tree_, rest);
    }
    return {};
  }

  // "..., the agency reports. "We are scared," said a hairdresser": the relay goes on to a
  // quotation in the next sentence when its speaker is nobody the outlet itself would have met.
  std::optional<VoiceMentionIndex> relay_before(std::size_t i) const {
    if (!last_ || !claimants_[*last_]) return std::nullopt;
    const VoiceMention& voice = voices_.at(*claimants_[*last_]);
    if (voice.kind != VoiceKind::media || voice.outlet ||
        voice.identity != IdentityClass::institution) {
      return std::nullopt;
    }
    const TokenIndex here = tree_.tokens_in(attributions_[i].content).first;
    const TokenIndex there = tree_.tokens_in(attributions_[*last_].content).first;
    if (here >= tree_.size() || there >= tree_.size()) return std::nullopt;
    const std::size_t gap = tree_.sentence_of(here) - tree_.sentence_of(there);
    return gap <= 1 ? claimants_[*last_] : std::nullopt;
  }

  std::vector<Statement> split_if_long(const Statement& s) const {
    const auto [first, last] = tree_.tokens_in(s.span);
    if (last - first <= kLongestSaying || tree_.sentence_of(first) == tree_.sentence_of(last - 1)) {
      return {s};
    }
    std::vector<Statement> parts;
    for (std::size_t n = tree_.sentence_of(first); n <= tree_.sentence_of(last - 1); ++n) {
      Statement part = s;
      const Span& sentence = tree_.annotation().sentences[n].span;
      part.span = trimmed(tree_.document().text, {std::max(s.span.begin, sentence.begin),
                                                  std::min(s.span.end, sentence.end)});
      part.sentence = sentence;
      if (!part.span.empty()) parts.push_back(std::move(part));
    }
    // The cue's own sentence stays with the part beside it.
    if (!parts.empty()) {
      parts.front().sentence.begin = std::min(parts.front().sentence.begin, s.sentence.begin);
      parts.back().sentence.end = std::max(parts.back().sentence.end, s.sentence.end);
    }
    return parts;
  }

  void finish() {
    for (Statement& s : statements_) {
      set_act(tree_, lexicon_, s);
      set_times(s);
      const std::string_view words = tree_.text(s.span);
      s.elided =
          words.find("...") != std::string_view::npos || words.find("…") != std::string_view::npos;
      set_inserted_and_citations(s, words);
    }
    for (const std::size_t part : going_on_) statements_[part].cue.reset();
  }

  void set_times(Statement& s) const {
    const auto& times = tree_.annotation().times;
    auto i = std::lower_bound(
        times.begin(), times.end(), s.sentence.begin,
        [](const TimeExpression& t, std::uint32_t offset) { return t.span.begin < offset; });
    for (; i != times.end() && i->span.begin < s.sentence.end; ++i) {
      if (i->type == TimexType::set || i->type == TimexType::duration) continue;
      if (i->form == TimeForm::vague) continue;
      const auto index = static_cast<std::uint32_t>(i - times.begin());
      if (s.span.contains(i->span)) {
        if (!s.time_expression) s.time_expression = index;
      } else if (s.cue && !s.said_expression) {
        s.said_expression = index;
      }
    }
  }

  static void set_inserted_and_citations(Statement& s, std::string_view words) {
    for (std::size_t open = words.find('['); open != std::string_view::npos;
         open = words.find('[', open + 1)) {
      const std::size_t close = words.find(']', open);
      if (close == std::string_view::npos) break;
      const std::string_view inside = words.substr(open + 1, close - open - 1);
      const bool number = !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char c) {
        return c >= '0' && c <= '9';
      });
      if (number) {
        s.citations.emplace_back(words.substr(open, close - open + 1));
      } else if (s.speech == Speech::direct || s.speech == Speech::mixed) {
        s.inserted.push_back({s.span.begin + static_cast<std::uint32_t>(open),
                              s.span.begin + static_cast<std::uint32_t>(close + 1)});
      }
    }
  }

  const Tree tree_;
  const Lexicon& lexicon_;
  const std::vector<Quote> quotes_;
  VoiceRegistry voices_;
  std::vector<Attribution> attributions_;
  std::vector<std::optional<VoiceMentionIndex>> claimants_;
  std::map<std::size_t, std::vector<VoiceMentionIndex>> chains_;
  std::optional<VoiceMentionIndex> previous_;
  std::optional<std::size_t> last_;
  std::vector<Statement> statements_;
  std::vector<std::size_t> going_on_;  // of them: parts of a saying whose cue another part has
};

}  // namespace
}  // namespace statement

StatementRules::StatementRules(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
StatementRules::StatementRules(StatementRules&&) noexcept = default;
StatementRules& StatementRules::operator=(StatementRules&&) noexcept = default;
StatementRules::~StatementRules() = default;

Result<StatementRules> StatementRules::load(const std::filesystem::path& packs) {
  Result<statement::Lexicon> lexicon = statement::Lexicon::load(packs / "en" / "statement");
  if (!lexicon) return tl::unexpected<Error>(lexicon.error());
  return StatementRules(std::make_unique<Impl>(Impl{std::move(*lexicon)}));
}

DocumentStatements StatementRules::extract(const Document& document,
                                           const Annotation& annotation) const {
  return statement::Extraction(document, annotation, impl_->lexicon).run();
}

}  // namespace counterpoint
