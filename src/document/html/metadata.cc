// SPDX-License-Identifier: Apache-2.0
#include "document/html/metadata.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "document/dates.h"
#include "document/html/json_ld.h"
#include "document/url.h"

namespace counterpoint::html {
namespace {

enum class Field { title, publisher, published, updated, url, author };

// Names of meta tags, best first where one page has several.
constexpr std::pair<std::string_view, Field> kMetaNames[] = {
    {"article:published_time", Field::published},
    {"og:article:published_time", Field::published},
    {"datepublished", Field::published},
    {"dc.date.issued", Field::published},
    {"dcterms.issued", Field::published},
    {"dcterms.created", Field::published},
    {"dc.date", Field::published},
    {"sailthru.date", Field::published},
    {"parsely-pub-date", Field::published},
    {"publication_date", Field::published},
    {"publish-date", Field::published},
    {"publishdate", Field::published},
    {"pubdate", Field::published},
    {"originalpublicationdate", Field::published},
    {"citation_publication_date", Field::published},
    {"date", Field::published},
    {"article:modified_time", Field::updated},
    {"og:updated_time", Field::updated},
    {"datemodified", Field::updated},
    {"dcterms.modified", Field::updated},
    {"last-modified", Field::updated},
    {"og:site_name", Field::publisher},
    {"og:url", Field::url},
    {"author", Field::author},
    {"article:author", Field::author},
    {"dc.creator", Field::author},
    {"byl", Field::author},
    {"parsely-author", Field::author},
    {"og:title", Field::title},
    {"twitter:title", Field::title},
    {"dc.title", Field::title},
};

class Reader {
 public:
  explicit Reader(const Dom& dom) : dom_(dom) {}

  Metadata read() {
    for (std::size_t i = 0; i < dom_.size(); ++i) {
      const Node& node = dom_[i];
      if (node.is_text) continue;
      if (node.is(Tag::script)) read_script(i);
      if (node.is(Tag::meta)) read_meta(i);
      if (node.is(Tag::html)) read_language(i);
      if (node.is(Tag::link)) read_link(i);
      if (node.is(Tag::h1)) headings_.push_back(dom_.all_text(i));
      if (node.is(Tag::title) && page_title_.empty()) page_title_ = dom_.all_text(i);
      read_microdata(i);
      if (node.is(Tag::time)) read_time(i);
    }
    use_meta_tags();
    use_microdata();
    use_titles();
    return std::move(metadata_);
  }

 private:
  static void fill(std::string& to, std::string value) {
    if (to.empty()) to = std::move(value);
  }

  void read_script(std::size_t i) {
    if (utf8::lower(dom_.attribute(i, "type")) != "application/ld+json") return;
    std::string script;
    for (std::size_t child = i + 1; child < dom_[i].end; ++child) {
      if (dom_[child].is_text) script += dom_.raw_text(child);
    }
    read_json_ld(script, metadata_);
  }

  void read_meta(std::size_t i) {
    std::string name = utf8::lower(dom_.attribute(i, "property"));
    if (name.empty()) name = utf8::lower(dom_.attribute(i, "name"));
    const std::string content = dom_.attribute(i, "content");
    if (!name.empty() && !content.empty()) meta_.emplace(std::move(name), content);
  }

  void read_language(std::size_t i) {
    std::string language(dom_.attribute(i, "lang"));
    std::replace(language.begin(), language.end(), '_', '-');
    const bool tag =
        language.size() <= 35 && std::all_of(language.begin(), language.end(), [](char c) {
          return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                 (c >= 'A' && c <= 'Z');
        });
    if (tag) fill(metadata_.language, language);
  }

  void read_link(std::size_t i) {
    if (utf8::lower(dom_.attribute(i, "rel")) == "canonical") {
      fill(metadata_.url, std::string(dom_.attribute(i, "href")));
    }
  }

  // itemprop on any element: the value is an attribute or the element's text.
  void read_microdata(std::size_t i) {
    const std::string_view property = dom_.raw_attribute(i, "itemprop");
    if (property.empty()) return;
    std::string value(dom_.attribute(i, "content"));
    if (value.empty()) value = dom_.attribute(i, "datetime");
    const std::string name = utf8::lower(property);
    if (name == "datepublished" || name == "datemodified") {
      if (value.empty()) value = dom_.all_text(i);
      item_.emplace(name, value);
    }
  }

  // A time on the page dates the report when it is marked as its publication, or the first of all.
  void read_time(std::size_t i) {
    const std::string edtf = edtf_from_metadata(dom_.attribute(i, "datetime"));
    if (edtf.empty()) return;
    const bool marked = dom_.has_attribute(i, "pubdate");
    fill(marked ? marked_time_ : first_time_, edtf);
  }

  void use_meta_tags() {
    for (const auto& [name, field] : kMetaNames) {
      const auto found = meta_.find(std::string(name));
      if (found == meta_.end()) continue;
      const std::string& value = found->second;
      switch (field) {
        case Field::title:
          fill(og_title_, value);
          break;
        case Field::publisher:
          fill(metadata_.publisher, value);
          break;
        case Field::published:
          fill(metadata_.published, edtf_from_metadata(value));
          break;
        case Field::updated:
          fill(metadata_.updated, edtf_from_metadata(value));
          break;
        case Field::url:
          fill(metadata_.url, value);
          break;
        case Field::author:
          add_author(value);
          break;
      }
    }
    if (const auto site = meta_.find("og:site_name"); site != meta_.end()) site_ = site->second;
  }

  void add_author(const std::string& value) {
    const bool address = value.find("//") != std::string::npos;
    if (metadata_.authors.empty() && !address) metadata_.authors.push_back(value);
  }

  void use_microdata() {
    if (const auto found = item_.find("datepublished"); found != item_.end()) {
      fill(metadata_.published, edtf_from_metadata(found->second));
    }
    if (const auto found = item_.find("datemodified"); found != item_.end()) {
      fill(metadata_.updated, edtf_from_metadata(found->second));
    }
    fill(metadata_.published, marked_time_);
    fill(metadata_.published, first_time_);
  }

  // The headline as printed on the page, when it is clear which <h1> that is.
  void use_titles() {
    std::erase_if(headings_, [](const std::string& heading) { return heading.empty(); });
    const bool single =
        headings_.size() == 1 && headings_.front() != site_ && count_words(headings_.front()) >= 3;
    if (single) metadata_.title = headings_.front();
    for (const std::string& heading : headings_) {
      if (og_title_.starts_with(heading) || page_title_.starts_with(heading)) {
        fill(metadata_.title, heading);
      }
    }
    metadata_.title = without_site(metadata_.title);
    fill(metadata_.title, without_site(og_title_));
    fill(metadata_.title, without_site(page_title_));
    const MappedText title = map_exact(metadata_.title);
    metadata_.title = folded_space(title, 0, title.size()).text();
  }

  // "Dam breaks - Valley Post" -> "Dam breaks".
  [[nodiscard]] std::string without_site(const std::string& title) const {
    for (const std::string_view mark : {" - ", " | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: "}) {
      const std::size_t at = title.rfind(mark);
      if (at == std::string::npos || at == 0) continue;
      const std::string rest = title.substr(at + mark.size());
      if (rest == site_ || (count_words(rest) <= 4 && count_words(title.substr(0, at)) >= 3)) {
        return title.substr(0, at);
      }
    }
    return title;
  }

  const Dom& dom_;
  Metadata metadata_;
  std::map<std::string, std::string> meta_;
  std::map<std::string, std::string> item_;
  std::vector<std::string> headings_;
  std::string page_title_, og_title_, site_, marked_time_, first_time_;
};

}  // namespace

Metadata read_metadata(const Dom& dom) {
  return Reader(dom).read();
}

void set_metadata(const Metadata& metadata, Document& document) {
  const auto time = [](const std::string& edtf) {
    return edtf.empty() ? std::nullopt
                        : std::optional<Time>(Time{edtf, "metadata", Extent::within, {}});
  };
  document.title = metadata.title;
  document.publisher = metadata.publisher;
  document.url = metadata.url;
  document.language = metadata.language;
  document.authors = metadata.authors;
  document.published = time(metadata.published);
  document.updated = time(metadata.updated);
  if (document.publisher.empty()) document.host = host_of(document.url);
}

}  // namespace counterpoint::html
