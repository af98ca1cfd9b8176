// SPDX-License-Identifier: Apache-2.0
// Saves answers at servers of one installation: as many people at each, on one thread for each server, and
// each asks again as soon as the answer is there.
//
//   save_load SECONDS PEOPLE PORT...
//
// PEOPLE is a file of lines "school token csrf". Whoever saves changes one answer again and again, from the
// version that was saved last, as a browser does while somebody types.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "load/load.hpp"

namespace {

namespace load = smm::load;

struct Saver {
  std::string school;
  std::string token;
  std::string csrf;
  std::string item;
  long long version = 0;
  long long count = 0;
};

std::vector<Saver> savers_in(const char* path) {
  static const std::vector<std::string> items = {"student-inquiry-share", "community-as-teachers",
                                                 "service-in-programme", "equity-competence-assessed"};
  std::vector<Saver> savers;
  std::ifstream file(path);
  for (Saver one; file >> one.school >> one.token >> one.csrf;) {
    one.item = items[savers.size() % items.size()] + "%40medicine_md";
    savers.push_back(one);
  }
  return savers;
}

void ask(Saver& saver, std::string& request) {
  const std::string body = "item=" + saver.item + "&" + saver.item + ".state=not_known&" + saver.item +
                           ".reason=draft+" + std::to_string(++saver.count) + "&" + saver.item +
                           ".base=" + std::to_string(saver.version);
  request += "POST /rounds/2026/schools/" + saver.school +
             "/answers HTTP/1.1\r\nHost: a\r\nCookie: __Host-smm=" + saver.token +
             "\r\nX-CSRF-Token: " + saver.csrf +
             "\r\nAccept: application/json\r\nSec-Fetch-Site: same-origin\r\nContent-Type: "
             "application/x-www-form-urlencoded\r\nContent-Length: " +
             std::to_string(body.size()) + "\r\n\r\n" + body;
}

void hear(Saver& saver, const load::Answer& answer) {
  const std::string_view before = "\"version\": \"";
  const std::size_t at = answer.body.find(before);
  if (at != std::string_view::npos) saver.version = std::atoll(answer.body.data() + at + before.size());
}

// The share of one server: every `of`-th of the savers.
load::Report saved_at(std::uint16_t port, std::vector<Saver>& savers, std::size_t first, std::size_t of,
                      std::chrono::seconds time) {
  load::Plan plan;
  plan.time = time;
  plan.persons = (savers.size() - first + of - 1) / of;
  const load::Script script{
      [&](std::size_t person, std::string& request) { ask(savers[first + person * of], request); },
      [&](std::size_t person, const load::Answer& answer) { hear(savers[first + person * of], answer); }};
  return load::closed_loop(port, script, plan);
}

void tell(const std::vector<load::Report>& reports) {
  double rate = 0;
  std::uint64_t others = 0;
  std::vector<load::microseconds> latencies;
  for (const load::Report& report : reports) {
    rate += static_cast<double>(report.with_status_from(200, 299)) / report.seconds;
    for (const auto& [status, count] : report.by_status) others += status == 200 ? 0 : count;
    others += report.broken + report.unanswered;
    latencies.insert(latencies.end(), report.latencies.begin(), report.latencies.end());
  }
  std::ranges::sort(latencies);
  const auto at = [&](std::size_t percent) {
    return latencies.empty()
               ? 0.0
               : static_cast<double>(latencies[(latencies.size() - 1) * percent / 100].count()) / 1000;
  };
  std::printf("%.0f saves/s, p50 %.1f ms, p99 %.1f ms, %llu not answered with 200\n", rate, at(50), at(99),
              static_cast<unsigned long long>(others));
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::fputs("usage: save_load SECONDS PEOPLE PORT...\n", stderr);
    return 2;
  }
  auto savers = savers_in(words[2]);
  const auto servers = static_cast<std::size_t>(count - 3);
  if (savers.size() < servers) {
    std::fputs("save_load: too few people\n", stderr);
    return 1;
  }
  std::vector<load::Report> reports(servers);
  std::vector<std::thread> threads;
  for (std::size_t at = 0; at < servers; ++at)
    threads.emplace_back([&, at] {
      const auto port = static_cast<std::uint16_t>(std::atoi(words[3 + at]));
      reports[at] =
          saved_at(port, savers, at, servers, std::chrono::seconds(std::max(std::atoi(words[1]), 1)));
    });
  for (std::thread& thread : threads) thread.join();
  tell(reports);
}
