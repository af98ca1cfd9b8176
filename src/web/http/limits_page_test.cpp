// SPDX-License-Identifier: Apache-2.0
// docs/reference/http.md tells the defaults of Limits. A limit that is added must be told as well: the size
// of the struct is part of the test.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "web/http/limits.hpp"

namespace smm::web::http {
namespace {

std::string page() {
  std::ifstream file("docs/reference/http.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string bytes(std::uint64_t count) {
  return count % (1024 * 1024) == 0 ? std::to_string(count / 1024 / 1024) + " MiB"
                                    : std::to_string(count / 1024) + " KiB";
}

std::string seconds(std::chrono::milliseconds time) {
  return std::to_string(time.count() / 1000) + " s";
}

TEST(LimitsPage, TellsTheDefaults) {
  const Limits limits;
  const std::string text = page();
  const auto told = [&text](const std::string& name, const std::string& value) {
    EXPECT_NE(text.find("| `" + name + "` | " + value + " |"), std::string::npos) << name << " " << value;
  };
  told("request_line", bytes(limits.request_line));
  told("head", bytes(limits.head));
  told("fields", std::to_string(limits.fields));
  told("body", bytes(limits.body));
  told("bodies_held", bytes(limits.bodies_held));
  told("header_time", seconds(limits.header_time));
  told("body_time", seconds(limits.body_time));
  told("idle_time", seconds(limits.idle_time));
  told("write_time", seconds(limits.write_time));
  told("linger_time", seconds(limits.linger_time));
  told("request_time", seconds(limits.request_time));
  told("grace_time", seconds(limits.grace_time));
  told("slowest_rate", bytes(limits.slowest_rate) + " per second");
  told("connections", std::to_string(limits.connections));
  told("requests_per_connection", std::to_string(limits.requests_per_connection));
  told("workers", std::to_string(limits.workers));
  told("queue", std::to_string(limits.queue));
  told("retry_after", seconds(limits.retry_after));
  EXPECT_EQ(sizeof(Limits), 18 * 8U);
}

}  // namespace
}  // namespace smm::web::http
