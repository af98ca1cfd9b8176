// SPDX-License-Identifier: Apache-2.0
#include "app/people/throttle.hpp"

#include <gtest/gtest.h>

#include "app/people/person_at.hpp"
#include "app/people/post_mail.hpp"

namespace smm::app {
namespace {

TEST(NetworkOf, IsAnAddressOrHalfOfOne) {
  EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
  EXPECT_NE(network_of("192.0.2.7"), network_of("192.0.2.8"));
  EXPECT_EQ(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:2:3:4:5:6"));
  EXPECT_NE(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:3::1"));
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), network_of("192.0.2.7"));
  EXPECT_EQ(network_of("unix"), "unix");
}

TEST(TidyName, HasNoControlCharactersAndAnEnd) {
  EXPECT_EQ(tidy_name("  Ana \t Ruiz\n"), "Ana Ruiz");
  EXPECT_EQ(tidy_name("Zoë\x7f Öst"), "Zoë Öst");
  EXPECT_EQ(tidy_name("\xff\xfe"), "");
  EXPECT_EQ(tidy_name(std::string(500, 'a')).size(), 200u);
}

TEST(HostOf, IsWithoutSchemePortAndPath) {
  EXPECT_EQ(host_of("https://metrics.example.org"), "metrics.example.org");
  EXPECT_EQ(host_of("http://127.0.0.1:8080/"), "127.0.0.1");
  EXPECT_EQ(host_of("https://[2001:db8::1]:8443/x"), "[2001:db8::1]");
}

}  // namespace
}  // namespace smm::app
