// SPDX-License-Identifier: Apache-2.0
// Text for a terminal: wrapping by display width, headings, colour where wanted.
#pragma once

#include <string>
#include <string_view>

#include "counterpoint/view.h"

namespace counterpoint::view {

class Page {
 public:
  explicit Page(const ShowOptions& options) : options_(options) {}

  void heading(std::string_view text);     // bold, underlined by "="
  void subheading(std::string_view text);  // bold
  // One paragraph, wrapped to the width; `indent` spaces before every line, `first` before the
  // first instead when given. Control characters of the text become spaces: a document must not be
  // able to drive the reader's terminal.
  void paragraph(std::string_view text, int indent = 0, std::string_view first = {});
  void blank();

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::string bold(std::string_view text) const;
  ShowOptions options_;
  std::string out_;
};

}  // namespace counterpoint::view
