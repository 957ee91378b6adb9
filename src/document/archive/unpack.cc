// SPDX-License-Identifier: Apache-2.0
#include "document/archive/unpack.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/utf8.h"
#include "document/archive/gzip.h"
#include "document/archive/mail.h"
#include "document/archive/wacz.h"
#include "document/archive/warc.h"
#include "document/archive/zip.h"
#include "document/office/office.h"

namespace counterpoint {
namespace {

struct Pending {
  Received received;
  unsigned depth = 0;
};

class Unpacking {
 public:
  Unpacking(Received file, const ReadLimits& limits)
      : limits_(limits), budget_(file.bytes.size(), limits) {
    pending_.push_back({std::move(file), 0});
  }

  std::vector<Received> run() {
    while (!pending_.empty()) {
      Pending next = std::move(pending_.back());
      pending_.pop_back();
      open(std::move(next.received), next.depth);
    }
    return std::move(reports_);
  }

 private:
  void open(Received file, unsigned depth) {
    const std::string_view bytes = file.bytes;
    const bool mail =
        file.stated.media_type == "message/rfc822" || utf8::lower(file.name).ends_with(".eml");
    const bool container =
        is_gzip(bytes) || is_zip(bytes) || is_warc(bytes) || is_mailbox(bytes) || mail;
    if (file.error || bytes.empty() || !container) {
      reports_.push_back(std::move(file));
    } else if (limits_.max_depth > 0 && depth >= limits_.max_depth) {
      file.error = Error{"document.depth", "It is a container in too many containers.", file.name,
                         "Unpack it by hand, or allow more with --max-depth."};
      file.bytes.clear();
      reports_.push_back(std::move(file));
    } else if (is_zip(bytes)) {
      open_zip(file, depth);
    } else if (is_warc(bytes)) {
      add(read_warc(file, budget_), depth);
    } else if (is_gzip(bytes)) {
      open_gzip(std::move(file), depth);
    } else if (mail) {
      add_parts(read_mail(file, budget_), depth);
    } else {
      add(read_mailbox(file), depth);
    }
  }

  void add(std::vector<Received> members, unsigned depth) {
    for (std::size_t i = members.size(); i-- > 0;) {
      pending_.push_back({std::move(members[i]), depth + 1});
    }
  }

  // The body of a mail has the mail's name and is no mail itself.
  void add_parts(std::vector<Received> parts, unsigned depth) {
    std::size_t first = 0;
    for (; first < parts.size() && utf8::lower(parts[first].name).ends_with(".eml") &&
           parts[first].stated.media_type.starts_with("text/");
         ++first) {
      reports_.push_back(std::move(parts[first]));
    }
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(first));
    add(std::move(parts), depth);
  }

  void open_gzip(Received file, unsigned depth) {
    Unpacked unpacked = gunzip(file.bytes, budget_.left());
    if (is_warc(unpacked.bytes)) return add(read_warc(file, budget_), depth);
    const Within within{file.name, sha256_hex(file.bytes), 0, file.bytes.size(), {}};
    budget_.take(unpacked.bytes.size());
    file.bytes = std::move(unpacked.bytes);
    file.within.push_back(within);
    if (unpacked.too_large) file.error = expansion_error(file.name);
    if (unpacked.broken) {
      file.error = container_error(file.name, "the packed file is damaged or cut off");
    }
    if (file.error) file.bytes.clear();
    pending_.push_back({std::move(file), depth + 1});
  }

  void open_zip(Received& file, unsigned depth) {
    auto members = read_zip(file.name, file.bytes, budget_);
    if (!members) {
      file.error = members.error();
      file.bytes.clear();
      reports_.push_back(std::move(file));
      return;
    }
    if (const OfficeKind kind = office_kind(*members); kind != OfficeKind::none) {
      reports_.push_back(read_office(file, *members, kind));
      return;
    }
    if (is_wacz(*members)) return add(read_wacz(file, std::move(*members), budget_), depth);
    const Within within{file.name, sha256_hex(file.bytes), 0, file.bytes.size(), {}};
    std::vector<Received> found;
    for (ZipMember& member : *members) {
      Received one;
      one.name = file.name + "/" + member.path;
      one.bytes = std::move(member.bytes);
      one.within = file.within;
      one.within.push_back(within);
      one.error = std::move(member.error);
      if (one.error) one.error->input = one.name;
      found.push_back(std::move(one));
    }
    if (found.empty()) {
      file.error = Error{"document.empty", "The archive holds no files.", file.name,
                         "Pack the reports again, or leave it out."};
      file.bytes.clear();
      found.push_back(std::move(file));
    }
    add(std::move(found), depth);
  }

  const ReadLimits& limits_;
  Budget budget_;
  std::vector<Pending> pending_;
  std::vector<Received> reports_;
};

}  // namespace

std::vector<Received> unpack(Received file, const ReadLimits& limits) {
  return Unpacking(std::move(file), limits).run();
}

}  // namespace counterpoint
