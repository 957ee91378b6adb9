// SPDX-License-Identifier: Apache-2.0
#include "statement/quotes.h"

#include <cctype>
#include <optional>

#include "base/utf8.h"

namespace counterpoint::statement {
namespace {

struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char family = 0;  // 'd' double, 's' single, 'g' guillemet
  bool curly = false;
  bool may_open = false;
  bool may_close = false;
};

bool is_space_or_border(std::string_view text, std::size_t i) {
  return i >= text.size() || std::isspace(static_cast<unsigned char>(text[i])) != 0;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || byte >= 0x80;
}

// '... he said. " Most people have left.': scraped text sets a mark apart from the sentence it
// opens.
bool opens_apart(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (!is_space_or_border(text, end) || end + 1 >= text.size()) return false;
  const bool sentence = std::isupper(static_cast<unsigned char>(text[end + 1])) != 0;
  std::uint32_t before = begin;
  while (before > 0 && text[before - 1] == ' ') --before;
  if (before == begin && begin > 0 && text[begin - 1] != '\n') return false;
  const bool ended =
      before == 0 || std::string_view(".!?:\n").find(text[before - 1]) != std::string_view::npos;
  return sentence && ended;
}

// A straight or single mark opens after white space or a bracket and closes after a word or stop.
std::optional<Mark> mark_at(std::string_view text, std::uint32_t i) {
  const utf8::CodePoint c = utf8::decode(text, i);
  const auto end = static_cast<std::uint32_t>(i + c.length);
  const bool word_before = i > 0 && is_word_byte(text[i - 1]);
  const bool space_before = i == 0 || is_space_or_border(text, i - 1) || text[i - 1] == '(' ||
                            text[i - 1] == '[' || text[i - 1] == '-';
  const bool space_after = is_space_or_border(text, end);
  const bool word_after = end < text.size() && is_word_byte(text[end]);
  switch (c.value) {
    case 0x201C:
    case 0x201F:
      return Mark{i, end, 'd', true, true, false};
    case 0x201D:
      return Mark{i, end, 'd', true, false, true};
    case '"':
      return Mark{i, end, 'd', false, !space_after || opens_apart(text, i, end), true};
    case 0xAB:
      return Mark{i, end, 'g', true, true, false};
    case 0xBB:
      return Mark{i, end, 'g', true, false, true};
    case 0x2018:
      return Mark{i, end, 's', true, !word_before, false};
    case 0x2019:
      return Mark{i, end, 's', true, false, !word_after};
    case '`':
      // ``The way of typewriters and of old wire copy.''
      if (text.substr(i).starts_with("``")) return Mark{i, i + 2, 'd', false, true, false};
      return Mark{i, end, 's', false, space_before && !space_after, false};
    case '\'':
      // Two typed for a double mark, as wire copy has them.
      if (text.substr(i).starts_with("''")) {
        return Mark{i, i + 2, 'd', false, !is_space_or_border(text, i + 2), true};
      }
      return Mark{i, end, 's', false, space_before && !space_after, !space_before && !word_after};
    default:
      return std::nullopt;
  }
}

class Pairing {
 public:
  explicit Pairing(std::string_view text) : text_(text) {}

  void take(const Mark& mark) {
    if (open_ && opens_anew(mark)) {
      const auto line_end = static_cast<std::uint32_t>(text_.find('\n', open_->end));
      close(line_end, line_end);
      open_ = mark;
    } else if (open_ && mark.family == open_->family && mark.may_close && !is_nested(mark)) {
      close(mark.begin, mark.end);
    } else if (!open_ && mark.may_open) {
      open_ = mark;
    }
  }

  // A quotation left open at the end of a paragraph goes on in the next if that opens with the
  // mark.
  void end_paragraph(std::uint32_t at, bool next_opens) {
    if (open_ && open_->family == 'd' && next_opens) close(at, at);
    open_.reset();
  }

  std::vector<Quote> take_quotes() { return std::move(quotes_); }

 private:
  void close(std::uint32_t inner_end, std::uint32_t outer_end) {
    const Quote quote{{open_->begin, outer_end}, {open_->end, inner_end}};
    if (!quote.inner.empty()) quotes_.push_back(quote);
    open_.reset();
  }

  // A mark behind white space and before a word opens; the one before it, lines above, was never
  // closed. It holds its own line.
  bool opens_anew(const Mark& mark) const {
    if (mark.family != 'd' || open_->family != 'd' || !mark.may_open) return false;
    const bool apart = mark.begin > 0 && is_space_or_border(text_, mark.begin - 1) &&
                       !is_space_or_border(text_, mark.end);
    const std::string_view between = text_.substr(open_->end, mark.begin - open_->end);
    return apart && between.find('\n') != std::string_view::npos;
  }

  // A straight mark inside “ ” is a nested one as long as a ” is still to come.
  bool is_nested(const Mark& mark) const {
    if (mark.curly || !open_->curly || mark.family != 'd') return false;
    const std::string_view rest = text_.substr(mark.end);
    return rest.substr(0, rest.find("\n\n")).find("”") != std::string_view::npos;
  }

  std::string_view text_;
  std::optional<Mark> open_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> find_quotes(std::string_view text) {
  Pairing pairing(text);
  for (std::uint32_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with("\n\n")) {
      std::uint32_t next = i;
      while (next < text.size() && text[next] == '\n') ++next;
      const auto first = next < text.size() ? mark_at(text, next) : std::nullopt;
      pairing.end_paragraph(i, first && first->family == 'd' && first->may_open);
      i = next;
      continue;
    }
    const auto mark = mark_at(text, i);
    if (mark) pairing.take(*mark);
    i = mark ? mark->end : i + static_cast<std::uint32_t>(utf8::decode(text, i).length);
  }
  pairing.end_paragraph(static_cast<std::uint32_t>(text.size()), false);
  return pairing.take_quotes();
}

Span with_both_marks(const std::vector<Quote>& quotes, Span span) {
  constexpr std::uint32_t kStops = 3;  // bytes of punctuation between the words and the mark
  Span whole = span;
  for (const Quote& quote : quotes) {
    if (!quote.outer.overlaps(span)) continue;
    const bool opens_inside = quote.outer.begin >= span.begin;
    const bool closes_inside = quote.outer.end <= span.end;
    if (opens_inside && !closes_inside && quote.inner.end <= span.end + kStops) {
      whole.end = quote.outer.end;
    } else if (closes_inside && !opens_inside && quote.inner.begin + kStops >= span.begin) {
      whole.begin = quote.outer.begin;
    }
  }
  return whole;
}

}  // namespace counterpoint::statement
