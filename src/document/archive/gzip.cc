// SPDX-License-Identifier: Apache-2.0
#include "document/archive/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace counterpoint {
namespace {

constexpr int kGzipWindow = 15 + 16;
constexpr int kZlibWindow = 15;
constexpr int kBareWindow = -15;

// One stream of zlib's, freed at the end.
class Inflater {
 public:
  explicit Inflater(std::string_view packed, int window) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    open_ = inflateInit2(&stream_, window) == Z_OK;
  }
  ~Inflater() {
    if (open_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Appends up to the end of a member. False when it is broken or too large.
  bool read_member(Unpacked& to, std::uint64_t most) {
    std::array<char, 1 << 16> buffer{};
    for (int status = Z_OK; open_ && status != Z_STREAM_END;) {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = static_cast<uInt>(buffer.size());
      status = inflate(&stream_, Z_NO_FLUSH);
      const std::size_t made = buffer.size() - stream_.avail_out;
      to.too_large = to.bytes.size() + made > most;
      to.bytes.append(buffer.data(), std::min<std::size_t>(made, most - to.bytes.size()));
      if (to.too_large) return false;
      if (status != Z_OK && status != Z_STREAM_END) break;
      if (status == Z_STREAM_END) return true;
    }
    to.broken = true;
    return false;
  }

  [[nodiscard]] std::size_t left() const { return stream_.avail_in; }
  void next_member() { inflateReset(&stream_); }

 private:
  z_stream stream_{};
  bool open_ = false;
};

}  // namespace

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B\x08");
}

Unpacked gunzip(std::string_view packed, std::uint64_t most) {
  Unpacked result;
  Inflater inflater(packed, kGzipWindow);
  for (std::size_t begin = 0; begin < packed.size();) {
    const std::size_t unpacked = result.bytes.size();
    const bool done = inflater.read_member(result, most);
    const std::size_t end = packed.size() - inflater.left();
    result.members.push_back({begin, end, unpacked});
    if (!done) break;
    begin = end;
    // Some tools pad with zeros behind the last member.
    if (begin < packed.size() && !is_gzip(packed.substr(begin))) break;
    inflater.next_member();
  }
  return result;
}

Unpacked inflate_body(std::string_view packed, std::uint64_t most) {
  Unpacked result;
  if (Inflater(packed, kZlibWindow).read_member(result, most)) return result;
  if (result.too_large || !result.bytes.empty()) return result;
  result = {};
  Inflater(packed, kBareWindow).read_member(result, most);
  return result;
}

}  // namespace counterpoint
