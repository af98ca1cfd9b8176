// SPDX-License-Identifier: Apache-2.0
// What breaks first when a nation answers on the last day: the last hour (last_hour.hpp) replayed against
// real `smm serve` processes at 1, 10 and 100 times its speed, until 99 of 100 requests no longer are
// answered within 250 ms, and then between the last speed that held and the first that did not. On SQLite,
// and on PostgreSQL with one process and with three. The generator and PostgreSQL run beside them on the same
// cores.
//
//   bench_scale [SECONDS]    of each replay; 30 without. At 100 times the whole hour is 36 s.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

#include "last_hour.hpp"
#include "private_postgres.hpp"
#include "served.hpp"
#include "store/postgres.hpp"
#include "sync_rate.hpp"
#include "wiring/key_file.hpp"

namespace {

namespace bench = smm::bench;
namespace load = smm::load;
namespace store = smm::store;

using bench::Place;
using bench::Use;

constexpr double bar_milliseconds = 250;
constexpr int warm_up_seconds = 2;
constexpr double first_speeds[] = {1, 10, 100};

// One way to run an installation: where it is, how many processes serve it, and what is beside them.
struct Setting {
  std::string name;
  Place place;
  std::string key_file;
  std::size_t processes = 1;
  std::function<std::unique_ptr<smm::app::Database>()> open;
  std::function<double()> megabytes;  // on disk
  int database_process = 0;           // 0: the server itself
};

struct Replay {
  double speed = 0;
  load::Report report;
  double seconds = 0;       // that it took, with what was answered late
  double cpu = 0;           // of servers, cores
  double database_cpu = 0;  // of PostgreSQL, cores
  Use servers = {};
  Use database = {};

  double answers_a_second() const {
    return static_cast<double>(report.latencies.size()) / (seconds - warm_up_seconds);
  }

  bool holds() const {
    const bool answered = report.broken + report.unanswered == 0 &&
                          report.with_status_from(200, 299) == report.latencies.size();
    return answered && report.percentile(99) < std::chrono::milliseconds(static_cast<int>(bar_milliseconds));
  }
};

double milliseconds_of(load::microseconds time) {
  return static_cast<double>(time.count()) / 1000;
}

Replay replay(const Setting& setting, const bench::ServedProcesses& served, bench::LastHour& hour,
              double speed, double seconds) {
  load::Plan plan;
  plan.persons = 256;
  plan.rate = static_cast<double>(bench::requests_of_the_hour) / bench::hour_seconds * speed;
  plan.warm_up = std::chrono::seconds(warm_up_seconds);
  plan.time = load::milliseconds(static_cast<long>(seconds * 1000));
  const auto database = [&] {
    return setting.database_process == 0 ? Use{} : bench::use_of_family(setting.database_process);
  };
  const Use servers_before = served.use(), database_before = database();
  const auto began = std::chrono::steady_clock::now();
  Replay played{speed, load::open_loop(served.ports(), hour.script(), plan)};
  played.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  played.servers = served.use();
  played.database = database();
  played.cpu = (played.servers.cpu_seconds - servers_before.cpu_seconds) / played.seconds;
  played.database_cpu = (played.database.cpu_seconds - database_before.cpu_seconds) / played.seconds;
  return played;
}

void print(const Setting& setting, const Replay& played) {
  const load::Report& report = played.report;
  std::string errors;
  for (const auto& [status, count] : report.by_status)
    if (status >= 300) errors += fmt::format(" {} x {}", count, status);
  if (report.broken + report.unanswered > 0)
    errors += fmt::format(" {} broken, {} unanswered", report.broken, report.unanswered);
  fmt::print(
      "| {} | {:.0f} | {:.0f} | {:.1f} | {:.1f} | {:.2f} | {:.2f} | {:.2f} | {:.0f} | {:.0f} | {:.0f} |{}\n",
      setting.name, played.speed, played.answers_a_second(), milliseconds_of(report.percentile(50)),
      milliseconds_of(report.percentile(99)), played.cpu, played.database_cpu, report.generator_share,
      played.servers.megabytes, played.database.megabytes, setting.megabytes(), errors);
  std::fflush(stdout);
}

// Between a speed that held and one that did not, three times halfway on the scale of ratios.
void narrow(const std::function<bool(double)>& holds, double held, double broke) {
  for (int i = 0; i < 3; ++i) (holds(std::sqrt(held * broke)) ? held : broke) = std::sqrt(held * broke);
  fmt::print("  holds up to {:.0f} times, no longer at {:.0f}\n", held, broke);
}

void measure(const Setting& setting, const std::string& program, double seconds) {
  // A first start makes the database and the key.
  { const bench::ServedProcesses first(program, setting.place, 1); }
  auto key = smm::wiring::DiskKeyFiles().read(setting.key_file);
  if (!key) throw std::runtime_error("no key in " + setting.key_file);
  auto house = std::make_unique<bench::House>(setting.open(), std::move(*key), bench::crowd);
  bench::LastHour hour(*house);
  house.reset();
  const bench::ServedProcesses served(program, setting.place, setting.processes);
  std::optional<double> held, broke;
  const auto holds = [&](double speed) {
    const Replay played = replay(setting, served, hour, speed, seconds);
    print(setting, played);
    return played.holds();
  };
  for (const double speed : first_speeds) {
    (holds(speed) ? held : broke) = speed;
    if (broke) break;
  }
  for (double speed = 200; !broke && speed <= 1600; speed *= 2) (holds(speed) ? held : broke) = speed;
  if (held && broke) narrow(holds, *held, *broke);
  fmt::print("  {} answers kept in all\n", hour.answers_kept());
  std::fflush(stdout);  // before the next setting forks
}

Setting on_sqlite(const smm::test::ScratchFolder& folder) {
  const std::string data = folder.path("house");
  return {"SQLite, one process",
          {"SQLite", {"--data", data}},
          data + ".key",
          1,
          [data] { return std::move(*store::records::open_sqlite_database(data + "/smm.db")); },
          [data] {
            double bytes = 0;
            for (const auto& file : std::filesystem::recursive_directory_iterator(data))
              if (file.is_regular_file()) bytes += static_cast<double>(file.file_size());
            return bytes / 1e6;
          }};
}

int first_number_in(const std::string& file) {
  std::ifstream lines(file);
  int number = 0;
  lines >> number;
  return number;
}

Setting on_postgres(const smm::test::ScratchFolder& folder, std::size_t processes) {
  const auto* server = smm::test::PrivatePostgres::get();
  const std::string schema = "of_" + std::to_string(processes);
  store::open_postgres(server->url())->run_script("CREATE SCHEMA " + schema);
  const std::string url = server->url(schema), key = folder.path(schema + ".key");
  smm::wiring::DiskKeyFiles().make(key);
  return {
      fmt::format("PostgreSQL, {}", processes == 1 ? "one process" : fmt::format("{} processes", processes)),
      {"PostgreSQL", {"--database", url, "--key-file", key}},
      key,
      processes,
      [url] { return std::move(*store::records::open_postgres_database(url)); },
      [url] {
        const auto connection = store::open_postgres(url);
        const auto rows = connection->query("SELECT pg_database_size(current_database())");
        return static_cast<double>(rows.at(0).integer(0)) / 1e6;
      },
      first_number_in(server->folder() + "/cluster/postmaster.pid")};
}

}  // namespace

int main(int count, char** words) {
  const double seconds = count > 1 ? std::max(std::atof(words[1]), 1.0) : 30;
  const smm::test::ScratchFolder folder;
  const std::string program =
      (std::filesystem::absolute(words[0]).parent_path().parent_path().parent_path() / "smm").string();
  const auto syncs = smm::test::sync_rate_of(folder.path(), std::chrono::seconds(1));
  fmt::print("{} schools, {} people, {} requests an hour; {:.0f} syncs/s on this disk\n",
             bench::crowd.schools, bench::crowd_persons, bench::requests_of_the_hour, syncs.per_second);
  fmt::print(
      "| setting | speed | answered/s | p50 ms | p99 ms | servers, cores | database, cores | generator, "
      "cores "
      "| servers MB | database MB | on disk MB |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
  measure(on_sqlite(folder), program, seconds);
  if (smm::test::PrivatePostgres::get() == nullptr) return 0;
  measure(on_postgres(folder, 1), program, seconds);
  measure(on_postgres(folder, 3), program, seconds);
}
