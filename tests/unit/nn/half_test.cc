// SPDX-License-Identifier: Apache-2.0
// Every half, portable and vectorised, and SHA-256 on the standard's examples.
#include "nn/half.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#include "nn/sha256.h"

namespace counterpoint::nn {
namespace {

TEST(Half, widens_known_values) {
  EXPECT_EQ(widen_half(0x3C00), 1.F);
  EXPECT_EQ(widen_half(0xC000), -2.F);
  EXPECT_EQ(widen_half(0x7BFF), 65504.F);
  EXPECT_EQ(widen_half(0x0001), 0x1p-24F);
  EXPECT_EQ(widen_half(0x03FF), 1023 * 0x1p-24F);
  EXPECT_TRUE(std::signbit(widen_half(0x8000)));
  EXPECT_EQ(widen_half(0xFC00), -std::numeric_limits<float>::infinity());
  EXPECT_TRUE(std::isnan(widen_half(0x7E00)));
}

TEST(Half, widens_all_values_alike_one_by_one_and_together) {
  std::vector<std::byte> bytes(65536 * 2 + 1);
  for (std::uint32_t i = 0; i < 65536; ++i) {
    const auto half = static_cast<std::uint16_t>(i);
    std::memcpy(bytes.data() + 1 + std::size_t{2} * i, &half, 2);  // off alignment on purpose
  }
  std::vector<float> together(65536);
  widen_half(std::span(bytes).subspan(1), together);
  for (std::uint32_t i = 0; i < 65536; ++i) {
    const float one = widen_half(static_cast<std::uint16_t>(i));
    if (std::isnan(one)) {
      EXPECT_TRUE(std::isnan(together[i])) << i;
    } else {
      EXPECT_EQ(std::bit_cast<std::uint32_t>(one), std::bit_cast<std::uint32_t>(together[i])) << i;
    }
  }
}

TEST(Sha256, agrees_with_the_standards_examples) {
  const auto of = [](std::string_view text) { return sha256_hex(std::as_bytes(std::span(text))); };
  EXPECT_EQ(of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(of(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace counterpoint::nn
