// SPDX-License-Identifier: Apache-2.0
#include "adapters/http_client.hpp"

#include <gtest/gtest.h>

#include "app/problems.hpp"
#include "child_process.hpp"
#include "test_certificate.hpp"

namespace smm::adapters {
namespace {

class OddServer {
 public:
  explicit OddServer(const std::vector<std::string>& options = {})
      : server_(command(options)), port_(server_.line()) {}

  std::string url(const std::string& path) const { return "http://127.0.0.1:" + port_ + path; }
  std::string tls_url(const std::string& path) const { return "https://localhost:" + port_ + path; }

 private:
  static std::vector<std::string> command(const std::vector<std::string>& options) {
    std::vector<std::string> words = {"/usr/bin/python3", "tests/oidc/odd_server.py"};
    words.insert(words.end(), options.begin(), options.end());
    return words;
  }

  test::ChildProcess server_;
  std::string port_;
};

std::string body_at(const HttpQuestion& question, const HttpLimits& limits = {}) {
  const auto answer = CurlHttpClient(limits).ask(question);
  if (answer) return std::to_string(answer->status) + " " + answer->body;
  EXPECT_EQ(answer.problems().front().code, app::problem::identity_provider_unreachable.code);
  return "unreachable";
}

TEST(HttpClient, AsksAndPosts) {
  const OddServer server;
  EXPECT_EQ(body_at({.url = server.url("/echo")}), R"(200 ["application/json", null])");
  EXPECT_EQ(body_at({.url = server.url("/echo"), .bearer = "at"}),
            R"(200 ["application/json", "Bearer at"])");
  EXPECT_EQ(body_at({.url = server.url("/none")}), "404 no");
  // "us%3Aer:pass%20word", as RFC 6749 joins them
  EXPECT_EQ(body_at({.url = server.url("/"),
                     .form = {{"a", "1 &=é"}, {"b", ""}},
                     .user = "us:er",
                     .password = "pass word"}),
            R"(200 ["a=1%20%26%3D%C3%A9&b=", "application/x-www-form-urlencoded", )"
            R"("Basic dXMlM0FlcjpwYXNzJTIwd29yZA=="])");
}

TEST(HttpClient, DoesNotFollowRedirects) {
  const OddServer server;
  EXPECT_EQ(body_at({.url = server.url("/redirect")}), "302 ");
}

TEST(HttpClient, TakesNoMoreThanItIsToldTo) {
  const OddServer server;
  EXPECT_EQ(body_at({.url = server.url("/long")}, {.most_bytes = 2000}), "200 " + std::string(2000, 'x'));
  EXPECT_EQ(body_at({.url = server.url("/long")}, {.most_bytes = 1999}), "unreachable");
  EXPECT_EQ(body_at({.url = server.url("/endless")}), "unreachable");
  EXPECT_LT(body_at({.url = server.url("/packed")}).size(),
            100'000U);  // is not unpacked: we did not ask for it
}

TEST(HttpClient, DoesNotWaitForASlowServer) {
  const OddServer server;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(body_at({.url = server.url("/slow")}, {.whole = std::chrono::milliseconds(300)}), "unreachable");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(HttpClient, ChecksWhoAnswers) {
  const test::TestCertificate good("DNS:localhost");
  const test::TestCertificate of_others("DNS:login.example.org");
  const OddServer server({good.path(), good.key()});
  const OddServer impostor({of_others.path(), of_others.key()});
  EXPECT_EQ(body_at({.url = server.tls_url("/none")}, {.ca_file = good.path()}), "404 no");
  EXPECT_EQ(body_at({.url = server.tls_url("/none")}), "unreachable");
  EXPECT_EQ(body_at({.url = impostor.tls_url("/none")}, {.ca_file = of_others.path()}), "unreachable");
}

TEST(HttpClient, UrlsAreSafeOverTlsOrOnThisMachine) {
  for (const char* url :
       {"https://login.example.org", "https://login.example.org:8443/x?y=z", "http://127.0.0.1:8080/",
        "http://127.8.8.8/", "http://localhost/", "http://[::1]:80/x"})
    EXPECT_TRUE(is_safe_url(url)) << url;
  for (const char* url :
       {"", "login.example.org", "http://login.example.org", "http://127.0.0.1.example.org/",
        "http://localhost.example.org/", "http://0.0.0.0/", "http://10.0.0.1/", "ftp://localhost/",
        "file:///etc/passwd", "https://", "https://user@login.example.org/", "http://localhost@evil.example/",
        "https://login.example.org/#x", "https://login example.org/", "javascript:alert(1)",
        "https://login.example.org/\r\nX: y"})
    EXPECT_FALSE(is_safe_url(url)) << url;
  EXPECT_EQ(body_at({.url = "http://login.example.org/"}), "unreachable");
}

}  // namespace
}  // namespace smm::adapters
