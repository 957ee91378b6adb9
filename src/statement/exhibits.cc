// SPDX-License-Identifier: Apache-2.0
#include "statement/exhibits.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/utf8.h"
#include "statement/exhibit_signs.h"
#include "statement/exhibit_tests.h"
#include "statement/figures.h"
#include "statement/phrase.h"

namespace counterpoint::statement {
namespace {

// Sentences that "the footage" can reach back over to "footage", and to "a video": further, it is
// another one as likely as not.
constexpr std::size_t kReach = 15;
constexpr std::size_t kReachOtherNoun = 4;

Basis basis_of(ExhibitKind kind) {
  switch (kind) {
    case ExhibitKind::video:
      return Basis::video;
    case ExhibitKind::photo:
      return Basis::photo;
    case ExhibitKind::intercept:
      return Basis::intercept;
    case ExhibitKind::document:
      return Basis::document;
    default:
      return Basis::unknown;
  }
}

class ExhibitFinder {
 public:
  ExhibitFinder(const Tree& tree, const Lexicon& lexicon, const std::vector<VoiceMention>& voices,
                std::vector<Statement>& statements)
      : tree_(tree),
        words_(lexicon.exhibits),
        statements_(statements),
        tests_(find_exhibit_tests(tree, lexicon.exhibits)) {
    for (const FoundTest& test : tests_) {
      if (!test.known) tested_.insert(test.noun);
    }
    for (VoiceMentionIndex v = 0; v < voices.size(); ++v) {
      named_.emplace(utf8::folded(voices[v].name), v);
      for (const Span& span : voices[v].spans) {
        if (!span.empty()) placed_.emplace(span.begin, std::pair(span.end, v));
      }
    }
  }

  std::vector<ExhibitMention> run() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      if (tree_.token(i).upos == Upos::NOUN && words_.noun(tree_.token(i).lemma)) take(i);
    }
    for (const FoundTest& test : tests_) apply(test);
    for (ExhibitMention& exhibit : found_) rest_on_shown(exhibit);
    rest_on_sources();
    for (ExhibitMention& exhibit : found_) {
      std::sort(exhibit.statements.begin(), exhibit.statements.end());
      std::sort(exhibit.tests.begin(), exhibit.tests.end(),
                [](const auto& a, const auto& b) { return a.statement < b.statement; });
    }
    return std::move(found_);
  }

 private:
  void take(TokenIndex noun) {
    ExhibitSigns signs = exhibit_signs(tree_, words_, noun);
    if (!signs.word) return;
    drop_if_only_wanted(signs);
    signs.proof = signs.proof || (tested_.contains(noun) && signs.word->takes('v'));
    std::optional<std::size_t> known;
    if (signs.definite || is_bare_again(signs)) known = known_before(signs);
    if (!known && !signs.proof) return;
    if (!known) {
      known = found_.size();
      found_.emplace_back().kind = signs.word->kind;
      nouns_.emplace_back();
    }
    add(*known, signs);
  }

  // "They demanded that the police release the video."
  void drop_if_only_wanted(ExhibitSigns& signs) const {
    if (signs.published < 0) return;
    const Span& word = tree_.token(signs.published).span;
    const std::int64_t s = innermost_statement(statements_, word);
    if (s < 0) return;
    const Act act = statements_[static_cast<std::size_t>(s)].act;
    if (act != Act::demand && act != Act::pledge && act != Act::predict && act != Act::threaten) {
      return;
    }
    signs.proof = signs.proof && !signs.shows.empty();
    signs.publisher = signs.published = -1;
  }

  // "Amateur video shows ... Footage could not be verified": mass nouns need no article.
  bool is_bare_again(const ExhibitSigns& signs) const {
    return !signs.plural && tree_.child(signs.noun, {"det", "nummod"}) < 0 && signs.shows.empty() &&
           signs.publisher < 0;
  }

  std::optional<std::size_t> known_before(const ExhibitSigns& signs) const {
    // "The report" and "the file" are soon something else.
    const bool sure = signs.proof || signs.word->takes('s');
    const auto same = nearest_before(signs, sure ? kReach : kReachOtherNoun, true);
    if (!signs.word->takes('g')) return same;
    const auto near = nearest_before(signs, kReachOtherNoun, false);
    if (!same || !near || *same == *near) return same ? same : near;
    // "A conversation ... the recording" beats a recording told of two sentences before it.
    return sentence_of(*near) >= sentence_of(*same) + 2 ? near : same;
  }

  std::optional<std::size_t> nearest_before(const ExhibitSigns& signs, std::size_t reach,
                                            bool same_noun) const {
    const std::size_t here = tree_.sentence_of(signs.noun);
    for (std::size_t e = found_.size(); e-- > 0;) {
      if (found_[e].kind != signs.word->kind) continue;
      if (here - sentence_of(e) > reach) continue;
      if (is_plural(nouns_[e].front()) != signs.plural || other_publisher(found_[e], signs)) {
        continue;
      }
      if (describes_anew(e, signs.noun)) continue;
      if (same_noun && !has_noun(e, tree_.token(signs.noun).lemma)) continue;
      return e;
    }
    return std::nullopt;
  }

  std::size_t sentence_of(std::size_t exhibit) const {
    return tree_.sentence_of(nouns_[exhibit].back());
  }

  bool has_noun(std::size_t exhibit, const std::string& lemma) const {
    return std::any_of(nouns_[exhibit].begin(), nouns_[exhibit].end(),
                       [&](TokenIndex noun) { return tree_.token(noun).lemma == lemma; });
  }

  // The noun with the words that describe it before it: "leaked memo".
  Span words_of(TokenIndex noun) const {
    Span span = tree_.token(noun).span;
    for (const TokenIndex c : tree_.children(noun)) {
      if (c < noun && tree_.is(c, {"amod", "compound"})) {
        span.begin = std::min(span.begin, tree_.subtree(c).begin);
      }
    }
    return span;
  }

  bool is_plural(TokenIndex noun) const {
    return tree_.token(noun).xpos == "NNS" && tree_.lower(noun) != tree_.token(noun).lemma;
  }

  // "The bodycam video" is none of which no such word was said before.
  bool describes_anew(std::size_t exhibit, TokenIndex noun) const {
    const std::string known = utf8::folded(tree_.text(found_[exhibit].spans.front()));
    return std::any_of(tree_.children(noun).begin(), tree_.children(noun).end(), [&](TokenIndex c) {
      return tree_.is(c, {"amod", "compound"}) &&
             known.find(utf8::folded(tree_.word(c))) == std::string::npos;
    });
  }

  bool other_publisher(const ExhibitMention& exhibit, const ExhibitSigns& signs) const {
    if (signs.publisher < 0 || exhibit.publisher.empty()) return false;
    return utf8::folded(tree_.text(exhibit.publisher)) !=
           utf8::folded(tree_.text(noun_phrase(tree_, signs.publisher).core));
  }

  void add(std::size_t at, const ExhibitSigns& signs) {
    ExhibitMention& exhibit = found_[at];
    nouns_[at].push_back(signs.noun);
    exhibit_at_.emplace(signs.noun, at);
    exhibit.spans.push_back(words_of(signs.noun));
    for (const Span& shown : signs.shows) exhibit.shows.push_back(shown);
    if (exhibit.publisher.empty() && signs.publisher >= 0) {
      exhibit.publisher = noun_phrase(tree_, signs.publisher).core;
      exhibit.publisher_voice = voice_of(exhibit.publisher);
    }
    if (!exhibit.time_expression && signs.proof) exhibit.time_expression = day_of(signs);
  }

  // The voice that has its say in these words, or else one of this very name.
  std::optional<VoiceMentionIndex> voice_of(const Span& publisher) const {
    const auto at = placed_.upper_bound(publisher.end);
    if (at != placed_.begin()) {
      const auto& [begin, placed] = *std::prev(at);
      if (begin < publisher.end && placed.first > publisher.begin) return placed.second;
    }
    const auto named = named_.find(utf8::folded(tree_.text(publisher)));
    return named == named_.end() ? std::nullopt : std::optional(named->second);
  }

  // The day inside its own phrase ("a letter dated 3 March"), else beside the word of publishing.
  std::optional<std::uint32_t> day_of(const ExhibitSigns& signs) const {
    std::vector<TokenIndex> words;
    for (const TokenIndex c : tree_.children(signs.noun)) {
      if (tree_.is(c, {"acl", "nmod", "amod"})) words.push_back(c);
    }
    if (signs.published >= 0) {
      for (const TokenIndex c : tree_.children(signs.published)) {
        if (tree_.is(c, {"obl", "advmod"})) words.push_back(c);
      }
    }
    for (const TokenIndex word : words) {
      if (const auto day = time_in(tree_.subtree(word), signs.shows)) return day;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> time_in(const Span& words, const std::vector<Span>& shows) const {
    const auto& times = tree_.annotation().times;
    auto at = std::lower_bound(
        times.begin(), times.end(), words.begin,
        [](const TimeExpression& t, std::uint32_t offset) { return t.span.begin < offset; });
    for (; at != times.end() && at->span.end <= words.end; ++at) {
      const auto t = static_cast<std::uint32_t>(at - times.begin());
      if (times[t].type != TimexType::date && times[t].type != TimexType::time) continue;
      if (times[t].form == TimeForm::vague) continue;
      const bool of_the_shown = std::any_of(shows.begin(), shows.end(), [&](const Span& shown) {
        return shown.contains(times[t].span);
      });
      if (!of_the_shown) return t;
    }
    return std::nullopt;
  }

  void apply(const FoundTest& test) {
    const auto at = exhibit_of(test.noun);
    if (!at) return;
    std::int64_t s = innermost_statement(statements_, tree_.token(test.word).span);
    if (s < 0) s = innermost_statement(statements_, tree_.token(test.noun).span);
    if (s < 0) return;
    const Statement& told = statements_[static_cast<std::size_t>(s)];
    Act act = test.act;
    const bool denied = told.act == Act::deny && told.span.contains(tree_.token(test.word).span);
    if (test.predicate && denied && told.cue) {
      act = act == Act::confirm ? Act::disconfirm : Act::confirm;
    }
    auto& tests = found_[*at].tests;
    const auto index = static_cast<std::uint32_t>(s);
    const bool again = std::any_of(tests.begin(), tests.end(), [&](const ExhibitTest& other) {
      return other.statement == index;
    });
    if (!again) tests.push_back({index, act});
  }

  // The exhibit that a noun, or a pronoun shortly behind, speaks of.
  std::optional<std::size_t> exhibit_of(TokenIndex noun) const {
    if (const auto at = exhibit_at_.find(noun); at != exhibit_at_.end()) return at->second;
    if (tree_.token(noun).upos != Upos::PRON) return std::nullopt;
    const auto mention = resolve_pronoun(tree_.document(), tree_.annotation(), noun);
    if (mention < 0) return std::nullopt;
    const TokenIndex head = tree_.annotation().mentions[static_cast<std::size_t>(mention)].head;
    const bool near = tree_.sentence_of(noun) - tree_.sentence_of(head) <= 1;
    return near && tree_.token(head).upos != Upos::PRON ? exhibit_of(head) : std::nullopt;
  }

  // Statements that tell what it shows.
  void rest_on_shown(ExhibitMention& exhibit) {
    for (const Span& shown : exhibit.shows) {
      const std::int64_t around = innermost_statement(statements_, shown);
      if (around >= 0) add_resting(exhibit, static_cast<std::uint32_t>(around));
      if (around < 0) add_widest_inside(exhibit, shown);
    }
  }

  // Statements that an exhibit is the source of.
  void rest_on_sources() {
    for (std::uint32_t s = 0; s < statements_.size(); ++s) {
      if (!statements_[s].source) continue;
      const auto [first, last] = tree_.tokens_in(*statements_[s].source);
      for (TokenIndex i = first; i < last; ++i) {
        const auto at = exhibit_at_.find(i);
        if (at != exhibit_at_.end()) add_resting(found_[at->second], s);
      }
    }
  }

  void add_widest_inside(ExhibitMention& exhibit, const Span& shown) {
    auto at = std::lower_bound(
        statements_.begin(), statements_.end(), shown.begin,
        [](const Statement& s, std::uint32_t offset) { return s.span.begin < offset; });
    std::optional<std::uint32_t> widest;
    for (; at != statements_.end() && at->span.begin < shown.end; ++at) {
      if (!shown.contains(at->span)) continue;
      const auto s = static_cast<std::uint32_t>(at - statements_.begin());
      if (!widest || at->span.size() > statements_[*widest].span.size()) widest = s;
    }
    if (widest) add_resting(exhibit, *widest);
  }

  void add_resting(ExhibitMention& exhibit, std::uint32_t s) {
    const bool tests = std::any_of(exhibit.tests.begin(), exhibit.tests.end(),
                                   [&](const ExhibitTest& test) { return test.statement == s; });
    auto& list = exhibit.statements;
    if (std::find(list.begin(), list.end(), s) != list.end()) return;
    // An outlet that shows and doubts in one sentence does both; a claimant's contest rests on
    // nothing that is shown.
    if (tests && statements_[s].cue) return;
    list.push_back(s);
    Statement& statement = statements_[s];
    if (statement.basis == Basis::unknown) statement.basis = basis_of(exhibit.kind);
  }

  const Tree& tree_;
  const ExhibitWords& words_;
  std::vector<Statement>& statements_;
  const std::vector<FoundTest> tests_;
  std::set<TokenIndex> tested_;                                                  // nouns
  std::unordered_map<std::string, VoiceMentionIndex> named_;                     // by folded name
  std::map<std::uint32_t, std::pair<std::uint32_t, VoiceMentionIndex>> placed_;  // by begin: end
  std::vector<ExhibitMention> found_;
  std::vector<std::vector<TokenIndex>> nouns_;  // parallel: the nouns that speak of each
  std::unordered_map<TokenIndex, std::size_t> exhibit_at_;  // by noun
};

}  // namespace

std::vector<ExhibitMention> find_exhibits(const Tree& tree, const Lexicon& lexicon,
                                          const std::vector<VoiceMention>& voices,
                                          std::vector<Statement>& statements) {
  std::vector<ExhibitMention> found = ExhibitFinder(tree, lexicon, voices, statements).run();
  // One of which nothing is told, neither who shows it nor what it shows, proves nothing.
  std::erase_if(found, [](const ExhibitMention& exhibit) {
    return exhibit.publisher.empty() && exhibit.shows.empty() && exhibit.statements.empty() &&
           exhibit.tests.empty();
  });
  return found;
}

}  // namespace counterpoint::statement
