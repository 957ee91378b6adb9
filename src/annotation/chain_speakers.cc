// SPDX-License-Identifier: Apache-2.0
// "I", "we" and "you": those of one quotation, or of one speaker's quotations, or of the text
// around all quotations, speak of the same.
#include <map>
#include <tuple>

#include "annotation/chains.h"

namespace counterpoint::annotation {
namespace {

class SpeakerPass {
 public:
  explicit SpeakerPass(Chains& chains) : chains_(chains) {}

  void run() {
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      const Expression& e = chains_.expressions[i];
      if (e.pronoun == nullptr || e.pronoun->person == 3) continue;
      const auto [voice, speaker] = voice_of(e);
      const bool one = e.pronoun->person == 1 && e.number == GrammaticalNumber::singular;
      if (speaker >= 0 && is_speaker(e, static_cast<std::size_t>(speaker))) {
        chains_.join(i, static_cast<std::size_t>(speaker), Link::speaker);
      }
      const Key key{voice, e.pronoun->person, e.pronoun->person == 1 && !one};
      const auto [at, fresh] = latest_.try_emplace(key, i);
      if (!fresh) chains_.join(i, at->second, Link::speaker);
      at->second = i;
    }
  }

 private:
  // Voice, person, and "we" rather than "I".
  using Key = std::tuple<std::int64_t, int, bool>;

  // Whose words they are: the speaker's chain, else the quotation, else the text's own voice.
  std::pair<std::int64_t, std::int32_t> voice_of(const Expression& e) const {
    const std::int32_t quotation = chains_.quotations.around(e.head);
    if (quotation < 0) return {-1, -1};
    const std::int32_t speaker = chains_.headed_by(chains_.quotations.get(quotation).speaker);
    if (speaker < 0) return {-2 - std::int64_t{quotation}, -1};
    return {static_cast<std::int64_t>(chains_.root(static_cast<std::size_t>(speaker))), speaker};
  }

  // "I" is the one who speaks; "we" is the body that speaks.
  bool is_speaker(const Expression& e, std::size_t speaker) const {
    if (e.pronoun->person != 1) return false;
    const ChainFacts& facts = chains_.facts(speaker);
    if (e.number == GrammaticalNumber::singular) {
      return facts.number != GrammaticalNumber::plural;
    }
    return facts.number == GrammaticalNumber::plural || facts.group;
  }

  Chains& chains_;
  std::map<Key, std::size_t> latest_;
};

}  // namespace

void link_speakers(Chains& chains) {
  SpeakerPass(chains).run();
}

}  // namespace counterpoint::annotation
