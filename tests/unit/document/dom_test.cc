// SPDX-License-Identifier: Apache-2.0
// The tree that a page's tags make, also where the page leaves them open or closes them wrongly.
#include "document/html/dom.h"

#include <gtest/gtest.h>

#include <string>

namespace counterpoint::html {
namespace {

// "p(b(x) y)": elements of the body with their children; text as it stands.
std::string sketch(std::string_view page) {
  const Dom dom(page);
  std::string out;
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < dom.size(); ++i) {
    while (!ends.empty() && ends.back() <= i) {
      out += ')';
      ends.pop_back();
    }
    const Node& node = dom[i];
    if (node.is(Tag::html) || node.is(Tag::head) || node.is(Tag::body)) continue;
    if (!out.empty() && out.back() != '(') out += ' ';
    if (node.is_text) {
      out += dom.text(i).text();
      continue;
    }
    const std::string_view raw = page.substr(node.byte_begin);
    const std::size_t name = raw.starts_with('<') ? raw.find_first_of(" />", 1) : 0;
    out += name == 0 || tag_of(raw.substr(1, name - 1)) != node.tag ? "+" : raw.substr(1, name - 1);
    out += '(';
    ends.push_back(node.end);
  }
  return out + std::string(ends.size(), ')');
}

struct Tree {
  const char* page;
  const char* tree;
};

class Trees : public testing::TestWithParam<Tree> {};

TEST_P(Trees, are_as_the_standard_has_them) {
  EXPECT_EQ(sketch(GetParam().page), GetParam().tree) << GetParam().page;
}

INSTANTIATE_TEST_SUITE_P(
    Dom, Trees,
    testing::Values(
        Tree{"<p>a<p>b", "p(a) p(b)"}, Tree{"<p>a<div>b</div>c</p>", "p(a) div(b) c"},
        Tree{"<ul><li>a<li>b</ul>c", "ul(li(a) li(b)) c"},
        Tree{"<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(a ul(li(b))) li(c))"},
        Tree{"<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"},
        Tree{"<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a) td(b)) tr(td(c))) d"},
        Tree{"<table><td>a</table>", "table(+(td(a)))"},
        Tree{"<table><tr><td><table><tr><td>a</table>b</table>",
             "table(tr(td(table(tr(td(a))) b)))"},
        Tree{"<table><tr><td>a</div></p>b</table>", "table(tr(td(a b)))"}, Tree{"<td>a", "a"},
        Tree{"<b>a<i>b</b>c", "b(a i(b)) c"}, Tree{"<p>a</span>b", "p(a b)"},
        Tree{"<a href=x>a<a href=y>b", "a(a) a(b)"},
        Tree{"<a href=x><div>a</a>b</div>c", "a(div(a)) +(b) c"},
        Tree{"a<br>b<br/>c", "a br() b br() c"}, Tree{"<h2>a<h3>b", "h2(a) h3(b)"},
        Tree{"<h2>a</h3>b", "h2(a) b"}, Tree{"<div><span>a</div>b", "div(span(a)) b"},
        Tree{"<x-y>a</x-y>b", "x-y(a) b"},
        Tree{"<select><option>a<option>b<p>c", "select(option(a) option(b)) p(c)"},
        Tree{"<form><div></form>a</div>b", "form(div(a)) b"},
        Tree{"<svg><path/><g/></svg>a", "svg(path() g()) a"}, Tree{"<svg><g><p>a", "svg(g()) p(a)"},
        Tree{"<script>a<b></script>c", "script(a<b>) c"},
        Tree{"<script><!--<script>x</script>--></script>c", "script(<!--<script>x</script>-->) c"},
        Tree{"<textarea><p>a&amp;</textarea>b", "textarea(<p>a&) b"},
        Tree{"<title>a &lt; b</title>c", "title(a < b) c"}, Tree{"a<!-- b -->c<!-->d", "a c d"},
        Tree{"a<!DOCTYPE x>b<?php c ?>d", "a b d"}, Tree{"a < b <3</> c", "a < b <3  c"},
        Tree{"a<p title='b>c'>d", "a p(d)"}, Tree{"a<p", "a"}));

TEST(Dom, gives_attributes_as_a_browser_reads_them) {
  const std::string page = "<P Class=\"A B\" id=c data-x='1 &amp; 2' href=/x?a=1&copy=2 hidden>";
  const Dom dom(page);
  const std::size_t p = dom.size() - 1;
  EXPECT_EQ(dom.attribute(p, "class"), "A B");
  EXPECT_EQ(dom.attribute(p, "id"), "c");
  EXPECT_EQ(dom.attribute(p, "data-x"), "1 & 2");
  EXPECT_EQ(dom.attribute(p, "href"), "/x?a=1&copy=2");
  EXPECT_TRUE(dom.has_attribute(p, "hidden"));
  EXPECT_FALSE(dom.has_attribute(p, "style"));
}

TEST(Dom, decodes_character_references_and_keeps_their_bytes) {
  const std::string page = "<p>a&nbsp;&#8217;&#x2019;&#146;&notit;&bogus;&copy b";
  const Dom dom(page);
  const MappedText text = dom.text(dom.size() - 1);
  EXPECT_EQ(text.text(),
            "a\xC2\xA0\xE2\x80\x99\xE2\x80\x99\xE2\x80\x99\xC2\xACit;&bogus;\xC2\xA9 b");
  EXPECT_EQ(page.substr(text.byte_begin(1), text.byte_end(3) - text.byte_begin(1)), "&nbsp;");
}

TEST(Dom, keeps_the_text_of_a_page_nested_without_end) {
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "<div>";
  page += "deep";
  for (int i = 0; i < 100000; ++i) page += "</div>";
  page += "<p>after";
  const Dom dom(page);
  EXPECT_LT(dom.size(), 1100U);
  EXPECT_EQ(dom.all_text(0), "deep after");
}

}  // namespace
}  // namespace counterpoint::html
