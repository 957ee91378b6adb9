// SPDX-License-Identifier: Apache-2.0
// Made by `dossier` from the statements of all documents; read by `view`.
//
// All reports on one event, linked: identities, places, times, incidents, claims, questions with
// rival positions, relations, origins, ledger. Every value keeps its evidence; nothing is resolved
// silently; every merge, link and rule says why. Vectors are sorted by id unless said otherwise.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "counterpoint/annotation.h"
#include "counterpoint/document.h"
#include "counterpoint/result.h"
#include "counterpoint/span.h"
#include "counterpoint/statement.h"

namespace counterpoint {

enum class By { machine, person };

struct Voice {
  VoiceId id;
  std::string name;
  VoiceKind kind = VoiceKind::unknown;
  IdentityClass identity = IdentityClass::unnamed;
  std::string description;
  EntityId entity;  // absent for unnamed ones
  std::vector<VoiceRole> roles;
  std::vector<Evidence> role_evidence;  // parallel to roles; empty span: none
  std::vector<VoiceId> distinct_from;
  bool is_protected = false;
  By by = By::machine;
};

enum class EntityType { person, organization, group, place, facility, event, object, other };

struct EntityName {
  std::string text;
  std::string script;  // ISO 15924, "Latn"
  std::uint32_t count = 0;
  std::vector<DocumentId> documents;
};

struct Merge {
  std::string a, b;  // the two names
  std::string reason;
  double score = 0;  // 0..1, how strongly the rule speaks; not a probability
};

struct MayBe {
  EntityId entity;
  std::string reason;
};

struct Flag {
  std::string code;
  std::string message;
  std::vector<Evidence> evidence;
};

struct Entity {
  EntityId id;
  EntityType type = EntityType::other;
  std::string name;
  std::vector<EntityName> names;
  PlaceId place;
  std::vector<Merge> merged;
  std::vector<MayBe> may_be;
  std::vector<Flag> flags;
};

struct Place {
  PlaceId id;
  EntityId entity;
  std::string name;
  std::optional<double> lat, lon;  // WGS 84 degrees; absent: in no gazetteer
  std::optional<double> radius_km;
  int where_prec = 0;  // UCDP 1-7; 0: unknown
  std::string geonames;
  std::string admin1;
  std::string country;  // ISO 3166-1 alpha-2
};

struct Incident {
  IncidentId id;
  std::string title;
  std::optional<Time> time;
  PlaceId place;
  enum class Role { focal, background, comparison } role = Role::focal;
  std::vector<EventId> events;
  std::string reason;
};

enum class Stance { asserts, denies, doubts, supports };

struct Claim {
  ClaimId id;
  std::string text;
  QuestionId question;
};

enum class QuestionKind { who, who_were, whether, how_many, why, when, where, what };
enum class QuestionStatus { agreed, disputed, single_origin, revised, open };

struct Position {
  std::string id;
  ClaimId claim;
  Stance stance = Stance::asserts;  // asserts or denies
  std::vector<StatementId> statements;
  std::vector<VoiceId> voices;
  std::map<VoiceKind, int> kinds;  // claimants by kind
  int origins_min = 0;             // independent origins, see docs
  int origins_max = 0;
  std::optional<Time> first, last;
};

struct Question {
  QuestionId id;
  std::string text;
  IncidentId incident;
  QuestionKind kind = QuestionKind::whether;
  QuestionStatus status = QuestionStatus::open;
  std::string cause;                  // dispute, scope, as_of, definition, ...; empty: not told
  std::vector<StatementId> noted_by;  // outlets' own notes that accounts conflict
  std::vector<Position> positions;    // in order of first mention
  std::vector<VoiceKind> silent;
};

// What a statement says of a claim.
struct ClaimLink {
  StatementId statement;
  ClaimId claim;
  Stance stance = Stance::asserts;
};

// One saying of one voice in several renderings.
struct Utterance {
  std::string id;
  VoiceId voice;
  std::optional<Time> said;
  std::vector<StatementId> statements;
  // Against the fullest rendering, which has no entry: what the statement lacks of it and has
  // beyond it, in words of the two documents.
  struct Variant {
    StatementId statement;
    std::string omitted, added;
  };
  std::vector<Variant> variants;
  std::string reason;
};

// A thing shown as proof, over all documents. Mentions of two documents are one exhibit only on
// strong grounds (kind, publisher or telling words of what it shows, no other day); what might be
// the same stays apart, and `may_be` says why.
struct Exhibit {
  struct MayBe {
    std::string exhibit;
    std::string reason;
  };
  std::string id;
  ExhibitKind kind = ExhibitKind::document;
  VoiceId published_by;       // absent: no words say who, or the publisher has no say of its own
  std::string publisher;      // the publisher in a report's words; empty: no words say who
  std::optional<Time> dated;  // the day it bears, or else was published
  std::vector<Evidence> mentions;          // sorted; the words that speak of it
  std::vector<Evidence> shows;             // sorted
  std::vector<StatementId> statements;     // whose content rests on it
  std::vector<StatementId> challenged_by;  // that deny, disprove or doubt it
  std::vector<MayBe> may_be;
  std::string reason;  // why mentions of several documents are one; empty: one document
};

enum class RelationType {
  corroborates,
  contradicts,
  denies,
  confirms,
  disconfirms,
  admits,
  retracts,
  revises,
  doubts,
  supports
};

struct Relation {
  std::string id;
  StatementId from;
  StatementId to;  // absent when `to_claim` or `to_exhibit` is there
  ClaimId to_claim;
  RelationType type = RelationType::contradicts;
  std::string reason;
  double score = 0;  // 0..1, strength of the rule; orders results and means no probability
  std::string to_exhibit = {};  // Exhibit::id, where the statement speaks of the exhibit itself
};

enum class DerivationType { copy, excerpt, rewrite, cites, wire };

struct Derivation {
  std::string id;
  DocumentId from, to;  // from is the source
  DerivationType type = DerivationType::copy;
  double coverage = 0;  // share of `to` found in `from`, 0..1
  std::vector<std::pair<Evidence, Evidence>> spans;
  std::vector<ClaimId> omits;
  std::string reason;
};

struct Origin {
  std::string id;
  std::vector<DocumentId> documents;
  std::vector<StatementId> statements;
  std::string reason;
};

struct LedgerRule {
  std::string name;                      // ucdp, acled, airwars, median, official_only
  std::map<std::string, double> values;  // best, low, high, ...
  std::vector<FigureId> figures;         // the rows it rests on
};

struct LedgerGroup {
  std::string id;
  IncidentId incident;
  std::string measure;
  std::vector<FigureId> rows;  // in order of as-of, then document
  std::vector<LedgerRule> rules;
};

struct TimelineEntry {
  Time time;
  IncidentId incident;
  std::string text;
  std::vector<StatementId> statements;
  enum class Track { events, statements } track = Track::events;
};

// A person's decision, kept in decisions.jsonl beside the output and applied at every build.
struct Decision {
  std::string target;  // id, or for merge "id|id"
  std::string
      action;  // merge, split, rename, kind, claimant, figure, position, exclude, note, protect
  std::string before, after, by, at, note;
  enum class State { applied, orphaned } state = State::orphaned;
};

struct ToolInfo {
  std::string version;
  std::vector<std::pair<std::string, std::string>> models;  // name, sha256
  std::vector<std::pair<std::string, std::string>> packs;
  std::map<std::string, std::string> options;
};

struct Dossier {
  std::string title;
  ToolInfo tool;
  std::vector<Document> documents;
  std::vector<Voice> voices;
  std::vector<Entity> entities;
  std::vector<Place> places;
  std::vector<Statement> statements;
  std::vector<Utterance> utterances;
  std::vector<Exhibit> exhibits;
  std::vector<Event> events;
  std::vector<Incident> incidents;
  std::vector<Figure> figures;
  std::vector<Claim> claims;
  std::vector<ClaimLink> claim_links;
  std::vector<Question> questions;
  std::vector<Relation> relations;
  std::vector<Derivation> derivations;
  std::vector<Origin> origins;
  std::vector<LedgerGroup> ledger;
  std::vector<TimelineEntry> timeline;  // in time order
  std::vector<Decision> decisions;      // in file order
};

// One document with all that was found in it.
struct AnnotatedDocument {
  Document document;
  Annotation annotation;
  DocumentStatements found;
};

// Gazetteer, issue frames and name rules. Immutable, shared by threads.
struct DossierPacks;
struct DossierOptions {
  std::filesystem::path packs;
  std::filesystem::path decisions;  // decisions.jsonl; need not exist
  std::string title;                // empty: made from the documents
};

// Links everything. Errors: pack.*, dossier.decisions (an unreadable decisions file; names the
// line). The result does not depend on the order of `documents`.
[[nodiscard]] Result<Dossier> link(std::vector<AnnotatedDocument> documents,
                                   const DossierOptions& options);

}  // namespace counterpoint
