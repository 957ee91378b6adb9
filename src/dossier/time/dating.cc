// SPDX-License-Identifier: Apache-2.0
#include "dossier/time/dating.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "annotation/calendar.h"
#include "dossier/time/times.h"

namespace counterpoint {
namespace {

using annotation::DayNumber;

// Weights of one document's word for a day. A stated day counts in full each time, up to the cap,
// so that no long article outvotes the rest; a period says less of each of its days, a month less
// still.
constexpr double kStated = 1.0;
constexpr double kStatedCap = 3.0;
constexpr double kPeriod = 1.0;
constexpr double kMonth = 0.5;
constexpr DayNumber kLongestPeriod = 31;  // days; a longer one singles out none of them
constexpr int kRepeats = 2;               // a weekday named more often than this adds nothing
// News speaks of the last days: each day back takes a little from a candidate, too little to
// outweigh a vote, enough to choose between candidates that have the same votes.
constexpr double kAge = 0.02;
// The best day must have so many times the votes of the best in any other week.
constexpr double kMargin = 1.2;
constexpr std::size_t kEvidence = 4;  // spans of other documents that are kept as evidence

struct Votes {
  std::map<DayNumber, double> weight;
  std::map<DayNumber, std::vector<Evidence>> evidence;
};

bool counts_from_its_day(Genre genre) {
  return genre != Genre::reference && genre != Genre::digest;
}

std::optional<DayNumber> stated_day(std::optional<int> year, std::optional<int> month,
                                    std::optional<int> day) {
  if (!year || !month || !day) return std::nullopt;
  const annotation::Date date{*year, *month, *day};
  if (!annotation::is_valid(date)) return std::nullopt;
  return annotation::to_day(date);
}

// Days that one expression singles out, and those it covers.
struct Said {
  std::vector<DayNumber> days;
  std::optional<std::pair<DayNumber, DayNumber>> period;
  double period_weight = 0;
};

Said read(const TimeExpression& timex, const std::string& anchor) {
  Said said;
  const auto first = stated_day(timex.year, timex.month, timex.day);
  if (timex.form == TimeForm::span_of) {
    const auto last = stated_day(timex.end_year ? timex.end_year : timex.year,
                                 timex.end_month ? timex.end_month : timex.month, timex.end_day);
    if (first && last && *first <= *last && *last - *first < kLongestPeriod) {
      said.days = {*first, *last};
      said.period = {*first, *last};
      said.period_weight = kPeriod;
    }
  } else if (timex.form == TimeForm::calendar && first) {
    said.days = {*first};
  } else if (timex.form == TimeForm::calendar && timex.year && timex.month && !timex.day &&
             !timex.decade) {
    const DayNumber begin = annotation::to_day({*timex.year, *timex.month, 1});
    said.period = {begin, begin + annotation::days_in_month(*timex.year, *timex.month) - 1};
    said.period_weight = kMonth;
  } else if (!anchor.empty() &&
             (timex.form == TimeForm::weekday || timex.form == TimeForm::calendar)) {
    const auto edtf = resolve(timex, anchor);
    const auto date = edtf ? annotation::parse_day(*edtf) : std::nullopt;
    if (date) said.days = {annotation::to_day(*date)};
  }
  return said;
}

void vote(const Linking& linking, std::uint32_t d, Votes& votes) {
  const AnnotatedDocument& source = linking.documents[d];
  const std::string anchor = anchor_of(linking, d);
  std::map<DayNumber, double> own;
  std::map<DayNumber, double> periods;
  for (const TimeExpression& timex : source.annotation.times) {
    const Said said = read(timex, anchor);
    for (const DayNumber day : said.days) {
      own[day] = std::min(own[day] + kStated, kStatedCap);
      votes.evidence[day].push_back({source.document.id, timex.span});
    }
    if (!said.period) continue;
    for (DayNumber day = said.period->first; day <= said.period->second; ++day) {
      periods[day] = std::max(periods[day], said.period_weight);
    }
  }
  for (const auto& [day, weight] : own) votes.weight[day] += weight;
  for (const auto& [day, weight] : periods) votes.weight[day] += weight;
}

// A weekday of an undated report, as often as it counts. Where it lies from the day of publication
// depends on that day's own weekday alone, so seven resolutions serve for all candidates.
struct Weekday {
  TimeExpression timex;
  int count = 0;
  std::array<std::optional<DayNumber>, 7> offsets;  // by weekday of publication, Monday first
};

void find_offsets(Weekday& weekday) {
  const DayNumber monday = annotation::to_day({2001, 1, 1});
  for (int i = 0; i < 7; ++i) {
    const auto edtf = resolve(weekday.timex, annotation::edtf_day(annotation::to_date(monday + i)));
    const auto first = edtf ? days_of(*edtf).first : std::nullopt;
    if (first) weekday.offsets[static_cast<std::size_t>(i)] = *first - (monday + i);
  }
}

std::vector<Weekday> weekdays_of(const AnnotatedDocument& source) {
  std::map<std::tuple<int, int, bool>, Weekday> distinct;
  for (const TimeExpression& timex : source.annotation.times) {
    if (timex.form != TimeForm::weekday || !timex.weekday) continue;
    Weekday& weekday = distinct[{*timex.weekday, timex.direction, timex.future}];
    weekday.timex = timex;
    weekday.timex.bound = TimeBound::none;
    weekday.count = std::min(weekday.count + 1, kRepeats);
  }
  std::vector<Weekday> out;
  for (auto& [key, weekday] : distinct) {
    find_offsets(weekday);
    out.push_back(std::move(weekday));
  }
  return out;
}

struct Candidate {
  double score = 0;
  std::set<DayNumber> days;
};

Candidate try_day(DayNumber day, const std::vector<Weekday>& weekdays, const Votes& votes) {
  Candidate candidate;
  const auto own = static_cast<std::size_t>(annotation::weekday_of(day) - 1);
  for (const Weekday& weekday : weekdays) {
    if (!weekday.offsets[own]) continue;
    const DayNumber resolved = day + *weekday.offsets[own];
    candidate.days.insert(resolved);
    const auto at = votes.weight.find(resolved);
    if (at != votes.weight.end()) candidate.score += at->second * weekday.count;
    candidate.score -= kAge * static_cast<double>(std::abs(day - resolved));
  }
  return candidate;
}

// The days with most votes, of equals the first.
std::vector<DayNumber> heaviest_days(const Votes& votes) {
  constexpr std::size_t kTried = 200;  // a report is near the days that others speak of most
  std::vector<std::pair<double, DayNumber>> order;
  for (const auto& [day, weight] : votes.weight) order.emplace_back(-weight, day);
  const std::size_t count = std::min(kTried, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end());
  std::vector<DayNumber> days;
  for (std::size_t i = 0; i < count; ++i) days.push_back(order[i].second);
  return days;
}

// Days stated in full that are past for the report: it cannot be older.
DayNumber earliest_day(const AnnotatedDocument& source) {
  DayNumber earliest = std::numeric_limits<DayNumber>::min();
  for (const TimeExpression& timex : source.annotation.times) {
    if (timex.form != TimeForm::calendar || timex.future) continue;
    if (const auto day = stated_day(timex.year, timex.month, timex.day)) {
      earliest = std::max(earliest, *day);
    }
  }
  return earliest;
}

struct Found {
  DayNumber day = 0;
  std::set<DayNumber> days;
};

std::optional<Found> best_day(const AnnotatedDocument& source, const Votes& votes,
                              const std::vector<DayNumber>& tried) {
  const auto weekdays = weekdays_of(source);
  if (weekdays.empty()) return std::nullopt;
  const DayNumber earliest = earliest_day(source);
  std::map<DayNumber, Candidate> candidates;
  for (const DayNumber voted : tried) {
    for (DayNumber day = voted; day < voted + 7; ++day) {
      if (day >= earliest && !candidates.contains(day)) {
        candidates.emplace(day, try_day(day, weekdays, votes));
      }
    }
  }
  const std::pair<const DayNumber, Candidate>* best = nullptr;
  for (const auto& candidate : candidates) {
    // Of days with the same votes the first: the last day spoken of is that of publication.
    if (!best || candidate.second.score > best->second.score) best = &candidate;
  }
  if (!best || best->second.score <= 0) return std::nullopt;
  for (const auto& [day, candidate] : candidates) {
    const bool same = candidate.days == best->second.days || std::abs(day - best->first) < 7;
    if (!same && best->second.score < kMargin * candidate.score) return std::nullopt;
  }
  return Found{best->first, best->second.days};
}

Time published(const AnnotatedDocument& source, const Found& found, const Votes& votes) {
  Time time;
  time.edtf = annotation::edtf_day(annotation::to_date(found.day));
  time.basis = "dossier";
  for (const TimeExpression& timex : source.annotation.times) {
    if (timex.form == TimeForm::weekday) time.evidence.push_back({source.document.id, timex.span});
  }
  std::size_t kept = 0;
  for (const DayNumber day : found.days) {
    const auto at = votes.evidence.find(day);
    if (at == votes.evidence.end() || kept == kEvidence) continue;
    time.evidence.push_back(at->second.front());
    ++kept;
  }
  return time;
}

}  // namespace

std::string anchor_of(const Linking& linking, std::uint32_t document) {
  const Document& known = linking.dossier.documents[document];
  if (!known.published || !counts_from_its_day(known.genre)) return {};
  const auto date = annotation::parse_day(known.published->edtf);
  return date ? annotation::edtf_day(*date) : std::string();
}

void date_documents(Linking& linking) {
  Votes votes;
  std::vector<std::uint32_t> undated;
  for (std::uint32_t d = 0; d < linking.documents.size(); ++d) {
    vote(linking, d, votes);
    const Document& document = linking.documents[d].document;
    if (!document.published && counts_from_its_day(document.genre)) undated.push_back(d);
  }
  const auto tried = heaviest_days(votes);
  for (const std::uint32_t d : undated) {
    const AnnotatedDocument& source = linking.documents[d];
    if (const auto found = best_day(source, votes, tried)) {
      linking.dossier.documents[d].published = published(source, *found, votes);
    }
  }
}

}  // namespace counterpoint
