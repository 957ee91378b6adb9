// SPDX-License-Identifier: Apache-2.0
#include "view/copies.h"

#include <algorithm>

#include "view/words.h"

namespace counterpoint::view {
namespace {

using Json = ReadDossier::Json;

// Share of the shorter saying's words that the longer one must have, inside a stretch which one
// document has from the other: copies change a name's spelling and drop a lead-in, little else.
constexpr double kCopiedShare = 0.7;
// Fewer words than this are said by many ("no comment") and prove no common saying.
constexpr std::size_t kTellingWords = 4;

bool holds(const Json& stretch, const Json& statement) {
  return stretch.value("begin", 0) < statement["span"].value("end", 0) &&
         statement["span"].value("begin", 0) < stretch.value("end", 0);
}

bool in_copied_stretch(const ReadDossier& dossier, const Json& a, const Json& b) {
  const std::string left = dossier.text(a, "document"), right = dossier.text(b, "document");
  for (const Json& derivation : dossier.array("derivations")) {
    const std::string from = dossier.text(derivation, "from"), to = dossier.text(derivation, "to");
    const bool forward = from == left && to == right;
    if (!forward && !(from == right && to == left)) continue;
    if (!derivation.contains("spans")) continue;
    for (const Json& pair : derivation["spans"]) {
      if (holds(pair["from"], forward ? a : b) && holds(pair["to"], forward ? b : a)) return true;
    }
  }
  return false;
}

double shared(std::vector<std::string> a, std::vector<std::string> b) {
  if (a.empty() || b.empty()) return 0;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::min(a.size(), b.size()));
}

bool one_voice(const ReadDossier& dossier, const Json& a, const Json& b) {
  const std::string left = dossier.claimant(a), right = dossier.claimant(b);
  return left == right || dossier.voice_name(left) == dossier.voice_name(right);
}

// What a copy says in its outlet's own voice is the source's own voice.
bool both_narrate(const Json& a, const Json& b) {
  return a.contains("chain") && b.contains("chain") && a["chain"].size() == 1 &&
         b["chain"].size() == 1;
}

}  // namespace

Saying saying_of(const ReadDossier& dossier, const Json& statement) {
  return {&statement, folded_words(dossier.content(statement))};
}

bool is_same_saying(const ReadDossier& dossier, const Saying& a, const Saying& b) {
  const Json &left = *a.statement, &right = *b.statement;
  if (!left.contains("span") || !right.contains("span")) return false;
  const std::string utterance = dossier.text(left, "utterance");
  if (!utterance.empty() && utterance == dossier.text(right, "utterance")) return true;
  const bool voice = one_voice(dossier, left, right);
  if (!voice && !both_narrate(left, right)) return false;
  const bool telling = std::min(a.words.size(), b.words.size()) >= kTellingWords ||
                       dossier.claimant(left) == dossier.claimant(right);
  if (voice && telling && a.words == b.words) return true;
  return shared(a.words, b.words) >= kCopiedShare && in_copied_stretch(dossier, left, right);
}

bool is_derived_from(const ReadDossier& dossier, const Json& statement, const Json& other) {
  for (const Json& derivation : dossier.array("derivations")) {
    if (dossier.text(derivation, "to") == dossier.text(statement, "document") &&
        dossier.text(derivation, "from") == dossier.text(other, "document")) {
      return true;
    }
  }
  return false;
}

}  // namespace counterpoint::view
