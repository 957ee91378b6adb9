// SPDX-License-Identifier: Apache-2.0
#include "document/html/json_ld.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "document/dates.h"

namespace counterpoint::html {
namespace {

using Json = nlohmann::json;

// All objects of the script, nested ones too, without recursion.
std::vector<const Json*> objects_in(const Json& root) {
  std::vector<const Json*> objects;
  std::vector<const Json*> pending{&root};
  while (!pending.empty()) {
    const Json* value = pending.back();
    pending.pop_back();
    if (value->is_object()) objects.push_back(value);
    if (!value->is_structured()) continue;
    std::vector<const Json*> inner;
    for (const Json& child : *value) inner.push_back(&child);
    pending.insert(pending.end(), inner.rbegin(), inner.rend());
  }
  return objects;
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto named = [](const Json& name) {
    if (!name.is_string()) return false;
    const auto& text = name.get_ref<const std::string&>();
    return text.ends_with("Article") || text.ends_with("BlogPosting") || text == "Report";
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), named) : named(*type);
}

class Script {
 public:
  explicit Script(const Json& root) : objects_(objects_in(root)) {
    for (const Json* object : objects_) {
      if (const std::string id = string_in(*object, "@id"); !id.empty() && object->size() > 1) {
        by_id_.emplace(id, object);
      }
    }
  }

  void read(Metadata& metadata) const {
    for (const Json* object : objects_) {
      if (is_article(*object)) read_article(*object, metadata);
    }
  }

 private:
  static std::string string_in(const Json& object, const char* field) {
    const auto value = object.find(field);
    return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
  }

  // The name in a string, an object, a reference, or the first of a list of them.
  [[nodiscard]] std::string name_in(const Json& value) const {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_array()) return value.empty() || value[0].is_array() ? "" : name_in(value[0]);
    if (!value.is_object()) return {};
    if (std::string name = string_in(value, "name"); !name.empty()) return name;
    const auto found = by_id_.find(string_in(value, "@id"));
    return found == by_id_.end() ? std::string() : string_in(*found->second, "name");
  }

  void read_article(const Json& article, Metadata& metadata) const {
    const auto fill = [](std::string& to, std::string value) {
      if (to.empty()) to = std::move(value);
    };
    fill(metadata.title, string_in(article, "headline"));
    fill(metadata.published, edtf_from_metadata(string_in(article, "datePublished")));
    fill(metadata.updated, edtf_from_metadata(string_in(article, "dateModified")));
    if (const auto publisher = article.find("publisher"); publisher != article.end()) {
      fill(metadata.publisher, name_in(*publisher));
    }
    const auto author = article.find("author");
    if (author == article.end() || !metadata.authors.empty()) return;
    if (!author->is_array()) return add_author(*author, metadata);
    for (const Json& one : *author) add_author(one, metadata);
  }

  void add_author(const Json& author, Metadata& metadata) const {
    std::string name = name_in(author);
    if (!name.empty()) metadata.authors.push_back(std::move(name));
  }

  std::vector<const Json*> objects_;
  std::map<std::string, const Json*> by_id_;
};

}  // namespace

void read_json_ld(std::string_view script, Metadata& metadata) {
  const Json root = Json::parse(script, nullptr, /*allow_exceptions=*/false);
  if (!root.is_discarded()) Script(root).read(metadata);
}

}  // namespace counterpoint::html
