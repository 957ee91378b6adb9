// SPDX-License-Identifier: Apache-2.0
#include "document/archive/zip.h"

#include <zip.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace counterpoint {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Close {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  return Archive(archive);
}

// "a/../../b" and "/b" are "b".
std::string safe_path(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    begin = end + 1;
  }
  std::string safe;
  for (const std::string_view part : parts) {
    if (!safe.empty()) safe += '/';
    safe += part;
  }
  return utf8::repaired(safe);
}

bool is_passed_over(std::string_view path) {
  return path.empty() || path.ends_with('/') || path.starts_with('.') ||
         path.find("/.") != std::string_view::npos || path.starts_with("__MACOSX/");
}

bool is_link(zip_t* archive, zip_uint64_t index) {
  constexpr zip_uint32_t kTypeMask = 0170000, kLink = 0120000;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
  return system == ZIP_OPSYS_UNIX && (attributes >> 16 & kTypeMask) == kLink;
}

// The size is what was really unpacked, not what the archive states.
void read_member(zip_t* archive, zip_uint64_t index, ZipMember& member, Budget& budget) {
  const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, index, 0));
  if (!file) {
    member.error = container_error(member.path, zip_strerror(archive));
    return;
  }
  std::string buffer(1 << 16, '\0');
  for (zip_int64_t got = 1; got > 0;) {
    got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) {
      member.bytes.clear();
      member.error = container_error(member.path, "a member of the archive is damaged");
    } else if (member.bytes.size() + static_cast<std::size_t>(got) > budget.left()) {
      member.bytes.clear();
      member.error = expansion_error(member.path);
      return;
    } else {
      member.bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }
  budget.take(member.bytes.size());
}

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<std::vector<ZipMember>> read_zip(std::string_view name, std::string_view bytes,
                                        Budget& budget) {
  const Archive archive = open_archive(bytes);
  if (!archive) {
    return tl::unexpected(container_error(name, "it is no zip archive, or its end is missing"));
  }
  std::vector<ZipMember> members;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* path = zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS);
    if (path == nullptr || is_passed_over(path)) continue;
    ZipMember member{safe_path(path), {}, {}};
    if (is_link(archive.get(), index)) {
      member.error = Error{"document.link", "It is a link in an archive; links are not followed.",
                           member.path, "Put the file itself into the archive."};
    } else {
      read_member(archive.get(), index, member, budget);
    }
    members.push_back(std::move(member));
  }
  std::stable_sort(members.begin(), members.end(),
                   [](const ZipMember& a, const ZipMember& b) { return a.path < b.path; });
  return members;
}

std::optional<std::string> read_zip_member(std::string_view bytes, const std::string& path,
                                           Budget& budget) {
  const Archive archive = open_archive(bytes);
  if (!archive) return std::nullopt;
  const zip_int64_t index = zip_name_locate(archive.get(), path.c_str(), 0);
  if (index < 0) return std::nullopt;
  ZipMember member{path, {}, {}};
  read_member(archive.get(), static_cast<zip_uint64_t>(index), member, budget);
  if (member.error) return std::nullopt;
  return std::move(member.bytes);
}

}  // namespace counterpoint
