// SPDX-License-Identifier: Apache-2.0
// What can hold of a pronoun of the third person and an expression before it: the rows and columns
// of packs/en/annotation/pronoun_weights.tsv.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "annotation/chains.h"

namespace counterpoint::annotation {

// What can hold of a pair, in the order of kFeatureNames.
enum Feature : std::size_t {
  kSameSentence,
  kSentenceBefore,
  kTwoBefore,
  kFarther,
  kNearby,  // within eight words
  kWithinTwenty,
  kSubject,
  kObject,
  kPossessor,
  kOblique,
  kModifier,
  kRoot,  // head of the sentence
  kBothSubjects,
  kBothObjects,
  kSamePronoun,
  kOtherPronoun,  // "I", or "it" for "they"
  kName,
  kDefinite,
  kIndefinite,
  kBare,
  kPerson,
  kBody,  // an organisation
  kPlace,
  kThing,
  kAbstract,
  kEvent,
  kTime,
  kUntyped,
  kKnownGender,
  kChainOfTwo,
  kChainOfFour,
  kChainOfEight,
  kOpensSentence,
  kSubjectOfSameVerb,  // "Hale lost his car"
  kSubjectAbove,       // subject of a verb that governs the pronoun's
  kAcrossQuotation,
  kSpeaksInQuotation,
  kAcrossParagraphs,
  kPlural,
  kJoined,
  kGroup,
  kInsidePhrase,  // within the phrase of the one who ...
  // Of the pronoun alone.
  kNone,
  kNoneSubject,
  kNoneCopula,
  kNoneFirst,
  kFeatures
};

// The rows of pronoun_weights.tsv.
constexpr std::array<std::string_view, kFeatures> kFeatureNames = {"same_sentence",
                                                                   "sentence_before",
                                                                   "two_before",
                                                                   "farther",
                                                                   "nearby",
                                                                   "within_twenty",
                                                                   "subject",
                                                                   "object",
                                                                   "possessor",
                                                                   "oblique",
                                                                   "modifier",
                                                                   "root",
                                                                   "both_subjects",
                                                                   "both_objects",
                                                                   "same_pronoun",
                                                                   "other_pronoun",
                                                                   "name",
                                                                   "definite",
                                                                   "indefinite",
                                                                   "bare",
                                                                   "person",
                                                                   "body",
                                                                   "place",
                                                                   "thing",
                                                                   "abstract",
                                                                   "event",
                                                                   "time",
                                                                   "untyped",
                                                                   "known_gender",
                                                                   "chain_of_two",
                                                                   "chain_of_four",
                                                                   "chain_of_eight",
                                                                   "opens_sentence",
                                                                   "subject_of_same_verb",
                                                                   "subject_above",
                                                                   "across_quotation",
                                                                   "speaks_in_quotation",
                                                                   "across_paragraphs",
                                                                   "plural",
                                                                   "joined",
                                                                   "group",
                                                                   "inside_phrase",
                                                                   "none",
                                                                   "none_subject",
                                                                   "none_copula",
                                                                   "none_first"};

// The columns.
enum PronounClass : std::size_t { kHe, kIt, kThey, kThis, kClasses };
constexpr std::size_t kRows = kFeatures;
constexpr std::size_t kColumns = kClasses;

[[nodiscard]] inline PronounClass class_of(const PronounWord& pronoun) {
  if (pronoun.use == PronounUse::pointing) return kThis;
  if (pronoun.thing) return kIt;
  return pronoun.number == GrammaticalNumber::plural ? kThey : kHe;
}

// The circumstances that hold of the pair, as indices into the weights: by column, then by row.
[[nodiscard]] std::vector<std::size_t> pair_features(const Chains& chains, std::size_t pronoun,
                                                     std::size_t earlier);
// ... of the pronoun alone, which speak for "it stands for nothing named before".
[[nodiscard]] std::vector<std::size_t> none_features(const Chains& chains, std::size_t pronoun);

}  // namespace counterpoint::annotation
