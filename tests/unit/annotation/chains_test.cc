// SPDX-License-Identifier: Apache-2.0
#include "annotation/chains.h"

#include "annotation/fixture.h"

namespace counterpoint::annotation {
namespace {

// The chains of a parsed text, each as its references' texts; `types` gives the model's labels of
// words: "Hale=person".
std::vector<std::string> chains_of(const std::string& lines, const std::string& types = "") {
  Parsed parsed = parse(lines);
  TokenLabels labels;
  labels.name.assign(parsed.ann.tokens.size(), "O");
  labels.mention.assign(parsed.ann.tokens.size(), "none");
  std::vector<std::string> kept;
  std::istringstream in(types);
  for (std::string entry; in >> entry;) kept.push_back(entry);
  for (const std::string& entry : kept) {
    const auto equals = entry.find('=');
    for (std::size_t i = 0; i < parsed.ann.tokens.size(); ++i) {
      if (parsed.ann.tokens[i].span.of(parsed.doc.text) != entry.substr(0, equals)) continue;
      labels.mention[i] = std::string_view(entry).substr(equals + 1);
    }
  }
  const Words words(parsed.doc.text, parsed.ann, english());
  parsed.ann.mentions = find_mentions(words, labels);
  std::vector<std::string> chains;
  for (const Reference& r : link_references(words, labels, parsed.ann.mentions)) {
    chains.resize(std::max(chains.size(), static_cast<std::size_t>(r.chain) + 1));
    std::string& chain = chains[static_cast<std::size_t>(r.chain)];
    chain += (chain.empty() ? "" : " = ") + std::string(r.span.of(parsed.doc.text));
  }
  return chains;
}

using Expected = std::vector<std::string>;

TEST(Chains, TieAppositionsWithoutTakingThemIntoTheSpan) {
  EXPECT_EQ(chains_of("Ada:NNP:8:nsubj Hale:NNP:1:flat ~,:,:5:punct the:DT:5:det mayor:NN:1:appos "
                      "~,:,:5:punct soon:RB:8:advmod left:VBD:0:root ~.:.:8:punct\n",
                      "Ada=person mayor=person"),
            Expected{"Ada Hale = the mayor"});
}

TEST(Chains, TiePredicatesButNotDeniedOnes) {
  EXPECT_EQ(chains_of("Hale:NNP:4:nsubj is:AUX:4:cop a:DT:4:det judge:NN:0:root ~.:.:4:punct\n",
                      "Hale=person judge=person"),
            Expected{"Hale = a judge"});
  EXPECT_EQ(chains_of("Hale:NNP:5:nsubj is:AUX:5:cop not:RB:5:advmod a:DT:5:det judge:NN:0:root "
                      "~.:.:5:punct\n",
                      "Hale=person judge=person"),
            Expected{});
}

TEST(Chains, TakeTheWholePhraseWithItsClause) {
  EXPECT_EQ(chains_of("The:DT:2:det team:NN:5:nsubj which:WP:4:nsubj won:VBD:2:acl:relcl "
                      "left:VBD:0:root ~.:.:5:punct\n"
                      "The:DT:2:det team:NN:3:nsubj slept:VBD:0:root ~.:.:3:punct\n",
                      "team=organization"),
            Expected{"The team which won = The team"});
}

TEST(Chains, KeepAnotherTeamApart) {
  EXPECT_EQ(
      chains_of("A:DT:2:det team:NN:3:nsubj left:VBD:0:root ~.:.:3:punct\n"
                "The:DT:3:det other:JJ:3:amod team:NN:4:nsubj slept:VBD:0:root ~.:.:4:punct\n",
                "team=organization"),
      Expected{});
}

TEST(Chains, GiveAQuotedIToItsSpeaker) {
  EXPECT_EQ(chains_of("\":``:3:punct I:PRP:3:nsubj slept:VBD:6:ccomp ~\":'':3:punct "
                      "Hale:NNP:6:nsubj said:VBD:0:root ~.:.:6:punct\n",
                      "Hale=person"),
            Expected{"I = Hale"});
}

TEST(Chains, AgreeInGenderAndKind) {
  EXPECT_EQ(
      chains_of("Mrs:NNP:2:compound Hale:NNP:3:nsubj bought:VBD:0:root a:DT:5:det car:NN:3:obj "
                "~.:.:3:punct\n"
                "She:PRP:2:nsubj drove:VBD:0:root it:PRP:2:obj ~.:.:2:punct\n",
                "Hale=person car=object"),
      (Expected{"Mrs Hale = She", "a car = it"}));
}

TEST(Chains, LeaveOutWhatIsSpokenOfOnce) {
  EXPECT_EQ(chains_of("Hale:NNP:2:nsubj left:VBD:0:root ~.:.:2:punct\n", "Hale=person"),
            Expected{});
}

}  // namespace
}  // namespace counterpoint::annotation
