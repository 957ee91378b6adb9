// SPDX-License-Identifier: Apache-2.0
// Made from annotation mentions and voices of all documents; read by the merging of names.
//
// A name is what several uses in one or more documents write alike. Names that say little - a
// person's surname alone - stay apart by document until something in that document says whose they
// are.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dossier/identity/parsed_name.h"
#include "dossier/linking.h"

namespace counterpoint {

enum class NameClass { person, place, body, other };

struct NameUse {
  std::uint32_t document = 0;
  std::int32_t mention = -1;  // index into annotation.mentions; -1: from a voice
  std::int32_t voice = -1;    // index into found.voices; -1: from a mention
  Span span;                  // empty for an outlet
  EntityType type = EntityType::other;
  ParsedName name;
};

struct Name {
  NameClass kind = NameClass::other;
  std::string key;                  // ParsedName::key()
  std::int32_t document = -1;       // of a name that stays apart by document; -1: of all
  std::vector<std::uint32_t> uses;  // indexes into Names::uses, in order of document and span
  std::set<std::uint32_t> documents;
  std::set<Office> offices;
  std::set<VoiceKind> kinds;  // sides its voices speak for
  std::map<EntityType, std::uint32_t> types;

  [[nodiscard]] std::vector<std::string> tokens() const;
};

struct Names {
  std::vector<NameUse> uses;
  std::vector<Name> names;  // sorted by kind, key, document

  [[nodiscard]] const std::string& text(std::uint32_t name) const;  // as first written
};

// For each mention, the name inside it that it is known by ("Ibrahim Shaar" in "Interior Minister
// Ibrahim Shaar"), or -1.
[[nodiscard]] std::vector<std::int32_t> inner_names(const Annotation& annotation);

// Reads annotation.mentions (named ones), tokens around them and found.voices of every document.
// A spelling that is tagged as several classes goes to the one that most uses have. O(n log n).
[[nodiscard]] Names collect_names(const Linking& linking);

}  // namespace counterpoint
