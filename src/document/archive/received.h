// SPDX-License-Identifier: Apache-2.0
// What was received before it is read as a report: bytes, and what their container says of them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "counterpoint/document.h"

namespace counterpoint {

// What a container says of a member; empty where it says nothing.
struct Stated {
  std::string media_type;  // without parameters, lower case
  std::string charset;
  std::string title;
  std::string url;
  std::string publisher;
  std::string language;
  std::vector<std::string> authors;
  std::optional<Time> published;
  std::optional<Time> updated;
  std::string retrieved;  // EDTF
};

struct Received {
  std::string name;  // path below the argument; members of containers stand below their container
  std::string bytes;
  Stated stated;
  std::vector<Within> within;  // the containers it was taken from, outermost first
  std::optional<Error> error;  // why it cannot be read
};

// Room left for members of one file; shared by all containers in it.
class Budget {
 public:
  Budget(std::uint64_t file_bytes, const ReadLimits& limits);

  // Most bytes that the next member may have.
  [[nodiscard]] std::uint64_t left() const;
  void take(std::uint64_t bytes) { left_ -= std::min(bytes, left_); }

 private:
  std::uint64_t left_;
  std::uint64_t most_;
};

// document.expansion: a member larger than what is allowed.
[[nodiscard]] Error expansion_error(std::string_view name);

// document.container: a container that cannot be opened or is cut off.
[[nodiscard]] Error container_error(std::string_view name, std::string_view cause);

}  // namespace counterpoint
