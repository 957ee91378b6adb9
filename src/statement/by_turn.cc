// SPDX-License-Identifier: Apache-2.0
// Transcripts: "OKELLO: We are missing four." Whoever is named before the colon speaks until the
// next name.
#include <unicode/uchar.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "statement/attribution.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kLongestLabel = 6;  // tokens: "SEN. MARTA R. OKELLO (Kano)"
// Paragraphs without a label that a turn may go on over, to the next label.
constexpr std::uint32_t kLongestTurn = 5;

struct Label {
  TokenIndex first = 0;
  TokenIndex colon = 0;
  bool capitals = false;
  bool quoted = false;  // the turn opens with a quotation mark
};

// Without a small letter: "SEN.", "Q", "(D-OH)".
bool is_in_capitals(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const utf8::CodePoint c = utf8::decode(word, i);
    const bool mc = word.starts_with("Mc") && i == 1;  // "McALLISTER"
    if (!mc && (u_islower(static_cast<UChar32>(c.value)) != 0)) return false;
    i += c.length;
  }
  return true;
}

bool is_mark(std::string_view word) {
  return word == "\"" || word == "\u201c" || word == "\u201d" || word == "''" || word == "``";
}

class TurnFinder {
 public:
  explicit TurnFinder(const AttributionContext& context)
      : tree_(context.tree), sentences_(tree_.annotation().sentences) {}

  std::vector<Attribution> run() {
    labels_.reserve(sentences_.size());
    for (std::size_t s = 0; s < sentences_.size(); ++s) labels_.push_back(label_in(s));
    if (!is_transcript()) return {};
    for (std::size_t s = 0; s < sentences_.size(); ++s) take(s);
    return std::move(found_);
  }

 private:
  bool opens_paragraph(std::size_t s) const {
    return s == 0 || sentences_[s - 1].paragraph != sentences_[s].paragraph;
  }

  // At the beginning of the sentence, or where a quotation begins behind a colon in its midst.
  std::optional<Label> label_in(std::size_t s) const {
    const auto [first, last] = std::pair(sentences_[s].first, sentences_[s].last);
    if (const auto label = label_at(s, first)) return label;
    for (TokenIndex i = first + 1; i + 2 < last; ++i) {
      if (tree_.word(i - 1) != ":" || !is_mark(tree_.word(i))) continue;
      const auto label = label_at(s, i);
      if (label && label->capitals) return label;
    }
    return std::nullopt;
  }

  std::optional<Label> label_at(std::size_t s, TokenIndex begin) const {
    const TokenIndex last = sentences_[s].last;
    Label label;
    label.first = begin;
    if (label.first < last && is_mark(tree_.word(label.first))) {
      label.quoted = true;
      ++label.first;
    }
    label.colon = label.first;
    bool capitals = true, names = true;
    for (; label.colon < last && tree_.word(label.colon) != ":"; ++label.colon) {
      if (label.colon - label.first >= kLongestLabel) return std::nullopt;
      const std::string_view word = tree_.word(label.colon);
      if (is_mark(word)) return std::nullopt;
      const std::string lower = tree_.lower(label.colon);
      if (lower == word && tree_.token(label.colon).upos != Upos::PUNCT) names = false;
      capitals = capitals && is_in_capitals(word);
    }
    const bool spaced = label.colon + 1 < last &&
                        tree_.token(label.colon + 1).span.begin > tree_.token(label.colon).span.end;
    if (label.colon == label.first || label.colon + 1 >= last || !spaced || !names)
      return std::nullopt;
    label.capitals = capitals;
    if (!capitals && !opens_paragraph(s)) return std::nullopt;
    return label;
  }

  std::string name_of(const Label& label) const {
    std::string name;
    for (TokenIndex i = label.first; i < label.colon; ++i) name += tree_.lower(i) + " ";
    return name;
  }

  bool tells(TokenIndex first, TokenIndex last) const {
    for (TokenIndex i = first; i < last; ++i) {
      const Upos upos = tree_.token(i).upos;
      if (upos == Upos::VERB || upos == Upos::AUX || tree_.word(i) == "?") return true;
    }
    return false;
  }

  // Two turns at least, one name twice or two names in capitals, and sentences behind the colons:
  // "PLACE: Odara", "Note: ..." and "Fatalities: 3." are no turns.
  bool is_transcript() const {
    std::map<std::string, int> turns;
    int labels = 0, sentences = 0, capitals = 0;
    for (std::size_t s = 0; s < labels_.size(); ++s) {
      if (!labels_[s]) continue;
      ++labels;
      ++turns[name_of(*labels_[s])];
      capitals += labels_[s]->capitals ? 1 : 0;
      sentences += tells(labels_[s]->colon + 1, sentences_[s].last) ? 1 : 0;
    }
    const bool again =
        std::any_of(turns.begin(), turns.end(), [](const auto& entry) { return entry.second > 1; });
    return turns.size() > 1 && (again || capitals == labels) && 2 * sentences > labels;
  }

  // Whether the paragraph that begins with this sentence goes on with the turn: its mark opens it
  // anew, or the next label is near.
  bool goes_on(std::size_t s) const {
    if (label_.quoted) return is_mark(tree_.word(sentences_[s].first));
    const std::uint32_t farthest = sentences_[s].paragraph + kLongestTurn;
    for (std::size_t t = s; t < labels_.size() && sentences_[t].paragraph <= farthest; ++t) {
      if (labels_[t]) return true;
    }
    return false;
  }

  void take(std::size_t s) {
    TokenIndex begin = sentences_[s].first;
    bool extends = false;
    if (labels_[s]) {
      label_ = *labels_[s];
      in_turn_ = true;
      begin = label_.colon + 1;
    } else if (in_turn_ && opens_paragraph(s)) {
      in_turn_ = goes_on(s);
    } else {
      extends = in_turn_;
    }
    if (!in_turn_) return;
    const std::uint32_t end = tree_.token(sentences_[s].last - 1).span.end;
    if (extends) {
      found_.back().content = words({found_.back().content.begin, end});
      return;
    }
    Attribution a;
    a.content = words({tree_.token(begin).span.begin, end});
    a.cue = tree_.token(label_.colon).span;
    a.cue_token = label_.colon;
    a.source_words = {tree_.token(label_.first).span.begin, tree_.token(label_.colon - 1).span.end};
    a.direct = true;
    a.turn = true;
    a.goes_on = !labels_[s];
    found_.push_back(std::move(a));
  }

  // Without the quotation marks around a turn.
  Span words(const Span& span) const {
    auto [first, last] = tree_.tokens_in(span);
    while (first + 1 < last && is_mark(tree_.word(first))) ++first;
    int marks = 0;
    for (TokenIndex i = first; i < last; ++i) marks += is_mark(tree_.word(i)) ? 1 : 0;
    if (marks % 2 == 1 && last - 1 > first && is_mark(tree_.word(last - 1))) --last;
    return trimmed(tree_.document().text,
                   {tree_.token(first).span.begin, tree_.token(last - 1).span.end});
  }

  const Tree& tree_;
  const std::vector<Sentence>& sentences_;
  std::vector<std::optional<Label>> labels_;
  std::vector<Attribution> found_;
  Label label_;  // of the turn at hand
  bool in_turn_ = false;
};

// Whether `a` is none of the turn's: it takes its label or its words for somebody else's.
bool conflicts(const Attribution& a, const Attribution& turn) {
  if (a.content.overlaps(turn.source_words)) return true;
  if (!a.content.overlaps(turn.content)) return false;
  return !a.cue || !turn.content.contains(*a.cue) || !turn.content.contains(a.content);
}

}  // namespace

void take_turns(const AttributionContext& context, std::vector<Attribution>& found) {
  std::vector<Attribution> turns = TurnFinder(context).run();
  if (turns.empty()) return;
  // Sorted and apart: only the turns around a content can conflict with it.
  std::erase_if(found, [&](const Attribution& a) {
    auto turn = std::partition_point(turns.begin(), turns.end(), [&](const Attribution& t) {
      return t.content.end <= a.content.begin;
    });
    for (; turn != turns.end() && turn->source_words.begin < a.content.end; ++turn) {
      if (conflicts(a, *turn)) return true;
    }
    return false;
  });
  found.insert(found.end(), turns.begin(), turns.end());
}

}  // namespace counterpoint::statement
