// SPDX-License-Identifier: Apache-2.0
// Issues that accounts differ on (packs/<lang>/dossier/issues.tsv), and which position a statement
// takes on them.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "counterpoint/dossier.h"
#include "dossier/claims/pattern.h"
#include "dossier/linking.h"

namespace counterpoint {

struct IssuePosition {
  std::string key;    // "yes", "no", "opponents"
  std::string claim;  // the proposition, a sentence
  Stance stance = Stance::asserts;
  std::vector<WordPattern> patterns;
  std::vector<WordPattern> firm;    // count even when negated: "no weapons"
  std::vector<WordPattern> forbid;  // a match of one of these forbids the position
};

struct Issue {
  std::string id;
  std::vector<std::string> needs;  // event types, any of which must occur
  QuestionKind kind = QuestionKind::whether;
  std::string question;
  std::vector<IssuePosition> positions;
};

struct IssuePack {
  std::vector<Issue> issues;
  std::set<std::string, std::less<>> negations;
  std::set<std::string, std::less<>>
      assent;  // verbs of what is refused when a thing is not granted
  std::set<std::string, std::less<>> distance;    // words of a narration that takes no side
  std::set<std::string, std::less<>> conditions;  // "if": what follows is not said to be so
};

// Reads issues.tsv and claim_words.tsv of the folder. Errors: pack.missing, pack.encoding,
// pack.row (a row that cannot be used; names it).
[[nodiscard]] Result<IssuePack> load_issues(const std::filesystem::path& folder);

// What one statement says on an issue.
struct Taken {
  std::size_t position = 0;         // into issue.positions
  Stance stance = Stance::asserts;  // of the position's claim; doubts for silence and doubt
};

// The position that the statement with this dossier index takes, or nullopt: none, or several at
// once. A negated or denied match of a yes/no issue counts for the other side. Demands,
// predictions, pledges and threats take none: they do not say what happened; nor do conditions
// and cells of a table that have no claimant. Cost linear in the
// statement.
[[nodiscard]] std::optional<Taken> position_taken(const Linking& linking, const IssuePack& pack,
                                                  const Issue& issue, std::uint32_t statement);

}  // namespace counterpoint
