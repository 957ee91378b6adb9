// SPDX-License-Identifier: Apache-2.0
// Coreference within a document, measured on the dev documents of GUM.
//
// Protocol. Each document's gold words are written out as text (SpaceAfter, an empty line at each
// "# newpar"), and the text alone is annotated: sentences, words, parse and mentions are the
// pipeline's own. Gold and made mentions are compared as character spans. Singletons are left out
// on both sides, as CorefUD does; all of GUM's other mentions count, pronouns of the first and
// second person, events and generic "you" among them. The main figure wants the exact span; "head"
// pairs mentions whose head words are the same characters. The CoNLL score is the mean of the F1
// of MUC, B-cubed and CEAF-phi4, over all documents.
//
// Baselines, from the same annotation, with nothing but the lower-cased lemma of the head to make
// clusters: "mentions" takes Annotation::mentions; "phrases" takes every referring expression with
// its full span, pronouns too.
//
// "gold_parse" runs the same rules over gold words, tags and parse, with the model's labels of
// names and mentions: what the rules could reach if no parse were wrong.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "annotation/chains.h"
#include "base/sha256.h"
#include "gates/coreference_scores.h"
#include "gates/gum_reader.h"
#include "gates/nn_treebank.h"
#include "nn/mapped_file.h"

namespace counterpoint::coreference {
namespace {

namespace fs = std::filesystem;

// A made mention: its span, its head's span, and the cluster it was put into.
struct Made {
  Span span, head;
  std::string cluster;
};

enum class Match { exact, head };

// Gives made mentions the numbers of the gold ones they match; the rest get numbers of their own.
class Matcher {
 public:
  Matcher(const std::vector<gum::Mention>& gold, Match match) : match_(match) {
    for (const gum::Mention& mention : gold) {
      by_span_.emplace(mention.span, next_);
      by_head_.emplace(mention.head, next_++);
    }
  }

  std::vector<int> numbers(const std::vector<Made>& made) {
    std::vector<int> result(made.size(), -1);
    for (std::size_t i = 0; i < made.size(); ++i) result[i] = take(by_span_, made[i].span);
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (result[i] < 0 && match_ == Match::head) result[i] = take(by_head_, made[i].head);
      if (result[i] < 0) result[i] = next_++;
    }
    return result;
  }

 private:
  int take(const std::multimap<Span, int>& index, Span span) {
    const auto [first, last] = index.equal_range(span);
    for (auto at = first; at != last; ++at) {
      if (taken_.insert(at->second).second) return at->second;
    }
    return -1;
  }

  Match match_;
  int next_ = 0;
  std::multimap<Span, int> by_span_, by_head_;
  std::set<int> taken_;
};

template <class Items, class Key>
std::map<std::string, std::vector<std::size_t>> grouped(const Items& items, Key key) {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < items.size(); ++i) groups[key(items[i])].push_back(i);
  std::erase_if(groups, [](const auto& group) { return group.second.size() < 2; });
  return groups;
}

Scores compare(const gum::GumDocument& doc, std::vector<Made> made, Match match) {
  std::set<Span> seen;
  std::erase_if(made, [&](const Made& m) { return !seen.insert(m.span).second; });
  std::vector<gum::Mention> gold;
  Clusters key, response;
  for (const auto& [id, members] :
       grouped(doc.mentions, [](const gum::Mention& m) { return m.entity; })) {
    key.emplace_back();
    for (const std::size_t i : members) {
      key.back().push_back(static_cast<int>(gold.size()));
      gold.push_back(doc.mentions[i]);
    }
  }
  std::vector<Made> kept;
  std::vector<std::vector<std::size_t>> groups;
  for (const auto& [id, members] : grouped(made, [](const Made& m) { return m.cluster; })) {
    groups.emplace_back();
    for (const std::size_t i : members) {
      groups.back().push_back(kept.size());
      kept.push_back(made[i]);
    }
  }
  const std::vector<int> numbers = Matcher(gold, match).numbers(kept);
  for (const auto& group : groups) {
    response.emplace_back();
    for (const std::size_t i : group) response.back().push_back(numbers[i]);
  }
  return score(key, response);
}

std::vector<Made> chains_of(const Annotation& ann) {
  std::vector<Made> made;
  for (const Reference& r : ann.references) {
    made.push_back(
        {r.span, ann.tokens[static_cast<std::size_t>(r.head)].span, std::to_string(r.chain)});
  }
  return made;
}

std::vector<Made> mention_baseline(const Annotation& ann) {
  std::vector<Made> made;
  for (const Mention& mention : ann.mentions) {
    const Token& head = ann.tokens[static_cast<std::size_t>(mention.head)];
    made.push_back({mention.span, head.span, utf8::folded(head.lemma)});
  }
  return made;
}

const annotation::Lexicon& lexicon() {
  static const auto loaded =
      annotation::load_lexicon(fs::path(COUNTERPOINT_SOURCE_DIR) / "packs/en/annotation");
  return loaded.value();
}

std::vector<Made> phrase_baseline(const Document& doc, const Annotation& ann) {
  const annotation::Words words(doc.text, ann, lexicon());
  const annotation::Dependents dependents(words);
  std::vector<Made> made;
  for (const auto& e : annotation::find_expressions(words, dependents, {}, ann.mentions)) {
    if (e.joined) continue;
    const Token& head = words.token(e.head);
    made.push_back({words.span(e.range.first, e.range.last), head.span, utf8::folded(head.lemma)});
  }
  return made;
}

Upos upos_of(const std::string& name) {
  static const std::vector<std::string> kNames = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                  "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                  "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  return static_cast<Upos>(at - kNames.begin());
}

// An annotation of gold words, tags and parse, with the model's labels.
Annotation from_gold_parse(const gum::GumDocument& doc, const nn::Annotator& model) {
  Annotation ann;
  ann.parsed = true;
  annotation::TokenLabels labels;
  nn::Scratch scratch;
  for (const gum::Sentence& sentence : doc.sentences) {
    const auto base = static_cast<TokenIndex>(ann.tokens.size());
    std::vector<std::string_view> forms;
    for (const gum::Word& word : sentence.words) {
      forms.push_back(word.form);
      const bool name = word.upos == "PROPN";
      ann.tokens.push_back({word.span, name ? word.lemma : utf8::folded(word.lemma),
                            upos_of(word.upos), word.xpos, word.deprel,
                            word.head == 0 ? -1 : base + word.head - 1});
    }
    const nn::Prediction prediction = model.predict(forms, scratch);
    for (const nn::WordPrediction& word : prediction.words) {
      labels.name.emplace_back(model.labels().names[word.name]);
      labels.mention.emplace_back(model.labels().mention[word.mention]);
    }
    const Span span{sentence.words.front().span.begin, sentence.words.back().span.end};
    ann.sentences.push_back({base, static_cast<TokenIndex>(ann.tokens.size()), span,
                             static_cast<std::uint32_t>(sentence.paragraph)});
  }
  const annotation::Words words(doc.text, ann, lexicon());
  ann.mentions = annotation::find_mentions(words, labels);
  ann.references = annotation::link_references(words, labels, ann.mentions);
  return ann;
}

struct Report {
  Scores exact, head, mentions_baseline, phrases_baseline, gold_parse;
};

void tell(const char* name, const Scores& s) {
  std::cout << name << ": CoNLL " << s.conll() << "  MUC " << s.muc.recall() << "/"
            << s.muc.precision() << "/" << s.muc.f1() << "  B3 " << s.b3.recall() << "/"
            << s.b3.precision() << "/" << s.b3.f1() << "  CEAFe " << s.ceafe.recall() << "/"
            << s.ceafe.precision() << "/" << s.ceafe.f1() << "  mentions " << s.mentions.recall()
            << "/" << s.mentions.precision() << "/" << s.mentions.f1() << "\n";
}

Annotator pipeline() {
  const fs::path source(COUNTERPOINT_SOURCE_DIR);
  return Annotator::load({source / "models", source / "packs", true}).value();
}

Report measure(const std::vector<gum::GumDocument>& docs) {
  const Annotator annotator = pipeline();
  const auto model = nn::Annotator::load(fs::path(COUNTERPOINT_SOURCE_DIR) / "models/en");
  Report report;
  for (const gum::GumDocument& gold : docs) {
    Document doc;
    doc.text = gold.text;
    const Annotation ann = annotator.annotate(doc);
    report.exact += compare(gold, chains_of(ann), Match::exact);
    report.head += compare(gold, chains_of(ann), Match::head);
    report.mentions_baseline += compare(gold, mention_baseline(ann), Match::exact);
    report.phrases_baseline += compare(gold, phrase_baseline(doc, ann), Match::exact);
    report.gold_parse += compare(gold, chains_of(from_gold_parse(gold, *model)), Match::exact);
  }
  return report;
}

nlohmann::json floors() {
  std::ifstream in(fs::path(COUNTERPOINT_SOURCE_DIR) / "tests/gates/floors_coreference.json");
  return nlohmann::json::parse(in);
}

TEST(Coreference, keeps_its_scores_on_gum) {
  const auto pinned = floors();
  const fs::path file = nn::shared_data() / pinned.at("file").at("path").get<std::string>();
  if (!fs::exists(file)) {
    GTEST_SKIP() << "The treebank is not part of the repository and was not found under "
                 << nn::shared_data()
                 << "; COUNTERPOINT_SHARED can name the folder that holds data/.";
  }
  const auto mapped = nn::MappedFile::open(file);
  ASSERT_TRUE(mapped && sha256_hex(mapped->text()) == pinned.at("file").at("sha256"))
      << file << " is not the file that the floors were taken on";
  const Report report = measure(gum::read_gum(file));
  tell("exact", report.exact);
  tell("head", report.head);
  tell("baseline mentions", report.mentions_baseline);
  tell("baseline phrases", report.phrases_baseline);
  tell("gold parse", report.gold_parse);
  const std::map<std::string, double> figures = {
      {"conll", report.exact.conll()},
      {"conll_head", report.head.conll()},
      {"mention_recall", report.exact.mentions.recall()},
      {"mention_precision", report.exact.mentions.precision()},
      {"gold_parse_conll", report.gold_parse.conll()},
      {"above_mentions_baseline", report.exact.conll() - report.mentions_baseline.conll()},
      {"above_phrases_baseline", report.exact.conll() - report.phrases_baseline.conll()}};
  const auto allowance = pinned.at("allowance").get<double>();
  for (const auto& [figure, floor] : pinned.at("floors").items()) {
    ::testing::Test::RecordProperty(figure, std::to_string(figures.at(figure)));
    EXPECT_GE(figures.at(figure), floor.get<double>() - allowance) << figure;
  }
}

}  // namespace
}  // namespace counterpoint::coreference
