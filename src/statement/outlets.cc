// SPDX-License-Identifier: Apache-2.0
// Outlets in running words: names of the pack, and names that "news agency" stands beside.
#include <algorithm>

#include "base/utf8.h"
#include "statement/phrase.h"
#include "statement/phrase_table.h"

namespace counterpoint::statement {
namespace {

bool is_capitalised(std::string_view word) {
  return !word.empty() && utf8::lower(word) != word;
}

// Whether every word that the pack writes with a capital has one in the text: "the times" is no
// outlet. Articles may have either letter.
bool is_written_as(const FunctionWords& words, std::string_view form, std::string_view text) {
  while (!form.empty() && !text.empty()) {
    const std::string_view expected = form.substr(0, form.find(' '));
    const std::string_view found = text.substr(0, text.find_first_of(" \n"));
    const bool free = words.has(WordClass::article, utf8::lower(expected));
    if (!free && is_capitalised(expected) && !is_capitalised(found)) return false;
    form.remove_prefix(std::min(form.size(), expected.size() + 1));
    text.remove_prefix(std::min(text.size(), found.size() + 1));
  }
  return true;
}

class AgencyFinder {
 public:
  AgencyFinder(const Lexicon& lexicon, const Tree& tree, const Span& words)
      : lexicon_(lexicon), tree_(tree) {
    std::tie(first_, last_) = tree.tokens_in(words);
  }

  // Adds names beside "news agency" to `found` and widens the outlets it stands after.
  void run(std::vector<NamedOutlet>& found) const {
    for (TokenIndex i = first_; i < last_; ++i) {
      const TokenIndex n = phrase_at(tree_, WordClass::agency, i, last_);
      if (n > 0) take(i, n, found);
    }
    std::sort(found.begin(), found.end(),
              [](const NamedOutlet& a, const NamedOutlet& b) { return a.span < b.span; });
  }

 private:
  bool is_name(TokenIndex i, bool of_a_people) const {
    const bool people = lexicon_.demonyms.contains(utf8::folded(tree_.word(i)));
    return is_capitalised(tree_.word(i)) && !tree_.is_word(i, WordClass::article) &&
           (of_a_people || !people);
  }

  void take(TokenIndex i, TokenIndex n, std::vector<NamedOutlet>& found) const {
    const Span agency{tree_.token(i).span.begin, tree_.token(i + n - 1).span.end};
    for (NamedOutlet& outlet : found) {
      const TokenIndex after = tree_.tokens_in(outlet.span).second;
      if (after == i) outlet.span.end = agency.end;
      if (after == i || outlet.span.overlaps(agency) ||
          outlet.span.begin == tree_.token(i + n - 1).span.end + 1) {
        return;
      }
    }
    const bool proper = is_capitalised(tree_.word(i)) && is_capitalised(tree_.word(i + n - 1));
    TokenIndex begin = i;
    while (begin > first_ && is_name(begin - 1, proper)) --begin;
    TokenIndex end = i + n;
    while (begin == i && end < last_ && is_name(end, false)) ++end;
    if (begin == i && end == i + n) return;
    Span name{tree_.token(begin).span.begin, tree_.token(end - 1).span.end};
    Span whole = name;
    if (begin == i) name.begin = tree_.token(i + n).span.begin;
    if (begin < i && !proper) name.end = tree_.token(i - 1).span.end;
    found.push_back({std::string(tree_.text(name)), whole, kind_of(i, n)});
  }

  // "state news agency" speaks for the state.
  VoiceKind kind_of(TokenIndex agency, TokenIndex n) const {
    for (TokenIndex begin = std::max(first_, agency - 2); begin < agency; ++begin) {
      const auto kind = lexicon_.voice_kinds.find(key_of(tree_, begin, agency + n - begin));
      if (kind != lexicon_.voice_kinds.end()) return kind->second;
    }
    return VoiceKind::media;
  }

  const Lexicon& lexicon_;
  const Tree& tree_;
  TokenIndex first_ = 0;
  TokenIndex last_ = 0;
};

}  // namespace

std::vector<NamedOutlet> outlets_in(const Lexicon& lexicon, const Tree& tree, const Span& words) {
  std::vector<NamedOutlet> found;
  const auto take = [&](TokenIndex first, TokenIndex n, const OutletForm& outlet) {
    const Span span{tree.token(first).span.begin, tree.token(first + n - 1).span.end};
    if (!is_written_as(tree.words(), outlet.form, tree.text(span))) return false;
    // "the Australian National Nutrition Study" is no newspaper's.
    const TokenIndex end = first + n;
    const bool people = lexicon.demonyms.contains(utf8::folded(tree.word(end - 1)));
    if (people && end < tree.size() && is_capitalised(tree.word(end))) return false;
    found.push_back({outlet.name, span, VoiceKind::media});
    return true;
  };
  each_match(lexicon.outlets, tree, words, take);
  AgencyFinder(lexicon, tree, words).run(found);
  return found;
}

bool is_of_an_outlet(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase) {
  if (phrase.person.empty()) return false;
  const TokenIndex owner_mark = tree.tokens_in(phrase.person).first - 1;
  if (owner_mark < 1 || !tree.is_word(owner_mark, WordClass::possessive)) return false;
  const Sentence& sentence = tree.annotation().sentences[tree.sentence_of(owner_mark)];
  const Span before{sentence.span.begin, tree.token(owner_mark).span.begin};
  const std::vector<NamedOutlet> outlets = outlets_in(lexicon, tree, before);
  return !outlets.empty() && tree.tokens_in(outlets.back().span).second == owner_mark;
}

}  // namespace counterpoint::statement
