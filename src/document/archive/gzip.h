// SPDX-License-Identifier: Apache-2.0
// gzip files of one or more members (RFC 1952), and the encodings of web servers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterpoint {

struct GzipMember {
  std::size_t packed_begin = 0;  // into the bytes given
  std::size_t packed_end = 0;
  std::size_t begin = 0;  // into the unpacked bytes
};

struct Unpacked {
  std::string bytes;
  std::vector<GzipMember> members;
  bool too_large = false;  // more than `most` bytes; `bytes` holds the first of them
  bool broken = false;     // cut off or damaged; `bytes` holds what could be read
};

[[nodiscard]] bool is_gzip(std::string_view bytes);

// Cost linear in the unpacked bytes, of which there are at most `most`.
[[nodiscard]] Unpacked gunzip(std::string_view packed, std::uint64_t most);

// Content-Encoding deflate: zlib's format, or bare as some servers send it.
[[nodiscard]] Unpacked inflate_body(std::string_view packed, std::uint64_t most);

}  // namespace counterpoint
