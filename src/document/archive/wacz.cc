// SPDX-License-Identifier: Apache-2.0
#include "document/archive/wacz.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/digest.h"
#include "base/sha256.h"
#include "document/archive/warc.h"

namespace counterpoint {
namespace {

using Json = nlohmann::json;

std::string string_in(const Json& object, const char* field) {
  if (!object.is_object()) return {};
  const auto value = object.find(field);
  return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

const ZipMember* find_member(const std::vector<ZipMember>& members, std::string_view path) {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const ZipMember& member) { return member.path == path; });
  return found == members.end() ? nullptr : &*found;
}

// Path -> "sha256:hex", as datapackage.json lists them.
std::map<std::string, std::string> hashes_in(const ZipMember* package) {
  std::map<std::string, std::string> hashes;
  if (package == nullptr) return hashes;
  const Json json = Json::parse(package->bytes, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("resources") || !json["resources"].is_array()) {
    return hashes;
  }
  for (const Json& resource : json["resources"]) {
    const std::string path = string_in(resource, "path");
    if (!path.empty()) hashes[path] = string_in(resource, "hash");
  }
  return hashes;
}

std::set<std::string> listed_pages(const ZipMember* pages) {
  std::set<std::string> urls;
  if (pages == nullptr) return urls;
  std::string_view rest = pages->bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const Json json = Json::parse(rest.substr(0, end), nullptr, /*allow_exceptions=*/false);
    if (const std::string url = string_in(json, "url"); !url.empty()) urls.insert(url);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return urls;
}

bool is_warc_path(std::string_view path) {
  return path.ends_with(".warc") || path.ends_with(".warc.gz");
}

Received failed(const Received& file, const std::string& path, Error error) {
  Received received;
  received.name = file.name + "/" + path;
  received.within = file.within;
  error.input = received.name;
  received.error = std::move(error);
  return received;
}

Error digest_error(const char* message) {
  return {"document.digest",
          message,
          {},
          "The collection was changed or damaged: fetch it again from its source."};
}

}  // namespace

bool is_wacz(const std::vector<ZipMember>& members) {
  return find_member(members, "datapackage.json") != nullptr &&
         std::any_of(members.begin(), members.end(),
                     [](const ZipMember& member) { return is_warc_path(member.path); });
}

std::vector<Received> read_wacz(const Received& file, std::vector<ZipMember> members,
                                Budget& budget) {
  const auto hashes = hashes_in(find_member(members, "datapackage.json"));
  const auto pages = listed_pages(find_member(members, "pages/pages.jsonl"));
  const std::string sha256 = sha256_hex(file.bytes);
  std::vector<Received> found;
  for (const auto& [path, hash] : hashes) {
    if (!is_warc_path(path) || find_member(members, path) != nullptr) continue;
    found.push_back(failed(file, path, digest_error("The collection lists it and lacks it.")));
  }
  for (ZipMember& member : members) {
    if (!is_warc_path(member.path)) continue;
    const auto hash = hashes.find(member.path);
    if (member.error) {
      found.push_back(failed(file, member.path, *member.error));
    } else if (hash != hashes.end() &&
               check_digest(hash->second, member.bytes) == DigestCheck::different) {
      found.push_back(
          failed(file, member.path,
                 digest_error("Its bytes do not have the hash that the collection states.")));
    } else {
      Received warc;
      warc.name = file.name + "/" + member.path;
      warc.bytes = std::move(member.bytes);
      warc.within = file.within;
      warc.within.push_back({file.name, sha256, 0, file.bytes.size(), {}});
      auto captured = read_warc(warc, budget, pages);
      std::move(captured.begin(), captured.end(), std::back_inserter(found));
    }
  }
  return found;
}

}  // namespace counterpoint
