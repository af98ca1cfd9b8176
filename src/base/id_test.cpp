// SPDX-License-Identifier: Apache-2.0
#include "base/id.hpp"

#include <gtest/gtest.h>

#include <set>
#include <type_traits>

namespace smm::base {
namespace {

using LakeId = Id<struct LakeTag>;
using RiverId = Id<struct RiverTag>;

static_assert(!std::is_constructible_v<LakeId, RiverId> && !std::is_default_constructible_v<LakeId>);
static_assert(!std::is_constructible_v<LakeId, std::string>, "a text has to be parsed");

class CountingBytes final : public RandomBytes {
 public:
  void fill(std::span<unsigned char> bytes) override {
    for (unsigned char& byte : bytes) byte = next_++;
  }

 private:
  unsigned char next_ = 0;
};

TEST(Id, IsItsSixteenBytesInBase32) {
  CountingBytes bytes;
  EXPECT_EQ(LakeId::make(bytes).text(), "aaaqeayeaudaocajbifqydiob4");
}

TEST(Id, ReadsBackWhatItPrints) {
  SeededRandomBytes random(7);
  for (int i = 0; i < 100; ++i) {
    const LakeId id = LakeId::make(random);
    ASSERT_EQ(LakeId::parse(id.text()), id);
  }
}

TEST(Id, HasOneTextOnly) {
  EXPECT_FALSE(LakeId::parse(""));
  EXPECT_FALSE(LakeId::parse("aaaqeayeaudaocajbifqydiob"));    // a character short
  EXPECT_FALSE(LakeId::parse("aaaqeayeaudaocajbifqydiob4a"));  // one too many
  EXPECT_FALSE(LakeId::parse("AAAQEAYEAUDAOCAJBIFQYDIOB4"));
  EXPECT_FALSE(LakeId::parse("aaaqeayeaudaocajbifqydiob5"));  // bits behind the 128th
  EXPECT_FALSE(LakeId::parse("aaaqeayeaudaocajbifqydio 4"));
}

TEST(Id, ComesAgainFromTheSameSeedAndNoneTwice) {
  SeededRandomBytes first(1), again(1), other(2);
  std::set<LakeId> ids;
  for (int i = 0; i < 1000; ++i) {
    const LakeId id = LakeId::make(first);
    ASSERT_EQ(id, LakeId::make(again));
    ids.insert(id);
    ids.insert(LakeId::make(other));
  }
  EXPECT_EQ(ids.size(), 2000U);
}

}  // namespace
}  // namespace smm::base
