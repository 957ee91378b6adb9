// SPDX-License-Identifier: Apache-2.0
#include "view/explain_parts.h"

#include <fmt/format.h>

#include "view/cells.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

// A list of ids, or of spans, or of objects that no reader wants to see in JSON.
void write_list(const ReadDossier& dossier, const std::string& key, const Json& value, Page& page) {
  for (const Json& item : value) {
    if (item.is_object() && item.contains("begin") && item.contains("text")) {
      page.paragraph(key + ":", 2);
      quote(dossier, item, page);
    } else if (item.is_string()) {
      const Json* thing = dossier.find(item.get<std::string>());
      std::string line = thing ? dossier.text(*thing, "name") : std::string();
      if (thing && line.empty()) line = dossier.text(*thing, "text");
      if (thing && line.empty()) line = dossier.content(*thing);
      fact(key, item.get<std::string>() + (line.empty() ? "" : ": " + line), page);
    } else if (item.is_object() && item.contains("text")) {
      fact(key, dossier.text(item, "text"), page);
    }
  }
}

void write_field(const ReadDossier& dossier, const std::string& key, const Json& value,
                 Page& page) {
  constexpr std::size_t kLong = 600;  // bytes; a whole document is no explanation
  if (key == "map" || key == "dropped" || key == "sections") return;  // in dossier.json
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > kLong) return;
    const Json* thing = dossier.find(text);
    const std::string name = thing ? dossier.text(*thing, "name") : std::string();
    fact(key, text + (name.empty() ? "" : ", " + name), page);
  } else if (value.is_boolean() || value.is_number()) {
    fact(key, value.dump(), page);
  } else if (value.is_object() && value.contains("begin")) {
    page.paragraph(key + ":", 2);
    quote(dossier, value, page);
  } else if (value.is_object() && value.contains("edtf")) {
    fact(key,
         time_words(dossier.text(value, "edtf")) + ", " + basis_words(dossier.text(value, "basis")),
         page);
    quote_evidence(dossier, value, page);
  } else if (value.is_object()) {
    for (const auto& [name, inner] : value.items()) {
      write_field(dossier, fmt::format("{} {}", key, name), inner, page);
    }
  } else if (value.is_array()) {
    write_list(dossier, key, value, page);
  }
}

}  // namespace

void quote(const ReadDossier& dossier, const Json& span, Page& page) {
  page.paragraph(fmt::format("“{}”", dossier.text(span, "text")), 4);
  page.paragraph(
      fmt::format("{}, characters {} to {}", dossier.document_name(dossier.text(span, "document")),
                  span.value("begin", 0), span.value("end", 0)),
      6);
}

void quote_evidence(const ReadDossier& dossier, const Json& object, Page& page) {
  if (!object.contains("evidence")) return;
  for (const Json& span : object["evidence"]) quote(dossier, span, page);
}

void statement_line(const ReadDossier& dossier, const Json& id, Page& page) {
  const Json* statement = dossier.find(id.get<std::string>());
  if (!statement) return;
  page.paragraph(dossier.sayer(*statement) + ": " + dossier.words(*statement), 6, "    ");
}

void because(const ReadDossier& dossier, const Json& object, Page& page) {
  const std::string reason = dossier.text(object, "reason");
  if (!reason.empty()) page.paragraph("because " + reason, 4, "  ");
  if (!object.contains("score") || !object["score"].is_number()) return;
  page.paragraph(fmt::format("Strength of the rule {}, from 0 to 1: how clearly it linked the two. "
                             "It is no probability and does not say who is right.",
                             object["score"].dump()),
                 4, "  ");
}

void fact(std::string_view title, const std::string& text, Page& page) {
  if (!text.empty()) page.paragraph(fmt::format("{}: {}", title, text), 4, "  ");
}

std::string position_line(const ReadDossier& dossier, const Json& question, std::size_t position) {
  const Json& item = question["positions"][position];
  const Json* claim = dossier.find(dossier.text(item, "claim"));
  return fmt::format("{}, {}: {}", letter_of(position),
                     dossier.text(item, "stance") == "denies" ? "Denied" : "Asserted",
                     claim ? dossier.text(*claim, "text") : "");
}

void explain_fields(const ReadDossier& dossier, const Json& thing, Page& page) {
  for (const auto& [key, value] : thing.items()) {
    if (key != "id") write_field(dossier, key, value, page);
  }
}

}  // namespace counterpoint::view
