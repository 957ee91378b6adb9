// SPDX-License-Identifier: Apache-2.0
#include "annotation/gap_features.h"

#include <algorithm>

#include "annotation/chars.h"
#include "annotation/word_kinds.h"

namespace counterpoint::annotation {
namespace {

using std::size_t;
using std::string;
using std::string_view;

string_view bucket(int count) {
  if (count <= 0) return "0";
  if (count <= 1) return "1";
  if (count <= 2) return "2";
  if (count <= 3) return "3";
  if (count <= 5) return "5";
  if (count <= 8) return "8";
  if (count <= 12) return "12";
  if (count <= 20) return "20";
  return count <= 35 ? "35" : "99";
}

string_view closers_kind(string_view text, const Gap& gap) {
  if (!gap.closed()) return "";
  const char32_t last = decode_before(text, gap.end).value;
  return last == ')' || last == ']' || last == '}' ? ")" : "\"";
}

// Kinds of the chunks around a gap.
struct Around {
  string_view a2, a, b, b2;  // two chunks before, two behind
  string_view end, end2, start, start2;
  string core_a, core_b;
};

string_view previous_chunk(string_view text, string_view chunk, const Block& block) {
  const auto begin = static_cast<size_t>(chunk.data() - text.data());
  return chunk_before(text, trim_end(text, block.begin, begin), block);
}

string_view next_chunk(string_view text, string_view chunk, const Block& block) {
  const auto end = static_cast<size_t>(chunk.data() - text.data()) + chunk.size();
  return chunk_from(text, skip_space(text, end, block.end), block);
}

Around around(string_view text, const Block& block, const Gap& gap, const Lexicon& lexicon) {
  Around at;
  at.a = chunk_before(text, gap.end, block);
  at.a2 = previous_chunk(text, at.a, block);
  at.b = chunk_from(text, gap.next, block);
  at.b2 = next_chunk(text, at.b, block);
  at.end = end_kind(at.a, lexicon);
  at.end2 = end_kind(at.a2, lexicon);
  at.start = start_kind(at.b, lexicon);
  at.start2 = start_kind(at.b2, lexicon);
  at.core_a = core_of(at.a);
  at.core_b = core_of(at.b);
  return at;
}

// Of the next (or last) five chunks, how many begin with a capital.
string_view capitals(string_view text, string_view chunk, const Block& block, bool forward) {
  int upper = 0;
  int all = 0;
  while (all < 5 && !chunk.empty()) {
    upper += starts_upper(chunk) ? 1 : 0;
    ++all;
    chunk = forward ? next_chunk(text, chunk, block) : previous_chunk(text, chunk, block);
  }
  if (upper == all) return all == 5 ? "all" : "all-";
  return upper == 0 ? "none" : upper * 2 >= all ? "half" : "some";
}

}  // namespace

void FeatureList::add(std::initializer_list<string_view> parts) {
  if (size_ == features_.size()) features_.emplace_back();
  string& feature = features_[size_++];
  feature.clear();
  for (const string_view part : parts) {
    if (!feature.empty()) feature += '|';
    feature += part;
  }
}

TextStyle style_of(string_view text) {
  int small = 0;
  int all = 0;
  for (size_t at = 0; at + 2 < text.size(); ++at) {
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') continue;
    if (text[at + 1] != ' ' && text[at + 1] != '\n') continue;
    const char32_t next = decode_at(text, at + 2).value;
    if (is_lower(next)) ++small;
    if (is_lower(next) || is_upper(next)) ++all;
  }
  if (all < 2) return {small > 0 ? "few-small" : "few"};
  if (small == 0) return {"none"};
  return {small * 6 < all ? "some" : small * 2 < all ? "half" : "most"};
}

bool is_open_question(string_view text, const Block& block, const Gap& gap,
                      const Lexicon& lexicon) {
  const string_view a = chunk_before(text, gap.end, block);
  const string_view b = chunk_from(text, gap.next, block);
  if (a.empty() || b.empty()) return false;
  if (!gap.glued()) {
    if (gap.has_stop()) return true;
    const string_view end = end_kind(a, lexicon);
    return start_kind(b, lexicon) != "low" || (end != "word" && end != ",");
  }
  if (!gap.has_stop()) return false;
  const auto before = decode_before(text, gap.stop);
  const char32_t next = decode_at(text, gap.next).value;
  const CharClass k = classify(next);
  if (k != CharClass::letter && !is_opener(next)) return false;
  const bool single = gap.stops_end - gap.stop == 1 && decode_at(text, gap.stop).value == '.';
  if (single && !gap.closed()) {
    const char32_t second = decode_before(text, gap.stop - before.length).value;
    if (!is_upper(next) || is_upper(before.value)) return false;
    if (!is_lower(second) && classify(second) != CharClass::digit) return false;
  }
  return !is_web(a) && !is_web(string(a) + string(b));
}

void gap_features(string_view text, const Block& block, const GapAround& where,
                  const Lexicon& lexicon, FeatureList& out) {
  const auto& [gap, progress, style, rule] = where;
  out.clear();
  const Around at = around(text, block, gap, lexicon);
  const string_view closers = closers_kind(text, gap);
  const string_view ruled = !gap.has_stop() ? "-" : rule ? "y" : "n";
  const string_view glue = gap.glued() ? "glued" : "";
  const string end = string(at.end) + string(glue) + string(closers);
  const string pair = end + ">" + string(at.start);
  const string_view run = gap.stops_end - gap.stop > 1 ? "run" : "";
  out.add({"bias"});
  out.add({"end", end, ruled});
  out.add({"start", at.start, ruled});
  out.add({"pair", pair, ruled});
  out.add({"run", pair, run, ruled});
  out.add({"end-b", end, at.core_b});
  out.add({"start-a", at.start, at.end, at.core_a});
  out.add({"a", at.core_a});
  out.add({"b", at.core_b});
  out.add({"a-b", at.core_a, at.core_b});
  out.add({"a2", pair, core_of(at.a2)});
  out.add({"b2", pair, core_of(at.b2)});
  out.add({"b-b2", at.end, at.core_b, core_of(at.b2)});
  out.add({"a-a2", at.start, core_of(at.a2), at.core_a});
  out.add({"end2", pair, at.end2});
  out.add({"start2", pair, at.start2});
  out.add({"shape-a", shape_of(at.a), at.start});
  out.add({"shape-b", end, shape_of(at.b)});
  out.add({"shapes", shape_of(at.a), shape_of(at.b)});
  out.add({"shapes3", shape_of(at.a), shape_of(at.b), shape_of(at.b2)});
  out.add({"shapes4", shape_of(at.a2), shape_of(at.a), shape_of(at.b), shape_of(at.b2)});
  out.add({"words", pair, bucket(progress.words)});
  out.add({"left", pair, bucket(progress.words_left)});
  out.add({"words-left", at.end, bucket(progress.words), bucket(progress.words_left)});
  out.add({"quotes", pair, progress.quotes % 2 == 1 ? "open" : "", closers});
  out.add({"brackets", pair, progress.brackets > 0 ? "open" : ""});
  out.add({"style", pair, style.small_starts});
  out.add({"style-b", style.small_starts, at.end, at.core_b});
  out.add({"block-end", pair, progress.block_end});
  out.add({"starter", pair, lexicon.starters.contains(at.b) ? "yes" : "no"});
  const string_view first = chunk_from(text, progress.begin, block);
  out.add({"first", pair, core_of(first)});
  out.add({"first-kind", pair, start_kind(first, lexicon)});
  out.add({"first-words", at.end, core_of(first), bucket(progress.words)});
  const string_view before = capitals(text, at.a, block, false);
  const string_view behind = capitals(text, at.b, block, true);
  out.add({"capitals", pair, before, behind});
  out.add({"capitals-behind", pair, behind, bucket(progress.words_left)});
}

}  // namespace counterpoint::annotation
