// SPDX-License-Identifier: Apache-2.0
// Ids that stay, and SHA-256 on the standard's examples.
#include "base/hash.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/sha256.h"

namespace counterpoint {
namespace {

TEST(StableId, is_the_prefix_and_twelve_hex_digits) {
  const std::string id = stable_id("s-", {"d1", "40", "52"});
  ASSERT_EQ(id.size(), 14U);
  EXPECT_EQ(id.substr(0, 2), "s-");
  EXPECT_EQ(id.find_first_not_of("0123456789abcdef", 2), std::string::npos);
}

TEST(StableId, keeps_its_value_over_releases) {
  // The published XXH3-64 of no bytes is 2d06800538d394c2; an id holds its last twelve digits.
  EXPECT_EQ(stable_id("q-", {}), "q-800538d394c2");
  EXPECT_EQ(stable_id("s-", {"a", "b"}), stable_id("s-", {"a", "b"}));
}

TEST(StableId, tells_parts_borders_and_order_apart) {
  const std::set<std::string> ids{
      stable_id("x-", {}),          stable_id("x-", {""}),        stable_id("x-", {"", ""}),
      stable_id("x-", {"abc"}),     stable_id("x-", {"ab", "c"}), stable_id("x-", {"a", "bc"}),
      stable_id("x-", {"c", "ab"}), stable_id("x-", {"abc", ""}), stable_id("y-", {"abc"})};
  EXPECT_EQ(ids.size(), 9U);
}

TEST(Sha256, agrees_with_the_published_digests) {
  struct Case {
    std::string bytes;
    std::string hex;
  };
  const Case cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Case& c : cases) EXPECT_EQ(sha256_hex(c.bytes), c.hex) << c.bytes.size() << " bytes";
}

TEST(Sha256, counts_zero_bytes) {
  EXPECT_NE(sha256_hex(std::string_view("a\0", 2)), sha256_hex("a"));
}

}  // namespace
}  // namespace counterpoint
