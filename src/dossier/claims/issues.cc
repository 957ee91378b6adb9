// SPDX-License-Identifier: Apache-2.0
#include "dossier/claims/issues.h"

#include <algorithm>

#include "base/pack.h"
#include "base/utf8.h"

namespace counterpoint {
namespace {

std::optional<QuestionKind> parse_kind(std::string_view word) {
  if (word == "whether") return QuestionKind::whether;
  if (word == "who") return QuestionKind::who;
  if (word == "why") return QuestionKind::why;
  return std::nullopt;
}

std::vector<std::string> split(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

IssuePosition position_of(const PackRow& row) {
  IssuePosition position;
  position.key = row[4];
  position.claim = row[5];
  position.stance = row[6] == "denies" ? Stance::denies : Stance::asserts;
  for (const std::string& pattern : split(row[7], " ; ")) {
    if (pattern.starts_with("! "))
      position.forbid.emplace_back(pattern.substr(2));
    else if (pattern.starts_with('+'))
      position.firm.emplace_back(pattern.substr(1));
    else
      position.patterns.emplace_back(pattern);
  }
  return position;
}

// The words of one statement, sentence by sentence.
struct Words {
  std::vector<PatternWord> words;
  std::vector<std::size_t> sentence_begins;
};

Words words_of(const Linking& linking, std::uint32_t statement) {
  const AnnotatedDocument& source = linking.document_of(statement);
  const auto [first, last] = linking.tokens_of(statement);
  Words result;
  auto sentence =
      std::upper_bound(source.annotation.sentences.begin(), source.annotation.sentences.end(),
                       first, [](TokenIndex i, const Sentence& s) { return i < s.last; });
  for (TokenIndex i = first; i < last; ++i) {
    const Token& token = source.annotation.tokens[static_cast<std::size_t>(i)];
    const bool starts = sentence != source.annotation.sentences.end() && i >= sentence->last;
    if (starts) ++sentence;
    if (starts || i == first) result.sentence_begins.push_back(result.words.size());
    result.words.push_back(
        {utf8::lower(token.span.of(source.document.text)), utf8::lower(token.lemma)});
  }
  result.sentence_begins.push_back(result.words.size());
  return result;
}

// A negation inside the match or up to four words before it in its sentence.
bool is_negated(const IssuePack& pack, const Words& words, const WordPattern::Match& match,
                std::size_t sentence_begin) {
  const std::size_t from = std::max(sentence_begin, match.first < 4 ? 0 : match.first - 4);
  for (std::size_t i = from; i < match.last; ++i) {
    if (!pack.negations.contains(words.words[i].word)) continue;
    // "not only X" affirms X.
    if (i + 1 < words.words.size() && words.words[i + 1].word == "only") continue;
    return true;
  }
  return false;
}

// "raising the question of who armed them, if it is not a mutiny": put as a condition, not said.
bool is_conditional(const IssuePack& pack, const Words& words, const WordPattern::Match& match,
                    std::size_t sentence_begin) {
  const std::size_t from = std::max(sentence_begin, match.first < 6 ? 0 : match.first - 6);
  for (std::size_t i = from; i < match.first; ++i) {
    if (pack.conditions.contains(words.words[i].word)) return true;
  }
  return false;
}

enum class Found { no, plain, negated, firm };

Found find_position(const IssuePack& pack, const Words& words, const IssuePosition& position) {
  Found found = Found::no;
  for (std::size_t s = 0; s + 1 < words.sentence_begins.size(); ++s) {
    const std::size_t begin = words.sentence_begins[s];
    const std::size_t end = words.sentence_begins[s + 1];
    const auto any = [&](const std::vector<WordPattern>& patterns) {
      return std::any_of(patterns.begin(), patterns.end(), [&](const WordPattern& pattern) {
        return pattern.find(words.words, begin, end).has_value();
      });
    };
    if (any(position.forbid)) continue;
    if (any(position.firm)) return Found::firm;
    for (const WordPattern& pattern : position.patterns) {
      const auto match = pattern.find(words.words, begin, end);
      if (!match || is_conditional(pack, words, *match, begin)) continue;
      if (!is_negated(pack, words, *match, begin)) return Found::plain;
      found = Found::negated;
    }
  }
  return found;
}

// "refused to ACKNOWLEDGE any mutiny" stands against who tells of one; "would not say whether" is
// silence, which is no position.
bool withholds_assent(const IssuePack& pack, const Words& words) {
  const std::size_t reach = std::min<std::size_t>(2, words.words.size());  // "to acknowledge"
  return std::any_of(words.words.begin(), words.words.begin() + static_cast<std::ptrdiff_t>(reach),
                     [&](const PatternWord& word) { return pack.assent.contains(word.word); });
}

bool says_what_happened(const IssuePack& pack, const Words& words, const Statement& statement) {
  switch (statement.act) {
    case Act::demand:
    case Act::predict:
    case Act::pledge:
    case Act::threaten:
      return false;
    case Act::decline:
      return withholds_assent(pack, words);
    default:
      break;
  }
  // A table's cell without a claimant names things; it asserts nothing of them.
  if (statement.speech == Speech::tabular) return statement.chain.size() > 1;
  if (statement.speech != Speech::narration) return true;
  return std::none_of(words.words.begin(), words.words.end(),
                      [&](const PatternWord& word) { return pack.distance.contains(word.word); });
}

bool turns_around(Act act) {
  return act == Act::deny || act == Act::disconfirm || act == Act::doubt || act == Act::decline ||
         act == Act::retract;
}

}  // namespace

Result<IssuePack> load_issues(const std::filesystem::path& folder) {
  const std::filesystem::path table = folder / "issues.tsv";
  const Result<std::vector<PackRow>> rows = read_table(table, 8);
  if (!rows) return tl::unexpected<Error>(rows.error());
  IssuePack pack;
  for (const PackRow& row : *rows) {
    const std::optional<QuestionKind> kind = parse_kind(row[2]);
    if (!kind || row[7].empty()) {
      return fail("pack.row", "A row of the issues cannot be used: " + row[0] + " " + row[4],
                  table.string(), "Compare the row with the header of the table.");
    }
    if (pack.issues.empty() || pack.issues.back().id != row[0]) {
      pack.issues.push_back({row[0], split(row[1], ","), *kind, row[3], {}});
    }
    pack.issues.back().positions.push_back(position_of(row));
  }
  const Result<std::vector<PackRow>> words = read_table(folder / "claim_words.tsv", 2);
  if (!words) return tl::unexpected<Error>(words.error());
  for (const PackRow& row : *words) {
    auto& role = row[1] == "negation"    ? pack.negations
                 : row[1] == "condition" ? pack.conditions
                 : row[1] == "assent"    ? pack.assent
                                         : pack.distance;
    role.insert(row[0]);
  }
  return pack;
}

std::optional<Taken> position_taken(const Linking& linking, const IssuePack& pack,
                                    const Issue& issue, std::uint32_t statement) {
  const Statement& said = linking.dossier.statements[statement];
  const Words words = words_of(linking, statement);
  if (!says_what_happened(pack, words, said)) return std::nullopt;
  const bool yes_no = issue.kind == QuestionKind::whether && issue.positions.size() == 2;
  std::optional<Taken> taken;
  bool firm = false;
  for (std::size_t p = 0; p < issue.positions.size(); ++p) {
    const Found found = find_position(pack, words, issue.positions[p]);
    if (found == Found::no) continue;
    // "confirmed that the story was fake": the act was told by the very words of the match.
    const bool told_twice =
        found == Found::firm && (said.act == Act::disconfirm || said.act == Act::doubt);
    const bool turned = !told_twice && turns_around(said.act) != (found == Found::negated);
    if (turned && !yes_no) continue;
    const Stance stance = said.act == Act::doubt || said.act == Act::decline ? Stance::doubts
                          : turned                                           ? Stance::denies
                                                                             : Stance::asserts;
    const Taken here{turned ? 1 - p : p, stance};
    // What is said outright ("the story of the mutiny was fake") beats a word of the other side in
    // it.
    if (taken && taken->position != here.position && firm == (found == Found::firm)) {
      return std::nullopt;
    }
    if (!taken || !firm) taken = here;
    firm = firm || found == Found::firm;
  }
  return taken;
}

}  // namespace counterpoint
