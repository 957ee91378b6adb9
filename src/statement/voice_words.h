// SPDX-License-Identifier: Apache-2.0
// Names of voices as lists of words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterpoint::statement {

// Folded words, parted at spaces.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

// Whether two forms can be one person's: the same last name, and the words of the shorter in order
// in the longer ("Ibrahim Shaar" in "Mohammad Ibrahim Shaar").
[[nodiscard]] bool same_person(std::string_view a, std::string_view b);

}  // namespace counterpoint::statement
