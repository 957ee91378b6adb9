// SPDX-License-Identifier: Apache-2.0
#include "annotation/tokens.h"

#include <algorithm>
#include <string>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;

bool is_word_char(char32_t c) {
  const CharClass k = classify(c);
  return k == CharClass::letter || k == CharClass::digit || k == CharClass::mark;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span sentence, const Lexicon& lexicon)
      : text_(text.substr(0, sentence.end)), end_(text_.size()), lexicon_(lexicon) {
    at_ = sentence.begin;
  }

  std::vector<Span> run() {
    while (at_ < end_) {
      const auto c = decode_at(text_, at_);
      if (classify(c.value) == CharClass::space) {
        at_ += c.length;
        chunk_start_ = at_;
        continue;
      }
      if (degrees() || address() || symbol_run() || leading_apostrophe() || currency() ||
          number() || word()) {
        continue;
      }
      emit(at_ + c.length);
    }
    return std::move(tokens_);
  }

 private:
  // Closes the token that begins at at_.
  void emit(size_t end) {
    tokens_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)});
    at_ = end;
  }

  char32_t char_at(size_t at) const { return decode_at(text_, at).value; }
  std::string_view slice(size_t begin, size_t end) const {
    return text_.substr(begin, end - begin);
  }

  size_t chunk_end() const {
    size_t at = at_;
    while (at < end_) {
      const auto c = decode_at(text_, at);
      if (classify(c.value) == CharClass::space) break;
      at += c.length;
    }
    return at;
  }

  // URLs, e-mail addresses, hashtags and user names, up to the white space or closing punctuation.
  bool address() {
    if (at_ != chunk_start_ && !is_opener(decode_before(text_, at_).value) &&
        decode_before(text_, at_).value != '<') {
      return false;
    }
    const std::string_view rest = text_.substr(at_, chunk_end() - at_);
    const bool url = rest.starts_with("http://") || rest.starts_with("https://") ||
                     rest.starts_with("www.") || rest.starts_with("ftp://");
    const size_t sign = rest.find('@');
    const bool mail = sign != std::string_view::npos && sign > 0 &&
                      rest.find('.', sign) != std::string_view::npos && sign + 1 < rest.size() &&
                      is_word_char(char_at(at_ + sign + 1));
    const bool tag = (rest[0] == '#' || rest[0] == '@') && rest.size() > 2 &&
                     classify(char_at(at_ + 1)) == CharClass::letter;
    if (!url && !tag && !(mail && is_word_char(char_at(at_)))) return false;
    size_t end = at_ + rest.size();
    while (end > at_ + 1) {
      const auto last = decode_before(text_, end);
      const bool trailing =
          is_closer(last.value) ||
          std::u32string_view(U".,;:!?>…").find(last.value) != std::u32string_view::npos;
      if (!trailing) break;
      end -= last.length;
    }
    if (tag && slice(at_, end).find('\'') != std::string_view::npos) return false;
    emit(end);
    return true;
  }

  // "°C": a unit of its own.
  bool degrees() {
    const auto sign = decode_at(text_, at_);
    const size_t next = at_ + sign.length;
    if (sign.value != U'°' || (char_at(next) != U'C' && char_at(next) != U'F')) return false;
    if (is_word_char(char_at(next + 1))) return false;
    emit(next + 1);
    return true;
  }

  // "...", "--", "!!!", "?!", "***": one token.
  bool symbol_run() {
    const char32_t first = char_at(at_);
    const bool mixed = first == '!' || first == '?';
    if (!mixed && std::u32string_view(U".-*=_~<>").find(first) == std::u32string_view::npos) {
      if (first != '\'' || char_at(at_ + 1) != '\'') return false;
      emit(at_ + 2);
      return true;
    }
    size_t end = at_;
    while (end < end_) {
      const char32_t c = char_at(end);
      if (mixed ? c != '!' && c != '?' : c != first) break;
      ++end;
    }
    if (end - at_ < 2 && !mixed) return false;
    emit(end);
    return true;
  }

  // "'80s", "'em", and the clitic of a name in quotes: "Post"'s.
  bool leading_apostrophe() {
    const auto first = decode_at(text_, at_);
    if (!is_apostrophe(first.value)) return false;
    size_t end = at_ + first.length;
    while (end < end_ && is_word_char(char_at(end))) end += decode_at(text_, end).length;
    const std::string rest = utf8::lower(slice(at_ + first.length, end));
    const bool year = rest.size() >= 2 && all_digits(std::string_view(rest).substr(0, 2)) &&
                      (rest.size() == 2 || rest.substr(2) == "s");
    const bool clitic = at_ != chunk_start_ &&
                        std::find(lexicon_.clitics.begin(), lexicon_.clitics.end(), "'" + rest) !=
                            lexicon_.clitics.end();
    if (!year && !clitic && !lexicon_.apostrophe_words.contains("'" + rest)) return false;
    emit(end);
    return true;
  }

  // "US$", "C$", "$", "£": the sign is a token.
  bool currency() {
    size_t end = at_;
    while (end < end_ && end - at_ < 3 && is_upper(char_at(end)) && char_at(end) < 0x80) ++end;
    if (char_at(end) != '$' || (end > at_ && end - at_ > 2)) return currency_code();
    emit(end + 1);
    return true;
  }

  // "Rs500", "KSh200": the code is a token.
  bool currency_code() {
    size_t end = at_;
    while (end < end_ && end - at_ < 4 && classify(char_at(end)) == CharClass::letter &&
           char_at(end) < 0x80) {
      ++end;
    }
    if (end - at_ < 2 || classify(char_at(end)) != CharClass::digit) return false;
    if (!is_upper(char_at(at_)) || !lexicon_.currencies.contains(utf8::lower(slice(at_, end))))
      return false;
    emit(end);
    return true;
  }

  size_t digits_end(size_t at) const {
    while (at < end_ && classify(char_at(at)) == CharClass::digit) {
      at += decode_at(text_, at).length;
    }
    return at;
  }

  // Runs of digits joined by ".", ",", ":" or "/"; and by "-" in dates and telephone numbers.
  size_t number_end() const {
    size_t end = digits_end(at_);
    while (end + 1 < end_) {
      const char32_t joint = char_at(end);
      if (std::u32string_view(U".,:/").find(joint) == std::u32string_view::npos) break;
      if (classify(char_at(end + 1)) != CharClass::digit) break;
      end = digits_end(end + 1);
    }
    size_t groups_end = end;
    int groups = 1;
    while (groups_end + 1 < end_ && char_at(groups_end) == '-' &&
           classify(char_at(groups_end + 1)) == CharClass::digit) {
      groups_end = digits_end(groups_end + 1);
      ++groups;
    }
    const bool phone = groups == 2 && end - at_ == 3 && groups_end - end == 5;
    return groups >= 3 || phone ? groups_end : end;
  }

  bool number() {
    if (classify(char_at(at_)) != CharClass::digit) return false;
    const size_t end = number_end();
    size_t letters = end;
    while (letters < end_ && is_word_char(char_at(letters))) {
      letters += decode_at(text_, letters).length;
    }
    if (letters == end) {
      emit(end);
      return true;
    }
    const std::string_view suffix = slice(end, letters);
    const bool acronym = char_at(letters) == '.' && (suffix == "a" || suffix == "p");
    if (lexicon_.glued_units.contains(utf8::lower(suffix)) ||
        lexicon_.glued_units.contains(suffix) || acronym) {
      emit(end);
      return true;
    }
    return word();
  }

  bool word() {
    if (!is_word_char(char_at(at_))) return false;
    const size_t end = word_end();
    const size_t clitic = clitic_length(end);
    if (clitic > 0) {
      const size_t stem_end = end - clitic;
      emit_word(stem_end);
      emit(end);
      return true;
    }
    emit_word(end);
    return true;
  }

  void emit_word(size_t end) {
    const auto* parts = find(lexicon_.contractions, utf8::folded(slice(at_, end)));
    if (parts != nullptr) {
      for (const size_t length : *parts) emit(std::min(end, at_ + length));
    }
    if (at_ < end) emit(end);
  }

  // Where the word at at_ ends: over apostrophes and stops inside it, over hyphens only behind the
  // prefixes that stay, with the stop of an abbreviation.
  size_t word_end() const {
    size_t end = at_;
    size_t part = at_;  // start of the part behind the last hyphen
    while (end < end_) {
      const auto c = decode_at(text_, end);
      if (is_word_char(c.value)) {
        end += c.length;
        continue;
      }
      const size_t next = end + c.length;
      if (next >= end_ || !is_word_char(char_at(next)) || !joins(part, end, next)) break;
      if (c.value == '-') part = next;
      end = next;
    }
    return with_stop(end);
  }

  bool joins(size_t part, size_t at, size_t next) const {
    const char32_t joint = char_at(at);
    if (is_apostrophe(joint) || joint == U'\u02BB' || joint == '&' || joint == '_' ||
        joint == '@') {
      return true;
    }
    if (joint == '.') return joins_stop(part, at, next);
    if (joint == '/') return joins_slash(part, at, next);
    if (joint != '-') return false;
    const std::string before = utf8::lower(slice(part, at));
    if (lexicon_.kept_prefixes.contains(before) && part == at_) return true;
    size_t last = next;
    while (last < end_ && is_word_char(char_at(last))) last += decode_at(text_, last).length;
    return lexicon_.kept_suffixes.contains(utf8::lower(slice(next, last)));
  }

  // "w/o", "km/h".
  bool joins_slash(size_t part, size_t at, size_t next) const {
    if (at - part == 1 && next + 1 < end_ && !is_word_char(char_at(next + 2))) return true;
    size_t last = next;
    while (last < end_ && is_word_char(char_at(last))) last += decode_at(text_, last).length;
    return lexicon_.units.contains(utf8::lower(slice(part, last)));
  }

  // "U.S.", "a.m.", "Ph.D.", "example.com", "12.doc" - not "civilians.The".
  bool joins_stop(size_t part, size_t at, size_t next) const {
    const bool one_letter = at - part == 1 || (at >= 2 && char_at(at - 2) == '.');
    if (one_letter) return true;
    const bool both_lower = is_lower(decode_before(text_, at).value) && is_lower(char_at(next));
    return both_lower || slice(part, at) == "Ph";
  }

  // Keeps the stop of an abbreviation with it; at the end of the sentence only that of "U.S.".
  size_t with_stop(size_t end) const {
    if (end >= end_ || char_at(end) != '.' || char_at(end + 1) == '.') return end;
    const std::string_view form = slice(at_, end + 1);
    const bool dotted = form.size() >= 4 && form.size() <= 12 && form[form.size() - 3] == '.';
    if (dotted) return end + 1;
    if (at_end(end + 1)) return end;
    const bool initial = form.size() == 2 && is_upper(char_at(at_));
    if (initial) return end + 1;
    return lexicon_.abbreviations.contains(form) && number_abbreviation(form, end + 1) ? end + 1
                                                                                       : end;
  }

  // "No." is an abbreviation before a digit only.
  bool number_abbreviation(std::string_view form, size_t end) const {
    const StopRule* rule = find(lexicon_.abbreviations, form);
    if (rule == nullptr || *rule != StopRule::unless_number) return true;
    while (end < end_ && classify(char_at(end)) == CharClass::space) ++end;
    return classify(char_at(end)) == CharClass::digit;
  }

  bool at_end(size_t at) const {
    while (at < end_) {
      const auto c = decode_at(text_, at);
      if (classify(c.value) != CharClass::space && !is_closer(c.value)) return false;
      at += c.length;
    }
    return true;
  }

  // Bytes of the clitic that ends the word: "n't", "'s" ..., or 0.
  size_t clitic_length(size_t end) const {
    const std::string_view form = slice(at_, end);
    if (form.find('\'') == std::string_view::npos &&
        form.find("\u2019") == std::string_view::npos) {
      return 0;
    }
    const std::string plain = utf8::folded(form);
    for (const std::string& clitic : lexicon_.clitics) {
      if (plain.size() <= clitic.size() || !plain.ends_with(clitic)) continue;
      const bool curly =
          form.substr(form.size() - std::min(form.size(), clitic.size() + 2)).find("\u2019") !=
          std::string_view::npos;
      return clitic.size() + (curly ? 2 : 0);
    }
    return 0;
  }

  std::string_view text_;
  size_t at_ = 0;
  size_t end_;
  size_t chunk_start_ = 0;
  const Lexicon& lexicon_;
  std::vector<Span> tokens_;
};

}  // namespace

std::vector<Span> tokenize(std::string_view text, Span sentence, const Lexicon& lexicon) {
  return Tokenizer(text, sentence, lexicon).run();
}

}  // namespace counterpoint::annotation
