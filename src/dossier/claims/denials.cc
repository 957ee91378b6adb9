// SPDX-License-Identifier: Apache-2.0
#include "dossier/claims/denials.h"

#include <algorithm>

#include "dossier/claims/question_builder.h"

namespace counterpoint {
namespace {

bool is_denial(Act act) {
  return act == Act::deny || act == Act::disconfirm || act == Act::retract;
}

std::string question_about(std::string_view content) {
  std::string text = "Is it so: ";
  text += content;
  if (text.size() > 160) {
    text.resize(text.rfind(' ', 156));
    text += " …";
  }
  return text + "?";
}

constexpr std::ptrdiff_t kFewestWordsOfClaim = 4;
constexpr std::ptrdiff_t kFewestWordsOfAnswer = 3;

std::ptrdiff_t count_words(std::string_view content) {
  return std::count(content.begin(), content.end(), ' ') + 1;
}

// "the government" can be doubted, but it is nothing that is so or not.
bool is_claim(std::string_view content) {
  return count_words(content) >= kFewestWordsOfClaim;
}

}  // namespace

std::optional<std::uint32_t> counterpart_of(const Linking& linking,
                                            const SimilarityIndex& similarity,
                                            std::uint32_t statement) {
  // "verified the images": too few words to tell which claim they answer.
  if (count_words(linking.text_of(statement)) < kFewestWordsOfAnswer) return std::nullopt;
  const Voice* speaker = linking.claimant_of(statement);
  for (const std::uint32_t other : similarity.nearest(statement, 8)) {
    if (similarity.between(statement, other) < kDeniedSimilarity) return std::nullopt;
    const Statement& told = linking.dossier.statements[other];
    if (!linking.counted[other] || is_denial(told.act) || told.speech == Speech::tabular) continue;
    if (told.act == Act::doubt || !is_claim(linking.text_of(other))) continue;
    // The same admission told again, as in a copy, is not what it admits.
    if (told.act == linking.dossier.statements[statement].act) continue;
    const Voice* voice = linking.claimant_of(other);
    if (speaker && voice && speaker->id == voice->id) continue;
    return other;
  }
  return std::nullopt;
}

void ask_about_denials(Linking& linking, const SimilarityIndex& similarity,
                       const std::set<std::uint32_t>& asked) {
  for (std::uint32_t s = 0; s < linking.dossier.statements.size(); ++s) {
    if (asked.contains(s) || !is_denial(linking.dossier.statements[s].act)) continue;
    const std::optional<std::uint32_t> other = counterpart_of(linking, similarity, s);
    if (!other || asked.contains(*other)) continue;
    const std::string content(linking.text_of(*other));
    QuestionBuilder builder(linking, "denial:" + linking.dossier.statements[s].id.value,
                            QuestionKind::whether, question_about(content));
    const std::size_t yes = builder.add_position("yes", content, Stance::asserts);
    const std::size_t no = builder.add_position("no", content, Stance::denies, yes);
    builder.add(yes, *other, Stance::asserts);
    builder.add(no, s, Stance::denies);
    builder.set_cause("dispute");
    if (builder.has_rivals()) builder.finish();
  }
}

}  // namespace counterpoint
