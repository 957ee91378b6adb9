// SPDX-License-Identifier: Apache-2.0
// Every half, portable and vectorised.
#include "nn/half.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

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

}  // namespace
}  // namespace counterpoint::nn
