// SPDX-License-Identifier: Apache-2.0
#include "document/unit.h"

#include <algorithm>
#include <utility>

namespace counterpoint {
namespace {

// A phrase of furniture may not take a long passage with it: a sentence of more words than this is
// kept, since its borders were probably missed.
constexpr std::size_t kMostWords = 70;

// A phrase that begins after more words than this may be glued to a sentence of the report.
constexpr std::size_t kDeepWords = 8;

struct Hit {
  const FurniturePhrase* phrase = nullptr;
  std::size_t begin = 0;  // bytes of the block's text
  std::size_t end = 0;
  std::size_t glued_at = 0;  // where a sentence glued on begins; 0: nowhere
};

bool is_whole(Scope scope) {
  return scope == Scope::line || scope == Scope::opens_related;
}

bool is_for_start(Scope scope) {
  return is_whole(scope) || scope == Scope::start || scope == Scope::signs_off;
}

class Finder {
 public:
  Finder(const PhraseBook& book, std::string_view text)
      : book_(book), text_(text), words_(split_words(text)) {}

  [[nodiscard]] std::vector<Hit> in(Range range) const {
    const auto from = first_word_at(range.begin);
    const auto to = first_word_at(range.end);
    std::vector<Hit> hits;
    if (to - from > kMostWords) return hits;
    std::vector<std::size_t> rules;
    for (std::size_t at = from; at < to; ++at) {
      book_.furniture_index.find(words_, at, to, rules);
      if (rules.empty()) continue;
      const bool starts = is_start(from, at);
      for (const std::size_t rule : rules) {
        if (starts || !is_for_start(book_.furniture[rule].scope))
          try_rule(rule, at, from, to, hits);
      }
    }
    return hits;
  }

 private:
  [[nodiscard]] std::size_t first_word_at(std::size_t offset) const {
    const auto at =
        std::lower_bound(words_.begin(), words_.end(), offset,
                         [](const Word& word, std::size_t o) { return word.begin < o; });
    return static_cast<std::size_t>(at - words_.begin());
  }

  // Nothing but marks before `at`; a quotation mark says that somebody is quoted, not the page.
  [[nodiscard]] bool is_start(std::size_t from, std::size_t at) const {
    return std::none_of(words_.begin() + static_cast<std::ptrdiff_t>(from),
                        words_.begin() + static_cast<std::ptrdiff_t>(at), [](const Word& word) {
                          return word.is_word || word.lower == "\"" || word.lower == "\xE2\x80\x9C";
                        });
  }

  [[nodiscard]] bool is_end(std::size_t at, std::size_t to) const {
    return std::none_of(words_.begin() + static_cast<std::ptrdiff_t>(at),
                        words_.begin() + static_cast<std::ptrdiff_t>(to),
                        [](const Word& word) { return word.is_word; });
  }

  void try_rule(std::size_t rule, std::size_t at, std::size_t from, std::size_t to,
                std::vector<Hit>& hits) const {
    const FurniturePhrase& phrase = book_.furniture[rule];
    const bool whole = is_whole(phrase.scope);
    const auto end = phrase.pattern.match(words_, at, to, book_.classes);
    if (!end || (whole && !is_end(*end, to)) || is_quoted(from, at)) return;
    hits.push_back({&phrase, words_[at].begin, words_[*end - 1].end, glue_before(from, at)});
  }

  // Inside quotation marks that the sentence opened before `at`.
  [[nodiscard]] bool is_quoted(std::size_t from, std::size_t at) const {
    bool open = false;
    for (std::size_t i = from; i < at; ++i) {
      const std::string& word = words_[i].lower;
      if (word == "\"") open = !open;
      if (word == "\xE2\x80\x9C") open = true;
      if (word == "\xE2\x80\x9D") open = false;
    }
    return open;
  }

  // "... in the capital The editors may shorten letters": the capital of a small word in front of a
  // phrase deep in a sentence shows where the page's own words begin.
  [[nodiscard]] std::size_t glue_before(std::size_t from, std::size_t at) const {
    if (at < from + kDeepWords) return 0;
    for (std::size_t i = at + 1; i-- > at - kDeepWords + 1;) {
      const bool glued =
          words_[i].capital && words_[i - 1].is_word && book_.is("sentence_start", words_[i].lower);
      if (glued) return words_[i].begin;
    }
    return 0;
  }

  const PhraseBook& book_;
  std::string_view text_;
  std::vector<Word> words_;
};

void mark(Unit& unit, const FurniturePhrase& phrase) {
  if (phrase.scope == Scope::signs_off) {
    unit.signs_off = true;
    return;
  }
  if (unit.reason.empty()) unit.reason = phrase.reason;
  unit.opens_related = unit.opens_related || phrase.scope == Scope::opens_related;
  unit.opens_comments = unit.opens_comments || phrase.scope == Scope::opens_comments;
  unit.closes_comments = unit.closes_comments || phrase.scope == Scope::closes_comments;
  unit.ends = unit.ends || phrase.scope == Scope::ends;
}

void add_kept(std::vector<Unit>& units, Unit unit, std::size_t begin, std::size_t end,
              std::string_view text) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  if (begin >= end) return;
  unit.range = {begin, end};
  units.push_back(std::move(unit));
}

// One sentence as one unit, or as several where only some of its words are furniture.
void add_sentence(std::vector<Unit>& units, Unit unit, const std::vector<Hit>& hits,
                  std::string_view text) {
  const Unit plain = unit;
  std::size_t glued_at = unit.range.end;
  for (const Hit& hit : hits) {
    const Scope scope = hit.phrase->scope;
    if (scope == Scope::from || scope == Scope::cut) continue;
    if (is_whole(scope)) {
      unit.maybe = hit.phrase->reason;
    } else {
      mark(unit, *hit.phrase);
      glued_at = std::min(glued_at, hit.glued_at);
    }
  }
  if (!unit.kept()) {
    if (glued_at > 0) add_kept(units, plain, unit.range.begin, glued_at, text);
    unit.range.begin = std::max(unit.range.begin, glued_at);
    units.push_back(std::move(unit));
    return;
  }
  std::size_t done = unit.range.begin;
  for (const Hit& hit : hits) {
    const bool cuts = hit.phrase->scope == Scope::cut;
    if ((!cuts && hit.phrase->scope != Scope::from) || hit.begin < done) continue;
    add_kept(units, unit, done, hit.begin, text);
    Unit piece = unit;
    mark(piece, *hit.phrase);
    done = cuts ? hit.end : unit.range.end;
    add_kept(units, std::move(piece), hit.begin, done, text);
  }
  add_kept(units, unit, done, unit.range.end, text);
}

bool is_running_text(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::item || kind == BlockKind::caption;
}

void mark_block(const std::vector<Block>& blocks, std::size_t index, const PhraseBook& book,
                std::vector<Unit>& units) {
  const Block& block = blocks[index];
  Unit whole;
  whole.block = index;
  whole.range = {0, block.text.size()};
  whole.reason = block.dropped;
  whole.alone = true;
  const bool furnished = is_running_text(block.kind) || block.kind == BlockKind::heading;
  if (!whole.kept() || !furnished || book.furniture.empty()) {
    units.push_back(std::move(whole));
    return;
  }
  const Finder finder(book, block.text.text());
  for (const Hit& hit : finder.in(whole.range)) {
    if (is_whole(hit.phrase->scope)) mark(whole, *hit.phrase);
  }
  if (!whole.kept() || block.kind == BlockKind::heading) {
    units.push_back(std::move(whole));
    return;
  }
  const auto sentences = split_sentences(block.text.text());
  for (const Range& sentence : sentences) {
    Unit unit = whole;
    unit.range = sentence;
    unit.alone = sentences.size() == 1;
    add_sentence(units, std::move(unit), finder.in(sentence), block.text.text());
  }
}

}  // namespace

std::string_view text_of(const std::vector<Block>& blocks, const Unit& unit) {
  return std::string_view(blocks[unit.block].text.text())
      .substr(unit.range.begin, unit.range.end - unit.range.begin);
}

std::vector<Unit> mark_units(const std::vector<Block>& blocks, const PhraseBook& book) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < blocks.size(); ++i) mark_block(blocks, i, book, units);
  return units;
}

namespace {

// Collects the pieces of one block: its kept text in one block, runs of dropped text in others.
class Rebuilder {
 public:
  // `form` is the block without its text: a block may fall into many pieces, and is copied for
  // each.
  Rebuilder(const Block& form, const MappedText& source, std::vector<Block>& result)
      : form_(form), source_(source), result_(result) {}

  void add(const Unit& unit) {
    const bool goes_on = unit.kept() ? kept_ != kNone : !last_.empty() && last_ == unit.reason;
    if (!goes_on) {
      Block piece = form_;
      piece.dropped = unit.reason;
      if (unit.kept()) kept_ = result_.size();
      result_.push_back(std::move(piece));
    }
    MappedText& target = unit.kept() ? result_[kept_].text : result_.back().text;
    if (goes_on) append_line(target, source_, last_end_, unit.range.begin);
    if (goes_on && unit.range.begin == last_end_) {
      target.append_for(" ", source_, unit.range.begin, unit.range.begin);
    }
    target.append(source_, unit.range.begin, unit.range.end);
    last_end_ = unit.range.end;
    last_ = unit.reason;
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;
  const Block& form_;
  const MappedText& source_;
  std::vector<Block>& result_;
  std::size_t kept_ = kNone;
  std::size_t last_end_ = 0;
  std::string last_;
};

}  // namespace

std::vector<Block> rebuild_blocks(std::vector<Block> blocks, const std::vector<Unit>& units) {
  std::vector<Block> result;
  for (std::size_t i = 0; i < units.size();) {
    const std::size_t index = units[i].block;
    const MappedText source = std::exchange(blocks[index].text, {});
    Rebuilder rebuilder(blocks[index], source, result);
    for (; i < units.size() && units[i].block == index; ++i) rebuilder.add(units[i]);
  }
  return result;
}

}  // namespace counterpoint
