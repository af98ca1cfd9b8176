// SPDX-License-Identifier: Apache-2.0
// Two houses behind one server: who is found under which name, and what a name that is nobody's gets.
#include "web/http/virtual_hosts.hpp"

#include <gtest/gtest.h>

#include <mutex>

#include "web/http/loopback_test.hpp"

namespace smm::web::http::testing {
namespace {

TEST(HostName, ANameIsWithoutPortCaseAndFinalDot) {
  EXPECT_EQ(host_name("Rivers.Example.ORG"), "rivers.example.org");
  EXPECT_EQ(host_name("rivers.example.org:8443"), "rivers.example.org");
  EXPECT_EQ(host_name("rivers.example.org.:80"), "rivers.example.org");
  EXPECT_EQ(host_name("127.0.0.1:8080"), "127.0.0.1");
  EXPECT_EQ(host_name("[::1]:8080"), "[::1]");
  EXPECT_EQ(host_name("[::1]"), "[::1]");
  EXPECT_EQ(host_name(""), "");
}

Router answering(const std::string& text) {
  Router router;
  router.add(Method::get, "/", [text](const Request&) { return text_response(200, text); });
  router.add(Method::get, "/fail", [](const Request&) -> Response { throw std::runtime_error("no"); });
  return router;
}

class TwoHouses {
  std::mutex mutex_;  // the first to come and the last to go

  void count(int& counter) {
    const std::lock_guard lock(mutex_);
    ++counter;
  }

 public:
  explicit TwoHouses(const std::vector<std::string>& proxies = {}) {
    hosts.add("rivers.example.org", rivers);
    hosts.add("hills.example.org", hills);
    server = std::make_unique<Server>(
        ServerSettings{*parse_listen_address("127.0.0.1:0"), {}, *parse_trusted_proxies(proxies)}, hosts);
    server->start();
  }

  Answer ask(const std::string& host_line, const std::string& more = "", const std::string& target = "/") {
    return RawClient(server->port())
        .ask("GET " + target + " HTTP/1.1\r\n" + host_line + "\r\n" + more + "Connection: close\r\n\r\n");
  }

  ServerEvents counting(int& answered, int& failed) {
    return {[this, &answered](const Answered&) { count(answered); },
            [this, &failed](const Incident&) { count(failed); }};
  }
  int counted(const int& counter) {
    const std::lock_guard lock(mutex_);
    return counter;
  }

  int of_rivers = 0, of_hills = 0, of_nobody = 0, failed_rivers = 0, failed_hills = 0, failed_nobody = 0;
  const Router rivers_router = answering("rivers"), hills_router = answering("hills"),
               nobodys_router = answering("nobody's"), third_router = answering("third");
  const AnsweringHost rivers{rivers_router, counting(of_rivers, failed_rivers)};
  const AnsweringHost hills{hills_router, counting(of_hills, failed_hills)};
  const AnsweringHost nobodys{nobodys_router, counting(of_nobody, failed_nobody)};
  const AnsweringHost third{third_router};
  VirtualHosts hosts{nobodys};
  std::unique_ptr<Server> server;
};

TEST(VirtualHosts, AreFoundByTheirNamesAndByNothingElse) {
  TwoHouses houses;
  for (const char* host : {"rivers.example.org", "RIVERS.example.org", "rivers.example.org:1234",
                           "rivers.example.org.", "Rivers.Example.Org.:80"})
    EXPECT_EQ(houses.ask("Host: " + std::string(host)).body, "rivers") << host;
  EXPECT_EQ(houses.ask("Host: hills.example.org").body, "hills");
  for (const char* host : {"example.org", "xrivers.example.org", "rivers.example.org.evil.example",
                           "127.0.0.1", "localhost", "rivers", "rivers.example.org.."})
    EXPECT_EQ(houses.ask("Host: " + std::string(host)).body, "nobody's") << host;
  EXPECT_EQ(RawClient(houses.server->port()).ask("GET / HTTP/1.0\r\n\r\n").body, "nobody's");
}

TEST(VirtualHosts, WhatCouldNameTwoOfThemIsRefused) {
  TwoHouses houses;
  EXPECT_EQ(houses.ask("Host: rivers.example.org\r\nHost: hills.example.org").status, 400);
  EXPECT_EQ(houses.ask("Host: rivers.example.org, hills.example.org").status, 400);
  EXPECT_EQ(houses.ask("Host: rivers.example.org@hills.example.org").status, 400);
  EXPECT_EQ(houses.ask("Host: rivers.example.org", "", "http://hills.example.org/").status, 400);
  EXPECT_EQ(houses.ask("Host: rivers.example.org/hills.example.org").status, 400);
}

TEST(VirtualHosts, AProxyIsBelievedOnlyWhenItIsOurs) {
  TwoHouses alone;
  for (const char* header :
       {"X-Forwarded-Host: hills.example.org\r\n", "Forwarded: host=hills.example.org\r\n",
        "X-Host: hills.example.org\r\n", "X-Original-Host: hills.example.org\r\n"})
    EXPECT_EQ(alone.ask("Host: rivers.example.org", header).body, "rivers") << header;
  TwoHouses behind({"127.0.0.1"});
  EXPECT_EQ(behind.ask("Host: rivers.example.org", "X-Forwarded-Host: hills.example.org\r\n").body, "hills");
  EXPECT_EQ(
      behind.ask("Host: rivers.example.org", "X-Forwarded-Host: evil.example, hills.example.org\r\n").body,
      "hills");
  EXPECT_EQ(behind.ask("Host: rivers.example.org", "X-Forwarded-Host: evil.example\r\n").body, "nobody's");
}

TEST(VirtualHosts, EachIsToldOfItsOwnRequestsOnly) {
  TwoHouses houses;
  EXPECT_EQ(houses.ask("Host: rivers.example.org", "", "/fail").status, 500);
  houses.ask("Host: rivers.example.org");
  houses.ask("Host: evil.example");
  houses.ask("Host: <");
  EXPECT_TRUE(eventually([&] { return houses.counted(houses.of_nobody) == 2; }));
  EXPECT_EQ(houses.counted(houses.of_rivers), 2);
  EXPECT_EQ(houses.counted(houses.failed_rivers), 1);
  EXPECT_EQ(houses.counted(houses.of_hills) + houses.counted(houses.failed_hills), 0);
  EXPECT_EQ(houses.counted(houses.failed_nobody), 0);
}

TEST(VirtualHosts, WhatStandsBehindANameMayChange) {
  TwoHouses houses;
  houses.hosts.change("hills.example.org", houses.third);
  EXPECT_EQ(houses.ask("Host: hills.example.org").body, "third");
  EXPECT_EQ(houses.ask("Host: rivers.example.org").body, "rivers");
}

TEST(VirtualHosts, OneConnectionMayAskForEach) {
  TwoHouses houses;
  RawClient client(houses.server->port());
  client.send(
      "GET / HTTP/1.1\r\nHost: rivers.example.org\r\n\r\nGET / HTTP/1.1\r\nHost: hills.example.org\r\n\r\n"
      "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  EXPECT_EQ(client.answer().body, "rivers");
  EXPECT_EQ(client.answer().body, "hills");
  EXPECT_EQ(client.answer().body, "nobody's");
}

}  // namespace
}  // namespace smm::web::http::testing
