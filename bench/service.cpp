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
#include <filesystem>
#include <memory>
#include <string>

#include "adapters/disk_files.hpp"
#include "adapters/program_content.hpp"
#include "adapters/system_clock.hpp"
#include "adapters/system_time_zones.hpp"
#include "app/installation/change.hpp"
#include "app/pages.hpp"
#include "crypto/system_random.hpp"
#include "crypto/token.hpp"
#include "load/load.hpp"
#include "slow_disk.hpp"
#include "store/migration.hpp"
#include "store/records/database.hpp"
#include "store/sqlite.hpp"
#include "sync_rate.hpp"
#include "web/http/server.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/admission.hpp"
#include "web/session/mount.hpp"

namespace {

namespace app = smm::app;
namespace assessment = smm::assessment;
namespace base = smm::base;
namespace http = smm::web::http;
namespace load = smm::load;
namespace store = smm::store;
namespace web = smm::web;

constexpr std::size_t schools = 50;
constexpr std::size_t persons = 200;

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "smm-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::unique_ptr<app::Database> new_database(const Folder& folder) {
  const std::string file = folder.path() + "/smm.db";
  const auto connection = store::open_sqlite(file, store::SqliteMode::create);
  if (!store::migrate(*connection, store::shipped_migrations(), 0)) std::abort();
  return std::move(*store::records::open_sqlite_database(file));
}

// An installation with an open round, 50 schools and 200 signed-in coordinators, four for each school.
class House {
 public:
  explicit House(const Folder& folder)
      : database_(new_database(folder)),
        keys_(smm::crypto::InstallationKey::make()),
        editions_(content_, files_),
        installation_{*database_,          clock_, zones_, random_, keys_, editions_, "http://127.0.0.1",
                      "office@example.org"},
        pages_(app::load_pages(content_)),
        site_{installation_, pages_, {"/a.css", "/h.js", "/a.js", "/i.svg"}, {}, [](std::string_view) {}} {
    const auto made = app::change<bool>(*database_, clock_, [&](app::Records& records, base::Instant now) {
      fill(records, now);
      return base::Result<app::Change<bool>>(app::Change<bool>::bookkeeping(true));
    });
    if (!made) std::abort();
  }

  const web::Site& site() const { return site_; }
  const std::string& token(std::size_t person) const { return tokens_[person]; }

 private:
  void fill(app::Records& records, base::Instant now) {
    const assessment::Round round{assessment::RoundId::make(random_),
                                  "2026",
                                  "2026",
                                  "smm-2026",
                                  "UTC",
                                  "2099-12-31",
                                  now + 1000 * base::one_day,
                                  assessment::RoundState::open,
                                  1};
    records.rounds.add(round);
    tokens_.clear();
    for (std::size_t at = 0; at < schools; ++at) add_school(records, round, at, now);
  }

  void add_school(app::Records& records, const assessment::Round& round, std::size_t at, base::Instant now) {
    const assessment::School school{assessment::SchoolId::make(random_),
                                    code(at),
                                    "School " + code(at),
                                    "medicine",
                                    {"medicine_md"},
                                    {},
                                    {}};
    records.schools.add(school);
    if (!keys_.seals_or_new(records.schools, school.id.text())) std::abort();
    assessment::Participation part{.round = round.id,
                                   .school = school.id,
                                   .state = assessment::ParticipationState::accepted,
                                   .priorities = {},
                                   .invited_at = now,
                                   .accepted_at = now,
                                   .submitted_at = std::nullopt};
    records.rounds.add(part);
    for (std::size_t who = 0; who < persons / schools; ++who) add_person(records, round, school, now);
  }

  void add_person(app::Records& records, const assessment::Round& round, const assessment::School& school,
                  base::Instant now) {
    const auto id = assessment::PersonId::make(random_);
    const app::Person person{.id = id,
                             .email = id.text() + "@example.org",
                             .name = "Person " + id.text().substr(0, 4),
                             .created = now,
                             .password = "",
                             .password_set = std::nullopt,
                             .totp_secret = "",
                             .deactivated = std::nullopt};
    records.people.add(person);
    records.rounds.add(app::Membership{id, school.id, round.id, assessment::SchoolRole::coordinator, now});
    tokens_.push_back(smm::crypto::token_base64url(256));
    const app::Session session{.id = app::SessionId::make(random_),
                               .token = web::session_hash(tokens_.back()),
                               .person = id,
                               .created = now,
                               .seen = now,
                               .expires = now + base::one_day,
                               .how = "link",
                               .confirmed = now,
                               .address = "127.0.0.1",
                               .browser = "bench",
                               .csrf = web::csrf_token(tokens_.back()),
                               .ended = std::nullopt};
    records.sessions.add(session);
  }

 public:
  static std::string code(std::size_t at) { return "school-" + std::to_string(at); }

 private:
  smm::adapters::EmbeddedContent content_;
  smm::adapters::DiskFiles files_;
  smm::adapters::SystemClock clock_;
  smm::adapters::SystemTimeZones zones_;
  smm::crypto::SystemRandom random_;
  std::unique_ptr<app::Database> database_;
  app::KeyRing keys_;
  app::EditionShelf editions_;
  app::Installation installation_;
  app::Pages pages_;
  web::Site site_;
  std::vector<std::string> tokens_;
};

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
  const Folder folder;
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
