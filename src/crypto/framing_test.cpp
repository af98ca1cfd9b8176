// SPDX-License-Identifier: Apache-2.0
#include "crypto/framing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace smm::crypto {
namespace {

TEST(Framing, FieldsComeBack) {
  rc::check([](const std::vector<std::string>& fields) {
    const std::vector<std::string_view> views(fields.begin(), fields.end());
    RC_ASSERT(unframed(framed(views)) == fields);
  });
}

TEST(Framing, WhatIsCutOffIsNotRead) {
  const std::string whole = framed({"one", "two"});
  for (std::size_t length = 1; length < whole.size(); ++length) {
    const auto read = unframed(std::string_view(whole).substr(0, length));
    if (length == 11) continue;  // exactly the first field
    EXPECT_FALSE(read) << length;
  }
}

TEST(Framing, ALengthBeyondTheEndIsNotRead) {
  EXPECT_FALSE(unframed(std::string(8, '\xff')));
  EXPECT_FALSE(unframed(std::string(8, '\xff') + "text"));
}

}  // namespace
}  // namespace smm::crypto
