// SPDX-License-Identifier: Apache-2.0
#include "document/html/tag.h"

#include <array>
#include <initializer_list>
#include <utility>

namespace counterpoint::html {
namespace {

constexpr std::size_t kTags = static_cast<std::size_t>(Tag::count);

// In the order of the enumeration.
constexpr std::array<std::string_view, kTags> kNames{
    "",         "a",        "address",   "applet",     "area",       "article",  "aside",
    "audio",    "b",        "base",      "big",        "blockquote", "body",     "br",
    "button",   "canvas",   "caption",   "center",     "code",       "col",      "colgroup",
    "dd",       "details",  "dialog",    "dir",        "div",        "dl",       "dt",
    "em",       "embed",    "fieldset",  "figcaption", "figure",     "font",     "footer",
    "form",     "frame",    "frameset",  "h1",         "h2",         "h3",       "h4",
    "h5",       "h6",       "head",      "header",     "hgroup",     "hr",       "html",
    "i",        "iframe",   "img",       "input",      "label",      "li",       "link",
    "main",     "map",      "marquee",   "math",       "menu",       "meta",     "nav",
    "noembed",  "noframes", "noscript",  "object",     "ol",         "optgroup", "option",
    "p",        "param",    "plaintext", "pre",        "s",          "script",   "search",
    "section",  "select",   "small",     "source",     "span",       "strike",   "strong",
    "style",    "summary",  "svg",       "table",      "tbody",      "td",       "template",
    "textarea", "tfoot",    "th",        "thead",      "time",       "title",    "tr",
    "track",    "tt",       "u",         "ul",         "video",      "wbr",      "xmp"};

// Up to ten letters and digits in six bits each, lower case; 0 for any other name.
constexpr std::uint64_t packed(std::string_view name) {
  if (name.size() > 10) return 0;
  std::uint64_t key = 0;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (!letter && !digit) return 0;
    key = key << 6 | static_cast<std::uint64_t>(letter ? (c | 32) - 'a' + 1 : c - '0' + 27);
  }
  return key;
}

constexpr std::size_t kSlots = 512;

constexpr std::size_t slot_of(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 55);
}

struct Entry {
  std::uint64_t key = 0;
  Tag tag = Tag::unknown;
};

constexpr std::array<Entry, kSlots> make_table() {
  std::array<Entry, kSlots> table{};
  for (std::size_t i = 1; i < kTags; ++i) {
    const std::uint64_t key = packed(kNames[i]);
    std::size_t slot = slot_of(key);
    while (table[slot].key != 0) slot = (slot + 1) % kSlots;
    table[slot] = {key, static_cast<Tag>(i)};
  }
  return table;
}

constexpr std::array<Entry, kSlots> kTable = make_table();

using TagSet = std::array<bool, kTags>;

constexpr TagSet set_of(std::initializer_list<Tag> tags) {
  TagSet set{};
  for (const Tag tag : tags) set[static_cast<std::size_t>(tag)] = true;
  return set;
}

constexpr bool has(const TagSet& set, Tag tag) {
  return set[static_cast<std::size_t>(tag)];
}

constexpr TagSet kBlock =
    set_of({Tag::address,  Tag::article,    Tag::aside,   Tag::blockquote, Tag::body,  Tag::caption,
            Tag::center,   Tag::dd,         Tag::details, Tag::div,        Tag::dl,    Tag::dt,
            Tag::fieldset, Tag::figcaption, Tag::figure,  Tag::footer,     Tag::form,  Tag::h1,
            Tag::h2,       Tag::h3,         Tag::h4,      Tag::h5,         Tag::h6,    Tag::header,
            Tag::hr,       Tag::html,       Tag::li,      Tag::main,       Tag::nav,   Tag::ol,
            Tag::p,        Tag::pre,        Tag::section, Tag::summary,    Tag::table, Tag::tbody,
            Tag::td,       Tag::tfoot,      Tag::th,      Tag::thead,      Tag::tr,    Tag::ul});

constexpr TagSet kVoid =
    set_of({Tag::area, Tag::base, Tag::br, Tag::col, Tag::embed, Tag::frame, Tag::hr, Tag::img,
            Tag::input, Tag::link, Tag::meta, Tag::param, Tag::source, Tag::track, Tag::wbr});

constexpr TagSet kRaw = set_of({Tag::script, Tag::style, Tag::title, Tag::textarea, Tag::xmp,
                                Tag::iframe, Tag::noembed, Tag::noframes, Tag::noscript});

constexpr TagSet kClosesParagraph = set_of(
    {Tag::address,   Tag::article, Tag::aside,  Tag::blockquote, Tag::center,   Tag::details,
     Tag::dialog,    Tag::dir,     Tag::div,    Tag::dl,         Tag::fieldset, Tag::figcaption,
     Tag::figure,    Tag::footer,  Tag::header, Tag::hgroup,     Tag::main,     Tag::menu,
     Tag::nav,       Tag::ol,      Tag::p,      Tag::search,     Tag::section,  Tag::summary,
     Tag::ul,        Tag::h1,      Tag::h2,     Tag::h3,         Tag::h4,       Tag::h5,
     Tag::h6,        Tag::pre,     Tag::form,   Tag::li,         Tag::dd,       Tag::dt,
     Tag::plaintext, Tag::hr,      Tag::xmp,    Tag::table});

constexpr TagSet kFormatting =
    set_of({Tag::a, Tag::b, Tag::big, Tag::code, Tag::em, Tag::font, Tag::i, Tag::s, Tag::small,
            Tag::strike, Tag::strong, Tag::tt, Tag::u});

constexpr TagSet kScope = set_of({Tag::applet, Tag::caption, Tag::html, Tag::table, Tag::td,
                                  Tag::th, Tag::marquee, Tag::object, Tag::template_});

constexpr TagSet kAlsoSpecial = set_of(
    {Tag::applet,    Tag::button,    Tag::colgroup, Tag::dir,     Tag::head,     Tag::hgroup,
     Tag::iframe,    Tag::marquee,   Tag::menu,     Tag::noembed, Tag::noframes, Tag::noscript,
     Tag::object,    Tag::plaintext, Tag::script,   Tag::search,  Tag::select,   Tag::style,
     Tag::template_, Tag::textarea,  Tag::title,    Tag::xmp});

}  // namespace

Tag tag_of(std::string_view name) {
  const std::uint64_t key = packed(name);
  if (key == 0) return Tag::unknown;
  for (std::size_t slot = slot_of(key); kTable[slot].key != 0; slot = (slot + 1) % kSlots) {
    if (kTable[slot].key == key) return kTable[slot].tag;
  }
  return Tag::unknown;
}

bool is_block_tag(Tag tag) {
  return has(kBlock, tag);
}

bool is_void_tag(Tag tag) {
  return has(kVoid, tag);
}

bool is_raw_tag(Tag tag) {
  return has(kRaw, tag);
}

bool closes_paragraph(Tag tag) {
  return has(kClosesParagraph, tag);
}

bool is_special_tag(Tag tag) {
  return has(kBlock, tag) || has(kAlsoSpecial, tag);
}

bool is_formatting_tag(Tag tag) {
  return has(kFormatting, tag);
}

bool is_scope_tag(Tag tag) {
  return has(kScope, tag);
}

int heading_level(Tag tag) {
  if (tag < Tag::h1 || tag > Tag::h6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1;
}

}  // namespace counterpoint::html
