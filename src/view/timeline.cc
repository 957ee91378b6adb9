// SPDX-License-Identifier: Apache-2.0
// show timeline: what is told to have happened, and when statements were made.
#include <fmt/format.h>

#include <algorithm>

#include "view/copies.h"
#include "view/screens.h"
#include "view/terminal.h"
#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

struct Entry {
  const Json* entry = nullptr;
  std::vector<const Json*> statements;
};

bool repeats(const ReadDossier& dossier, const Entry& a, const Entry& b) {
  if (dossier.edtf(*a.entry, "time") != dossier.edtf(*b.entry, "time")) return false;
  const std::string left = dossier.text(*a.entry, "text"), right = dossier.text(*b.entry, "text");
  if (folded_words(left) == folded_words(right)) return true;
  if (a.statements.empty() || b.statements.empty()) return false;
  return is_same_saying(dossier, saying_of(dossier, *a.statements[0]),
                        saying_of(dossier, *b.statements[0]));
}

std::vector<Entry> entries_of(const ReadDossier& dossier, std::string_view track) {
  std::vector<Entry> entries;
  for (const Json& item : dossier.array("timeline")) {
    if (dossier.text(item, "track") != track) continue;
    Entry entry{&item, {}};
    if (item.contains("statements")) {
      for (const Json& id : item["statements"]) {
        if (const Json* found = dossier.find(id.get<std::string>())) {
          entry.statements.push_back(found);
        }
      }
    }
    const auto known = std::find_if(entries.begin(), entries.end(), [&](const Entry& other) {
      return repeats(dossier, other, entry);
    });
    if (known == entries.end()) {
      entries.push_back(std::move(entry));
    } else {
      known->statements.insert(known->statements.end(), entry.statements.begin(),
                               entry.statements.end());
    }
  }
  const auto key = [&](const Entry& entry) {
    const std::string edtf = dossier.edtf(*entry.entry, "time");
    return std::pair(time_key(edtf), edtf);  // so that one time stands together
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  return entries;
}

std::string sayers(const ReadDossier& dossier, const Entry& entry) {
  std::string line;
  for (const Json* statement : entry.statements) {
    const std::string act = act_words(dossier.text(*statement, "act"));
    line += (line.empty() ? "according to " : "; ") + dossier.sayer(*statement) +
            (act.empty() ? "" : ", who " + act);
  }
  return line;
}

// The entry's own text, or the statement's where that says more: "refused to comment".
std::string text_of(const ReadDossier& dossier, const Entry& entry) {
  const std::string text = dossier.text(*entry.entry, "text");
  const bool same = !entry.statements.empty() && dossier.content(*entry.statements[0]) == text;
  return same ? dossier.words(*entry.statements[0]) : text;
}

void write_track(const ReadDossier& dossier, std::string_view track, std::string_view title,
                 Page& page) {
  std::string day = "none yet";
  for (const Entry& entry : entries_of(dossier, track)) {
    const std::string when = dossier.time(*entry.entry, "time");
    if (day == "none yet") {
      page.blank();
      page.subheading(title);
    }
    if (when != day) page.paragraph(when.empty() ? "Undated" : when, 2);
    day = when;
    page.paragraph(text_of(dossier, entry), 6, "    ");
    const std::string line = sayers(dossier, entry);
    if (!line.empty()) page.paragraph(line, 8);
  }
}

}  // namespace

std::string timeline(const ReadDossier& dossier, const ShowOptions& options) {
  Page page(options);
  page.heading("Timeline");
  write_track(dossier, "events", "Events, as told", page);
  write_track(dossier, "statements", "Statements, when made", page);
  return page.take();
}

}  // namespace counterpoint::view
