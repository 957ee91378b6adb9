// SPDX-License-Identifier: Apache-2.0
// Made by `annotation` from a document; read by `statement` and by every stage to its right.
//
// Sentences, tokens with tags and parse, names and nominal groups, time expressions and quantities.
// All spans are bytes of the document's text. An annotation holds no copy of the text: use it only
// together with the document it was made from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterpoint/document.h"
#include "counterpoint/result.h"
#include "counterpoint/span.h"

namespace counterpoint {

enum class Upos {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

// Index into Annotation::tokens; -1 = none (the root's head, or an unparsed token's).
using TokenIndex = std::int32_t;

// A UD syntactic word. Contractions are two tokens: "don't" = "do" + "n't".
struct Token {
  Span span;
  std::string lemma;  // lower case except for proper nouns, "Syrian" and acronyms
  Upos upos = Upos::X;
  std::string xpos;    // Penn tag; empty without model
  std::string deprel;  // UD v2 relation with subtype, "nsubj:pass"; empty without model
  TokenIndex head = -1;
};

// Tokens [first, last) of one sentence; never crosses a paragraph.
struct Sentence {
  TokenIndex first = 0;
  TokenIndex last = 0;
  Span span;
  std::uint32_t paragraph = 0;  // counted from 0 over the document
};

enum class Gender { unknown, male, female };
enum class MentionType { person, organization, place, event, object, abstract, time, other };

// A name ("Joshua Landis") or a nominal group ("security forces", "a resident", "members of the
// security forces"), without its relative clause and apposition. A name leaves out its article.
// Pronouns are no mentions: they are in Annotation::references, and resolve_pronoun() finds theirs.
// Mentions may nest; they are sorted by where they begin, the wider first: a titled name is the
// group "Interior Minister Ibrahim Shaar" followed by the name "Ibrahim Shaar", whose antecedent is
// the group.
struct Mention {
  Span span;
  TokenIndex first = 0;
  TokenIndex last = 0;  // half-open
  TokenIndex head = 0;
  MentionType type = MentionType::other;
  bool named = false;  // it is a name, or a group that holds its own name
  // The mention of the document that it refers back to, or -1: the group around a titled name, else
  // the antecedent of the reference with this head, unless that only repeats words.
  std::int32_t antecedent = -1;
  Gender gender = Gender::unknown;  // as a title or noun tells ("Mrs", "spokesman"); never by name
  bool group = false;               // a singular noun that "they" can stand for ("army")
};

// What ties a reference to its chain, from what is nearly certain to what is a guess.
enum class Link {
  first,       // others refer back to it, or it was tied by a later one
  apposition,  // "Ibrahim Shaar, the interior minister"
  predicate,   // "Shaar is a former judge"
  name,        // the same name, shortened ("Mr Shaar"), or as an acronym
  reflexive,   // "himself"
  nominal,     // "the minister": the same noun with nothing said against it, or an office
  repeated,    // the same words without an article ("water ... water"): the same kind at least
  speaker,     // "I", "we", "you", by quotation
  pronoun      // "he", "its": by agreement, nearness and role
};

// One place of the text that speaks of something the text speaks of elsewhere too: a name, a
// nominal group or a pronoun. Unlike Mention::span, its span is the whole phrase: with article,
// complements and relative clause ("the team which won"), without apposition. What is spoken of
// once is no reference. A wrong tie is possible with every link, and from `nominal` on about every
// third is wrong: nothing that accuses may rest on such a one.
struct Reference {
  Span span;
  TokenIndex first = 0;
  TokenIndex last = 0;  // half-open
  TokenIndex head = 0;
  std::int32_t chain = 0;        // references with one number speak of the same thing; from 0
  std::int32_t mention = -1;     // the widest mention with this head; -1: a pronoun, or "A and B"
  std::int32_t antecedent = -1;  // the chain's latest mention before this reference, or -1
  Link link = Link::first;
};

enum class TimexType { date, time, duration, set };

// What a time expression says, before it is anchored: parts that are stated, and how to find the
// rest. The anchor (date of publication) may become known only later, so the value stays symbolic.
enum class TimeForm {
  calendar,     // year, month, day as far as stated ("12 June", "June 2011", "2011", "1980s")
  weekday,      // "Monday", "early on Tuesday", "last Friday"
  offset,       // `offset` units from the anchor: yesterday = -1 day, next week = +1 week
  part_of_day,  // "overnight", "this morning": the anchor's day
  span_of,      // a range between two stated ends ("4-12 June")
  clock,        // "at 1600 GMT" alone
  vague         // no day of its own: "recently", "three months", "a year earlier", "the quarter"
};
enum class TimeUnit { day, week, month, year, hour, quarter };
enum class TimeBound { none, since, until, before, after, about };  // "since Saturday", "by Friday"
// Which part of it is meant, or how a length compares with the stated one: "early June" start,
// "mid-1996" mid, "late yesterday" end; "more than an hour", "less than a week", "at least two
// days", "up to a year". "about" is TimeExpression::approximate.
enum class TimeModifier { none, start, mid, end, more_than, less_than, at_least, at_most };
// Words that only set a time apart from the present: "recently", "now", "soon".
enum class TimeReference { none, past, present, future };

struct TimeExpression {
  Span span;
  TimexType type = TimexType::date;
  TimeForm form = TimeForm::calendar;
  std::optional<int> year, month, day;              // calendar; start of span_of
  std::optional<int> end_year, end_month, end_day;  // end of span_of
  bool decade = false;                              // "the 1980s": year holds 1980
  bool year_inferred = false;                       // year taken from an earlier date of the text
  std::optional<int> weekday;                       // 1 Monday .. 7 Sunday
  std::optional<int> end_weekday;                   // "the weekend": weekday 6, end_weekday 7
  int direction = 0;                                // weekday: -1 "last", +1 "next", 0 by tense
  int offset = 0;
  TimeUnit unit = TimeUnit::day;
  TimeBound bound = TimeBound::none;
  bool approximate = false;
  std::string clock;         // "T16:00Z", "T16:00"; empty: none stated
  TokenIndex governor = -1;  // verb or noun the expression hangs on; -1 without model
  bool future = false;       // the governor speaks of the future ("will", "to be held")
  bool past = false;  // ... or of the past ("met", "was held"); neither where it cannot be told

  // Finer shades, for readers of TIMEX3 values; resolve() heeds those of a calendar date.
  std::optional<int> quarter;      // 1..4, "the third quarter"; calendar, year only if stated
  std::optional<int> half;         // 1..2, "the second half of 2011"; calendar
  bool century = false;            // "the 19th century": year holds 1800; calendar
  std::optional<int> year_offset;  // year counted from the anchor's: "July last year" = -1
  std::string season;              // "SP", "SU", "FA", "WI"; calendar, with or without year
  std::string day_part;  // "MO" morning, "AF" afternoon, "EV" evening, "NI" night, "DT" daytime
  TimeModifier modifier = TimeModifier::none;
  TimeReference reference = TimeReference::none;  // form vague
  // A duration's length, or how often a set comes round, in ISO 8601 with X for a number that is
  // not told and the TIMEX3 letters Q (quarter), E (decade), C (century): "P3D", "PT24H", "PXY".
  // A set on a weekday or in a month has `weekday` or `month` instead. Empty: none stated.
  std::string length;
  // Form vague, counted in the text ("a year earlier", "the same day", "the quarter"): the index in
  // Annotation::times of the expression that it is `offset` units from, or -1: none was found.
  std::int32_t antecedent = -1;
  bool in_text = false;  // counted in the text, whether or not an antecedent was found
};

// The EDTF value of `timex` for a text published on `anchor` (EDTF day, or empty when unknown), to
// the day. nullopt: it cannot be told without an anchor, or is vague. A weekday is the last one up
// to and including the anchor's own day, or the next one where `future`; a month or day without
// year is the nearest one before the anchor (after it where `future`). "since X" -> "X/anchor", or
// "X/.." without anchor; "until X", "by X", "before X" -> "../X"; "after X" -> "X/..".
// An inferred year gives way to the anchor when the two dates are within 60 days of each other.
[[nodiscard]] std::optional<std::string> resolve(const TimeExpression& timex,
                                                 std::string_view anchor);

enum class QuantityKind {
  count,  // of people or things
  age,
  year,
  money,
  percent,
  distance,
  size,
  clock,
  ordinal,
  version,  // version: names, unit numbers
  fraction,
  duration,
  temperature,
  other
};

// A number or vague amount as an interval. "more than 120" -> min 120, no max; "up to 200" and
// "nearly 1,000" -> max; "about 40" -> 40..40 approximate; "no injuries" -> 0. Vague words get what
// the pack states for them: "dozens" at least 12, approximate; `word` keeps the word as written.
// A name ("AK-47") has no bounds, a clock none either.
struct Quantity {
  Span span;    // with modifier, and the sign or word of money, percent and clock: "more than 120",
                // "five or 14", "about $5m", "20 per cent", "7 p.m."
  Span number;  // the number words alone
  std::optional<double> min;
  std::optional<double> max;
  std::vector<double> alternatives;  // "five or 14" -> {5, 14}; min and max are then absent
  bool approximate = false;
  std::string word;  // modifier or vague word as written: "more than", "dozens"
  QuantityKind kind = QuantityKind::count;
  // What is counted ("people", "dead"), the unit of a measure ("km") or the whole of a part ("half
  // the village"); -1: none stated. Always -1 for ordinals, names, years, clocks, money and ages in
  // years.
  TokenIndex noun = -1;
  bool emended = false;  // a word was lost before "than 4,000"
};

// An attribution relation as the model marks it in the words, after PolNeAR's scheme: whose words
// or thoughts (source), the words that say that they are told (cue: "said", "according to"), and
// what is told (content, with "that" and quotation marks). Pieces of a cut content ("...," he said,
// "...") are listed one by one; a piece may run over sentences of one paragraph. A mark is what the
// training texts made likely, no proof: any part may be absent, and nothing is said of whether the
// content is asserted, denied or doubted.
struct AttributionRelation {
  std::optional<Span> source;
  std::optional<Span> cue;
  std::vector<Span> contents;  // sorted
};

struct Annotation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
  std::vector<Reference> references;  // sorted by where they begin, the wider first
  std::vector<TimeExpression> times;  // sorted by span
  std::vector<Quantity> quantities;   // sorted by span
  // By sentence: those with a cue in the order of the cues, then one of what belongs to no cue.
  // Empty without model.
  std::vector<AttributionRelation> attributions;
  bool parsed = false;  // a model was used: tags, heads and mentions are there
};

// The mention (index into `annotation.mentions`) that the third-person pronoun at `token` stands
// for
// ("he", "his", "she", "her", "it", "its", "they", "them", "their"): the latest mention before it
// in its chain of `annotation.references`. -1: no such pronoun, no chain, no mention before it in
// the chain, or no parse. A guess by recency, role, number and type: on held-out text about one in
// five of "he" and "she" is wrong, and two in five of the others, so nothing that accuses may rest
// on it. Cost: logarithmic.
[[nodiscard]] std::int32_t resolve_pronoun(const Document& document, const Annotation& annotation,
                                           TokenIndex token);

// The numbers that the model's encoder computes in: whole numbers of 8 bits, which are quicker and
// come to almost the same labels, or the floats that it was trained in.
enum class Precision { int8, fp32 };

// Loaded model and packs of one language. Immutable and shared by threads.
class Annotator {
 public:
  struct Options {
    std::filesystem::path models;  // folder with en/annotator.safetensors
    std::filesystem::path packs;   // folder with en/
    bool use_model = true;         // false: rules only (no tags, parse, mentions)
    Precision precision = Precision::int8;
  };

  // Errors: model.missing, model.invalid, model.hash, pack.missing, pack.encoding, pack.row.
  [[nodiscard]] static Result<Annotator> load(const Options& options);

  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;
  ~Annotator();

  // Annotates one document; an empty text gives an empty annotation. Thread safe; the result does
  // not depend on the thread. Cost linear in the text.
  [[nodiscard]] Annotation annotate(const Document& document) const;

  // Name and SHA-256 of the model file, for the dossier's `tool`; empty without model.
  [[nodiscard]] std::string model_name() const;
  [[nodiscard]] std::string model_sha256() const;

 private:
  struct Impl;
  explicit Annotator(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace counterpoint
