// SPDX-License-Identifier: Apache-2.0
#include "annotation/numbers.h"

#include "annotation/fixture.h"
#include "annotation/words.h"

namespace counterpoint::annotation {
namespace {

// Reads the number that begins the text; "-" if none.
std::string read(const std::string& text) {
  const Document doc = document_of(text);
  const Annotation ann = rules().annotate(doc);
  const Words words(doc.text, ann, english());
  const auto number = number_at(words, 0, words.size());
  if (!number) return "-";
  std::ostringstream out;
  out.precision(6);
  out << number->value << " of " << number->last;
  if (number->vague) out << " vague";
  if (number->ordinal) out << " ordinal";
  if (number->fraction) out << " fraction";
  return out.str();
}

TEST(Numbers, AreReadInDigitsAndWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"1,300 people", "1300 of 1"},
      {"12m doses", "1.2e+07 of 2"},
      {"1.5 bn", "1.5e+09 of 2"},
      {"forty-two men", "42 of 3"},
      {"thirty-three million", "3.3e+07 of 4"},
      {"two hundred and five men", "205 of 4"},
      {"a dozen", "12 of 2"},
      {"a hundred", "100 of 2"},
      {"half a million", "500000 of 3"},
      {"two and a half months", "2.5 of 4"},
      {"one hundred thousand", "100000 of 3"},
      {"dozens of", "12 of 1 vague"},
      {"tens of thousands fled", "10000 of 3 vague"},
      {"100s of", "100 of 1 vague"},
      {"a couple of hundred", "200 of 4 vague"},
      {"the majority of", "0.5 of 2 vague fraction"},
      {"several hundred refugees", "300 of 2 vague"},
      {"two and a half million", "2.5e+06 of 5"},
      {"a million and a half", "1.5e+06 of 5"},
      {"a quarter of a million", "250000 of 5"},
      {"half-a-dozen", "6 of 5"},
      {"12 000 men", "12000 of 2"},
      {"12 000000 men", "12 of 1"},
      {"three-four men", "3 of 1"},
      {"-12 degrees", "-12 of 2"},
      {"35th", "35 of 1 ordinal"},
      {"twenty-first", "21 of 3 ordinal"},
      {"two-thirds", "0.666667 of 3 fraction"},
      {"half of them", "0.5 of 1 fraction"},
      {"18:45", "-"},
      {"a town", "-"},
      {"H1N1", "-"},
  };
  for (const auto& [text, value] : cases) EXPECT_EQ(read(text), value) << text;
}

TEST(Numbers, StopBeforeTheNextNumber) {
  EXPECT_EQ(read("five or 14"), "5 of 1");
  EXPECT_EQ(read("two three"), "2 of 1");
  EXPECT_EQ(read("ten and five"), "10 of 1");
}

TEST(Numbers, InDigitsTakeCommasInThreesOnly) {
  EXPECT_EQ(digits_value("1,000,000"), 1000000);
  EXPECT_EQ(digits_value("1,20,000"), 120000);  // lakh
  EXPECT_EQ(digits_value("14.000"), 14000);
  EXPECT_EQ(digits_value("1.200.000"), 1200000);
  EXPECT_EQ(digits_value("1,200.5"), 1200.5);
  EXPECT_EQ(digits_value("8.76"), 8.76);
  EXPECT_EQ(digits_value("12,34"), std::nullopt);
  EXPECT_EQ(digits_value("1.2.3"), std::nullopt);
  EXPECT_EQ(digits_value(""), std::nullopt);
}

}  // namespace
}  // namespace counterpoint::annotation
