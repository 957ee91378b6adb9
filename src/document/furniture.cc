// SPDX-License-Identifier: Apache-2.0
#include "document/furniture.h"

#include <algorithm>
#include <utility>

#include "document/headline_list.h"
#include "document/unit.h"

namespace counterpoint {
namespace {

// What follows the end of a report is furniture only if there is little of it.
constexpr std::size_t kMostBytesAfterEnd = 600;
// Headlines that follow "Related stories" in the first half of a page, and in the second.
constexpr std::size_t kMostHeadlinesEarly = 4;
constexpr std::size_t kMostHeadlinesLate = 40;

class Furniture {
 public:
  Furniture(const std::vector<Block>& blocks, std::vector<Unit>& units, const PhraseBook& book)
      : blocks_(blocks), units_(units), book_(book) {}

  void drop() {
    drop_neighbours();
    drop_related();
    drop_comments();
    drop_stamped_comments();
    drop_after_end();
    drop_appeals();
    drop_leftovers();
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t unit) const {
    return text_of(blocks_, units_[unit]);
  }

  [[nodiscard]] const Block& block(std::size_t unit) const { return blocks_[units_[unit].block]; }

  void drop(std::size_t begin, std::size_t end, std::string_view reason) {
    for (std::size_t i = begin; i < end; ++i) {
      if (units_[i].kept()) units_[i].reason = reason;
    }
  }

  // A line that is no sentence: short, without a stop, not a heading or label of the report.
  [[nodiscard]] bool is_headline(std::size_t unit, std::size_t most_words = 20) const {
    const BlockKind kind = block(unit).kind;
    const bool running = kind == BlockKind::paragraph || kind == BlockKind::item;
    return running && units_[unit].alone && !text(unit).empty() && !ends_with_stop(text(unit)) &&
           text(unit).back() != ':' && count_words(text(unit)) <= most_words;
  }

  // "Read more." as a sentence of its own goes with the furniture beside it.
  void drop_neighbours() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (!units_[i].kept() || units_[i].maybe.empty()) continue;
      const bool after = i > 0 && units_[i - 1].block == units_[i].block && !units_[i - 1].kept();
      const bool before =
          i + 1 < units_.size() && units_[i + 1].block == units_[i].block && !units_[i + 1].kept();
      if (after || before) units_[i].reason = units_[i].maybe;
    }
  }

  // "See also" over a list of links; a heading goes with all that stands under it if it is a list.
  void drop_related() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (!units_[i].opens_related) continue;
      const bool late = 2 * i >= units_.size();
      const std::size_t most = late ? kMostHeadlinesLate : kMostHeadlinesEarly;
      std::size_t end = i + 1;
      while (end < units_.size() && end - i <= most &&
             (!units_[end].kept() || is_headline(end) || is_link_item(end))) {
        ++end;
      }
      // The heading of a section that has running text stays.
      const bool empty_section = end == units_.size() || block(end).kind == BlockKind::heading;
      if (block(i).kind == BlockKind::heading && !empty_section) {
        units_[i].reason.clear();
        continue;
      }
      drop(i + 1, end, units_[i].reason);
      i = end - 1;
    }
  }

  [[nodiscard]] bool is_link_item(std::size_t unit) const {
    return block(unit).kind == BlockKind::item && units_[unit].alone &&
           count_words(text(unit)) <= 20;
  }

  // What readers wrote stands between two notes of the page.
  void drop_comments() {
    std::size_t open = units_.size();
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i].opens_comments && open == units_.size()) open = i;
      if (units_[i].closes_comments && open < i) {
        drop(open, i, "comments");
        open = units_.size();
      }
    }
  }

  // Readers' letters, each headed by its date and hour, before a note on the rules of the house.
  void drop_stamped_comments() {
    std::size_t first = units_.size(), stamps = 0;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i].kept() && starts_with_stamp(text(i), book_)) {
        if (stamps == 0) first = i;
        ++stamps;
      }
      if (units_[i].closes_comments && stamps >= 2) {
        drop(first, i, "comments");
        stamps = 0;
      }
    }
  }

  void drop_after_end() {
    std::size_t left = 0;  // kept bytes after unit i
    std::size_t last = units_.size();
    for (std::size_t i = units_.size(); i-- > 0;) {
      if ((units_[i].ends || units_[i].signs_off) && left <= kMostBytesAfterEnd) last = i;
      if (units_[i].kept()) left += text(i).size();
    }
    for (std::size_t i = last + 1; i < units_.size(); ++i) {
      if (units_[i].kept() && !is_correction(i)) units_[i].reason = "footer";
    }
  }

  [[nodiscard]] bool is_correction(std::size_t unit) const {
    const auto words = split_words(text(unit));
    return std::any_of(words.begin(), words.end(),
                       [this](const Word& word) { return book_.is("correction", word.lower); });
  }

  // "Have you been affected? Are you in the town?" before a form for readers.
  void drop_appeals() {
    for (std::size_t i = units_.size(); i-- > 1;) {
      if (units_[i].reason != "comment_form" || !units_[i - 1].kept()) continue;
      const std::string_view before = text(i - 1);
      if (!before.ends_with('?')) continue;
      const auto words = split_words(before);
      const bool to_reader = std::any_of(words.begin(), words.end(), [this](const Word& word) {
        return book_.is("reader", word.lower);
      });
      if (to_reader) units_[i - 1].reason = "comment_form";
    }
  }

  // A line that is no sentence, among furniture at the end of the page.
  void drop_leftovers() {
    std::size_t end = units_.size();
    while (end > 0 && (!units_[end - 1].kept() || is_leftover(end - 1))) --end;
    bool furniture = false;
    for (std::size_t i = end; i < units_.size(); ++i) {
      furniture = furniture || !units_[i].kept();
      if (furniture && units_[i].kept()) units_[i].reason = "boilerplate";
    }
  }

  [[nodiscard]] bool is_leftover(std::size_t unit) const {
    return is_headline(unit, 12) && !block(unit).tight;
  }

  const std::vector<Block>& blocks_;
  std::vector<Unit>& units_;
  const PhraseBook& book_;
};

}  // namespace

void drop_furniture(Page& page, const PhraseBook& book) {
  drop_headline_lists(page, book);
  std::vector<Unit> units = mark_units(page.blocks, book);
  Furniture(page.blocks, units, book).drop();
  page.blocks = rebuild_blocks(std::move(page.blocks), units);
}

}  // namespace counterpoint
