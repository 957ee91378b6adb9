// SPDX-License-Identifier: Apache-2.0
// explain: why a thing is in the dossier, from its id down to the words it rests on.
#include <fmt/format.h>

#include "counterpoint/view.h"
#include "view/read_dossier.h"
#include "view/terminal.h"

namespace counterpoint {
namespace {

using view::Page;
using view::ReadDossier;
using Json = ReadDossier::Json;

void quote(const ReadDossier& dossier, const Json& span, Page& page) {
  page.paragraph(fmt::format("“{}”", dossier.text(span, "text")), 4);
  page.paragraph(
      fmt::format("{}, code points {} to {}", dossier.document_name(dossier.text(span, "document")),
                  span["begin"].dump(), span["end"].dump()),
      6);
}

// Names the things that a list of ids holds, one line each.
void list_ids(const ReadDossier& dossier, const std::string& key, const Json& value, Page& page) {
  for (const Json& item : value) {
    if (!item.is_string()) continue;
    const Json* thing = dossier.find(item.get<std::string>());
    if (!thing) continue;
    std::string line = dossier.text(*thing, "name");
    if (line.empty()) line = dossier.text(*thing, "text");
    if (line.empty()) line = dossier.content(*thing);
    if (thing->contains("chain")) line = dossier.chain(*thing) + ": " + line;
    page.paragraph(fmt::format("{} {}: {}", key, item.get<std::string>(), line), 4, "  ");
  }
}

void write_field(const ReadDossier& dossier, const std::string& key, const Json& value,
                 Page& page) {
  if (key == "text" && value.is_string() && value.get_ref<const std::string&>().size() > 600)
    return;
  if (key == "map" || key == "dropped") return;  // bookkeeping of bytes: in dossier.json
  if (value.is_string()) {
    page.paragraph(key + ": " + value.get<std::string>(), 4, "  ");
  } else if (value.is_boolean() || value.is_number()) {
    page.paragraph(key + ": " + value.dump(), 4, "  ");
  } else if (value.is_object() && value.contains("begin")) {
    page.paragraph(key + ":", 2);
    quote(dossier, value, page);
  } else if (value.is_object() && value.contains("edtf")) {
    page.paragraph(
        fmt::format("{}: {} ({})", key, dossier.text(value, "edtf"), dossier.text(value, "basis")),
        4, "  ");
    if (value.contains("evidence")) {
      for (const Json& span : value["evidence"]) quote(dossier, span, page);
    }
  } else if (value.is_array() && !value.empty() && value[0].is_string()) {
    list_ids(dossier, key, value, page);
  } else if (value.is_array()) {
    for (const Json& item : value) {
      if (item.is_object() && item.contains("begin") && item.contains("text"))
        quote(dossier, item, page);
      else if (item.is_object())
        page.paragraph(key + ": " + item.dump(), 6, "  ");
    }
  }
}

// Everything elsewhere in the dossier that names this id.
void write_uses(const ReadDossier& dossier, const std::string& id, Page& page) {
  for (const char* name : {"questions", "relations", "derivations", "origins", "ledger"}) {
    for (const Json& item : dossier.array(name)) {
      if (item.value("id", "") == id || item.dump().find("\"" + id + "\"") == std::string::npos) {
        continue;
      }
      std::string line = dossier.text(item, "text");
      if (line.empty()) line = dossier.text(item, "reason");
      if (line.empty()) line = dossier.text(item, "measure");
      page.paragraph(fmt::format("in {} {}: {}", name, item.value("id", ""), line), 4, "  ");
    }
  }
}

}  // namespace

Result<std::string> explain(const std::string& dossier_json, const std::string& id,
                            const ShowOptions& options) {
  const auto dossier = ReadDossier::parse(dossier_json);
  if (!dossier) return tl::unexpected<Error>(dossier.error());
  const Json* thing = dossier->find(id);
  if (!thing) {
    return fail("view.unknown_id", "Nothing in the dossier has this id.", id,
                "Ids stand in brackets behind each line of counterpoint show.");
  }
  Page page(options);
  page.heading(id + " of " + dossier->kind_of(id));
  for (const auto& [key, value] : thing->items()) {
    if (key != "id") write_field(*dossier, key, value, page);
  }
  write_uses(*dossier, id, page);
  return page.take();
}

}  // namespace counterpoint
