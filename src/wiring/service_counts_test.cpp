// SPDX-License-Identifier: Apache-2.0
#include "wiring/service_counts.hpp"

#include <gtest/gtest.h>

#include "app/problems.hpp"
#include "base/random_bytes.hpp"
#include "wiring/counted_database.hpp"
#include "wiring/counted_printer.hpp"

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

// Counts of its own database and printer: one save that was kept, one that was too much, one page.
class OneAtATime final : public app::Database {
 public:
  void read(const Work&) override { throw app::DatabaseRefusal(app::Refusal::busy, "busy"); }
  void write(Work, Done done) override { done(std::exchange(next_, nullptr)); }
  void save(const app::ExpectedSave&, Work work, Done done) override {
    write(std::move(work), std::move(done));
  }
  void fail_next(std::exception_ptr failure) { next_ = std::move(failure); }

 private:
  std::exception_ptr next_;
};

class BlankPrinter final : public app::PdfPrinter {
 public:
  base::Result<std::string> print(const std::string& html) override {
    if (html.empty()) return base::Problem(app::problem::printing_failed, "it is empty");
    return html;
  }
};

app::ExpectedSave any_save() {
  base::SeededRandomBytes random(1);
  return {{assessment::RoundId::make(random), assessment::SchoolId::make(random)}, {"", "a"}, "deans", {}};
}

std::string others() {
  DatabaseCounts counts;
  auto made = std::make_unique<OneAtATime>();
  OneAtATime& inside = *made;
  const auto database = counted(std::move(made), counts);
  int told = 0;
  const auto done = [&](const std::exception_ptr& failure) { told += failure ? 10 : 1; };
  database->write([](app::Records&) {}, done);
  inside.fail_next(std::make_exception_ptr(app::DatabaseRefusal(app::Refusal::full, "full")));
  database->write([](app::Records&) {}, done);
  inside.fail_next(std::make_exception_ptr(std::runtime_error("a rule said no")));
  database->save(
      any_save(), [](app::Records&) {}, done);
  EXPECT_EQ(told, 21);
  EXPECT_THROW(database->read([](app::Records&) {}), app::DatabaseRefusal);
  CountedPrinter printer(std::make_unique<BlankPrinter>());
  EXPECT_TRUE(printer.print("page"));
  EXPECT_FALSE(printer.print(""));
  std::string text;
  counts.write(text);
  printer.write(text);
  return text;
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
                      "1.2",
                      base::Instant{1'781'784'000 * base::one_second},
                      2,
                      others()});
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

TEST(ServiceCounts, TellsHowSavesReadsAndPagesEnded) {
  const std::string text = sample();
  for (const char* line :
       {"smm_saves_total{end=\"done\"} 1", "smm_saves_total{end=\"full\"} 1",
        "smm_saves_total{end=\"taken_back\"} 1", "smm_saves_total{end=\"unknown\"} 0", "smm_saves_waiting 0",
        "smm_save_seconds_count 3", "smm_reads_total{end=\"busy\"} 1", "smm_reads_total{end=\"done\"} 0",
        "smm_read_seconds_count 1", "smm_prints_total{end=\"done\"} 1", "smm_prints_total{end=\"failed\"} 1",
        "smm_prints_waiting 0", "smm_print_seconds_count 2", "smm_jobs 2",
        "smm_last_backup_timestamp_seconds 1781784000"})
    EXPECT_TRUE(has_line(text, line)) << line << "\n" << text;
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

std::set<std::string> families_in(const std::string& text, const std::regex& pattern) {
  std::set<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    names.insert(std::regex_replace((*it)[1].str(), std::regex("_(bucket|sum|count)$"), ""));
  return names;
}

// An alarm that asks for what nobody counts never rings.
TEST(ServiceCounts, AlarmsAreOfFamiliesThatThereAre) {
  std::ifstream file("docs/howto/alerts.yaml");
  const std::string alerts{std::istreambuf_iterator<char>(file), {}};
  const auto known = families_in(sample(), std::regex("# TYPE ([a-z_]+)"));
  const auto asked = families_in(alerts, std::regex("\\b(smm_[a-z_]+)"));
  EXPECT_GT(asked.size(), 8U);
  for (const std::string& name : asked) EXPECT_TRUE(known.contains(name)) << name;
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
