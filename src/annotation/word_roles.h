// SPDX-License-Identifier: Apache-2.0
// Small words by the part they play around names, times and numbers: "in" before a year, "others"
// behind a number. Which words play a part is said by packs/en/annotation/word_roles.tsv.
#pragma once

#include <bitset>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "annotation/word_tables.h"

namespace counterpoint::annotation {

// The parts, in the order of the table, which explains each.
enum class WordRole {
  // Articles, pronouns and joints of a phrase.
  article,
  determiner,
  pointing,
  plural_pointing,
  owner,
  plain_object,
  conjunction,
  joining,
  negation,
  present_be,
  past_auxiliary,
  perfect_auxiliary,
  copula,
  // Names, and what stands for one that was named.
  name_particle,
  beside_group,
  beside_name,
  fresh,
  // Times.
  before_year,
  before_spoken_year,
  before_rare_year,
  before_modern_year,
  year_joint,
  before_named_year,
  before_short_month,
  before_season,
  before_decade,
  decade_part,
  homonym_month,
  ordinal_ending,
  range_mark,
  range_end,
  before_noon,
  after_noon,
  part_behind_month,
  reported_period,
  running_unit,
  ending,
  not_ending,
  last_part,
  quarter,
  around_now,
  rate_mark,
  vague_count,
  never_bare_unit,
  before_bare_unit,
  story_unit,
  story_behind,
  story_before,
  before_time_number,
  // What a number counts.
  phrase_end,
  added,
  more_of,
  not_describing,
  behind_hyphen,
  comparing,
  anywhere,
  hedge,
  behind_for,
  couple,
  before_points,
  before_half,
  behind_half,
  none_behind,
  before_state,
  state_adverb,
  before_plain_one,
  behind_plain_one,
  before_any_one,
  only,
  crew,
  need,
  never_noun,
  elapsed,
  before_hour,
  hour_verb,
  dialled,
  quoted,
  // Ages, measures and numbers that name.
  era,
  old,
  years_old,
  aged,
  just,
  youngest,
  age_subject,
  age_bound,
  anyone,
  parent,
  now,
  child,
  supposed,
  old_or_young,
  life_event,
  behind_age,
  area,
  calibre_unit,
  speed_mark,
  speed_unit,
  magnitude,
  before_level,
  percentage_point,
  pound,
  plain_money,
  plain_unit,
  level,
  level_mark,
  list_mark,
  street
};

// The role that the table calls `name`.
[[nodiscard]] std::optional<WordRole> parse_word_role(std::string_view name);

class WordRoles {
 public:
  void add(std::string_view word, WordRole role) { roles_[std::string(word)].set(index(role)); }
  // `word` is folded. One look-up, however many words play the part.
  [[nodiscard]] bool has(std::string_view word, WordRole role) const {
    const auto* roles = find(roles_, word);
    return roles != nullptr && roles->test(index(role));
  }

 private:
  static constexpr std::size_t kRoles = 128;
  static std::size_t index(WordRole role) { return static_cast<std::size_t>(role); }
  WordMap<std::bitset<kRoles>> roles_;
};

}  // namespace counterpoint::annotation
