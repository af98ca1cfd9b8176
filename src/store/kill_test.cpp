// SPDX-License-Identifier: Apache-2.0
// A program that saves is killed at a random moment, again and again: what it acknowledged is there.
#include <fcntl.h>
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <set>
#include <thread>
#include <vector>

#include "base/random.hpp"
#include "store/durability_test.hpp"
#include "store/engines_test.hpp"
#include "store/sql_text.hpp"

namespace smm::store {
namespace {

SMM_ON_EACH_ENGINE(AKilledProgram);

constexpr int people_who_save = 50;

// The child: saves by many threads until it is killed, and tells each acknowledged number through the pipe.
[[noreturn]] void save_for_ever(const TestDatabase& database, std::int64_t first, int pipe_end) {
  const auto writer = database.writer({}, 16);
  std::atomic<std::int64_t> next = first;
  std::vector<std::thread> people;
  for (int person = 0; person < people_who_save; ++person)
    people.emplace_back([&] {
      for (;;) {
        const std::int64_t n = next++;
        writer->save([n](Connection& c) { c.execute("INSERT INTO survived VALUES (?)", {n}); });
        if (write(pipe_end, &n, sizeof n) != sizeof n) _exit(1);
      }
    });
  for (std::thread& person : people) person.join();
  _exit(0);
}

// What a child acknowledged until it was killed, a moment after so many saves.
std::set<std::int64_t> acknowledged_until_killed(const TestDatabase& database, std::int64_t first,
                                                 std::size_t saves, std::chrono::microseconds moment) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) save_for_ever(database, first, ends[1]);
  close(ends[1]);
  std::set<std::int64_t> acknowledged;
  std::thread killer;
  for (std::int64_t n = 0; read(ends[0], &n, sizeof n) == sizeof n;) {
    acknowledged.insert(n);
    if (acknowledged.size() == saves)
      killer = std::thread([=] {
        std::this_thread::sleep_for(moment);
        kill(child, SIGKILL);
      });
  }
  if (killer.joinable()) killer.join();
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  close(ends[0]);
  return acknowledged;
}

int rounds_of_killing() {
  return durability_size("SMM_DURABILITY_ROUNDS", 8);
}

// Between half of a round's saves and one and a half.
std::size_t saves_until_killed(base::Random& random) {
  const auto saves = static_cast<std::uint64_t>(durability_size("SMM_DURABILITY_SAVES", 100));
  return saves / 2 + random.below(saves);
}

std::set<std::int64_t> survived(Connection& connection) {
  std::set<std::int64_t> found;
  for (const Row& row : connection.query("SELECT n FROM survived")) found.insert(row.integer(0));
  return found;
}

TEST_P(AKilledProgram, LosesNothingThatItAcknowledged) {
  const auto connection = database().open();
  connection->run_script(for_engine("CREATE TABLE survived (n {int64} PRIMARY KEY) {table}", GetParam()));
  base::Random random(2026);
  std::set<std::int64_t> acknowledged;
  for (int round = 0; round < rounds_of_killing(); ++round) {
    const std::chrono::microseconds moment(random.below(3000));
    acknowledged.merge(
        acknowledged_until_killed(database(), round * 1000000, saves_until_killed(random), moment));
    ASSERT_TRUE(std::ranges::includes(survived(*connection), acknowledged)) << "round " << round;
  }
  EXPECT_GT(acknowledged.size(), 100U);
  tell_durability(name_of_engine({GetParam(), 0}) + ", " + std::to_string(rounds_of_killing()) +
                  " kills: " + std::to_string(acknowledged.size()) + " saves acknowledged, 0 lost");
  if (GetParam() == Engine::postgres) return;
  EXPECT_EQ(connection->query_one("PRAGMA integrity_check")->text(0), "ok");
}

}  // namespace
}  // namespace smm::store
