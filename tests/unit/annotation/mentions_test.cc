// SPDX-License-Identifier: Apache-2.0
#include "annotation/mentions.h"

#include "annotation/chains.h"
#include "annotation/fixture.h"
#include "annotation/words.h"

namespace counterpoint::annotation {
namespace {

std::string_view text_of(const Parsed& parsed, const Mention& mention) {
  return mention.span.of(parsed.doc.text);
}

// Finds and links the mentions; `labels` names the labelled words: "Hale=B-PERSON minister=person".
std::vector<Mention> mentions_of(Parsed& parsed, const std::string& labels) {
  TokenLabels model;
  model.name.assign(parsed.ann.tokens.size(), "O");
  model.mention.assign(parsed.ann.tokens.size(), "none");
  static const char* kTypes[] = {"person", "organization", "place", "event", "object", "abstract"};
  std::istringstream in(labels);
  std::string entry;
  std::vector<std::string> kept;
  while (in >> entry) kept.push_back(entry);
  for (const std::string& each : kept) {
    const auto equals = each.find('=');
    const std::string form = each.substr(0, equals);
    const std::string label = each.substr(equals + 1);
    static const char* kNames[] = {"B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-GPE", "I-GPE"};
    for (std::size_t i = 0; i < parsed.ann.tokens.size(); ++i) {
      if (parsed.ann.tokens[i].span.of(parsed.doc.text) != form) continue;
      for (const char* name : kNames) {
        if (label == name) model.name[i] = name;
      }
      for (const char* type : kTypes) {
        if (label == type) model.mention[i] = type;
      }
    }
  }
  const Words words(parsed.doc.text, parsed.ann, english());
  std::vector<Mention> mentions = find_mentions(words, model);
  parsed.ann.references = link_references(words, model, mentions);
  return mentions;
}

std::string render(const Parsed& parsed, const std::vector<Mention>& mentions) {
  std::string result;
  for (const Mention& mention : mentions) {
    if (!result.empty()) result += "; ";
    result += text_of(parsed, mention);
    if (mention.named) result += "*";
    if (mention.antecedent >= 0) result += ">" + std::to_string(mention.antecedent);
  }
  return result;
}

TEST(Mentions, TakeOfPhrasesAndLeaveClausesOut) {
  Parsed parsed = parse(
      "Rebels:NNS:2:nsubj killed:VBD:0:root 82:CD:4:nummod members:NNS:2:obj of:IN:8:case "
      "the:DT:8:det security:NN:8:compound forces:NNS:4:nmod who:WP:10:nsubj resisted:VBD:4:acl "
      ".:.:2:punct\n");
  EXPECT_EQ(render(parsed, mentions_of(parsed, "Rebels=person members=person forces=organization")),
            "Rebels; 82 members of the security forces; the security forces");
}

TEST(Mentions, GiveTitledNamesTwice) {
  Parsed parsed = parse(
      "Interior:NNP:2:compound Minister:NNP:5:compound Ibrahim:NNP:5:compound Al:NNP:5:compound "
      "Hale:NNP:6:nsubj spoke:VBD:0:root .:.:6:punct\n");
  EXPECT_EQ(
      render(parsed, mentions_of(parsed, "Ibrahim=B-PERSON Al=I-PERSON Hale=I-PERSON Hale=person")),
      "Interior Minister Ibrahim Al Hale*; Ibrahim Al Hale*>0");
}

TEST(Mentions, KeepHyphenatedNamesWhole) {
  Parsed parsed = parse(
      "Tell:NNP:4:compound al:NNP:4:compound ~-:HYPH:4:punct ~Hara:NNP:5:nsubj fell:VBD:0:root "
      ".:.:5:punct\n");
  EXPECT_EQ(render(parsed, mentions_of(parsed, "Tell=B-GPE Hara=I-GPE")), "Tell al-Hara*");
}

TEST(Mentions, LeaveTheArticleOutOfNames) {
  Parsed parsed =
      parse("The:DT:3:det Odara:NNP:3:compound Times:NNP:4:nsubj wrote:VBD:0:root .:.:4:punct\n");
  EXPECT_EQ(render(parsed, mentions_of(parsed, "Odara=B-ORG Times=I-ORG Times=organization")),
            "Odara Times*");
}

TEST(Coreference, LinksShortenedNamesAndOffices) {
  Parsed parsed = parse(
      "Minister:NNP:3:compound Ada:NNP:3:compound Hale:NNP:4:nsubj spoke:VBD:0:root .:.:4:punct\n"
      "The:DT:2:det minister:NN:3:nsubj left:VBD:0:root .:.:3:punct\n"
      "Mrs:NNP:2:compound Hale:NNP:3:nsubj slept:VBD:0:root .:.:3:punct\n");
  EXPECT_EQ(render(parsed, mentions_of(parsed, "Ada=B-PERSON Hale=I-PERSON minister=person")),
            "Minister Ada Hale*; Ada Hale*>0; The minister>0; Mrs Hale*>2; Hale*>3");
}

TEST(Coreference, LinksAcronyms) {
  Parsed parsed = parse(
      "The:DT:4:det Odara:NNP:4:compound River:NNP:4:compound Watch:NNP:5:nsubj spoke:VBD:0:root "
      ".:.:5:punct\n"
      "ORW:NNP:2:nsubj left:VBD:0:root .:.:2:punct\n");
  EXPECT_EQ(render(parsed, mentions_of(parsed, "Odara=B-ORG River=I-ORG Watch=I-ORG ORW=B-ORG")),
            "Odara River Watch*; ORW*>0");
}

TEST(Coreference, KeepsAnotherResidentApart) {
  Parsed parsed = parse(
      "A:DT:2:det resident:NN:3:nsubj spoke:VBD:0:root .:.:3:punct\n"
      "Another:DT:2:det resident:NN:3:nsubj left:VBD:0:root .:.:3:punct\n"
      "The:DT:2:det resident:NN:3:nsubj slept:VBD:0:root .:.:3:punct\n");
  EXPECT_EQ(render(parsed, mentions_of(parsed, "resident=person")),
            "A resident; Another resident; The resident>1");
}

TEST(Pronouns, AreResolvedByRoleNumberAndType) {
  Parsed parsed = parse(
      "Ada:NNP:2:compound Hale:NNP:3:nsubj told:VBD:0:root residents:NNS:3:obj that:IN:8:mark "
      "the:DT:7:det bridge:NN:8:nsubj fell:VBD:3:ccomp .:.:3:punct\n"
      "She:PRP:2:nsubj left:VBD:0:root before:IN:6:mark they:PRP:6:nsubj had:AUX:6:aux "
      "reached:VBN:2:advcl it:PRP:6:obj .:.:2:punct\n");
  parsed.ann.mentions =
      mentions_of(parsed, "Ada=B-PERSON Hale=I-PERSON residents=person bridge=object");
  const auto resolved = [&](TokenIndex token) -> std::string {
    const auto index = resolve_pronoun(parsed.doc, parsed.ann, token);
    return index < 0
               ? "-"
               : std::string(text_of(parsed, parsed.ann.mentions[static_cast<std::size_t>(index)]));
  };
  EXPECT_EQ(resolved(9), "Ada Hale");
  EXPECT_EQ(resolved(12), "residents");
  EXPECT_EQ(resolved(15), "the bridge");
  EXPECT_EQ(resolved(10), "-");
  EXPECT_EQ(resolved(-1), "-");
  EXPECT_EQ(resolved(9999), "-");
}

TEST(Pronouns, DoNotTakeAManForShe) {
  Parsed parsed = parse(
      "Mr:NNP:2:compound Hale:NNP:3:nsubj met:VBD:0:root Ada:NNP:5:compound Brun:NNP:3:obj "
      ".:.:3:punct\n"
      "She:PRP:2:nsubj left:VBD:0:root .:.:2:punct\n");
  parsed.ann.mentions = mentions_of(parsed, "Hale=B-PERSON Ada=B-PERSON Brun=I-PERSON");
  const auto index = resolve_pronoun(parsed.doc, parsed.ann, 6);
  ASSERT_GE(index, 0);
  EXPECT_EQ(text_of(parsed, parsed.ann.mentions[static_cast<std::size_t>(index)]), "Ada Brun");
}

}  // namespace
}  // namespace counterpoint::annotation
