// SPDX-License-Identifier: Apache-2.0
#include "annotation/word_roles.h"

#include <array>
#include <utility>

namespace counterpoint::annotation {
namespace {

constexpr auto kRoles = std::to_array<std::pair<std::string_view, WordRole>>({
    {"article", WordRole::article},
    {"determiner", WordRole::determiner},
    {"pointing", WordRole::pointing},
    {"plural_pointing", WordRole::plural_pointing},
    {"owner", WordRole::owner},
    {"plain_object", WordRole::plain_object},
    {"conjunction", WordRole::conjunction},
    {"joining", WordRole::joining},
    {"negation", WordRole::negation},
    {"present_be", WordRole::present_be},
    {"past_auxiliary", WordRole::past_auxiliary},
    {"perfect_auxiliary", WordRole::perfect_auxiliary},
    {"copula", WordRole::copula},
    {"name_particle", WordRole::name_particle},
    {"beside_group", WordRole::beside_group},
    {"beside_name", WordRole::beside_name},
    {"fresh", WordRole::fresh},
    {"before_year", WordRole::before_year},
    {"before_spoken_year", WordRole::before_spoken_year},
    {"before_rare_year", WordRole::before_rare_year},
    {"before_modern_year", WordRole::before_modern_year},
    {"year_joint", WordRole::year_joint},
    {"before_named_year", WordRole::before_named_year},
    {"before_short_month", WordRole::before_short_month},
    {"before_season", WordRole::before_season},
    {"before_decade", WordRole::before_decade},
    {"decade_part", WordRole::decade_part},
    {"homonym_month", WordRole::homonym_month},
    {"ordinal_ending", WordRole::ordinal_ending},
    {"range_mark", WordRole::range_mark},
    {"range_end", WordRole::range_end},
    {"before_noon", WordRole::before_noon},
    {"after_noon", WordRole::after_noon},
    {"part_behind_month", WordRole::part_behind_month},
    {"reported_period", WordRole::reported_period},
    {"running_unit", WordRole::running_unit},
    {"ending", WordRole::ending},
    {"not_ending", WordRole::not_ending},
    {"last_part", WordRole::last_part},
    {"quarter", WordRole::quarter},
    {"around_now", WordRole::around_now},
    {"rate_mark", WordRole::rate_mark},
    {"vague_count", WordRole::vague_count},
    {"never_bare_unit", WordRole::never_bare_unit},
    {"before_bare_unit", WordRole::before_bare_unit},
    {"story_unit", WordRole::story_unit},
    {"story_behind", WordRole::story_behind},
    {"story_before", WordRole::story_before},
    {"before_time_number", WordRole::before_time_number},
    {"phrase_end", WordRole::phrase_end},
    {"added", WordRole::added},
    {"more_of", WordRole::more_of},
    {"not_describing", WordRole::not_describing},
    {"behind_hyphen", WordRole::behind_hyphen},
    {"comparing", WordRole::comparing},
    {"anywhere", WordRole::anywhere},
    {"hedge", WordRole::hedge},
    {"behind_for", WordRole::behind_for},
    {"couple", WordRole::couple},
    {"before_points", WordRole::before_points},
    {"before_half", WordRole::before_half},
    {"behind_half", WordRole::behind_half},
    {"none_behind", WordRole::none_behind},
    {"before_state", WordRole::before_state},
    {"state_adverb", WordRole::state_adverb},
    {"before_plain_one", WordRole::before_plain_one},
    {"behind_plain_one", WordRole::behind_plain_one},
    {"only", WordRole::only},
    {"era", WordRole::era},
    {"old", WordRole::old},
    {"years_old", WordRole::years_old},
    {"aged", WordRole::aged},
    {"just", WordRole::just},
    {"youngest", WordRole::youngest},
    {"age_subject", WordRole::age_subject},
    {"age_bound", WordRole::age_bound},
    {"anyone", WordRole::anyone},
    {"area", WordRole::area},
    {"calibre_unit", WordRole::calibre_unit},
    {"speed_mark", WordRole::speed_mark},
    {"speed_unit", WordRole::speed_unit},
    {"magnitude", WordRole::magnitude},
    {"before_level", WordRole::before_level},
    {"percentage_point", WordRole::percentage_point},
    {"pound", WordRole::pound},
    {"plain_money", WordRole::plain_money},
    {"plain_unit", WordRole::plain_unit},
    {"street", WordRole::street},
    {"level", WordRole::level},
    {"level_mark", WordRole::level_mark},
    {"list_mark", WordRole::list_mark},
});

}  // namespace

std::optional<WordRole> parse_word_role(std::string_view name) {
  for (const auto& [key, role] : kRoles) {
    if (key == name) return role;
  }
  return std::nullopt;
}

}  // namespace counterpoint::annotation
