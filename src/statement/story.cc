// SPDX-License-Identifier: Apache-2.0
#include "statement/story.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kReach = 14;  // words behind a name that are looked at

}  // namespace

Story::Story(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase)
    : lexicon_(lexicon), tree_(tree), phrase_(phrase) {
  begin_ = tree.tokens_in(phrase.person.empty() ? phrase.core : phrase.person).second;
  end_ = tree.annotation().sentences[tree.sentence_of(phrase.head)].last;
}

TokenIndex Story::relative() const {
  TokenIndex i = begin_;
  for (int steps = 0; i < end_ && steps < 5; ++i, ++steps) {
    const bool whose = tree_.token(i).xpos == "WP$";
    if (whose || is_relative(tree_, i) || tree_.is_word(i, WordClass::relative)) return i;
    const Upos upos = tree_.token(i).upos;
    if (upos != Upos::PUNCT && upos != Upos::NUM) return -1;
  }
  return -1;
}

bool Story::is_person() const {
  const TokenIndex next = begin_ + 1;
  const bool age =
      next < end_ && tree_.word(next - 1) == "," && tree_.token(next).upos == Upos::NUM;
  const TokenIndex who = relative();
  return age || (who >= 0 && tree_.token(who).xpos != "WDT");
}

bool Story::is_pseudonym() const {
  return !phrase_.person.empty() &&
         holds(begin_, std::min(end_, begin_ + kReach), WordClass::pseudonym);
}

bool Story::has_changed_sides(VoiceKind kind) const {
  const TokenIndex who = clause_of_side(kind);
  return who >= 0 && holds(who, std::min(end_, who + 2 * kReach), WordClass::changed_sides);
}

// Where the clause about somebody of a side, or formerly of one, begins; -1: there is none.
TokenIndex Story::clause_of_side(VoiceKind kind) const {
  const TokenIndex who = relative();
  const bool of_a_side = kind == VoiceKind::official || kind == VoiceKind::armed_group;
  const bool held_office = who >= 0 && who + 1 < end_ &&
                           lexicon_.words.has(WordClass::office_verb, tree_.token(who + 1).lemma);
  if (who >= 0 && (of_a_side || held_office || is_former())) return who;
  // "Ko Htet, a former corporal who fled"
  const auto [first, last] = tree_.tokens_in(phrase_.whole);
  bool former = is_former();
  for (TokenIndex i = first; i < std::min(last, end_); ++i) {
    former = former || tree_.is_word(i, WordClass::former);
    if (former && tree_.is_word(i, WordClass::relative)) return i;
  }
  return -1;
}

bool Story::is_former() const {
  const TokenIndex first = tree_.tokens_in(phrase_.core).first;
  for (TokenIndex i = std::max<TokenIndex>(0, first - 1); i < begin_; ++i) {
    if (tree_.is_word(i, WordClass::former)) return true;
  }
  return false;
}

bool Story::holds(TokenIndex first, TokenIndex last, WordClass phrases) const {
  if (last <= first) return false;
  const Span span{tree_.token(first).span.begin, tree_.token(last - 1).span.end};
  const std::string words = " " + utf8::folded(tree_.text(span)) + " ";
  const auto& all = tree_.words().all(phrases);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  return std::any_of(all.begin(), all.end(), [&](const std::string& phrase) {
    const std::size_t at = words.find(phrase);
    return at != std::string::npos && !is_letter(words[at - 1]) &&
           !is_letter(words[at + phrase.size()]);
  });
}

}  // namespace counterpoint::statement
