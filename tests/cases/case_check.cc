// SPDX-License-Identifier: Apache-2.0
#include "cases/case_check.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "cases/case_events.h"
#include "cases/case_exhibits.h"
#include "cases/case_figures.h"
#include "cases/case_links.h"
#include "cases/case_reader.h"
#include "cases/case_statements.h"

namespace counterpoint::cases {
namespace {

// What a check found: met or not, and the evidence to print if that was not expected.
using Check = std::function<Finding(Reader&, const CaseDossier&, bool negated)>;

// `field: a.txt value`: a text of the document, all of it or (title) its beginning.
Check document_text(const char* member) {
  return [member](Reader& reader, const CaseDossier& dossier, bool) {
    const Json& document = dossier.get_document(reader.value("report"));
    const std::string wanted = reader.value("value");
    const std::string found = text_of(document, member);
    const bool any = wanted.find('"') == std::string::npos && one_of(wanted, found);
    return Finding{any || (!found.empty() && fold(found) == fold(wanted)), "  is: " + found};
  };
}

Check document_day(const char* member) {
  return [member](Reader& reader, const CaseDossier& dossier, bool) {
    const Json& document = dossier.get_document(reader.value("report"));
    const std::string wanted = reader.value("date");
    const std::string found = day_of(document, member);
    const bool met = wanted == "unknown" ? !document.empty() && found.empty()
                                         : !found.empty() && one_of(wanted, found);
    return Finding{met, "  is: " + (found.empty() ? "unknown" : found)};
  };
}

Finding check_error(Reader& reader, const CaseDossier& dossier, bool) {
  const Json& document = dossier.get_document(reader.value("report"));
  const std::string wanted = reader.at_end() ? "*" : reader.value("code");
  const std::string code = text_of(document.value("error", Json::object()), "code");
  return {!code.empty() && (wanted == "*" || one_of(wanted, code)), "  code is: " + code};
}

Finding check_dropped(Reader& reader, const CaseDossier& dossier, bool) {
  const Json& document = dossier.get_document(reader.value("report"));
  const std::string snippet = fold(reader.quoted("snippet"));
  std::string dropped;
  for (const auto& piece : document.value("dropped", Json::array())) {
    dropped += text_of(piece, "text") + " ";
  }
  const bool in_text = fold(text_of(document, "text")).find(snippet) != std::string::npos;
  const bool in_dropped = fold(dropped).find(snippet) != std::string::npos;
  return {!in_text && in_dropped, in_text ? "  it is in the text" : "  it is not in `dropped`"};
}

Finding check_kept(Reader& reader, const CaseDossier& dossier, bool) {
  const Json& document = dossier.get_document(reader.value("report"));
  const std::string text = fold(text_of(document, "text"));
  const std::string snippet = fold(reader.quoted("snippet"));
  return {text.find(snippet) != std::string::npos, "  the text begins: " + text.substr(0, 160)};
}

Finding check_caveat(Reader& reader, const CaseDossier& dossier, bool) {
  const Json& document = dossier.get_document(reader.value("report"));
  const std::string snippet = reader.quoted("snippet");
  std::string found;
  for (const auto& span : document.value("caveats", Json::array())) {
    if (holds(text_of(span, "text"), snippet)) return {true, {}};
    found += "  caveat: " + text_of(span, "text") + "\n";
  }
  return {false, found};
}

Finding check_section(Reader& reader, const CaseDossier& dossier, bool) {
  const Json& document = dossier.get_document(reader.value("report"));
  const std::string label = fold(reader.quoted("label"));
  const std::string role = reader.accept("role") ? reader.value("role") : "";
  std::string found;
  for (const auto& section : document.value("sections", Json::array())) {
    found += "  " + text_of(section, "role") + " \"" + text_of(section, "label") + "\"\n";
    if (fold(text_of(section, "label")) != label) continue;
    if (role.empty() || one_of(role, text_of(section, "role"))) return {true, found};
  }
  return {false, found};
}

Finding check_derivation(Reader& reader, const CaseDossier& dossier, bool negated) {
  const std::string from = text_of(dossier.get_document(reader.value("report")), "id");
  if (!negated) reader.expect("->");
  const std::string to = text_of(dossier.get_document(reader.value("report")), "id");
  const std::string types = reader.at_end() ? "copy|excerpt|rewrite" : reader.value("type");
  std::string found;
  for (const auto& derivation : dossier.list("derivations")) {
    const std::string a = text_of(derivation, "from"), b = text_of(derivation, "to");
    const bool pair = (a == from && b == to) || (negated && a == to && b == from);
    const std::string type = text_of(derivation, "type");
    if (pair && one_of(types, type)) return {true, "  found: " + type};
    if (a == from || b == to) found += "  " + a + " -> " + b + " " + type + "\n";
  }
  return {false, found};
}

Finding check_same(Reader& reader, const CaseDossier& dossier, bool different) {
  const std::string a = reader.quoted("name");
  reader.expect(different ? "<>" : "=");
  const std::string b = reader.quoted("name");
  const auto as = dossier.things_named(a), bs = dossier.things_named(b);
  if (as.empty() || bs.empty()) {
    return {false, "  nothing is named \"" + (as.empty() ? a : b) + "\""};
  }
  const bool meet = std::any_of(as.begin(), as.end(), [&](const auto& x) { return bs.count(x); });
  return {meet != different, meet ? "  they are one" : "  they are two"};
}

double kilometres(double lat_a, double lon_a, double lat_b, double lon_b) {
  const double degree = std::acos(-1.0) / 180.0;
  const double a = std::pow(std::sin((lat_b - lat_a) * degree / 2), 2) +
                   std::cos(lat_a * degree) * std::cos(lat_b * degree) *
                       std::pow(std::sin((lon_b - lon_a) * degree / 2), 2);
  return 12742.0 * std::asin(std::sqrt(a));
}

Finding check_place(Reader& reader, const CaseDossier& dossier, bool) {
  const std::string name = reader.quoted("name");
  reader.expect("near");
  const double lat = reader.number("latitude"), lon = reader.number("longitude");
  reader.expect("within");
  const double limit = reader.number("distance");
  reader.expect("km");
  std::string found;
  for (const Json* place : dossier.places_named(name)) {
    if (!place->contains("lat") || !place->contains("lon")) continue;
    const double distance =
        kilometres(place->at("lat").get<double>(), place->at("lon").get<double>(), lat, lon);
    if (distance <= limit) return {true, {}};
    found += "  one is " + std::to_string(static_cast<int>(distance)) + " km off\n";
  }
  return {false, found.empty() ? "  no place of that name has coordinates" : found};
}

const std::map<std::string, Check>& checks() {
  static const std::map<std::string, Check> kChecks = {
      {"statement", check_statement},
      {"opposed", check_opposed},
      {"aligned", check_aligned},
      {"rendered", check_rendered},
      {"exhibit", check_exhibit},
      {"event", check_event},
      {"relation", check_relation},
      {"question", check_question},
      {"voice", check_voice},
      {"figure", check_figure},
      {"superseded", check_superseded},
      {"published", document_day("published")},
      {"updated", document_day("updated")},
      {"title", document_text("title")},
      {"publisher", document_text("publisher")},
      {"genre", document_text("genre")},
      {"language", document_text("language")},
      {"credit", document_text("credit")},
      {"url", document_text("url")},
      {"error", check_error},
      {"dropped", check_dropped},
      {"kept", check_kept},
      {"caveat", check_caveat},
      {"section", check_section},
      {"derivation", check_derivation},
      {"place", check_place},
      {"same", [](Reader& r, const CaseDossier& d, bool) { return check_same(r, d, false); }},
      {"different", [](Reader& r, const CaseDossier& d, bool) { return check_same(r, d, true); }},
  };
  return kChecks;
}

}  // namespace

std::string check(const Expectation& expectation, const CaseDossier& dossier) {
  const auto found = checks().find(expectation.kind);
  if (found == checks().end()) {
    throw std::invalid_argument("unknown kind of expectation: " + expectation.kind);
  }
  Reader reader(expectation);
  const Finding finding = found->second(reader, dossier, expectation.negated);
  reader.finish();
  // An empty dossier would meet every "no ...": it meets none.
  const bool empty = expectation.negated && dossier.statements().empty();
  if (finding.met != expectation.negated && !empty) return {};
  if (empty) return "  the dossier has no sound statement";
  return finding.found.empty() ? "  nothing like it was found" : finding.found;
}

}  // namespace counterpoint::cases
