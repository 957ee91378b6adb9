// SPDX-License-Identifier: Apache-2.0
// Act, certainty, polarity, basis and speech of a statement, from its own words.
#include "statement/act.h"

#include <gtest/gtest.h>

#include "unit/statement/sketch.h"

namespace counterpoint::statement {
namespace {

using test::lexicon;
using test::Sketch;

// The sentence is the statement unless `content` names a part of it.
Statement judged(const Sketch& sketch, std::string_view content = {}, Act act = Act::state) {
  Statement statement;
  statement.sentence = sketch.find(sketch.document.text);
  statement.span = content.empty() ? statement.sentence : sketch.find(content);
  statement.act = act;
  set_act(sketch.tree(), lexicon(), statement);
  return statement;
}

Statement judged(std::string_view words, Act act = Act::state) {
  return judged(Sketch().plain(words), {}, act);
}

TEST(SetAct, LetsPhrasesOfTheContentDecideTheAct) {
  struct Case {
    std::string_view words;
    Act cue;
    Act act;
  };
  const Case cases[] = {
      {"the story had been fake", Act::state, Act::disconfirm},
      {"There is little evidence of a mutiny", Act::state, Act::doubt},
      {"The toll COULD  not be independently verified", Act::state, Act::doubt},
      {"there is no truth in it", Act::state, Act::deny},
      {"forty people are feared dead", Act::state, Act::believe},
      {"the reports were false", Act::deny, Act::deny},
      {"the story was fake", Act::retract, Act::retract},
      {"the fakery had been subtle", Act::state, Act::state},
      {"troops shelled the town", Act::accuse, Act::accuse},
  };
  for (const Case& c : cases) EXPECT_EQ(judged(c.words, c.cue).act, c.act) << c.words;
}

TEST(SetAct, TellsHowSureTheVoiceIs) {
  struct Case {
    std::string_view words;
    Act cue;
    Certainty certainty;
  };
  const Case cases[] = {
      {"troops shelled the town", Act::state, Certainty::certain},
      {"troops reportedly shelled the town", Act::state, Certainty::possible},
      {"troops probably shelled the town", Act::state, Certainty::probable},
      {"troops may have shelled the town", Act::state, Certainty::possible},
      {"the unlikely winners", Act::state, Certainty::certain},
      {"they left without doubt", Act::believe, Certainty::certain},
      {"the town will fall", Act::predict, Certainty::unknown},
      {"troops shelled the town", Act::believe, Certainty::unknown},
      {"the deaths", Act::decline, Certainty::unknown},
  };
  for (const Case& c : cases) EXPECT_EQ(judged(c.words, c.cue).certainty, c.certainty) << c.words;
}

TEST(SetAct, KeepsTheCertaintyThatTheCueGave) {
  Sketch sketch;
  sketch.plain("troops shelled the town");
  Statement statement;
  statement.span = statement.sentence = sketch.find(sketch.document.text);
  statement.certainty = Certainty::possible;
  set_act(sketch.tree(), lexicon(), statement);
  EXPECT_EQ(statement.certainty, Certainty::possible);
}

TEST(SetAct, LooksForWordsAroundTheContentInItsSentence) {
  Sketch sketch;
  sketch.plain("The paper later withdrew its claim that soldiers had mutinied");
  EXPECT_EQ(judged(sketch, "soldiers had mutinied").act, Act::retract);
}

TEST(SetAct, LeavesWordsOfTheContentAndOfOtherCuesAlone) {
  struct Case {
    std::string_view words;
    std::string_view content;
    std::string_view cue;
    Act act;
  };
  const Case cases[] = {
      {"She said the paper retracted the story", "the paper retracted the story", "said",
       Act::state},
      {"The army retracted its account , and residents said tanks came", "tanks came", "said",
       Act::state},
      {"He publicly took back what he claimed about tanks", "about tanks", "claimed", Act::retract},
  };
  for (const Case& c : cases) {
    Sketch sketch;
    sketch.plain(c.words);
    for (Token& token : sketch.annotation.tokens) {
      if (token.span.of(sketch.document.text) == ",") token.upos = Upos::PUNCT;
    }
    Statement statement;
    statement.sentence = sketch.find(c.words);
    statement.span = sketch.find(c.content);
    statement.cue = sketch.find(c.cue);
    set_act(sketch.tree(), lexicon(), statement);
    EXPECT_EQ(statement.act, c.act) << c.words;
  }
}

TEST(SetAct, FindsNegationAtTheRootOfTheContent) {
  struct Case {
    std::string_view notation;
    Polarity polarity;
  };
  const Case cases[] = {
      {"Troops/NOUN.NNS/4/nsubj/troop did/AUX/4/aux/do not/PART.RB/4/advmod fire/VERB.VB/0/root",
       Polarity::negative},
      {"Troops/NOUN.NNS/4/nsubj/troop did/AUX/4/aux/do +n't/PART.RB/4/advmod fire/VERB.VB/0/root",
       Polarity::negative},
      {"No/DET/2/det cases/NOUN.NNS/4/nsubj:pass/case were/AUX/4/aux:pass/be "
       "found/VERB.VBN/0/root/find",
       Polarity::negative},
      {"There/PRON.EX/2/expl is/VERB.VBZ/0/root/be no/DET/4/det war/NOUN/2/nsubj",
       Polarity::negative},
      {"Troops/NOUN.NNS/2/nsubj/troop fired/VERB/0/root/fire", Polarity::positive},
      {"Troops/NOUN.NNS/2/nsubj/troop shot/VERB/0/root/shoot men/NOUN.NNS/2/obj/man "
       "who/PRON.WP/6/nsubj had/AUX/6/aux/have fled/VERB.VBN/3/acl:relcl/flee not/PART.RB/8/advmod "
       "far/ADV/6/advmod",
       Polarity::positive},
  };
  for (const Case& c : cases) {
    const Sketch sketch(c.notation);
    EXPECT_EQ(judged(sketch).polarity, c.polarity) << sketch.document.text;
  }
}

TEST(SetAct, TellsWhatTheStatementRestsOn) {
  struct Case {
    std::string_view words;
    Basis basis;
  };
  const Case cases[] = {
      {"I saw the tanks come", Basis::eyewitness},
      {"Footage shows tanks", Basis::video},
      {"The photographs are blurred", Basis::unknown},
      {"satellite image of the town", Basis::photo},
      {"it is mostly hearsay", Basis::hearsay},
      {"tanks came", Basis::unknown},
  };
  for (const Case& c : cases) EXPECT_EQ(judged(c.words).basis, c.basis) << c.words;
}

TEST(SpeechOf, TellsQuotedPartlyQuotedAndReportedWordsApart) {
  const std::string text = "She said “we left the town” and that the “rebels” had come.";
  const std::vector<Quote> quotes = find_quotes(text);
  const auto span_of = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  EXPECT_EQ(speech_of(quotes, span_of("we left the town")), Speech::direct);
  EXPECT_EQ(speech_of(quotes, span_of("the “rebels” had come")), Speech::mixed);
  EXPECT_EQ(speech_of(quotes, span_of("had come")), Speech::indirect);
  EXPECT_EQ(speech_of({}, span_of("we left the town")), Speech::indirect);
}

}  // namespace
}  // namespace counterpoint::statement
