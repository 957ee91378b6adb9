// SPDX-License-Identifier: Apache-2.0
// What the screens say for the codes of a dossier, and small work on words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint::view {

// "1 origin", "2 origins", "1,204 statements".
[[nodiscard]] std::string plural(std::size_t count, std::string_view one);
// "30,000", "2.5"; at most one decimal.
[[nodiscard]] std::string number_words(double value);

// The words for a code: act_words("decline") is "would not say". A code that is not known comes
// back with spaces for underscores, so that a newer dossier still reads. Plain saying ("state") is
// "".
[[nodiscard]] std::string act_words(std::string_view act);
[[nodiscard]] std::string kind_words(std::string_view kind);
[[nodiscard]] std::string status_words(std::string_view status);
[[nodiscard]] std::string cause_words(std::string_view cause);
[[nodiscard]] std::string relation_words(std::string_view type);
[[nodiscard]] std::string derivation_words(std::string_view type);
[[nodiscard]] std::string rule_words(std::string_view rule);
[[nodiscard]] std::string basis_words(std::string_view basis);  // of a time
[[nodiscard]] std::string speech_words(std::string_view speech);

// A time in EDTF as people write it: "4 to 12 June 2011", "until 30 April 2011", "about 6 June
// 2011". What is not understood comes back as written.
[[nodiscard]] std::string time_words(const std::string& edtf);
// Sorts in time order as plain text; an unknown time ("") last.
[[nodiscard]] std::string time_key(const std::string& edtf);

// The words of a text in lower case, without marks, quotation marks and citation marks such as [7].
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);
// A description as short as it can stand beside a name: about twelve words, no clause behind them.
[[nodiscard]] std::string short_role(std::string_view description);

}  // namespace counterpoint::view
