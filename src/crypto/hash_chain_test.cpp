// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash_chain.hpp"

#include <gtest/gtest.h>

#include "crypto/hash.hpp"

namespace smm::crypto {
namespace {

using Entries = std::vector<std::vector<std::string_view>>;

std::string head_of(std::string_view name, const Entries& entries) {
  std::string link = first_link(name);
  for (const auto& entry : entries) link = next_link(link, entry);
  return link;
}

TEST(HashChain, IsTheHashOfThePreviousLinkAndTheFramedFields) {
  using std::literals::operator""sv;
  const std::string first = first_link("lake");
  EXPECT_EQ(first, sha256_bytes("\0\0\0\0\0\0\0\5chain\0\0\0\0\0\0\0\4lake"sv));
  EXPECT_EQ(next_link(first, {"ab", ""}),
            sha256_bytes(first + std::string("\0\0\0\0\0\0\0\2ab\0\0\0\0\0\0\0\0"sv)));
}

TEST(HashChain, ShowsEveryChange) {
  const Entries entries = {{"ana", "saved", "item-1"}, {"ben", "saved", "item-2"}, {"ana", "affirmed", ""}};
  const std::string head = head_of("lake", entries);
  EXPECT_EQ(head, head_of("lake", entries));
  const Entries changed[] = {
      {{"ana", "saved", "item-9"}, {"ben", "saved", "item-2"}, {"ana", "affirmed", ""}},
      {{"ben", "saved", "item-2"}, {"ana", "saved", "item-1"}, {"ana", "affirmed", ""}},
      {{"ana", "saved", "item-1"}, {"ana", "affirmed", ""}},
      {{"ana", "saved", "item-1"}, {"ben", "saved", "item-2"}, {"ana", "affirmed"}},
      {{"ana", "saved", "item-1"}, {"bens", "aved", "item-2"}, {"ana", "affirmed", ""}},
      {{"ana", "saved", "item-1"}, {"ben", "saved", "item-2"}, {"ana", "affirmed", ""}, {}}};
  for (const Entries& other : changed) EXPECT_NE(head_of("lake", other), head);
  EXPECT_NE(head_of("river", entries), head);
}

TEST(HashChainDeathTest, TakesNoHalfLink) {
  EXPECT_DEATH(next_link("short", {}), "size");
}

}  // namespace
}  // namespace smm::crypto
