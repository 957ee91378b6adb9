// SPDX-License-Identifier: Apache-2.0
#include "annotation/expressions.h"

#include <algorithm>
#include <optional>

#include "annotation/chars.h"

namespace counterpoint::annotation {
namespace {

using std::string_view;

class Finder {
 public:
  Finder(const Words& words, const Dependents& dependents, const TokenLabels& labels,
         const std::vector<Mention>& mentions)
      : words_(words), dependents_(dependents), labels_(labels), mentions_(mentions) {
    mention_at_.assign(static_cast<std::size_t>(words.size()), -1);
    for (std::size_t i = mentions.size(); i-- > 0;) {
      std::int32_t& at = mention_at_[static_cast<std::size_t>(mentions[i].head)];
      at = static_cast<std::int32_t>(i);  // the first, and so the widest, stays
    }
  }

  std::vector<Expression> run() {
    for (std::uint32_t s = 0; s < words_.ann.sentences.size(); ++s) {
      const Sentence& sentence = words_.ann.sentences[s];
      for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
        if (const PronounWord* pronoun = pronoun_at(i)) add_pronoun(i, *pronoun, s);
        if (heads_phrase(i)) add_nominal(i, s);
      }
    }
    std::stable_sort(result_.begin(), result_.end(), [](const Expression& a, const Expression& b) {
      if (a.range.first != b.range.first) return a.range.first < b.range.first;
      return a.range.last > b.range.last;
    });
    return std::move(result_);
  }

 private:
  const Token& at(TokenIndex i) const { return words_.token(i); }

  string_view label(const std::vector<string_view>& of, TokenIndex i, string_view none) const {
    return of.empty() ? none : of[static_cast<std::size_t>(i)];
  }

  const PronounWord* pronoun_at(TokenIndex i) const {
    const Token& token = at(i);
    if (token.deprel.starts_with("expl") || relation(words_, i) == "fixed") return nullptr;
    const PronounWord* pronoun = find(words_.lexicon.pronouns, words_.at(i));
    if (pronoun == nullptr) {
      const bool clipped = words_.at(i) == "'s" || words_.at(i) == "\u2019s";
      return clipped && token.upos == Upos::PRON ? find(words_.lexicon.pronouns, "us") : nullptr;
    }
    if (token.upos == Upos::PROPN) return nullptr;  // "US"
    if (pronoun->use != PronounUse::pointing) return token.upos == Upos::PRON ? pronoun : nullptr;
    const bool alone = token.upos == Upos::PRON && token.xpos == "DT";
    return alone && token.deprel != "det" && token.deprel != "mark" ? pronoun : nullptr;
  }

  bool heads_phrase(TokenIndex i) const {
    const Token& token = at(i);
    const string_view rel = relation(words_, i);
    if (rel == "flat" || rel == "goeswith" || rel == "fixed") return false;
    if (rel == "appos" && is_close_apposition(words_, dependents_, i)) return false;
    if (rel == "compound" || token.deprel == "nmod:desc") return modifier_stands_for(i);
    switch (token.upos) {
      case Upos::NOUN:
      case Upos::PROPN:
        return has_letter(words_.at(i));
      case Upos::ADJ:
        return dependents_.find(i, "det") >= 0 && rel != "amod";
      case Upos::NUM:
        return rel != "nummod" && rel != "dep" && rel != "punct";
      default:
        return false;
    }
  }

  bool is_labelled(TokenIndex i) const {
    const string_view kind = label(labels_.mention, i, "none");
    return kind != "none" && kind != "O" && !kind.empty();
  }

  // "the *Odara* police", "*water* supply": a modifier that the model takes for a thing; no word of
  // a longer name.
  bool modifier_stands_for(TokenIndex i) const {
    const Token& token = at(i);
    const std::int32_t mention = mention_at_[static_cast<std::size_t>(i)];
    const bool named = mention >= 0 && mentions_[static_cast<std::size_t>(mention)].named;
    if (token.upos == Upos::NOUN) return is_labelled(i);
    if (token.upos != Upos::PROPN) return false;
    if (token.head >= 0 && at(token.head).upos == Upos::PROPN) return named && is_labelled(i);
    return named || is_labelled(i);
  }

  void add_pronoun(TokenIndex i, const PronounWord& pronoun, std::uint32_t sentence) {
    Expression& e = result_.emplace_back();
    e.range = {i, i + 1};
    e.head = i;
    e.form = Form::pronoun;
    e.pronoun = &pronoun;
    e.number = pronoun.number;
    e.gender = pronoun.gender;
    e.sentence = sentence;
    if (pronoun.person < 3 || pronoun.gender != Gender::unknown) {
      e.type = MentionType::person;
      e.typed = pronoun.gender != Gender::unknown || pronoun.number == GrammaticalNumber::singular;
    }
  }

  void add_nominal(TokenIndex i, std::uint32_t sentence) {
    Expression e;
    e.range = over_hyphens(words_, full_phrase(words_, dependents_, i));
    if (at(i).upos == Upos::NUM) e.range = full_phrase(words_, dependents_, i);
    e.head = i;
    e.sentence = sentence;
    e.mention = mention_at_[static_cast<std::size_t>(i)];
    e.modifier = relation(words_, i) == "compound" || at(i).deprel == "nmod:desc";
    e.form = at(i).upos == Upos::PROPN ? Form::name : Form::nominal;
    e.number = at(i).xpos == "NNS" || at(i).xpos == "NNPS" ? GrammaticalNumber::plural
                                                           : GrammaticalNumber::singular;
    e.labelled = is_labelled(i);
    e.group = words_.lexicon.groups.contains(at(i).lemma);
    e.determiner = determiner_of(e);
    set_type(e);
    set_words(e);
    add_joined(e);
    result_.push_back(std::move(e));
  }

  // "Hale and Brun" as one: what "they" takes up.
  void add_joined(const Expression& first) {
    TokenIndex last = -1;
    for (const TokenIndex child : dependents_.of(first.head)) {
      if (relation(words_, child) != "conj" || child < first.head) continue;
      const Upos upos = at(child).upos;
      if (upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::PRON) return;
      last = child;
    }
    if (last < 0 || dependents_.find(last, "cc") < 0) return;
    Expression both = first;
    both.range.last = std::max(first.range.last, full_phrase(words_, dependents_, last).last);
    both.joined = true;
    both.form = Form::nominal;
    both.number = GrammaticalNumber::plural;
    both.gender = Gender::unknown;
    both.group = false;
    both.mention = -1;
    both.name.clear();
    result_.push_back(std::move(both));
  }

  Determiner determiner_of(const Expression& e) const {
    for (const TokenIndex child : dependents_.of(e.head)) {
      if (child > e.head) break;
      if (at(child).deprel == "nmod:poss") return Determiner::possessed;
      if (relation(words_, child) != "det") continue;
      if (words_.at(child) == "the") return Determiner::definite;
      if (words_.is(child, WordRole::article) || words_.at(child) == "another")
        return Determiner::indefinite;
      return words_.is(child, WordRole::pointing) ? Determiner::pointing : Determiner::quantified;
    }
    return Determiner::none;
  }

  void set_type(Expression& e) const {
    if (e.mention >= 0) {
      const Mention& mention = mentions_[static_cast<std::size_t>(e.mention)];
      e.type = mention.type;
      e.gender = mention.gender;
      e.group = e.group || mention.group;
    } else if (const auto* known = find(words_.lexicon.noun_types, at(e.head).lemma)) {
      e.type = *known;
    }
    if (const Gender* gender = find(words_.lexicon.genders, at(e.head).lemma)) e.gender = *gender;
    if (e.type == MentionType::other && is_time(e.head)) e.type = MentionType::time;
    e.typed = e.type != MentionType::other && e.type != MentionType::abstract;
  }

  bool is_time(TokenIndex i) const {
    return label(labels_.mention, i, "none") == "time" ||
           words_.lexicon.time_units.contains(at(i).lemma);
  }

  void set_words(Expression& e) const {
    if (e.form == Form::name) e.name = name_of(e);
    for (TokenIndex i = e.range.first; i < e.range.last; ++i) {
      const Upos upos = at(i).upos;
      const bool content = upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN ||
                           upos == Upos::NUM || upos == Upos::VERB;
      if (i != e.head && content && words_.at(i) != "s") e.own.emplace_back(words_.at(i));
    }
    // "her mother" is not "my mother".
    const TokenIndex owner = dependents_.find(e.head, "nmod:poss");
    if (owner >= 0 && at(owner).upos == Upos::PRON) e.own.emplace_back(words_.at(owner));
    std::sort(e.own.begin(), e.own.end());
  }

  bool in_name(TokenIndex i, const Expression& e) const {
    if (i == e.head) return true;
    if (!has_letter(words_.at(i)) && !all_digits(words_.at(i))) return is_dash(words_.at(i));
    return at(i).upos == Upos::PROPN ||
           (starts_upper(words_.written(i)) && at(i).upos != Upos::DET);
  }

  // A small word between two capitalised ones: "Church of Scientology".
  bool bridges(TokenIndex i, const Expression& e) const {
    return words_.is(i, WordRole::name_particle) && i + 1 < e.range.last &&
           (in_name(i + 1, e) || bridges(i + 1, e));
  }

  std::vector<std::string> name_of(const Expression& e) const {
    TokenIndex first = e.head;
    TokenIndex last = e.head + 1;
    while (first > e.range.first && in_name(first - 1, e)) --first;
    while (last < e.range.last && (in_name(last, e) || bridges(last, e))) ++last;
    std::vector<std::string> name;
    for (TokenIndex i = first; i < last; ++i) {
      const string_view word = words_.at(i);
      const bool title = e.type == MentionType::person && words_.lexicon.titles.contains(word);
      const bool kept =
          (has_letter(word) || all_digits(word)) && !words_.is(i, WordRole::beside_name);
      if (kept && !(title && i + 1 < last)) name.emplace_back(word);
    }
    return name;
  }

  const Words& words_;
  const Dependents& dependents_;
  const TokenLabels& labels_;
  const std::vector<Mention>& mentions_;
  std::vector<std::int32_t> mention_at_;
  std::vector<Expression> result_;
};

}  // namespace

std::vector<Expression> find_expressions(const Words& words, const Dependents& dependents,
                                         const TokenLabels& labels,
                                         const std::vector<Mention>& mentions) {
  return Finder(words, dependents, labels, mentions).run();
}

}  // namespace counterpoint::annotation
