// SPDX-License-Identifier: Apache-2.0
#include "annotation/stop_rules.h"

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

constexpr size_t kMaxStoppedWord = 24;  // bytes; no abbreviation is longer

// One gap under the rules.
class Rules {
 public:
  Rules(std::string_view text, const Block& block, size_t begin, const Gap& gap,
        const Lexicon& lexicon)
      : text_(text), block_(block), begin_(begin), gap_(gap), lexicon_(lexicon) {
    first_ = gap.next;
    while (first_ < block.end && is_opener(decode_at(text, first_).value)) {
      first_ += decode_at(text, first_).length;
    }
    letter_ = decode_at(text, first_).value;
  }

  bool split() const {
    const char32_t mark = decode_at(text_, gap_.stop).value;
    if (gap_.glued()) return glued();
    if (is_lower(letter_)) return false;
    if (mark == U'\u2026' || (mark == '.' && gap_.stops_end - gap_.stop > 1)) {
      return is_upper(letter_) || first_ > gap_.next;
    }
    if (mark != '.') return !(gap_.closed() && speech_follows());
    return full_stop();
  }

 private:
  // "civilians.The army": a page that lost its white space.
  bool glued() const {
    if (!is_upper(letter_)) return false;
    if (gap_.closed() && decode_before(text_, gap_.end).value == ']') return true;
    const auto before = decode_before(text_, gap_.stop);
    return gap_.stops_end - gap_.stop == 1 && is_lower(before.value) &&
           is_lower(decode_before(text_, gap_.stop - before.length).value) &&
           lexicon_.starters.contains(word_from(text_, first_, block_));
  }

  // «"Why?" Mr Smith asked»: a verb of speech within four capitalised words.
  bool speech_follows() const {
    size_t at = gap_.next;
    for (int words = 0; words < 4 && at < block_.end; ++words) {
      const std::string_view word = word_from(text_, at, block_);
      if (word.empty()) return false;
      if (lexicon_.speech_verbs.contains(word)) return words > 0;
      if (!starts_upper(word)) return false;
      at += word.size();
      at = skip_space(text_, at + (text_.substr(at).starts_with(".") ? 1 : 0), block_.end);
    }
    return false;
  }

  bool full_stop() const {
    const std::string_view word = stopped_word(text_, begin_, gap_.stops_end);
    const std::string_view follower = word_from(text_, first_, block_);
    const bool starter = lexicon_.starters.contains(follower);
    const bool opens_list = word.data() == text_.data() + begin_ && word.size() <= 3 &&
                            all_digits(word.substr(0, word.size() - 1));
    if (opens_list) return false;
    if (const StopRule* rule = find(lexicon_.abbreviations, word)) {
      if (*rule == StopRule::never) return false;
      if (*rule == StopRule::unless_number) return classify(letter_) != CharClass::digit;
      return gap_.closed() || starter;
    }
    if (is_initial(word)) {
      return gap_.closed() ? starter : starter && follower.size() > 1 && word != "J.";
    }
    return !is_dotted(word) || gap_.closed() || starter;
  }

  std::string_view text_;
  const Block& block_;
  size_t begin_;
  const Gap& gap_;
  const Lexicon& lexicon_;
  size_t first_ = 0;     // behind opening quotes and brackets
  char32_t letter_ = 0;  // the character there
};

}  // namespace

std::string_view stopped_word(std::string_view text, size_t begin, size_t end) {
  size_t at = end;
  while (at > begin && end - at < kMaxStoppedWord) {
    const auto c = decode_before(text, at);
    if (classify(c.value) == CharClass::space || is_opener(c.value)) break;
    at -= c.length;
  }
  return text.substr(at, end - at);
}

bool begins_anew(std::string_view text, const Block& block, const Gap& gap,
                 const Lexicon& lexicon) {
  if (gap.has_stop() || gap.glued() || !is_lower(decode_before(text, gap.end).value)) return false;
  if (!is_lower(decode_at(chunk_before(text, gap.end, block), 0).value)) return false;
  const std::string_view first = chunk_from(text, gap.next, block);
  if (!lexicon.lost_breaks.contains(first)) return false;
  return is_lower(decode_at(text, skip_space(text, gap.next + first.size(), block.end)).value);
}

bool stops_end_sentence(std::string_view text, const Block& block, size_t begin, const Gap& gap,
                        const Lexicon& lexicon) {
  return Rules(text, block, begin, gap, lexicon).split();
}

}  // namespace counterpoint::annotation
