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
  std::string lemma;  // lower case except for proper nouns
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
// Pronouns are no mentions: resolve_pronoun() finds theirs. Mentions may nest; they are sorted by
// where they begin, the wider first: a titled name is the group "Interior Minister Ibrahim Shaar"
// followed by the name "Ibrahim Shaar", whose antecedent is the group.
struct Mention {
  Span span;
  TokenIndex first = 0;
  TokenIndex last = 0;  // half-open
  TokenIndex head = 0;
  MentionType type = MentionType::other;
  bool named = false;               // it is a name, or a group that holds its own name
  std::int32_t antecedent = -1;     // the mention of the document that it refers back to, or -1
  Gender gender = Gender::unknown;  // as a title or noun tells ("Mrs", "spokesman"); never by name
  bool group = false;               // a singular noun that "they" can stand for ("army")
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
  vague         // "recently", "in recent days"
};
enum class TimeUnit { day, week, month, year, hour };
enum class TimeBound { none, since, until, before, after, about };  // "since Saturday", "by Friday"

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
// "nearly 1,000" -> max; "about 40" -> 40..40 approximate. Vague words ("dozens") get the least
// value that the pack states for them as min, no max, approximate; `word` keeps the word as
// written.
struct Quantity {
  Span span;    // the number with its modifier: "more than 120", "five or 14"
  Span number;  // the number words alone
  std::optional<double> min;
  std::optional<double> max;
  std::vector<double> alternatives;  // "five or 14" -> {5, 14}; min and max are then absent
  bool approximate = false;
  std::string word;  // modifier or vague word as written: "more than", "dozens"
  QuantityKind kind = QuantityKind::count;
  TokenIndex noun = -1;  // token of the counted noun ("people"); -1: none stated
  bool emended = false;  // a word was lost before "than 4,000"
};

struct Annotation {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
  std::vector<TimeExpression> times;  // sorted by span
  std::vector<Quantity> quantities;   // sorted by span
  bool parsed = false;                // a model was used: tags, heads and mentions are there
};

// The mention (index into `annotation.mentions`) that the third-person pronoun at `token` stands
// for
// ("he", "his", "she", "her", "it", "its", "they", "them", "their"), or -1: no such pronoun, no
// candidate in this sentence or the three before it, or no parse. A guess by recency, role, number
// and type; it never chooses between two people by more than that, so nothing that accuses may rest
// on it. Cost: linear in the mentions of those sentences.
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
