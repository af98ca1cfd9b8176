// SPDX-License-Identifier: Apache-2.0
#include "web/http/forwarded.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "web/http/listening.hpp"

namespace smm::web::http {
namespace {

Request forwarded(const std::vector<Header>& said, std::string_view peer, std::optional<int> refused = {}) {
  const auto proxies = parse_trusted_proxies({"10.0.0.0/8", "fd00::/8"});
  Request request;
  request.host = "inside";
  for (const Header& field : said) request.headers.add(field.name, field.value);
  const auto refusal = apply_forwarding(*proxies, peer, request);
  EXPECT_EQ(refusal ? std::optional(refusal->status) : std::nullopt, refused);
  return request;
}

TEST(Forwarded, TheClientIsTheRightmostAddressThatIsNoProxy) {
  const auto client = [](const std::string& list, std::string_view peer = "10.0.0.1") {
    return forwarded({{"X-Forwarded-For", list}}, peer).client;
  };
  EXPECT_EQ(client("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client("6.6.6.6, 192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client("6.6.6.6, 192.0.2.7, 10.0.0.9"), "192.0.2.7");
  EXPECT_EQ(client("10.0.0.8, 10.0.0.9"), "10.0.0.8");
  EXPECT_EQ(client("6.6.6.6, not an address, 10.0.0.9"), "10.0.0.9");
  EXPECT_EQ(client("6.6.6.6, "), "10.0.0.1");
  EXPECT_EQ(client("2001:DB8:0::1", "fd00::1"), "2001:db8::1");
  EXPECT_EQ(client("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client("192.0.2.7:4711"), "10.0.0.1");
  EXPECT_EQ(client("192.0.2.7", "11.0.0.1"), "11.0.0.1");
}

TEST(Forwarded, FieldsThatComeTwiceAreOneList) {
  EXPECT_EQ(forwarded({{"X-Forwarded-For", "6.6.6.6"}, {"x-forwarded-for", "192.0.2.7"}}, "10.0.0.1").client,
            "192.0.2.7");
  const Request request =
      forwarded({{"X-Forwarded-Proto", "http"}, {"X-Forwarded-Proto", "https"}}, "10.0.0.1");
  EXPECT_EQ(request.scheme, "https");
}

TEST(Forwarded, WhatAStrangerSaysIsTakenAway) {
  const Request request = forwarded({{"X-Forwarded-For", "1.1.1.1"},
                                     {"X-Forwarded-Proto", "https"},
                                     {"X-Forwarded-Host", "evil.example"},
                                     {"Forwarded", "for=1.1.1.1"},
                                     {"X-Other", "stays"}},
                                    "192.0.2.1");
  EXPECT_EQ(request.headers.size(), 1U);
  EXPECT_EQ(request.host, "inside");
  EXPECT_EQ(request.scheme, "http");
  EXPECT_FALSE(request.through_proxy);
}

TEST(Forwarded, AProxyThatSaysNonsenseIsRefused) {
  forwarded({{"X-Forwarded-Proto", "ftp"}}, "10.0.0.1", 400);
  forwarded({{"X-Forwarded-Host", "a/b"}}, "10.0.0.1", 400);
  EXPECT_EQ(forwarded({{"X-Forwarded-Host", "a.example:444"}}, "10.0.0.1").host, "a.example:444");
}

TEST(Forwarded, ProxiesAreBlocksOfAddresses) {
  const auto contains = [](const char* block, const char* address) {
    return parse_address_block(block)->contains(*parse_address(address));
  };
  EXPECT_TRUE(contains("10.0.0.0/8", "10.255.1.1"));
  EXPECT_FALSE(contains("10.0.0.0/8", "11.0.0.0"));
  EXPECT_TRUE(contains("192.0.2.128/25", "192.0.2.128"));
  EXPECT_FALSE(contains("192.0.2.128/25", "192.0.2.127"));
  EXPECT_TRUE(contains("192.0.2.1", "::ffff:192.0.2.1"));
  EXPECT_TRUE(contains("0.0.0.0/0", "8.8.8.8"));
  EXPECT_FALSE(contains("0.0.0.0/0", "2001:db8::1"));
  EXPECT_TRUE(contains("2001:db8::/32", "2001:db8:ffff::1"));
  const auto bad = parse_trusted_proxies({"10.0.0.0/33", "unix", "proxy.example", "::/129", "10.0.0.0/"});
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.problems().size(), 4U);
  EXPECT_EQ(bad.problems().front().code, "bad_proxy_address");
}

TEST(Listening, AddressesAreReadOrRefused) {
  EXPECT_EQ(parse_listen_address("127.0.0.1:8080")->port, 8080);
  EXPECT_TRUE(parse_listen_address("localhost:0")->is_loopback());
  EXPECT_TRUE(parse_listen_address("[::1]:80")->is_loopback());
  EXPECT_FALSE(parse_listen_address("0.0.0.0:80")->is_loopback());
  EXPECT_FALSE(parse_listen_address("[::]:80")->is_loopback());
  EXPECT_EQ(parse_listen_address("unix:/run/x")->unix_path, "/run/x");
  for (const char* bad : {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:80",
                          "example.org:80", "unix:", "unix:x", "127.0.0.1:8o"})
    EXPECT_FALSE(parse_listen_address(bad).ok()) << bad;
}

}  // namespace
}  // namespace smm::web::http
