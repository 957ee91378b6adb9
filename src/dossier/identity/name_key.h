// SPDX-License-Identifier: Apache-2.0
// Made from a name as written; read by identities and places. Names stay verbatim wherever they are
// shown: a key is only ever compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint {

// Words of a name, lower case, without diacritics, apostrophes and full stops; other punctuation
// and hyphens part words. "Jisr al-Shughūr's" -> jisr al shughurs; "U.S." -> us.
[[nodiscard]] std::vector<std::string> plain_tokens(std::string_view name);

// plain_tokens() joined by spaces.
[[nodiscard]] std::string plain_key(std::string_view name);

// Drops Arabic articles before another word: al, el, and as, ash, ad, ... before their sun letter.
[[nodiscard]] std::vector<std::string> without_articles(const std::vector<std::string>& tokens);

// One word with the letters folded in which romanisations differ: sch/ch/sh, gh/g, dj/j, q/k,
// ou/oo/u/o, ei/ee/e/i/y, doubled letters, final -ah/-eh. Words with other than a-z stay.
[[nodiscard]] std::string romanised(std::string_view token);

// The key of the gazetteer: romanised words without articles. "Jisr ash-Shughur" and
// "Jisr al-Shughour" share one; "Jisr al-Shagour" has another (see same_romanised_place()).
[[nodiscard]] std::string name_key(std::string_view name);

// name_key() without vowels, a word's first letter kept: "jsr shgr".
[[nodiscard]] std::string skeleton(std::string_view key);

// Levenshtein distance, or limit + 1 as soon as it is larger than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Whether two keys of several words differ in one vowel a word at most. Single words never: Homs,
// Hama and Hims are near each other in letters and not on the map.
[[nodiscard]] bool same_romanised_place(std::string_view key_a, std::string_view key_b);

}  // namespace counterpoint
