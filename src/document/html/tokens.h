// SPDX-License-Identifier: Apache-2.0
// Cuts a page into tags and text, as the HTML standard's tokenizer does (13.2.5).
#pragma once

#include <string_view>
#include <vector>

#include "document/html/tag.h"

namespace counterpoint::html {

struct Attribute {
  std::string_view name;   // as written
  std::string_view value;  // as written, character references not decoded
};

enum class TokenKind { end_of_page, text, start_tag, end_tag };

// A piece of the page, [begin, end) in bytes. Comments, declarations and what a broken page leaves
// of a tag at its very end are passed over.
struct Token {
  TokenKind kind = TokenKind::end_of_page;
  std::size_t begin = 0;
  std::size_t end = 0;
  Tag tag = Tag::unknown;
  std::string_view name;      // tags: as written
  bool self_closing = false;  // <path/>
};

// Reads from front to back; cost linear in bytes whatever they are.
class Tokens {
 public:
  explicit Tokens(std::string_view page) : page_(page) {}

  [[nodiscard]] Token next();

  // Attributes of the start tag read last; valid until the next one.
  [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }

  // The text behind a start tag such as <script>, up to its end tag or the end of the page.
  [[nodiscard]] Token raw_text(std::string_view name);

 private:
  [[nodiscard]] bool begins_markup(std::size_t at) const;
  bool read_tag(Token& token);
  bool read_attribute();
  void skip_space();
  [[nodiscard]] std::size_t behind_comment(std::size_t at) const;
  [[nodiscard]] bool is_end_tag(std::size_t at, std::string_view name) const;
  [[nodiscard]] std::size_t end_of_script() const;

  std::string_view page_;
  std::size_t at_ = 0;
  std::vector<Attribute> attributes_;
};

}  // namespace counterpoint::html
