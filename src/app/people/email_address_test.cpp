// SPDX-License-Identifier: Apache-2.0
#include "app/people/email_address.hpp"

#include <gtest/gtest.h>

namespace smm::app {
namespace {

TEST(EmailAddress, IsTakenAsMailServersTakeIt) {
  for (const char* typed : {"dean@school.edu", " dean@school.edu\n", "o'neil+smm@a.b-c.org", "x@localhost"})
    EXPECT_TRUE(email_address(typed)) << typed;
  EXPECT_EQ(email_address(" Dean@School.edu ").value(), "Dean@School.edu");
}

TEST(EmailAddress, IsNothingElse) {
  const std::string long_local = std::string(65, 'a') + "@x.org";
  const std::string long_address = "a@" + std::string(260, 'b');
  for (const std::string& typed :
       {std::string(), std::string("@"), std::string("a@"), std::string("@b"), std::string("a b@c.org"),
        std::string("a@b..c"), std::string(".a@b.c"), std::string("a.@b.c"), std::string("a@-b.c"),
        std::string("a@b.c\r\nBcc: x@y.z"), std::string("\"a\"@b.c"), std::string("<a@b.c>"),
        std::string("ä@b.c"), std::string("a@b@c"), std::string("a\0@b.c", 6), long_local, long_address})
    EXPECT_FALSE(email_address(typed)) << typed;
}

TEST(EmailAddress, IsMaskedToItsFirstLetter) {
  EXPECT_EQ(masked("dean@school.edu"), "d•••@school.edu");
  EXPECT_EQ(masked("d@school.edu"), "d•••@school.edu");
  EXPECT_EQ(masked("nonsense"), "•••");
  EXPECT_EQ(masked("@x"), "•••");
}

TEST(EmailAddress, FoldsAsciiLettersOnly) {
  EXPECT_EQ(folded_email("Dean@SCHOOL.edu"), "dean@school.edu");
  EXPECT_EQ(folded_email("É@x"), "É@x");
}

}  // namespace
}  // namespace smm::app
