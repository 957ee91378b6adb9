// SPDX-License-Identifier: Apache-2.0
#include "annotation/calendar.h"
#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

TEST(Calendar, CountsDaysAndMonths) {
  EXPECT_EQ(weekday_of(to_day({2011, 6, 7})), 2);
  EXPECT_EQ(to_date(to_day({2012, 2, 28}) + 1), (Date{2012, 2, 29}));
  EXPECT_EQ(add_months({2011, 1, 31}, 1), (Date{2011, 2, 28}));
  EXPECT_EQ(add_months({2011, 1, 15}, -1), (Date{2010, 12, 15}));
  EXPECT_FALSE(is_valid({2011, 2, 29}));
  EXPECT_EQ(parse_day("2011-06-06T16:00Z"), (Date{2011, 6, 6}));
  EXPECT_EQ(parse_day("2011-06"), std::nullopt);
  EXPECT_EQ(parse_day("2011-13-01"), std::nullopt);
}

TEST(Resolve, AnInferredYearGivesWayToANearAnchor) {
  TimeExpression time;
  time.month = 6;
  time.day = 4;
  time.year = 2011;
  time.year_inferred = true;
  EXPECT_EQ(resolve(time, ""), "2011-06-04");
  EXPECT_EQ(resolve(time, "2012-06-20"), "2012-06-04");
  EXPECT_EQ(resolve(time, "2012-11-20"), "2011-06-04");
  time.year_inferred = false;
  EXPECT_EQ(resolve(time, "2012-06-20"), "2011-06-04");
}

TEST(Resolve, NeedsAnAnchorForWhatIsCountedFromIt) {
  TimeExpression time;
  time.form = TimeForm::weekday;
  time.weekday = 1;
  EXPECT_EQ(resolve(time, ""), std::nullopt);
  EXPECT_EQ(resolve(time, "not a day"), std::nullopt);
  EXPECT_EQ(resolve(time, "2011-06-07"), "2011-06-06");
}

TEST(Resolve, KnowsNoDaysThatDoNotExist) {
  TimeExpression time;
  time.year = 2011;
  time.month = 2;
  time.day = 30;
  EXPECT_EQ(resolve(time, "2011-06-07"), std::nullopt);
}

TEST(Resolve, TakesTheNearerYearWhereNoTenseTells) {
  TimeExpression time;
  time.month = 11;
  time.day = 20;
  EXPECT_EQ(resolve(time, "1989-11-02"), "1989-11-20");
  time.past = true;
  EXPECT_EQ(resolve(time, "1989-11-02"), "1988-11-20");
}

}  // namespace
}  // namespace counterpoint::annotation
