// SPDX-License-Identifier: Apache-2.0
#include "annotation/timex3.h"

#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

// A sentence published on `anchor`, and "words=value" of its time expressions, with "/MOD" behind.
struct Row {
  const char* text;
  const char* times;
};

std::string read(const std::string& text, const std::string& anchor) {
  Document doc = document_of(text);
  if (!anchor.empty()) doc.published = Time{anchor, "metadata", Extent::within, {}};
  const auto times = rules().annotate(doc).times;
  std::string result;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Timex3 made = timex3(times, i, anchor);
    if (!result.empty()) result += "; ";
    result += std::string(times[i].span.of(doc.text)) + "=" + made.value;
    if (!made.mod.empty()) result += "/" + made.mod;
  }
  return result;
}

void check(const std::string& anchor, std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(read(row.text, anchor), row.times) << row.text;
}

constexpr const char* kTuesday = "2011-06-07";

TEST(Timex3, WritesDaysWeeksMonthsAndYears) {
  check(kTuesday, {{"It sank yesterday.", "yesterday=2011-06-06"},
                   {"It sank last week.", "last week=2011-W22"},
                   {"It sank over the weekend.", "the weekend=2011-W22-WE"},
                   {"It sank six weeks ago.", "six weeks ago=2011-W17"},
                   {"It sank last month.", "last month=2011-05"},
                   {"It sank in July last year.", "July last year=2010-07"},
                   {"It sank in mid-1996.", "mid-1996=1996/MID"},
                   {"It sank earlier this month.", "earlier this month=2011-06/START"},
                   {"It sank in the late 1990s.", "the late 1990s=199/END"},
                   {"It was built in the 19th century.", "the 19th century=18"},
                   {"It sank on Saturday, March 5.", "Saturday, March 5=2011-03-05"},
                   {"It sank on March twenty-first.", "March twenty-first=2011-03-21"},
                   {"It sank in nineteen ninety-four.", "nineteen ninety-four=1994"}});
}

TEST(Timex3, WritesPartsOfTheYearAndOfTheDay) {
  check(kTuesday,
        {{"Prices fell in the first quarter.", "the first quarter=2011-Q1"},
         {"Prices fell in the third quarter of 2009.", "the third quarter of 2009=2009-Q3"},
         {"Prices fell in last year's fourth quarter.", "last year's fourth quarter=2010-Q4"},
         {"Prices fell in the second half of 2009.", "the second half of 2009=2009-H2"},
         {"It shut last winter.", "last winter=2010-WI"},
         {"It shut in the summer of 2008.", "the summer of 2008=2008-SU"},
         {"Tanks came overnight.", "overnight=2011-06-07TNI"},
         {"Tanks came on Monday night.", "Monday night=2011-06-06TNI"},
         {"They met at 5 p.m. EDT Friday.", "5 p.m. EDT Friday=2011-06-03T17:00"},
         {"It shut on New Year's Eve.", "New Year's Eve=2010-12-31"},
         {"It shut during Ramadan.", "Ramadan=XXXX-XX-XX"}});
}

TEST(Timex3, WritesLengths) {
  check(kTuesday, {{"It rained for three months.", "three months=P3M"},
                   {"They spoke for an hour and a half.", "an hour and a half=PT1H30M"},
                   {"It lasted 2 1/2 years.", "2 1/2 years=P2Y6M"},
                   {"Half a year passed.", "Half a year=P6M"},
                   {"It took more than two years.", "more than two years=P2Y/MORE_THAN"},
                   {"It burned for several weeks.", "several weeks=PXW/APPROX"},
                   {"It burned for two decades.", "two decades=P20Y"},
                   {"A year-long siege began.", "year-long=P1Y"},
                   {"Ten died in the past 24 hours.", "the past 24 hours=PT24H"},
                   {"Ten died in the first nine months.", "the first nine months=P9M"}});
}

TEST(Timex3, WritesRepeatedTimes) {
  check(kTuesday, {{"They train every Monday.", "every Monday=XXXX-WXX-1"},
                   {"They train every two weeks.", "every two weeks=P2W"},
                   {"They train twice a day.", "twice a day=P1D"},
                   {"They train on Tuesday nights.", "Tuesday nights=XXXX-WXX-2TNI"},
                   {"They are paid monthly.", "monthly=P1M"}});
}

TEST(Timex3, CountsFromTheTextWhereTheTextDoes) {
  check(kTuesday,
        {{"They came on 4 May and left the following day.",
          "4 May=2011-05-04; the following day=2011-05-05"},
         {"They came on 4 May and left that night.", "4 May=2011-05-04; that night=2011-05-04TNI"},
         {"They came in 1994 and left two years later.", "1994=1994; two years later=1996"},
         {"It earned more in the first quarter than a year earlier.",
          "the first quarter=2011-Q1; a year earlier=2010-Q1"},
         {"It fell a year ago.", "a year ago=2010"}});
}

TEST(Timex3, TellsThePastThePresentAndTheFuture) {
  check(kTuesday, {{"She is now in exile.", "now=PRESENT_REF"},
                   {"She recently left.", "recently=PAST_REF"},
                   {"She will soon return.", "soon=FUTURE_REF"},
                   {"She fears the future.", "the future=FUTURE_REF"},
                   {"She left soon after.", ""}});
}

TEST(Timex3, LeavesOpenWhatNeedsAnAnchor) {
  check("", {{"They met on Monday.", "Monday=XXXX-WXX-1"},
             {"They met last week.", "last week=XXXX-WXX"},
             {"They met on 4 May.", "4 May=XXXX-05-04"}});
}

TEST(Timex3, TakesNoPartsOfOtherThingsForTimes) {
  check(kTuesday, {{"Three-quarters of the town fled.", ""},
                   {"She read This Week magazine.", ""},
                   {"It costs $5 a day.", ""},
                   {"The last-minute offer failed.", ""}});
}

// What has no day of its own must give none to an event.
TEST(Timex3, GivesNoDayToWhatIsVague) {
  for (const char* text : {"She is now in exile.", "It fell in the year.", "It fell by year-end.",
                           "It lasted three months.", "They met the following day.",
                           "It shut during Ramadan.", "Profit fell in the quarter."}) {
    const Document doc = document_of(text);
    for (const auto& time : rules().annotate(doc).times) {
      EXPECT_EQ(resolve(time, kTuesday), std::nullopt) << text;
    }
  }
}

}  // namespace
}  // namespace counterpoint::annotation
