// SPDX-License-Identifier: Apache-2.0
#include "document/html/furniture_hints.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/utf8.h"

namespace counterpoint::html {
namespace {

// Words of class names and ids, by what they say of an element. Names are in English whatever the
// language of the page.
constexpr std::pair<std::string_view, std::string_view> kReasons[] = {
    {"comments", "comments"},
    {"comment", "comments"},
    {"commentlist", "comments"},
    {"disqus", "comments"},
    {"respond", "comment_form"},
    {"share", "share"},
    {"sharing", "share"},
    {"sharebar", "share"},
    {"sharedaddy", "share"},
    {"social", "share"},
    {"socials", "share"},
    {"addthis", "share"},
    {"addtoany", "share"},
    {"sharethis", "share"},
    {"follow", "share"},
    {"related", "related"},
    {"recommended", "related"},
    {"recommendation", "related"},
    {"recommendations", "related"},
    {"recirc", "related"},
    {"recirculation", "related"},
    {"outbrain", "related"},
    {"taboola", "related"},
    {"zergnet", "related"},
    {"trending", "related"},
    {"popular", "related"},
    {"mostpopular", "related"},
    {"sidebar", "related"},
    {"rail", "related"},
    {"upsell", "related"},
    {"readmore", "related"},
    {"relatedposts", "related"},
    {"teaser", "related"},
    {"teasers", "related"},
    {"promo", "related"},
    {"promos", "related"},
    {"nav", "navigation"},
    {"navigation", "navigation"},
    {"navbar", "navigation"},
    {"navbox", "navigation"},
    {"menu", "navigation"},
    {"breadcrumb", "navigation"},
    {"breadcrumbs", "navigation"},
    {"pagination", "navigation"},
    {"pager", "navigation"},
    {"toc", "navigation"},
    {"catlinks", "navigation"},
    {"editsection", "navigation"},
    {"hatnote", "navigation"},
    {"footer", "footer"},
    {"colophon", "footer"},
    {"copyright", "copyright"},
    {"masthead", "header"},
    {"topbar", "header"},
    {"cookie", "cookie"},
    {"cookies", "cookie"},
    {"consent", "cookie"},
    {"gdpr", "cookie"},
    {"newsletter", "newsletter"},
    {"newsletters", "newsletter"},
    {"subscribe", "newsletter"},
    {"subscription", "newsletter"},
    {"signup", "newsletter"},
    {"ad", "boilerplate"},
    {"ads", "boilerplate"},
    {"advert", "boilerplate"},
    {"adverts", "boilerplate"},
    {"advertisement", "boilerplate"},
    {"advertising", "boilerplate"},
    {"adsense", "boilerplate"},
    {"adsbygoogle", "boilerplate"},
    {"sponsor", "boilerplate"},
    {"sponsored", "boilerplate"},
    {"dfp", "boilerplate"},
    {"modal", "boilerplate"},
    {"popup", "boilerplate"},
    {"overlay", "boilerplate"},
    {"toolbar", "boilerplate"},
    {"widget", "boilerplate"},
    {"disclaimer", "boilerplate"},
    {"byline", "header"},
    {"bylines", "header"},
    {"author", "header"},
    {"authors", "header"},
    {"timestamp", "header"},
    {"dateline", "header"},
    {"pubdate", "header"},
    {"tags", "navigation"},
    {"taglist", "navigation"},
    {"credit", "caption_credit"},
    {"noprint", "navigation"},
    {"screenreader", "hidden"},
    {"visuallyhidden", "hidden"},
    {"reflist", "related"},
};

const std::map<std::string_view, std::string_view>& reasons_by_word() {
  static const std::map<std::string_view, std::string_view> kByWord(std::begin(kReasons),
                                                                    std::end(kReasons));
  return kByWord;
}

// Names made of two words, where each alone would say less.
constexpr std::string_view kHiddenNames[] = {"sr-only",        "screen-reader", "visually-hidden",
                                             "visuallyhidden", "print-only",    "offscreen"};
constexpr std::string_view kBodyNames[] = {
    "article-body",    "articlebody",  "article__body",   "article_body",     "story-body",
    "storybody",       "story__body",  "story_body",      "entry-content",    "post-content",
    "post-body",       "postbody",     "article-content", "articlecontent",   "article__content",
    "article-text",    "articletext",  "story-content",   "storycontent",     "story-text",
    "post__content",   "post-entry",   "body-content",    "content-body",     "article-copy",
    "article_content", "post_content", "entry__content",  "mw-parser-output", "td-post-content",
    "body-copy",       "storytext",    "article-main",    "articlemain",      "single-content"};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void add_words(std::string_view names, std::vector<std::string>& words) {
  std::string word;
  char before = ' ';
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool camel = upper && before >= 'a' && before <= 'z';
    if ((!is_letter_or_digit(c) || camel) && !word.empty()) {
      words.push_back(word);
      word.clear();
    }
    if (is_letter_or_digit(c)) word += static_cast<char>(upper ? c | 32 : c);
    before = c;
  }
  if (!word.empty()) words.push_back(word);
}

std::string names_of(const Dom& dom, std::size_t node) {
  return utf8::lower(std::string(dom.raw_attribute(node, "class")) + " " +
                     std::string(dom.raw_attribute(node, "id")));
}

bool is_hidden(const Dom& dom, std::size_t node) {
  if (dom.has_attribute(node, "hidden") || dom.raw_attribute(node, "aria-hidden") == "true")
    return true;
  std::string style = utf8::lower(dom.raw_attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  if (style.find("display:none") != std::string::npos ||
      style.find("visibility:hidden") != std::string::npos) {
    return true;
  }
  const std::string names = names_of(dom, node);
  return std::any_of(std::begin(kHiddenNames), std::end(kHiddenNames),
                     [&](std::string_view name) { return names.find(name) != std::string::npos; });
}

std::string_view reason_by_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "search" ||
      role == "tablist" || role == "toolbar") {
    return "navigation";
  }
  if (role == "banner") return "header";
  if (role == "contentinfo") return "footer";
  if (role == "complementary") return "related";
  if (role == "dialog" || role == "alertdialog" || role == "button") return "boilerplate";
  return {};
}

std::string_view reason_by_tag(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
      return "script";
    case Tag::nav:
    case Tag::menu:
      return "navigation";
    case Tag::footer:
      return "footer";
    case Tag::header:
      return "header";
    case Tag::aside:
      return "related";
    case Tag::form:
      return "comment_form";
    case Tag::template_:
      return "hidden";
    default:
      return is_never_text(tag) ? "markup" : std::string_view();
  }
}

// Microdata about the page that no reader is meant to see.
bool is_machine_property(const Dom& dom, std::size_t node) {
  const std::string name = utf8::lower(dom.raw_attribute(node, "itemprop"));
  return name == "publisher" || name == "logo" || name == "width" || name == "height" ||
         name == "datepublished" || name == "datemodified" || name == "keywords" ||
         name == "mainentityofpage";
}

}  // namespace

bool is_never_text(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::iframe:
    case Tag::object:
    case Tag::embed:
    case Tag::svg:
    case Tag::math:
    case Tag::canvas:
    case Tag::video:
    case Tag::audio:
    case Tag::map:
    case Tag::button:
    case Tag::input:
    case Tag::select:
    case Tag::textarea:
    case Tag::label:
    case Tag::head:
    case Tag::title:
    case Tag::noframes:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> class_words(const Dom& dom, std::size_t node) {
  std::vector<std::string> words;
  add_words(dom.raw_attribute(node, "class"), words);
  add_words(dom.raw_attribute(node, "id"), words);
  return words;
}

std::string_view furniture_reason(const Dom& dom, std::size_t node) {
  const Node& element = dom[node];
  if (element.is_text) return {};
  if (const auto reason = reason_by_tag(element.tag); !reason.empty()) return reason;
  // Names on the outermost elements describe the page, not a part of it.
  const bool outer = element.is(Tag::html) || element.is(Tag::body) || element.is(Tag::main) ||
                     element.is(Tag::article);
  if (outer) return {};
  if (is_hidden(dom, node)) return "hidden";
  if (const auto reason = reason_by_role(dom.raw_attribute(node, "role")); !reason.empty()) {
    return reason;
  }
  if (body_claim(dom, node) > 1) return {};
  if (is_machine_property(dom, node)) return "markup";
  for (const std::string& word : class_words(dom, node)) {
    const auto found = reasons_by_word().find(word);
    if (found != reasons_by_word().end()) return found->second;
  }
  return {};
}

int body_claim(const Dom& dom, std::size_t node) {
  const Node& element = dom[node];
  if (element.is_text || !is_block_tag(element.tag) || element.is(Tag::body)) return 0;
  if (utf8::lower(dom.raw_attribute(node, "itemprop")) == "articlebody") return 3;
  const std::string names = names_of(dom, node);
  const bool named =
      std::any_of(std::begin(kBodyNames), std::end(kBodyNames), [&](std::string_view name) {
        const std::size_t at = names.find(name);
        if (at == std::string::npos) return false;
        // "article-body-ad" is something else.
        const std::size_t end = at + name.size();
        return (end == names.size() || names[end] == ' ') &&
               (at == 0 || !is_letter_or_digit(names[at - 1]));
      });
  if (named) return 2;
  const bool claims = element.is(Tag::article) || element.is(Tag::main) ||
                      dom.raw_attribute(node, "role") == "main";
  return claims ? 1 : 0;
}

}  // namespace counterpoint::html
