// SPDX-License-Identifier: Apache-2.0
#include "statement/voice_kind.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/story.h"
#include "statement/word_order.h"

namespace counterpoint::statement {
namespace {

constexpr TokenIndex kReach = 14;  // words of a relative clause that are looked at

class PhraseKind {
 public:
  PhraseKind(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase)
      : lexicon_(lexicon), tree_(tree), phrase_(phrase), story_(lexicon, tree, phrase) {}

  [[nodiscard]] ToldKind told() {
    by_own_words();
    for (const Span& apposition : phrase_.appositions) {
      consider(told_kind(lexicon_, tree_, apposition, -1));
    }
    by_owner();
    if (best_.told != Told::by_words) by_relative_clause();
    if (best_.told == Told::nothing) by_place_or_outlet();
    if (best_.told == Told::nothing && is_private()) {
      best_ = {VoiceKind::witness, Told::by_default};
    }
    // "Mothers of the Plaza", "Doctors for Peace": a body of such people.
    const bool body = !phrase_.organization.empty() && !is_person() &&
                      tree_.token(phrase_.head).upos == Upos::PROPN;
    if (best_.kind == VoiceKind::witness && body) best_ = {VoiceKind::activist, Told::by_default};
    if (story_.has_changed_sides(best_.kind)) best_ = {VoiceKind::defector, Told::by_words};
    return best_;
  }

 private:
  void consider(const ToldKind& told) {
    if (told.told > best_.told) best_ = told;
  }
  [[nodiscard]] bool is_person() const { return !phrase_.person.empty(); }
  [[nodiscard]] TokenIndex sentence_end() const { return story_.sentence_end(); }
  [[nodiscard]] TokenIndex behind() const { return story_.begin(); }

  void by_own_words() {
    if (!is_person() || !phrase_.core.overlaps(phrase_.person)) {
      consider(told_kind(lexicon_, tree_, phrase_.core, phrase_.head));
      return;
    }
    const Span title{phrase_.core.begin, phrase_.person.begin};
    if (!title.empty()) consider(told_kind(lexicon_, tree_, title, -1));
    // "Hamisi Kazungu of the Coast Workers' Union"
    const TokenIndex end = sentence_end();
    TokenIndex last = behind();
    if (last >= end || !tree_.is_word(last, WordClass::belonging)) return;
    const TokenIndex first = last;
    while (last < end && last - first < kReach && tree_.word(last) != "," &&
           !is_finite(tree_, last)) {
      ++last;
    }
    consider(told_kind(lexicon_, tree_, words(first, last), -1));
  }

  [[nodiscard]] Span words(TokenIndex first, TokenIndex last) const {
    if (last <= first) return {};
    return {tree_.token(first).span.begin, tree_.token(last - 1).span.end};
  }

  // "its leader", "whose spokesman": on the side of the body named before.
  void by_owner() {
    if (best_.told == Told::by_words) return;
    std::vector<Span> titles = phrase_.appositions;
    titles.push_back(phrase_.core);
    for (const Span& title : titles) {
      const TokenIndex first = tree_.tokens_in(title).first;
      for (const TokenIndex i : {first, first - 1}) {
        if (i >= 0 && tree_.is_word(i, WordClass::owner_pronoun)) {
          consider(kind_of_owner(i));
          return;
        }
      }
      if (const TokenIndex body = definite_owner(title); body >= 0) {
        const TokenIndex fuller = introduced(body);
        const ToldKind told =
            fuller == body ? kind_of_body_before(body, false)
                           : told_kind(lexicon_, tree_, noun_phrase(tree_, fuller).core, fuller);
        if (told.told != Told::nothing) consider({told.kind, Told::by_words});
        return;
      }
    }
  }

  // "the AGENCY's director"; -1: no such body owns the office.
  [[nodiscard]] TokenIndex definite_owner(const Span& title) const {
    const auto [first, last] = tree_.tokens_in(title);
    for (TokenIndex i = std::max<TokenIndex>(first, 1); i + 1 < last; ++i) {
      const bool owns = tree_.is_word(i + 1, WordClass::possessive);
      const bool bare = tree_.is_word(i - 1, WordClass::definite);
      if (owns && bare && lexicon_.bodies.contains(utf8::lower(tree_.token(i).lemma))) return i;
    }
    return -1;
  }

  // "the agency", named in full before as "the UN refugee agency": there; else the noun itself.
  [[nodiscard]] TokenIndex introduced(TokenIndex body) const {
    constexpr TokenIndex kFar = 400;
    if (body == 0 || !tree_.is_word(body - 1, WordClass::definite)) return body;
    const std::string noun = tree_.lower(body);
    for (TokenIndex i = body - 1; i > std::max<TokenIndex>(0, body - kFar); --i) {
      const bool modified = is_noun(tree_, i - 1) || tree_.token(i - 1).upos == Upos::ADJ;
      if (tree_.lower(i) == noun && modified) return i;
    }
    return body;
  }

  [[nodiscard]] ToldKind kind_of_owner(TokenIndex pronoun) const {
    const bool whose = tree_.token(pronoun).xpos == "WP$";
    const ToldKind subject = whose ? ToldKind() : kind_of_body_before(pronoun, true);
    return subject.told != Told::nothing ? subject : kind_of_body_before(pronoun, false);
  }

  // The body named last before the token; of subjects only, as a pronoun most often means one.
  [[nodiscard]] ToldKind kind_of_body_before(TokenIndex pronoun, bool subjects) const {
    constexpr TokenIndex kFar = 45;
    const auto& mentions = tree_.annotation().mentions;
    for (TokenIndex i = pronoun; i-- > std::max<TokenIndex>(0, pronoun - kFar);) {
      const bool adjacent = i + 2 >= pronoun;  // "the firm, whose owner"
      if (!is_noun(tree_, i) || (subjects && !tree_.is(i, {"nsubj"}))) continue;
      const std::int32_t m = tree_.mention_at(i);
      const bool named =
          m >= 0 && mentions[static_cast<std::size_t>(m)].type == MentionType::organization;
      if (!named && !lexicon_.bodies.contains(utf8::lower(tree_.token(i).lemma))) continue;
      const TokenIndex fuller = introduced(i);
      const NounPhrase body = noun_phrase(tree_, fuller);
      const ToldKind told = told_kind(lexicon_, tree_, body.core, fuller);
      const bool company = told.told == Told::by_words && told.kind == VoiceKind::unknown;
      if (company && !subjects && !adjacent) continue;
      if (told.told != Told::nothing) return {told.kind, Told::by_words};
    }
    return {};
  }

  // "who heads the union", "who is standing for the opposition": what he says he is.
  void by_relative_clause() {
    const TokenIndex who = story_.relative();
    if (who < 0) return;
    const TokenIndex end = std::min(sentence_end(), who + kReach);
    TokenIndex verb = who + 1;
    while (verb < end && tree_.token(verb).upos == Upos::ADV) ++verb;
    if (verb >= end || !lexicon_.words.has(WordClass::office_verb, tree_.token(verb).lemma)) return;
    while (verb + 1 < end &&
           (tree_.token(verb + 1).upos == Upos::VERB || tree_.token(verb + 1).upos == Upos::AUX)) {
      ++verb;
      if (!lexicon_.words.has(WordClass::office_verb, tree_.token(verb).lemma)) return;
    }
    TokenIndex last = verb + 1;
    while (last < end && tree_.word(last) != "," && !is_finite(tree_, last)) ++last;
    consider(told_kind(lexicon_, tree_, words(verb + 1, last), -1));
  }

  void by_place_or_outlet() {
    // "Hong Kong's leader": who heads a place speaks for it.
    const bool heads = names_head_of_place(phrase_.core) ||
                       std::any_of(phrase_.appositions.begin(), phrase_.appositions.end(),
                                   [&](const Span& other) { return names_head_of_place(other); });
    if (heads) consider({VoiceKind::official, Told::by_default});
    // "the BBC's Jim Muir" speaks for the outlet that owns him.
    if (is_of_an_outlet(lexicon_, tree_, phrase_)) consider({VoiceKind::media, Told::by_default});
  }

  // "Hong Kong's leader", "leader of the island": a head that says nothing of its side, and a
  // place.
  [[nodiscard]] bool names_head_of_place(const Span& span) const {
    const auto [first, last] = tree_.tokens_in(span);
    bool head = false;
    bool place = false;
    for (TokenIndex i = first; i < last; ++i) {
      head = head || lexicon_.neutral_heads.contains(tree_.token(i).lemma);
      const std::int32_t m = tree_.mention_at(i);
      if (m < 0) continue;
      const Mention& mention = tree_.annotation().mentions[static_cast<std::size_t>(m)];
      place = place || (mention.named && mention.type == MentionType::place);
    }
    return head && place && last - first <= 8;
  }

  // "Rosa Nhantumbo, 41", "Darlene Stuckey, who runs the diner", "a fruit seller".
  [[nodiscard]] bool is_private() const {
    if (!is_person()) return is_trade(phrase_.head);
    const Span title{phrase_.core.begin, std::max(phrase_.core.begin, phrase_.person.begin)};
    const TokenIndex trade = title.empty() ? -1 : title_head(tree_, title);
    if (trade >= 0 && tree_.token(trade).upos == Upos::NOUN) return is_trade(trade);
    for (const Span& apposition : phrase_.appositions) {
      if (is_trade(title_head(tree_, apposition))) return true;
    }
    return story_.is_person() || story_.is_pseudonym();
  }

  // A common noun for people that several sides do not share.
  [[nodiscard]] bool is_trade(TokenIndex noun) const {
    if (noun < 0 || tree_.token(noun).upos != Upos::NOUN) return false;
    const std::string lemma = utf8::lower(tree_.token(noun).lemma);
    if (lexicon_.neutral_heads.contains(lemma) || lexicon_.companies.contains(lemma)) return false;
    if (lexicon_.bodies.contains(lemma)) return false;
    const std::int32_t m = tree_.mention_at(noun);
    return m >= 0 &&
           tree_.annotation().mentions[static_cast<std::size_t>(m)].type == MentionType::person;
  }

  const Lexicon& lexicon_;
  const Tree& tree_;
  const NounPhrase& phrase_;
  const Story story_;
  ToldKind best_;
};

}  // namespace

ToldKind kind_of_phrase(const Lexicon& lexicon, const Tree& tree, const NounPhrase& phrase) {
  return PhraseKind(lexicon, tree, phrase).told();
}

}  // namespace counterpoint::statement
