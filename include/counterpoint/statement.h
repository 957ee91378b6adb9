// SPDX-License-Identifier: Apache-2.0
// Made by `statement` from one document and its annotation; read by `dossier` and `view`.
//
// Who says what: each statement has its content span, cue and source, the chain of voices it came
// through, and its act. Everything known is known according to somebody; what the outlet asserts in
// its own voice is a `narration` statement. Nothing here looks beyond one document.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "counterpoint/annotation.h"
#include "counterpoint/document.h"
#include "counterpoint/result.h"
#include "counterpoint/span.h"

namespace counterpoint {

enum class VoiceKind {
  official,
  armed_group,
  opposition,
  activist,
  witness,
  defector,
  analyst,
  foreign_official,
  igo,
  media,
  reference,
  unknown
};
enum class IdentityClass { named, pseudonym, unnamed, collective, institution };

struct VoiceRole {
  std::string text;  // "information ministry spokeswoman"
  VoiceKind kind = VoiceKind::unknown;
  Span span;  // empty when inferred from the voice's own name
};

// A voice as one document shows it. Two mentions of one speaker in a document share one entry;
// whether it is the same voice as in another document is for `dossier` to say.
struct VoiceMention {
  std::string name;  // fullest form in the document: "Wissam Tarif", "a resident"
  std::string
      description;  // "executive director of Insan, a Syrian human rights group"; may be empty
  VoiceKind kind = VoiceKind::unknown;
  IdentityClass identity = IdentityClass::unnamed;
  std::vector<Span> spans;  // every place where it is the source or relay; empty: the outlet itself
  std::vector<std::string> names;  // other forms in the document: "Mr Tarif", "Tarif"
  std::vector<VoiceRole> roles;
  std::string side;       // whose: nationality or body the text ties it to ("Syrian"), else empty
  bool distinct = false;  // "another resident": never the same voice as an unnamed one before it
  bool outlet = false;    // the document's own outlet
};
using VoiceMentionIndex = std::uint32_t;  // into DocumentStatements::voices

enum class Speech { direct, indirect, mixed, narration, tabular };
enum class Act {
  state,
  deny,
  confirm,
  disconfirm,
  admit,
  retract,
  doubt,
  accuse,
  believe,
  decline,
  predict,
  pledge,
  demand,
  threaten
};
enum class Certainty { certain, probable, possible, unknown };
enum class Polarity { positive, negative };
enum class Basis {
  eyewitness,
  hearsay,
  document,
  video,
  photo,
  intercept,
  inference,
  own_reporting,
  unknown
};

struct Statement {
  StatementId id;
  DocumentId document;
  Span span;      // the content alone, without cue and source
  Span sentence;  // the sentence (or run of sentences) it stands in
  Speech speech = Speech::narration;
  std::vector<Span> inserted;  // the outlet's words inside the content: "[pro-government militias]"
  bool elided = false;         // the content is broken by an ellipsis
  std::optional<Span> cue;     // "said", "according to"
  std::optional<Span> source;  // the claimant's words in the text
  std::vector<VoiceMentionIndex> chain_mentions;  // outlet first, claimant last; never empty
  std::vector<VoiceMentionIndex> joint_mentions;  // joint claimants beside the last of the chain
  std::optional<VoiceMentionIndex> addressee_mention;
  std::string credit;  // agency the whole report is credited to
  Act act = Act::state;
  Certainty certainty = Certainty::unknown;
  Polarity polarity = Polarity::positive;
  Basis basis = Basis::unknown;
  std::vector<std::string> citations;            // markers: "[7]"
  std::optional<std::uint32_t> time_expression;  // of what is told: index into Annotation::times
  std::optional<std::uint32_t> said_expression;  // of the saying

  // Filled by `dossier`:
  std::vector<VoiceId> chain;
  std::vector<VoiceId> joint_with;
  std::optional<VoiceId> addressee;
  std::optional<Time> time;
  std::optional<Time> said;
  PlaceId place;
  std::string utterance;  // id of the saying that this renders; empty: no other rendering is known
};

enum class Responsibility { unstated, alleged, denied, admitted, adjudicated };
enum class Modality { actual, future, hypothetical };

struct Actor {
  std::string text;
  Span span;
  Responsibility responsibility = Responsibility::unstated;
  EntityId entity;  // filled by `dossier`
};

struct Event {
  EventId id;
  std::uint32_t statement =
      0;  // index into the same DocumentStatements (later: Dossier::statements)
  Span trigger;
  std::string type;  // PLOVER: ASSAULT, PROTEST, COERCE, ...; or "DISASTER", "HEALTH" beyond PLOVER
  std::string mode;  // pack's finer class: killing, shooting, defection, arrest, ...
  std::vector<Actor> actors;
  std::vector<Actor> recipients;
  std::vector<std::string> weapons;
  bool negated = false;
  Modality modality = Modality::actual;
  std::optional<std::uint32_t> time_expression;
  std::optional<Time> time;  // filled by `dossier`
  PlaceId place;             // filled by `dossier`
  IncidentId incident;       // filled by `dossier`
};

enum class FigureStatus { unstated, confirmed, estimate, projection };
enum class FigureScope { unknown, incident, cumulative };
enum class Civilian { unknown, civilian, combatant, security };

struct FigureGroup {
  std::string text;  // "police and security officers"; empty: not stated
  Span span;
  std::string side;  // "Syrian", "opposition"; as stated
  Civilian civilian = Civilian::unknown;
};

// number x measure x group x as-of, according to a claimant.
struct Figure {
  FigureId id;
  DocumentId document;
  std::uint32_t statement =
      0;                      // index into the same DocumentStatements (later: Dossier::statements)
  Span span;                  // the number with its modifier
  std::optional<double> min;  // absent = open
  std::optional<double> max;
  std::vector<double> alternatives;
  bool approximate = false;
  std::string word;     // modifier or vague word as written
  std::string unit;     // counted noun, singular ("person"); empty: none stated
  std::string measure;  // killed, wounded, infected, arrested, missing, displaced, present, ...
  FigureStatus status = FigureStatus::unstated;
  FigureGroup group;
  bool emended = false;
  FigureScope scope = FigureScope::unknown;
  std::optional<std::uint32_t> time_expression;  // as-of or period, index into Annotation::times
  std::optional<std::uint32_t> part_of;          // "49 of the 108": index of the whole's figure

  // Filled by `dossier`:
  VoiceId claimant;
  IncidentId incident;
  std::optional<Time> as_of;
  std::optional<Time> period;
  PlaceId place;
  FigureId part_of_id;
  FigureId superseded_by;
};

enum class ExhibitKind { video, photo, intercept, document, object, body };

// What a statement says of an exhibit itself: that it is fake, old or from elsewhere (deny,
// disconfirm), that it could not be verified (doubt), that it is genuine (confirm).
struct ExhibitTest {
  std::uint32_t statement = 0;  // index into the same DocumentStatements
  Act act = Act::doubt;
};

// A thing shown as proof, as one document speaks of it. A noun alone makes none: somebody must
// show, publish, obtain, verify or contest it, or words tell what it shows
// (packs/*/statement/exhibits). "The footage" goes back to the exhibit of its kind before it,
// "another video" begins a new one.
struct ExhibitMention {
  ExhibitKind kind = ExhibitKind::document;
  std::vector<Span> spans;  // every place that speaks of it, first the one that it is known by
  Span publisher;           // who published, released or aired it, in the text's words; never
                            // guessed: empty where no words say so. A platform is no publisher.
  std::optional<VoiceMentionIndex> publisher_voice;  // the publisher, if it has a say as well
  std::vector<Span> shows;                           // what it is said to show or to say
  std::vector<std::uint32_t> statements;             // those whose content rests on it, sorted
  std::vector<ExhibitTest> tests;                    // sorted by statement
  std::optional<std::uint32_t> time_expression;      // the day it bears, or else was published
};

struct DocumentStatements {
  std::vector<Statement> statements;  // sorted by span
  std::vector<VoiceMention> voices;   // [0] is the outlet
  std::vector<Event> events;
  std::vector<Figure> figures;
  std::vector<ExhibitMention> exhibits;  // in text order
};

// The cue lexicon, voice kinds, measures and event words of one language. Immutable, shared by
// threads.
class StatementRules {
 public:
  // Errors: pack.missing, pack.encoding, pack.row (a row that cannot be used; names the
  // line).
  [[nodiscard]] static Result<StatementRules> load(const std::filesystem::path& packs);

  StatementRules(StatementRules&&) noexcept;
  StatementRules& operator=(StatementRules&&) noexcept;
  ~StatementRules();

  // All statements of one document. Reads every field of `annotation`; without a parse
  // (annotation.parsed false) only quotes, "according to" and narration are found. Thread safe;
  // cost linear in the text.
  [[nodiscard]] DocumentStatements extract(const Document& document,
                                           const Annotation& annotation) const;

 private:
  struct Impl;
  explicit StatementRules(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace counterpoint
