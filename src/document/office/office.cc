// SPDX-License-Identifier: Apache-2.0
#include "document/office/office.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/utf8.h"
#include "document/html/characters.h"
#include "document/html/tokens.h"

namespace counterpoint {
namespace {

using html::Token;
using html::TokenKind;

const ZipMember* find_member(const std::vector<ZipMember>& members, std::string_view path) {
  for (const ZipMember& member : members) {
    if (member.path == path) return &member;
  }
  return nullptr;
}

// The text of the first element of that name; "" if there is none.
std::string element_text(std::string_view xml, std::string_view name) {
  html::Tokens tokens(xml);
  bool inside = false;
  for (Token token = tokens.next(); token.kind != TokenKind::end_of_page; token = tokens.next()) {
    if (token.kind == TokenKind::start_tag) inside = token.name == name && !token.self_closing;
    if (inside && token.kind == TokenKind::text) {
      return html::decoded_text(xml.substr(token.begin, token.end - token.begin), 0).text();
    }
  }
  return {};
}

bool is_left_out(std::string_view name) {
  return name == "w:del" || name == "w:instrText" || name == "w:delText" ||
         name == "w:txbxContent" || name == "mc:Fallback" || name == "office:annotation" ||
         name == "text:tracked-changes" || name == "text:note" || name == "office:forms";
}

class OfficeText {
 public:
  explicit OfficeText(const MappedText& source) : source_(source), tokens_(source.text()) {}

  Page read() {
    for (Token token = tokens_.next(); token.kind != TokenKind::end_of_page;
         token = tokens_.next()) {
      if (token.kind == TokenKind::text) {
        add_text(token);
      } else if (!is_left_out(token.name)) {
        if (left_out_ == 0) read_tag(token);
      } else if (token.kind == TokenKind::end_tag) {
        left_out_ -= left_out_ > 0 ? 1 : 0;
      } else if (!token.self_closing) {
        ++left_out_;
      }
    }
    flush();
    return std::move(page_);
  }

 private:
  [[nodiscard]] std::string_view attribute(std::string_view name) const {
    for (const html::Attribute& one : tokens_.attributes()) {
      if (one.name == name) return one.value;
    }
    return {};
  }

  void read_tag(const Token& token) {
    const std::string_view name = token.name;
    const bool start = token.kind == TokenKind::start_tag;
    if (name == "w:p" || name == "text:p" || name == "text:h") {
      flush();
      level_ = start && name == "text:h" ? 2 : 0;
      in_paragraph_ = start && !token.self_closing;
    } else if (name == "w:t") {
      in_text_ = start && !token.self_closing;
    } else if (start && name == "w:pStyle") {
      const std::string style = utf8::lower(utf8::repaired(attribute("w:val")));
      if (style.starts_with("heading") || style == "title") level_ = style == "title" ? 1 : 2;
    } else if (start && (name == "w:tab" || name == "w:br" || name == "w:cr" || name == "text:s" ||
                         name == "text:tab" || name == "text:line-break")) {
      line_.append_for(" ", token.begin, token.end);
    }
  }

  // docx has its text in <w:t>, odt straight in the paragraph.
  void add_text(const Token& token) {
    const bool word = in_text_;
    const bool odt = in_paragraph_ && !word_;
    if (word) word_ = true;
    if (left_out_ > 0 || (!word && !odt)) return;
    const std::string_view raw =
        std::string_view(source_.text()).substr(token.begin, token.end - token.begin);
    line_.append(html::decoded_text(raw, token.begin));
  }

  void flush() {
    const MappedText text = folded_space(line_, 0, line_.size());
    line_ = MappedText();
    if (text.empty()) return;
    Block block;
    block.kind = level_ > 0 ? BlockKind::heading : BlockKind::paragraph;
    block.level = level_;
    block.text = compose(text, source_);
    page_.blocks.push_back(std::move(block));
  }

  const MappedText& source_;
  html::Tokens tokens_;
  Page page_;
  MappedText line_;
  int level_ = 0;
  std::size_t left_out_ = 0;
  bool in_paragraph_ = false;
  bool in_text_ = false;
  bool word_ = false;
};

}  // namespace

OfficeKind office_kind(const std::vector<ZipMember>& members) {
  if (find_member(members, "word/document.xml") != nullptr) return OfficeKind::docx;
  const ZipMember* type = find_member(members, "mimetype");
  const bool odt = type != nullptr && type->bytes.starts_with(kOdtType);
  return odt && find_member(members, "content.xml") != nullptr ? OfficeKind::odt : OfficeKind::none;
}

Received read_office(const Received& file, const std::vector<ZipMember>& members, OfficeKind kind) {
  const bool docx = kind == OfficeKind::docx;
  const ZipMember* text = find_member(members, docx ? "word/document.xml" : "content.xml");
  const ZipMember* properties = find_member(members, docx ? "docProps/core.xml" : "meta.xml");
  Received received;
  received.name = file.name;
  received.bytes = text->bytes;
  received.error = text->error;
  if (received.error) received.error->input = file.name;
  received.stated = file.stated;
  received.stated.media_type = docx ? kDocxType : kOdtType;
  received.within = file.within;
  received.within.push_back({file.name, sha256_hex(file.bytes), 0, file.bytes.size(), {}});
  if (properties == nullptr) return received;
  if (received.stated.title.empty()) {
    received.stated.title = utf8::repaired(element_text(properties->bytes, "dc:title"));
  }
  const std::string author = utf8::repaired(element_text(properties->bytes, "dc:creator"));
  if (received.stated.authors.empty() && !author.empty()) received.stated.authors = {author};
  return received;
}

Page read_office_text(const MappedText& source) {
  return OfficeText(source).read();
}

}  // namespace counterpoint
