// SPDX-License-Identifier: Apache-2.0
// The service as people meet it: 200 persons of 50 schools save answers over HTTP on loopback, with sessions,
// sealed, logged, with history; then packet pages. The generator runs beside the server on the same machine.
//
//   closed loop of saves, open loop at half of that, packet pages at 100 requests/s and as many as there can
//   be. SMM_SLOW_SYNC_MS adds that many milliseconds to each sync of the disk; TMPDIR chooses the disk.
//
//   bench_service [SECONDS]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "load/load.hpp"
#include "service_house.hpp"
#include "slow_disk.hpp"
#include "sync_rate.hpp"
#include "web/http/server.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/mount.hpp"

namespace {

namespace http = smm::web::http;
namespace load = smm::load;
namespace web = smm::web;

using smm::bench::House;
using smm::bench::persons;
using smm::test::ScratchFolder;

// Each person changes one text answer of their own again and again, from the version that they saved last.
class Savers {
 public:
  explicit Savers(const House& house) : house_(house), versions_(persons, 0), counts_(persons, 0) {}

  void ask(std::size_t person, std::string& request) {
    static const std::vector<std::string> items = {
        "student-inquiry-share@medicine_md", "community-as-teachers@medicine_md",
        "service-in-programme@medicine_md", "equity-competence-assessed@medicine_md"};
    const std::string key = items[person % 4];
    const std::string body = "item=" + escaped(key) + "&" + escaped(key) + ".state=not_known&" +
                             escaped(key) + ".reason=draft+" + std::to_string(++counts_[person]) + "&" +
                             escaped(key) + ".base=" + std::to_string(versions_[person]);
    request += "POST /rounds/2026/schools/" + House::code(person / 4) +
               "/answers HTTP/1.1\r\nHost: a\r\nCookie: __Host-smm=" + house_.token(person) +
               "\r\nX-CSRF-Token: " + web::csrf_token(house_.token(person)) +
               "\r\nAccept: application/json\r\nOrigin: http://127.0.0.1\r\nContent-Type: "
               "application/x-www-form-urlencoded\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
  }

  void hear(std::size_t person, const load::Answer& answer) {
    const std::size_t at = answer.body.find("\"version\": \"");
    if (at != std::string::npos) versions_[person] = std::atoll(answer.body.data() + at + 12);
  }

 private:
  static std::string escaped(std::string text) {
    const std::size_t at = text.find('@');
    return at == std::string::npos ? text : text.replace(at, 1, "%40");
  }

  const House& house_;
  std::vector<long long> versions_;
  std::vector<long long> counts_;
};

void say(const char* what, const load::Report& report) {
  std::printf("%s:\n%s", what, load::text_of(report).c_str());
  std::fflush(stdout);
}

void measure_saves(std::uint16_t port, const House& house, load::Plan plan) {
  Savers savers(house);
  const load::Script script{
      [&](std::size_t person, std::string& request) { savers.ask(person, request); },
      [&](std::size_t person, const load::Answer& answer) { savers.hear(person, answer); }};
  const load::Report closed = load::closed_loop(port, script, plan);
  say("saves, closed loop, 200 connections over 50 schools", closed);
  plan.rate = closed.rate() / 2;
  std::printf("saves, open loop at %.0f/s, ", plan.rate);
  say("half of that", load::open_loop(port, script, plan));
}

void measure_pages(std::uint16_t port, const House& house, load::Plan plan) {
  const load::Script script{[&](std::size_t person, std::string& request) {
    request += "GET /rounds/2026/schools/" + House::code(person / 4) +
               "/packets/academic-affairs HTTP/1.1\r\nHost: a\r\nCookie: __Host-smm=" + house.token(person) +
               "\r\n\r\n";
  }};
  plan.persons = 50;
  plan.rate = 100;
  say("packet page, open loop at 100/s from 50 people", load::open_loop(port, script, plan));
  say("packet page, closed loop from 50 people (saturation)", load::closed_loop(port, script, plan));
}

}  // namespace

int main(int count, char** words) {
  load::Plan plan;
  plan.time = std::chrono::seconds(count > 1 ? std::max(std::atoi(words[1]), 1) : 5);
  const ScratchFolder folder;
  const auto syncs = smm::test::sync_rate_of(folder.path(), std::chrono::seconds(1));
  std::printf("%s: %.0f syncs/s, median %.2f ms\n", folder.path().c_str(), syncs.per_second,
              static_cast<double>(syncs.median.count()) / 1000);
  const auto slow_disk = smm::test::SlowDisk::from_environment();
  const House house(folder);
  http::Router router;
  web::mount(router, house.site(), web::all_endpoints({house.site(), {}, "bench"}));
  web::surround(router, house.site());
  http::Limits limits;
  limits.requests_per_connection = 1'000'000'000;
  if (const char* workers = std::getenv("SMM_WORKERS"))
    limits.workers = static_cast<std::size_t>(std::atoi(workers));
  http::Server server({*http::parse_listen_address("127.0.0.1:0"), limits, {}}, router);
  server.start();
  measure_saves(server.port(), house, plan);
  measure_pages(server.port(), house, plan);
  server.stop();
}
