// SPDX-License-Identifier: Apache-2.0
// The names of HTML elements, and the classes of them that reading a page goes by.
#pragma once

#include <cstdint>
#include <string_view>

namespace counterpoint::html {

// Elements of the HTML standard that rules speak of; all others are `unknown`.
enum class Tag : std::uint8_t {
  unknown,
  a,
  address,
  applet,
  area,
  article,
  aside,
  audio,
  b,
  base,
  big,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  code,
  col,
  colgroup,
  dd,
  details,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  label,
  li,
  link,
  main,
  map,
  marquee,
  math,
  menu,
  meta,
  nav,
  noembed,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  param,
  plaintext,
  pre,
  s,
  script,
  search,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  style,
  summary,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  tt,
  u,
  ul,
  video,
  wbr,
  xmp,
  count
};

// By name, letter case aside.
[[nodiscard]] Tag tag_of(std::string_view name);

// Tags that begin and end a paragraph.
[[nodiscard]] bool is_block_tag(Tag tag);

// Never has content: <br>, <img>, <meta> ...
[[nodiscard]] bool is_void_tag(Tag tag);

// Its content is characters up to its end tag: <script>, <style>, <title> ...
[[nodiscard]] bool is_raw_tag(Tag tag);

// Its start tag ends an open paragraph (HTML standard, 13.2.6.4.7).
[[nodiscard]] bool closes_paragraph(Tag tag);

// "Special" in the standard: end tags of inline elements do not reach through it.
[[nodiscard]] bool is_special_tag(Tag tag);

// <b>, <i> and their like, which end tags may close across other elements; <a> is one.
[[nodiscard]] bool is_formatting_tag(Tag tag);

// End tags do not reach out of it: <table>, <td>, <object> ...
[[nodiscard]] bool is_scope_tag(Tag tag);

// h1 to h6: 1 to 6; 0 for other tags.
[[nodiscard]] int heading_level(Tag tag);

}  // namespace counterpoint::html
