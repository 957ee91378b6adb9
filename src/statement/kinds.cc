// SPDX-License-Identifier: Apache-2.0
#include "statement/kinds.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "statement/phrase_table.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

struct Match {
  TokenIndex first = 0;
  TokenIndex n = 0;
  VoiceKind kind = VoiceKind::unknown;
  bool company = false;

  [[nodiscard]] bool covers(TokenIndex i) const { return i >= first && i < first + n; }
  [[nodiscard]] bool tells() const { return company || kind != VoiceKind::unknown; }
};

// Sides that an office keeps its holder on, whatever state has the same office.
bool is_strong(VoiceKind kind) {
  return kind == VoiceKind::armed_group || kind == VoiceKind::opposition ||
         kind == VoiceKind::igo || kind == VoiceKind::defector;
}

bool is_office(VoiceKind kind) {
  return kind == VoiceKind::official || kind == VoiceKind::foreign_official ||
         kind == VoiceKind::unknown || (is_strong(kind) && kind != VoiceKind::defector);
}

class Words {
 public:
  Words(const Lexicon& lexicon, const Tree& tree, const Span& words, TokenIndex head)
      : lexicon_(lexicon), tree_(tree) {
    std::tie(first_, last_) = tree.tokens_in(words);
    head_ = head >= first_ && head < last_ ? head : title_head(tree, words);
    read();
  }

  [[nodiscard]] ToldKind told() const {
    if (head_ < 0) return without_head();
    ToldKind found = by_head();
    if (is_past() && is_office(found.kind)) return {VoiceKind::analyst, Told::by_words};
    return found;
  }

 private:
  void read() {
    for (TokenIndex i = first_; i < last_;) i += std::max<TokenIndex>(read_at(i), 1);
    for (TokenIndex i = first_; i < last_; ++i) {
      const auto taken = [&](const Match& m) { return m.covers(i); };
      if (std::any_of(matches_.begin(), matches_.end(), taken)) continue;
      if (is_company(i)) matches_.push_back({i, 1, VoiceKind::unknown, true});
    }
  }

  // Takes the longest phrase of the table that begins at the token; its length, 0: none.
  TokenIndex read_at(TokenIndex i) {
    for (TokenIndex n = std::min<TokenIndex>(kLongestPhrase, last_ - i); n > 0; --n) {
      // "us" is a pronoun, "US" a state: the letters themselves decide.
      if (n == 1 && tree_.words().has(WordClass::never_a_name, tree_.word(i))) continue;
      auto entry = lexicon_.voice_kinds.find(key_of(tree_, i, n));
      if (entry == lexicon_.voice_kinds.end()) entry = find_singular(i, n);
      if (entry == lexicon_.voice_kinds.end()) continue;
      matches_.push_back({i, n, entry->second, false});
      return n;
    }
    return 0;
  }

  // "bus drivers" as the table has it: "bus driver".
  [[nodiscard]] PhraseTable<VoiceKind>::const_iterator find_singular(TokenIndex i,
                                                                     TokenIndex n) const {
    const TokenIndex noun = i + n - 1;
    if (!tree_.token(noun).xpos.ends_with("S")) return lexicon_.voice_kinds.end();
    const std::string before = n > 1 ? key_of(tree_, i, n - 1) + " " : std::string();
    return lexicon_.voice_kinds.find(before + lemma(noun));
  }

  [[nodiscard]] std::string lemma(TokenIndex i) const { return utf8::lower(tree_.token(i).lemma); }
  [[nodiscard]] bool is_company(TokenIndex i) const {
    return lexicon_.companies.contains(lemma(i)) || lexicon_.companies.contains(tree_.lower(i));
  }
  // "the Valley Observer": a name whose last word many outlets bear.
  [[nodiscard]] bool is_outlet_name(TokenIndex i) const {
    return i > first_ && tree_.lower(i) != tree_.word(i) &&
           tree_.lower(i - 1) != tree_.word(i - 1) &&
           lexicon_.outlet_heads.contains(tree_.lower(i));
  }

  [[nodiscard]] bool is_past() const {
    for (TokenIndex i = first_; i < head_; ++i) {
      if (tree_.is_word(i, WordClass::former)) return true;
    }
    // "ex-minister", one word
    const auto& prefixes = tree_.words().all(WordClass::former);
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
      return prefix.ends_with('-') && tree_.lower(head_).starts_with(prefix);
    });
  }

  // Text without tags: the longest phrase, of equals the later.
  [[nodiscard]] ToldKind without_head() const {
    const Match* best = nullptr;
    for (const Match& m : matches_) {
      if (m.tells() && (best == nullptr || m.n >= best->n)) best = &m;
    }
    if (best == nullptr) return {};
    return {best->kind, Told::by_words};
  }

  [[nodiscard]] ToldKind by_head() const {
    const auto stands_before = [&](const Match& m) { return m.first < head_; };
    const bool plain = std::none_of(matches_.begin(), matches_.end(), stands_before);
    if (plain && is_outlet_name(head_)) return {VoiceKind::media, Told::by_words};
    const auto neutral = lexicon_.neutral_heads.find(lemma(head_));
    const bool is_neutral = neutral != lexicon_.neutral_heads.end();
    const auto on_head = std::find_if(matches_.begin(), matches_.end(),
                                      [&](const Match& m) { return m.covers(head_); });
    const bool decides =
        on_head != matches_.end() && on_head->tells() && (on_head->n > 1 || !is_neutral);
    const bool hidden = on_head != matches_.end() && !on_head->tells();  // "freight agency"
    const VoiceKind alone = is_neutral && !hidden ? neutral->second : VoiceKind::unknown;
    const ToldKind before = told_before(alone);
    const ToldKind behind = told_behind(alone);
    if (decides) {
      // "opposition lawmaker", "UN envoy", "a senator from the opposition"
      const bool of_a_state =
          on_head->kind == VoiceKind::official || on_head->kind == VoiceKind::foreign_official;
      if (of_a_state && is_strong(before.kind)) return before;
      if (of_a_state && on_head->n == 1 && is_strong(behind.kind)) return behind;
      return {on_head->kind, Told::by_words};
    }
    if (before.told == Told::by_words) return before;
    if (behind.told == Told::by_words) return behind;
    if (alone != VoiceKind::unknown) return {alone, Told::by_default};
    const bool company = on_head != matches_.end() && on_head->company;
    if (company) return {VoiceKind::unknown, Told::by_words};
    return behind;
  }

  // What a word beside the head cannot change: a mill worker is no company, a child protection
  // officer no child, and a local leader no local.
  [[nodiscard]] bool says_nothing(const Match& m, VoiceKind alone) const {
    if (alone == VoiceKind::witness) return m.company;
    const bool adjective = m.n == 1 && tree_.token(m.first).upos == Upos::ADJ;
    if (m.kind == VoiceKind::witness && adjective) return true;
    return m.kind == VoiceKind::witness && alone != VoiceKind::unknown;
  }

  // "army spokesman", "the ministry's spokesman": the word nearest to the head, but "rebel army
  // spokesman" is of the rebels.
  [[nodiscard]] ToldKind told_before(VoiceKind alone) const {
    ToldKind found;
    for (const Match& m : matches_) {
      if (m.first + m.n > head_ || !m.tells() || says_nothing(m, alone)) continue;
      const bool keeps = is_strong(found.kind) && m.kind == VoiceKind::official;
      if (!keeps) found = {m.kind, Told::by_words};
    }
    return found;
  }

  // "head of the rebel group", "a spokesman for the union".
  [[nodiscard]] ToldKind told_behind(VoiceKind alone) const {
    for (TokenIndex i = head_ + 1; i + 1 < last_; ++i) {
      if (tree_.token(i).upos != Upos::ADP && tree_.token(i).xpos != "IN") continue;
      if (!tree_.is_word(i, WordClass::belonging)) return {};
      const Span rest{tree_.token(i + 1).span.begin, tree_.token(last_ - 1).span.end};
      const ToldKind told = Words(lexicon_, tree_, rest, -1).told();
      const bool company = told.told == Told::by_words && told.kind == VoiceKind::unknown;
      return company && alone == VoiceKind::witness ? ToldKind{} : told;
    }
    return {};
  }

  const Lexicon& lexicon_;
  const Tree& tree_;
  TokenIndex first_ = 0;
  TokenIndex last_ = 0;
  TokenIndex head_ = -1;
  std::vector<Match> matches_;
};

}  // namespace

TokenIndex title_head(const Tree& tree, const Span& words) {
  auto [i, last] = tree.tokens_in(words);
  while (i < last && (tree.token(i).upos == Upos::ADP || tree.token(i).upos == Upos::DET)) ++i;
  TokenIndex head = -1;
  for (; i < last; ++i) {
    const Upos upos = tree.token(i).upos;
    if (upos == Upos::ADP || upos == Upos::SCONJ || tree.word(i) == "," || is_relative(tree, i))
      break;
    const bool hyphened = i > 0 && tree.word(i - 1) == "-";  // "state-appointed commission"
    if (head >= 0 && !hyphened && (is_finite(tree, i) || is_participle(tree, i))) break;
    if (upos == Upos::NOUN || upos == Upos::PROPN) head = i;
  }
  return head;
}

ToldKind told_kind(const Lexicon& lexicon, const Tree& tree, const Span& words, TokenIndex head) {
  return Words(lexicon, tree, words, head).told();
}

VoiceKind kind_of_words(const Lexicon& lexicon, const Tree& tree, const Span& words,
                        TokenIndex head) {
  return told_kind(lexicon, tree, words, head).kind;
}

}  // namespace counterpoint::statement
