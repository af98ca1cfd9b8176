// SPDX-License-Identifier: Apache-2.0
#include "crypto/password.hpp"

#include <gtest/gtest.h>

namespace smm::crypto {
namespace {

// From the test vectors of the reference implementation of Argon2 (version 19, argon2id, 64 MiB, 2 passes).
constexpr const char* published =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

TEST(Password, MeetsThePublishedVector) {
  EXPECT_TRUE(password_matches(published, "password"));
  EXPECT_FALSE(password_matches(published, "Password"));
}

TEST(Password, SaysItsParametersAndSaltsEachTime) {
  const std::string stored = hash_password("a long enough phrase");
  EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << stored;
  EXPECT_NE(stored, hash_password("a long enough phrase"));
  EXPECT_TRUE(password_matches(stored, "a long enough phrase"));
  EXPECT_FALSE(password_matches(stored, "a long enough phrasE"));
  EXPECT_FALSE(password_matches(stored, std::string("a long enough phrase\0", 21)));
}

TEST(Password, IsHashedAnewOnlyWhenTheParametersDiffer) {
  EXPECT_FALSE(needs_rehash(hash_password("a long enough phrase")));
  EXPECT_TRUE(needs_rehash(published));
}

TEST(Password, NothingMatchesWhatIsNotAStoredPassword) {
  for (const std::string& stored : {std::string(), std::string("a long enough phrase"),
                                    std::string("$argon2id$"), "$argon2id$" + std::string(500, 'x')}) {
    EXPECT_FALSE(password_matches(stored, "a long enough phrase"));
    EXPECT_TRUE(needs_rehash(stored));
  }
}

}  // namespace
}  // namespace smm::crypto
