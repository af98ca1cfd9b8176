// SPDX-License-Identifier: Apache-2.0
#include "wiring/service_counts.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace smm::wiring {
namespace {

using std::chrono::microseconds;

web::http::Answered answer(std::string_view route, int status, int time) {
  return {.route = route, .refusal = {}, .status = status, .time = microseconds(time)};
}

std::string sample() {
  ServiceCounts counts;
  counts.answered(answer("packet", 200, 900));
  counts.answered(answer("packet", 200, 4'000));
  counts.answered(answer("packet", 404, 1'000));
  counts.answered(answer("", 503, 60'000'000));
  counts.failed();
  return counts.text({{.connections = 3, .accepted = 7, .overloaded = 1},
                      {{app::MailState::waiting, 2}, {app::MailState::sent, 5}},
                      "1.2"});
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST(ServiceCounts, CountsRequestsByRouteAndClass) {
  const std::string text = sample();
  EXPECT_TRUE(has_line(text, "smm_requests_total{route=\"packet\",status=\"2xx\"} 2")) << text;
  EXPECT_TRUE(has_line(text, "smm_requests_total{route=\"packet\",status=\"4xx\"} 1"));
  EXPECT_TRUE(has_line(text, "smm_requests_total{route=\"\",status=\"5xx\"} 1"));
  EXPECT_TRUE(has_line(text, "smm_failures_total 1"));
}

TEST(ServiceCounts, BucketsHoldAllThatWasQuicker) {
  const std::string text = sample();
  EXPECT_TRUE(has_line(text, "smm_request_seconds_bucket{le=\"0.001\"} 2")) << text;
  EXPECT_TRUE(has_line(text, "smm_request_seconds_bucket{le=\"0.005\"} 3"));
  EXPECT_TRUE(has_line(text, "smm_request_seconds_bucket{le=\"10\"} 3"));
  EXPECT_TRUE(has_line(text, "smm_request_seconds_bucket{le=\"+Inf\"} 4"));
  EXPECT_TRUE(has_line(text, "smm_request_seconds_count 4"));
  EXPECT_TRUE(has_line(text, "smm_request_seconds_sum 60.005900"));
}

TEST(ServiceCounts, TellsWhatOthersCount) {
  const std::string text = sample();
  for (const char* line :
       {"smm_connections 3", "smm_connections_total 7", "smm_overloads_total 1",
        "smm_mails{state=\"waiting\"} 2", "smm_mails{state=\"sent\"} 5", "smm_build{version=\"1.2\"} 1"})
    EXPECT_TRUE(has_line(text, line)) << line;
}

// Every line is a comment or a sample, and every sample's family was announced before it.
TEST(ServiceCounts, IsWrittenAsPrometheusReadsIt) {
  const std::regex line_of_text(
      R"re((# (HELP|TYPE) ([a-z_]+) .+|([a-z_]+)(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.]+))re");
  std::set<std::string> announced;
  std::istringstream lines(sample());
  for (std::string line; std::getline(lines, line);) {
    std::smatch parts;
    ASSERT_TRUE(std::regex_match(line, parts, line_of_text)) << line;
    if (parts[2] == "TYPE") announced.insert(parts[3]);
    const std::string family = std::regex_replace(parts[4].str(), std::regex("_(bucket|sum|count)$"), "");
    EXPECT_TRUE(family.empty() || announced.contains(family)) << line;
  }
}

TEST(ServiceCounts, ItsPageListsEveryFamily) {
  std::ifstream file("docs/reference/metrics.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::string text = sample();
  const std::regex type("# TYPE ([a-z_]+) ([a-z]+)");
  for (std::sregex_iterator it(text.begin(), text.end(), type), end; it != end; ++it)
    EXPECT_NE(page.find("| `" + (*it)[1].str() + "` | " + (*it)[2].str() + " |"), std::string::npos)
        << (*it)[1];
}

}  // namespace
}  // namespace smm::wiring
