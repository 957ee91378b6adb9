// SPDX-License-Identifier: Apache-2.0
#include "view/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace counterpoint::view {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string words_for(std::string_view code, const std::array<Pair, N>& table) {
  for (const auto& [known, words] : table) {
    if (known == code) return std::string(words);
  }
  std::string plain(code);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

constexpr std::array<Pair, 14> kActs{{{"state", ""},
                                      {"deny", "denied"},
                                      {"confirm", "confirmed"},
                                      {"disconfirm", "contested"},
                                      {"admit", "admitted"},
                                      {"retract", "withdrew"},
                                      {"doubt", "doubted"},
                                      {"accuse", "accused"},
                                      {"believe", "believed"},
                                      {"decline", "would not say"},
                                      {"predict", "predicted"},
                                      {"pledge", "pledged"},
                                      {"demand", "demanded"},
                                      {"threaten", "threatened"}}};
constexpr std::array<Pair, 4> kKinds{{{"igo", "international body"},
                                      {"reference", "reference work"},
                                      {"unknown", "kind not known"},
                                      {"media", "media"}}};
constexpr std::array<Pair, 3> kStatuses{{{"single_origin", "from a single origin"},
                                         {"revised", "revised over time"},
                                         {"agreed", "no rival account"}}};
constexpr std::array<Pair, 7> kCauses{{{"scope", "the accounts differ in scope"},
                                       {"as_of", "counted at different times"},
                                       {"definition", "different definitions"},
                                       {"relay", "altered in relay"},
                                       {"translation", "a matter of translation"},
                                       {"copy_error", "an error in copying"},
                                       {"source_error", "an error at the source"}}};
constexpr std::array<Pair, 10> kRelations{{{"corroborates", "agrees with"},
                                           {"contradicts", "conflicts with"},
                                           {"denies", "denies"},
                                           {"confirms", "confirms"},
                                           {"disconfirms", "contests"},
                                           {"admits", "admits"},
                                           {"retracts", "withdraws"},
                                           {"revises", "revises"},
                                           {"doubts", "doubts"},
                                           {"supports", "supports"}}};
constexpr std::array<Pair, 5> kDerivations{{{"copy", "is a copy of"},
                                            {"excerpt", "is an excerpt of"},
                                            {"rewrite", "is rewritten from"},
                                            {"cites", "cites"},
                                            {"wire", "is a wire copy of"}}};
constexpr std::array<Pair, 5> kRules{{{"ucdp", "UCDP style (best, low, high)"},
                                      {"acled", "ACLED style (most conservative)"},
                                      {"airwars", "Airwars style (minimum to maximum)"},
                                      {"median", "Median"},
                                      {"official_only", "Official figures only"}}};
constexpr std::array<Pair, 4> kBases{{{"dossier", "worked out with the other documents"},
                                      {"text", "stated in the text"},
                                      {"metadata", "stated in the file"},
                                      {"dateline", "stated in the dateline"}}};
constexpr std::array<Pair, 5> kSpeech{{{"direct", "a direct quotation"},
                                       {"indirect", "reported speech"},
                                       {"mixed", "reported speech, partly quoted"},
                                       {"narration", "the outlet's own words"},
                                       {"tabular", "an entry of a table"}}};

void skip_citation(std::string_view text, std::size_t& at) {
  std::size_t end = at + 1;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  if (end > at + 1 && end < text.size() && text[end] == ']') at = end;
}

// Letters beyond ASCII count as letters; modifiers and the general punctuation block do not.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x2B0 && c <= 0x36F);
}

bool joins(char32_t c) {  // apostrophes and ʻayn: inside a word
  return c == '\'' || c == 0x2019 || (c >= 0x2B0 && c <= 0x36F);
}

}  // namespace

std::string plural(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", number_words(static_cast<double>(count)), one,
                     count == 1 ? "" : "s");
}

std::string number_words(double value) {
  const double tenths = std::round(value * 10) / 10;
  std::string digits = fmt::format("{:.1f}", std::abs(tenths));
  if (digits.ends_with(".0")) digits.resize(digits.size() - 2);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3;) digits.insert(at -= 3, ",");
  return (tenths < 0 ? "-" : "") + digits;
}

std::string act_words(std::string_view act) {
  return words_for(act, kActs);
}

std::string kind_words(std::string_view kind) {
  return words_for(kind, kKinds);
}

std::string status_words(std::string_view status) {
  return words_for(status, kStatuses);
}

std::string cause_words(std::string_view cause) {
  return words_for(cause, kCauses);
}

std::string relation_words(std::string_view type) {
  return words_for(type, kRelations);
}

std::string derivation_words(std::string_view type) {
  return words_for(type, kDerivations);
}

std::string rule_words(std::string_view rule) {
  return words_for(rule, kRules);
}

std::string basis_words(std::string_view basis) {
  return words_for(basis, kBases);
}

std::string speech_words(std::string_view speech) {
  return words_for(speech, kSpeech);
}

std::vector<std::string> folded_words(std::string_view written) {
  const std::string text = utf8::lower(written);
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '[') skip_citation(text, at);
    const utf8::CodePoint c = utf8::decode(text, at);
    at += c.length;
    if (is_letter(c.value)) {
      utf8::append(words.back(), c.value);
    } else if (!joins(c.value) && !words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string short_role(std::string_view description) {
  constexpr std::size_t kWords = 12;
  std::string_view role = description;
  for (const std::string_view clause : {", said", " said ", ", who ", " who ", ", which "}) {
    role = role.substr(0, std::min(role.find(clause, 1), role.size()));
  }
  std::size_t spaces = 0;
  for (std::size_t at = 0; at < role.size(); ++at) {
    if (role[at] == ' ' && ++spaces == kWords) return std::string(role.substr(0, at)) + " …";
  }
  while (!role.empty() && (role.back() == ',' || role.back() == ' ')) role.remove_suffix(1);
  return std::string(role);
}

}  // namespace counterpoint::view
