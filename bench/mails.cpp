// SPDX-License-Identifier: Apache-2.0
// A round's mails: 10,000 schools taken in from a roster, then 10,000 mails sent by real SMTP to a server on
// this machine that takes whatever comes, while people read packet pages. Prints what a page takes without
// and beside the sending, in turns.
//
//   bench_mails [MAILS]
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "adapters/smtp_mailer.hpp"
#include "app/people/empty_outbox.hpp"
#include "app/people/post_mail.hpp"
#include "app/rounds/import_roster.hpp"
#include "load/load.hpp"
#include "service_house.hpp"
#include "web/http/server.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/mount.hpp"

namespace {

namespace app = smm::app;
namespace base = smm::base;
namespace http = smm::web::http;
namespace load = smm::load;
namespace web = smm::web;

using smm::bench::House;
using smm::bench::persons;
using smm::test::ScratchFolder;

double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Takes one connection after the other, as the outbox opens them, and every mail.
class MailSink {
 public:
  MailSink() : listening_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const at = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (::bind(listening_, at, size) != 0 || ::listen(listening_, 64) != 0 ||
        ::getsockname(listening_, at, &size) != 0)
      std::abort();
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~MailSink() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
  }
  MailSink(const MailSink&) = delete;
  MailSink& operator=(const MailSink&) = delete;

  int port() const { return port_; }
  int taken() const { return taken_; }

 private:
  void serve() {
    for (int one = 0; (one = ::accept(listening_, nullptr, nullptr)) >= 0; ::close(one)) talk(one);
  }

  void talk(int one) {
    say(one, "220 sink\r\n");
    std::string received;
    char bytes[16384];
    bool in_data = false;
    for (ssize_t count = 0; (count = ::read(one, bytes, sizeof bytes)) > 0;) {
      received.append(bytes, static_cast<std::size_t>(count));
      while (step(one, received, in_data)) {
      }
    }
  }

  bool step(int one, std::string& received, bool& in_data) {
    const std::string mark = in_data ? "\r\n.\r\n" : "\r\n";
    const std::size_t end = received.find(mark);
    if (end == std::string::npos) return false;
    const std::string line = received.substr(0, end);
    received.erase(0, end + mark.size());
    if (in_data) ++taken_;
    const bool data = !in_data && line == "DATA";
    say(one, data ? "354 go on\r\n" : "250 ok\r\n");
    in_data = data;
    return true;
  }

  static void say(int one, const std::string& words) {
    if (::send(one, words.data(), words.size(), MSG_NOSIGNAL) < 0) std::perror("sink");
  }

  int listening_;
  int port_ = 0;
  std::atomic<int> taken_ = 0;
  std::thread thread_;
};

std::vector<app::RosterSchool> roster_of(std::size_t count) {
  std::vector<app::RosterSchool> roster;
  for (std::size_t at = 0; at < count; ++at) {
    const std::string code = "r" + std::to_string(at);
    app::RosterSchool school;
    school.code = code;
    school.name = "School of Medicine " + code;
    school.profession = "medicine";
    school.programmes = {"medicine_md"};
    school.contacts.dean = {"Dean of " + code, "dean@" + code + ".example"};
    school.contacts.address = "1 Main Street, Lakeside, OH 43440";
    school.frame.state = "OH";
    roster.push_back(std::move(school));
  }
  return roster;
}

void measure_roster(House& house, std::size_t count) {
  const auto roster = roster_of(count);
  for (const char* turn : {"new", "all known"}) {
    const double took = seconds_of([&] {
      if (!app::import_roster(house.installation(), roster, "bench", false)) std::abort();
    });
    std::printf("roster of %zu schools, %s: %.2f s\n", count, turn, took);
  }
}

void post(House& house, int mails) {
  const auto posted =
      app::change<bool>(house.installation().database, house.installation().clock,
                        [&](app::Records& records, base::Instant now) {
                          for (int at = 0; at < mails; ++at) {
                            app::Letter mail = app::letter(
                                house.pages().texts, "invitation",
                                {"Dean " + std::to_string(at), "dean@r" + std::to_string(at) + ".example"},
                                {{"office", "office"}});
                            mail.url = "http://127.0.0.1/link/" + std::to_string(at);
                            if (!app::post_mail(house.installation(), house.pages(), records, mail, now))
                              std::abort();
                          }
                          return base::Result<app::Change<bool>>(app::Change<bool>::bookkeeping(true));
                        });
  if (!posted) std::abort();
}

load::Report pages(std::uint16_t port, const House& house) {
  const load::Script script{[&](std::size_t person, std::string& request) {
    request += "GET /rounds/2026/schools/" + House::code(person / 4) +
               "/packets/academic-affairs HTTP/1.1\r\nHost: a\r\nCookie: __Host-smm=" + house.token(person) +
               "\r\n\r\n";
  }};
  load::Plan plan;
  plan.persons = 50;
  plan.rate = 50;
  plan.warm_up = std::chrono::milliseconds(500);
  plan.time = std::chrono::seconds(5);
  return load::open_loop(port, script, plan);
}

void say_pages(const char* what, const load::Report& report) {
  std::printf("packet pages at 50/s, %s: p50 %.1f ms, p99 %.1f ms\n", what,
              static_cast<double>(report.percentile(50).count()) / 1000,
              static_cast<double>(report.percentile(99).count()) / 1000);
}

// Sends until it is told to stop or nothing waits.
class Sending {
 public:
  Sending(House& house, const MailSink& sink)
      : mailer_({.host = "127.0.0.1", .port = sink.port(), .security = smm::adapters::SmtpSecurity::none}),
        thread_([this, &house] {
          while (!stop_ && app::empty_outbox(house.installation(), mailer_, 100).taken() > 0) {
          }
        }) {}
  ~Sending() { stop(); }
  Sending(const Sending&) = delete;
  Sending& operator=(const Sending&) = delete;

  void until_empty() { thread_.join(); }
  void stop() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
  }

 private:
  smm::adapters::SmtpMailer mailer_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

void measure_mails(House& house, std::uint16_t port, int mails) {
  const MailSink sink;
  const double written = seconds_of([&] { post(house, mails); });
  std::printf("%d mails written into the outbox: %.2f s\n", mails, written);
  for (int turn = 0; turn < 2; ++turn) {
    say_pages("nothing is sent", pages(port, house));
    const int before = sink.taken();
    Sending sending(house, sink);
    const double took = seconds_of([&] { say_pages("mails are sent", pages(port, house)); });
    sending.stop();
    std::printf("  %.0f mails/s beside them\n", (sink.taken() - before) / took);
  }
  const int before = sink.taken();
  const double took = seconds_of([&] { Sending(house, sink).until_empty(); });
  std::printf("the other %d mails alone: %.1f s, %.0f mails/s\n", sink.taken() - before, took,
              (sink.taken() - before) / took);
  if (sink.taken() != mails) std::printf("WRONG: %d mails arrived of %d\n", sink.taken(), mails);
}

}  // namespace

int main(int count, char** words) {
  const int mails = count > 1 ? std::max(std::atoi(words[1]), 1) : 10000;
  const ScratchFolder folder;
  House house(folder);
  measure_roster(house, 10000);
  http::Router router;
  web::mount(router, house.site(), web::all_endpoints({house.site(), {}, "bench"}));
  web::surround(router, house.site());
  http::Limits limits;
  limits.requests_per_connection = 1'000'000'000;
  http::Server server({*http::parse_listen_address("127.0.0.1:0"), limits, {}}, router);
  server.start();
  measure_mails(house, server.port(), mails);
  server.stop();
}
