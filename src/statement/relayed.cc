// SPDX-License-Identifier: Apache-2.0
#include "statement/relayed.h"

#include <algorithm>

#include "statement/verb_content.h"

namespace counterpoint::statement {
namespace {

struct Citing {
  TokenIndex verb = -1;
  TokenIndex cited = -1;
  TokenIndex citer = -1;   // -1: "was quoted as saying" names nobody
  TokenIndex saying = -1;  // "as SAYING"; -1: none
};

class Relays {
 public:
  Relays(const AttributionContext& context, std::vector<Attribution>& found)
      : context_(context), tree_(context.tree), found_(found) {}

  void run() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      if (tree_.token(i).upos != Upos::VERB) continue;
      if (!tree_.words().has(WordClass::citing, tree_.token(i).lemma)) continue;
      if (const Citing citing = citing_at(i); citing.cited >= 0) relay(citing);
    }
  }

 private:
  Citing citing_at(TokenIndex verb) const {
    Citing found{verb, -1, -1, -1};
    const TokenIndex patient = tree_.child(verb, {"nsubj:pass"});
    const TokenIndex cited = patient >= 0 ? patient : tree_.child(verb, {"obj"});
    if (cited < 0 || !is_somebody(context_, cited)) return found;
    found.cited = cited;
    found.saying = saying_below(verb, cited);
    if (patient < 0) found.citer = subject_of(tree_, verb);
    for (const TokenIndex c : tree_.children(verb)) {
      const bool agent = tree_.is(c, {"obl"}) && tree_.has_child_word(c, WordClass::agent);
      if (patient >= 0 && agent) found.citer = c;
    }
    return found;
  }

  // The parse hangs "as saying" on the verb or on whoever is cited.
  TokenIndex saying_below(TokenIndex verb, TokenIndex cited) const {
    for (const TokenIndex above : {verb, cited}) {
      for (const TokenIndex c : tree_.children(above)) {
        if (c > verb && tree_.token(c).xpos == "VBG" && cue_of(context_, c) &&
            tree_.lower(c - 1) == "as") {
          return c;
        }
      }
    }
    return -1;
  }

  void relay(const Citing& citing) {
    std::erase_if(found_, [&](const Attribution& a) { return a.cue_token == citing.verb; });
    if (citing.saying >= 0) return relay_saying(citing);
    for (Attribution& a : found_) {
      if (!belongs_to(citing, a)) continue;
      a.relay = a.source;
      a.source = citing.cited;
      a.source_words = {};
    }
  }

  void relay_saying(const Citing& citing) {
    bool known = false;
    for (Attribution& a : found_) {
      if (a.cue_token != citing.saying) continue;
      a.source = citing.cited;
      a.relay = citing.citer;
      known = true;
    }
    const CueVerb* cue = cue_of(context_, citing.saying);
    if (known || !cue) return;
    Attribution a;
    a.content = content_of_verb(context_, citing.saying, *cue, citing.cited);
    if (a.content.empty()) return;
    a.cue = tree_.token(citing.saying).span;
    a.cue_token = citing.saying;
    a.source = citing.cited;
    a.relay = citing.citer;
    a.act = cue->act;
    a.certainty = cue->certainty;
    found_.push_back(std::move(a));
  }

  // "Yonhap said, quoting officials", "citing officials, Yonhap said", "according to Interfax,
  // which cited officials": in one sentence with the saying, below its cue or its source.
  bool belongs_to(const Citing& citing, const Attribution& a) const {
    if (a.cue_token < 0 || a.source < 0 || a.source == citing.cited || a.relay >= 0) return false;
    if (a.content.contains(tree_.token(citing.verb).span)) return false;
    const TokenIndex above = tree_.head(citing.verb);
    const bool clause = tree_.is(citing.verb, {"advcl", "acl", "conj", "xcomp", "parataxis"});
    return clause && (above == a.cue_token || above == a.source || citing.citer == a.source) &&
           tree_.sentence_of(citing.verb) == tree_.sentence_of(a.cue_token);
  }

  const AttributionContext& context_;
  const Tree& tree_;
  std::vector<Attribution>& found_;
};

}  // namespace

void relay_sources(const AttributionContext& context, std::vector<Attribution>& found) {
  Relays(context, found).run();
}

}  // namespace counterpoint::statement
