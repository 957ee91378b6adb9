// SPDX-License-Identifier: Apache-2.0
// The phrases of one language that reading a page needs: furniture, agencies, labels, words of
// dates. Read from packs/<language>/document/, whose README.md explains the tables.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/pattern.h"
#include "document/pattern_index.h"

namespace counterpoint {

// What a furniture phrase tells about the words around it (the column `scope`).
enum class Scope {
  line,            // a paragraph that is these words and nothing else
  sentence,        // a sentence in which these words stand
  start,           // a sentence that begins with these words
  from,            // from these words to the end of the sentence
  cut,             // these words alone
  opens_related,   // a paragraph of these words, and the headlines that follow it
  opens_comments,  // a sentence with these words, and what readers wrote, up to closes_comments
  closes_comments,
  ends,      // a sentence with these words and the little that follows it to the end
  signs_off  // the report's last sentence: it stays, the little that follows it goes
};

struct FurniturePhrase {
  std::string reason;
  Scope scope = Scope::sentence;
  Pattern pattern;
};

struct Agency {
  std::string name;    // as credited
  bool photo = false;  // sells pictures: in a caption only
};

// Immutable once loaded; may be used by many threads.
struct PhraseBook {
  std::vector<FurniturePhrase> furniture;
  PatternIndex furniture_index;  // of positions in `furniture`
  std::vector<Pattern> caveats;
  PatternIndex caveat_index;
  std::map<std::vector<std::string>, Agency> agencies;  // by lower-case words
  WordClasses classes;                                  // month, weekday, zone, column, ...

  [[nodiscard]] bool is(std::string_view word_class, std::string_view word) const;

  // Position of a word in its class's order (January = 1); 0 if it is no member.
  [[nodiscard]] int number_of(std::string_view word_class, std::string_view word) const;

  ByWord<ByWord<int>> numbers;
};

// Errors: pack.missing, pack.encoding, pack.row (an unknown scope; the input names file and row).
[[nodiscard]] Result<PhraseBook> load_phrase_book(const std::filesystem::path& folder);

}  // namespace counterpoint
