// SPDX-License-Identifier: Apache-2.0
#include "cases/case_figures.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <set>

namespace counterpoint::cases {
namespace {

// A value as a case writes it: 120  120..*  *..1000  30..50  ~40  5|14  dozens
struct Value {
  std::optional<double> min, max;  // open if absent
  std::set<double> alternatives;
  bool approximate = false;  // required when set, not forbidden otherwise
  std::string word;          // "dozens": only the figure's `word` is compared
};

std::optional<double> bound(const std::string& text) {
  if (text == "*") return std::nullopt;
  std::size_t used = 0;
  const double number = std::stod(text, &used);
  if (used != text.size()) throw std::invalid_argument("not a number: " + text);
  return number;
}

Value read_value(std::string text) {
  Value value;
  if (!text.empty() && text.front() == '~') {
    value.approximate = true;
    text.erase(0, 1);
  }
  if (!text.empty() && std::isalpha(static_cast<unsigned char>(text.front()))) {
    value.word = fold(text);
    return value;
  }
  const auto dots = text.find("..");
  if (text.find('|') != std::string::npos) {
    for (const auto& part : split(text, '|')) value.alternatives.insert(*bound(part));
    value.min = *value.alternatives.begin();
    value.max = *value.alternatives.rbegin();
  } else if (dots != std::string::npos) {
    value.min = bound(text.substr(0, dots));
    value.max = bound(text.substr(dots + 2));
  } else {
    value.min = value.max = bound(text);
  }
  return value;
}

std::optional<double> number_of(const Json& figure, const char* key) {
  const auto member = figure.find(key);
  if (member == figure.end() || !member->is_number()) return std::nullopt;
  return member->get<double>();
}

std::set<double> alternatives_of(const Json& figure) {
  std::set<double> numbers;
  for (const auto& number : figure.value("alternatives", Json::array())) {
    if (number.is_number()) numbers.insert(number.get<double>());
  }
  return numbers;
}

bool has_value(const Json& figure, const Value& value) {
  if (!value.word.empty()) return fold(text_of(figure, "word")).find(value.word) == 0;
  if (value.approximate && !figure.value("approximate", false)) return false;
  const auto alternatives = alternatives_of(figure);
  if (!value.alternatives.empty() || !alternatives.empty()) {
    return alternatives == value.alternatives;
  }
  return number_of(figure, "min") == value.min && number_of(figure, "max") == value.max;
}

// `no figure: 29` forbids the number in any role.
bool mentions(const Json& figure, const Value& value) {
  if (!value.word.empty()) return has_value(figure, value);
  const auto alternatives = alternatives_of(figure);
  return std::any_of(alternatives.begin(), alternatives.end(),
                     [&](double x) { return x == value.min; }) ||
         number_of(figure, "min") == value.min || number_of(figure, "max") == value.max;
}

std::string group_names(const Json& figure) {
  const Json group = figure.value("group", Json::object());
  return plain(text_of(group, "text")) + " ; " + plain(text_of(group, "side")) + " ; " +
         plain(text_of(group, "civilian"));
}

// Figures of the report whose number is closest, for failure messages.
std::string nearest(const Value& value, const Json* document, const CaseDossier& dossier) {
  const double wanted = value.min.value_or(value.max.value_or(0.0));
  std::vector<std::pair<double, const Json*>> order;
  for (const auto& figure : dossier.list("figures")) {
    if (document != nullptr && text_of(figure, "document") != text_of(*document, "id")) continue;
    const auto number =
        number_of(figure, "min") ? number_of(figure, "min") : number_of(figure, "max");
    order.emplace_back(std::abs(number.value_or(0.0) - wanted), &figure);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string lines;
  for (std::size_t i = 0; i < order.size() && i < 4; ++i) {
    lines += dossier.describe_figure(*order[i].second) + "\n";
  }
  return lines.empty() ? "  no figure at all" : lines;
}

bool has_number(const Json& figure, double number) {
  return number_of(figure, "min") == number || number_of(figure, "max") == number;
}

}  // namespace

Finding check_figure(Reader& reader, const CaseDossier& dossier, bool negated) {
  const Value value = read_value(reader.value("number"));
  std::string measure, group, claimant, report, as_of;
  while (!reader.at_end()) {
    if (reader.accept("of"))
      group = reader.quoted("group");
    else if (reader.accept("by"))
      claimant = reader.quoted("claimant");
    else if (reader.accept("in"))
      report = reader.value("report");
    else if (reader.accept("asof"))
      as_of = reader.value("date");
    else if (measure.empty())
      measure = reader.value("measure");
    else
      throw std::invalid_argument("not understood after the measure " + measure);
  }
  const Json* document = report.empty() ? nullptr : &dossier.get_document(report);
  for (const Json* figure : dossier.figures()) {
    if (document != nullptr && text_of(*figure, "document") != text_of(*document, "id")) continue;
    if (negated ? !mentions(*figure, value) : !has_value(*figure, value)) continue;
    if (!measure.empty() && !one_of(measure, text_of(*figure, "measure"))) continue;
    if (!group.empty() && !name_hit(group, group_names(*figure))) continue;
    if (!as_of.empty() && !one_of(as_of, day_of(*figure, "as_of"))) continue;
    const std::string voice = dossier.names_of_voice(text_of(*figure, "claimant"));
    if (!claimant.empty() && !name_hit(claimant, voice)) continue;
    return {true, dossier.describe_figure(*figure)};
  }
  return {false, nearest(value, document, dossier)};
}

Finding check_superseded(Reader& reader, const CaseDossier& dossier, bool) {
  const double old_number = reader.number("old number");
  reader.expect("by");
  const double new_number = reader.number("new number");
  std::string found;
  for (const auto& figure : dossier.list("figures")) {
    if (!has_number(figure, old_number)) continue;
    found += dossier.describe_figure(figure) + "\n";
    const Json* next = dossier.find_figure(text_of(figure, "superseded_by"));
    for (int step = 0; next != nullptr && step < 20; ++step) {
      if (has_number(*next, new_number)) return {true, found};
      next = dossier.find_figure(text_of(*next, "superseded_by"));
    }
  }
  return {false, found.empty() ? "  no figure has the old number" : found};
}

}  // namespace counterpoint::cases
