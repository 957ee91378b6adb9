// SPDX-License-Identifier: Apache-2.0
#include "annotation/quantities.h"

#include "annotation/fixture.h"
#include "annotation/times.h"
#include "annotation/words.h"

namespace counterpoint::annotation {
namespace {

const char* name_of(QuantityKind kind) {
  static constexpr const char* kNames[] = {
      "count", "age",     "year",    "money",    "percent",  "distance",    "size",
      "clock", "ordinal", "version", "fraction", "duration", "temperature", "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

// "words kind min..max noun" of every quantity.
std::string render(const Document& doc, const Annotation& ann, const std::vector<Quantity>& all) {
  std::ostringstream out;
  out.precision(6);
  for (const Quantity& quantity : all) {
    if (out.tellp() > 0) out << "; ";
    out << quantity.span.of(doc.text) << " " << name_of(quantity.kind) << " ";
    if (quantity.alternatives.empty()) {
      if (quantity.min) out << *quantity.min;
      out << "..";
      if (quantity.max) out << *quantity.max;
    }
    for (const double value : quantity.alternatives) out << "|" << value;
    if (quantity.approximate) out << "~";
    if (quantity.emended) out << " emended";
    if (quantity.noun >= 0) {
      out << " " << ann.tokens[static_cast<std::size_t>(quantity.noun)].span.of(doc.text);
    }
  }
  return out.str();
}

std::string read(const std::string& text) {
  const Document doc = document_of(text);
  const Annotation ann = rules().annotate(doc);
  return render(doc, ann, ann.quantities);
}

struct Case {
  const char* text;
  const char* quantities;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.quantities) << c.text;
}

TEST(Quantities, AreIntervals) {
  check({{"It killed 120 people.", "120 count 120..120 people"},
         {"It killed more than 120 people.", "more than 120 count 120.. people"},
         {"It killed at least forty-two miners.", "at least forty-two count 42.. miners"},
         {"It killed up to 200 people.", "up to 200 count ..200 people"},
         {"It killed no more than 20 people.", "no more than 20 count ..20 people"},
         {"It killed as many as 70.", "as many as 70 count ..70"},
         {"It killed nearly 1,000 people.", "nearly 1,000 count ..1000~ people"},
         {"It killed close to a 1,000 people.", "close to a 1,000 count ..1000~ people"},
         {"It killed about 40 officers.", "about 40 count 40..40~ officers"},
         {"It killed an estimated 300 cattle.", "an estimated 300 count 300..300~ cattle"},
         {"It killed 20 or more sailors.", "20 or more count 20.. sailors"},
         {"It killed thirty or so sailors.", "thirty or so count 30..30~ sailors"}});
}

TEST(Quantities, KeepRangesAndAlternativesApart) {
  check({{"120\u2013140 killed", "120\u2013140 count 120..140 killed"},
         {"between 20 and 50 tanks", "between 20 and 50 count 20..50 tanks"},
         {"from 2 to 3 million people", "2 count 2..2; 3 million count 3e+06..3e+06 people"},
         {"anywhere from 20 to 30 boats", "20 to 30 count 20..30 boats"},
         {"two or three hundred men", "two or three hundred count |200|300 men"},
         {"Three-four persons came.", "Three-four count 3..4 persons"},
         {"one in five houses", "one in five fraction 0.2..0.2 houses"},
         {"two in ten days", "two count 2..2; ten duration 10..10 days"},
         {"some 2 to 3 million people", "some 2 to 3 million count 2e+06..3e+06~ people"},
         {"killing five or 14 and wounding others", "five or 14 count |5|14"},
         {"Deaths fell from 20 to seven, they say.", "20 count 20..20; seven count 7..7"}});
}

TEST(Quantities, GiveVagueAmountsTheLeastTheyMean) {
  check({{"It wounded dozens.", "dozens count 12..~"},
         {"hundreds of people fled", "hundreds count 100..~ people"},
         {"several hundred refugees came", "several hundred count 300..~ refugees"},
         {"a couple of boats", "a couple count 2..2~ boats"},
         {"the majority of the men", "the majority fraction 0.5.. men"},
         {"the scores were level", ""},
         {"at least a dozen boats", "at least a dozen count 12.. boats"}});
}

TEST(Quantities, ReadALostWordBack) {
  check({{"As it grew, than 4,000 locals fled.", "than 4,000 count 4000.. emended locals"},
         {"More people than 4,000 soldiers", "4,000 count 4000..4000 soldiers"},
         {"worse than 4 others", "4 count 4..4 others"}});
}

TEST(Quantities, TellWhatIsNoCount) {
  check({{"a 25-year-old man", "25 age 25..25"},
         {"a nine-month-old boy", "nine age 9..9 month"},
         {"a woman in her sixties", "sixties age 60..69"},
         {"a boy of 14 and a woman over 45", "14 age 14..14; over 45 age 45.."},
         {"Omar Haddan, 39, was shot", "39 age 39..39"},
         {"aged 19, 25 and 30", "19 age 19..19; 25 age 25..25; 30 age 30..30"},
         {"between 20 and 50 years of age", "between 20 and 50 age 20..50"},
         {"It cost $5m.", "$5m money 5e+06..5e+06"},
         {"It cost 12 Mexican pesos.", "12 Mexican pesos money 12..12"},
         {"Some 20 per cent voted.", "Some 20 per cent percent 20..20~ voted"},
         {"It is 35 km away.", "35 distance 35..35 km"},
         {"five tonnes of rice", "five size 5..5 tonnes"},
         {"the 35th Regiment", "35th version 35..35"},
         {"the third attack", "third ordinal 3..3"},
         {"raised to phase 4", "4 version 4..4"},
         {"on flight 242", "242 version 242..242"},
         {"an AK-47", "AK-47 version .."},
         {"It won 2-1.", "2 version 2..2; 1 version 1..1"},
         {"a fever of 39C", "39 temperature 39..39 C"},
         {"two-thirds of them", "two-thirds fraction 0.666667..0.666667"},
         {"0911: Ada Hale, Odara", "0911 clock 911..911"},
         {"call +447624800100", "447624800100 version 4.47625e+11..4.47625e+11"},
         {"between $10 billion and $15 billion",
          "between $10 billion and $15 billion money 1e+10..1.5e+10"},
         {"Rs 5 lakh was paid", "Rs 5 lakh money 500000..500000"},
         {"a three-storey house", "three other 3..3 storey"},
         {"a 40-member council", "40 count 40..40 member"},
         {"casings of 7.62mm calibre", "7.62 size 7.62..7.62 mm"},
         {"400 square kilometres of fields", "400 size 400..400 kilometres"},
         {"It ruled for 40 years.", "40 duration 40..40 years"}});
}

TEST(Quantities, AreNotInDatesCitationsAndPronouns) {
  check({{"On 6 June 2011 it fell.[7][12]", ""},
         {"It fell in 2011, at around 7 p.m. that day",
          "2011 year 2011..2011; around 7 p.m. clock ..~"},
         {"between 1992 and 1995", "between 1992 and 1995 year 1992..1995"},
         {"at 48.138N, says the log", ""},
         {"blankets 4 the families", ""},
         {"first aid for the first responders", ""},
         {"at one point, they say", ""},
         {"one of the bloodiest, no one, one another", ""},
         {"one death", "one count 1..1 death"},
         {"at least one was executed", "at least one count 1.."}});
}

TEST(Quantities, CountTheNounOfTheParse) {
  const Parsed parsed = parse(
      "Rebels:NNS:2:nsubj killed:VBD:0:root 82:CD:4:nummod members:NNS:2:obj of:IN:8:case "
      "the:DT:8:det security:NN:8:compound forces:NNS:4:nmod .:.:2:punct\n"
      "Dozens:NNS:4:nsubj of:IN:3:case soldiers:NNS:1:nmod fled:VBD:0:root .:.:4:punct\n"
      "The:DT:5:det 120:CD:5:nummod heavily:RB:4:advmod armed:JJ:5:amod troops:NNS:6:nsubj "
      "left:VBD:0:root .:.:6:punct\n");
  const Words words(parsed.doc.text, parsed.ann, english());
  const auto found = find_quantities(words, {});
  EXPECT_EQ(render(parsed.doc, parsed.ann, found),
            "82 count 82..82 members; Dozens count 12..~ soldiers; 120 count 120..120 troops");
}

}  // namespace
}  // namespace counterpoint::annotation
