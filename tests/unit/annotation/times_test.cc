// SPDX-License-Identifier: Apache-2.0
#include "annotation/times.h"

#include "annotation/fixture.h"
#include "annotation/words.h"

namespace counterpoint::annotation {
namespace {

// "words=value" of every time expression, resolved against `anchor`; "-" for no value.
std::string values(const Document& doc, const std::vector<TimeExpression>& times,
                   const std::string& anchor) {
  std::string result;
  for (const TimeExpression& time : times) {
    if (!result.empty()) result += "; ";
    result += std::string(time.span.of(doc.text)) + "=" + resolve(time, anchor).value_or("-");
    if (!time.clock.empty()) result += " " + time.clock;
  }
  return result;
}

std::string read(const std::string& text, const std::string& anchor) {
  Document doc = document_of(text);
  if (!anchor.empty()) doc.published = Time{anchor, "metadata", Extent::within, {}};
  return values(doc, rules().annotate(doc).times, anchor);
}

struct Case {
  const char* text;
  const char* times;
};

void check(const std::string& anchor, std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(read(c.text, anchor), c.times) << c.text;
}

// 2011-06-07 was a Tuesday.
constexpr const char* kTuesday = "2011-06-07";

TEST(Times, ReadCalendarDatesInAllOrders) {
  check("", {{"It sank on 6 June 2011.", "6 June 2011=2011-06-06"},
             {"It sank on June 6, 2011.", "June 6, 2011=2011-06-06"},
             {"It sank on the 6th of June, 2011.", "the 6th of June, 2011=2011-06-06"},
             {"Odara | Tue Apr 28, 2009 | news", "Tue Apr 28, 2009=2009-04-28"},
             {"Dated 2011-06-06, it says", "2011-06-06=2011-06-06"},
             {"It began in May 2009.", "May 2009=2009-05"},
             {"It began in mid-March 2011.", "mid-March 2011=2011-03~"},
             {"purges of the 1980s", "the 1980s=198X"},
             {"It happened in 1980.", "1980=1980"},
             {"the revolt of 1979\u20131982", "1979\u20131982=1979/1982"}});
}

TEST(Times, ReadRangesOfDays) {
  check("", {{"from 4 June until 12 June 2011", "4 June until 12 June 2011=2011-06-04/2011-06-12"},
             {"Date: 4\u201312 June 2011", "4\u201312 June 2011=2011-06-04/2011-06-12"},
             {"June 4-12, 2011", "June 4-12, 2011=2011-06-04/2011-06-12"},
             {"between 3 and 6 June 2011", "3 and 6 June 2011=2011-06-03/2011-06-06"}});
}

TEST(Times, DoNotMistakeOtherNumbersForDates) {
  check(kTuesday, {{"The 555th Regiment took 1,600 rifles.", ""},
                   {"Flight 242 carried 2000 people.", ""},
                   {"They may march.", ""},
                   {"It won 2-1.", ""},
                   {"USA Today said so.", ""}});
}

TEST(Times, CountWeekdaysBackFromPublication) {
  check(kTuesday, {{"They met on Monday.", "Monday=2011-06-06"},
                   {"They met Tuesday.", "Tuesday=2011-06-07"},
                   {"They met early on Sunday.", "early on Sunday=2011-06-05"},
                   {"They met Monday night.", "Monday night=2011-06-06"},
                   {"They met last Tuesday.", "last Tuesday=2011-05-31"},
                   {"They will meet on Friday.", "Friday=2011-06-10"},
                   {"They meet next Wednesday.", "next Wednesday=2011-06-08"},
                   {"It fell at the weekend.", "the weekend=2011-06-04/2011-06-05"}});
}

TEST(Times, CountRelativeTimesFromPublication) {
  check(kTuesday, {{"It fell yesterday.", "yesterday=2011-06-06"},
                   {"It fell this afternoon.", "this afternoon=2011-06-07"},
                   {"Tanks came overnight.", "overnight=2011-06-06/2011-06-07"},
                   {"It fell last week.", "last week=2011-05-30/2011-06-05"},
                   {"It fell earlier this month.", "earlier this month=2011-06"},
                   {"It fell two days ago.", "two days ago=2011-06-05"},
                   {"It fell three weeks ago.", "three weeks ago=2011-05-17~"},
                   {"It fell a year ago.", "a year ago=2010"},
                   {"Ten died in the past 24 hours.", "the past 24 hours=2011-06-06/2011-06-07"},
                   {"It grew in recent days.", "recent days=-"}});
}

TEST(Times, OpenOrCloseAtBounds) {
  check(kTuesday, {{"It burned since Saturday.", "Saturday=2011-06-04/2011-06-07"},
                   {"It burned since the weekend.", "the weekend=2011-06-04/2011-06-07"},
                   {"It burned until Sunday.", "Sunday=../2011-06-05"},
                   {"It burned before 5 June.", "5 June=../2011-06-05"},
                   {"It burned after 5 June.", "5 June=2011-06-05/.."},
                   {"It burned around 5 June.", "5 June=2011-06-05~"}});
}

TEST(Times, ReadClocks) {
  check(kTuesday,
        {{"State TV spoke at 1600 GMT on Monday.", "1600 GMT on Monday=2011-06-06 T16:00Z"},
         {"Tue Jun 7, 2011 12:49 am BST", "Tue Jun 7, 2011 12:49 am BST=2011-06-07 T00:49+01:00"},
         {"Sunday 5 June 2011 18.45 BST", "Sunday 5 June 2011 18.45 BST=2011-06-05 T18:45+01:00"},
         {"They met at 5pm.", "5pm=2011-06-07 T17:00"}});
}

TEST(Times, TellLengthsAndRepetitionsFromDates) {
  const Document doc = document_of("They shelled it for 45 minutes every day. A two-month siege.");
  const auto times = rules().annotate(doc).times;
  ASSERT_EQ(times.size(), 3U);
  EXPECT_EQ(times[0].type, TimexType::duration);
  EXPECT_EQ(times[1].type, TimexType::set);
  EXPECT_EQ(times[2].span.of(doc.text), "two-month");
  for (const auto& time : times) EXPECT_EQ(resolve(time, kTuesday), std::nullopt);
}

TEST(Times, AreNoAges) {
  check(kTuesday, {{"Her 2-year-old son, 39 years old", ""}});
}

TEST(Times, TakeTheYearOfTheTextWhereItIsAHistory) {
  check("", {{"In June 2011 rebels took it. On 4 June they left. In May it fell.",
              "June 2011=2011-06; 4 June=2011-06-04; May=2011-05"},
             {"On 4 June they left.", "4 June=-"}});
}

TEST(Times, WithoutYearAreTheLastOnesBeforePublication) {
  check(kTuesday, {{"It was dated 17 May.", "17 May=2011-05-17"},
                   {"It was dated 17 December.", "17 December=2010-12-17"},
                   {"It will open on 17 December.", "17 December=2011-12-17"},
                   {"It began in mid-March.", "mid-March=2011-03~"}});
}

TEST(Times, KnowGovernorAndTenseByTheParse) {
  const Parsed parsed = parse(
      "Officials:NNS:3:nsubj will:MD:3:aux vote:VB:0:root on:IN:5:case Friday:NNP:3:obl "
      ".:.:3:punct\n"
      "Officials:NNS:2:nsubj voted:VBD:0:root on:IN:4:case Friday:NNP:2:obl .:.:2:punct\n");
  const Words words(parsed.doc.text, parsed.ann, english());
  const auto times = find_times(words);
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].governor, 2);
  EXPECT_TRUE(times[0].future);
  EXPECT_TRUE(times[1].past);
  EXPECT_EQ(resolve(times[0], kTuesday), "2011-06-10");
  EXPECT_EQ(resolve(times[1], kTuesday), "2011-06-03");
}

}  // namespace
}  // namespace counterpoint::annotation
