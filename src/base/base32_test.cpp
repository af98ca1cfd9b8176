// SPDX-License-Identifier: Apache-2.0
#include "base/base32.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>

namespace smm::base {
namespace {

// RFC 4648, section 10, in lower case and without padding.
TEST(Base32, MeetsThePublishedVectors) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "my"},
                                                         {"fo", "mzxq"},
                                                         {"foo", "mzxw6"},
                                                         {"foob", "mzxw6yq"},
                                                         {"fooba", "mzxw6ytb"},
                                                         {"foobar", "mzxw6ytboi"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(base32(bytes), text);
    EXPECT_EQ(from_base32(text), bytes);
  }
}

TEST(Base32, RefusesWhatItWouldNotWrite) {
  for (const char* text : {"MY", "my======", "m", "mz", "mzxw6y", "my ", "m1", "m0", "m8"})
    EXPECT_EQ(from_base32(text), std::nullopt) << text;
}

RC_GTEST_PROP(Base32, ReadsBackWhatItWrote, (const std::string& bytes)) {
  RC_ASSERT(from_base32(base32(bytes)) == bytes);
}

}  // namespace
}  // namespace smm::base
