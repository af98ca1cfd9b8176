// SPDX-License-Identifier: Apache-2.0
// A program that saves is killed at a random moment, again and again: what it acknowledged is there.
#include <fcntl.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include "base/random.hpp"
#include "store/engines_test.hpp"
#include "store/sql_text.hpp"

namespace smm::store {
namespace {

SMM_ON_EACH_ENGINE(AKilledProgram);

// The child: saves by four threads until it is killed, and tells each acknowledged number through the pipe.
[[noreturn]] void save_for_ever(const TestDatabase& database, std::int64_t first, int pipe_end) {
  const auto writer = database.writer();
  std::atomic<std::int64_t> next = first;
  std::vector<std::thread> people;
  for (int person = 0; person < 4; ++person)
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

// What a child acknowledged until it was killed after `pause`.
std::set<std::int64_t> acknowledged_until_killed(const TestDatabase& database, std::int64_t first,
                                                 std::chrono::milliseconds pause) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) save_for_ever(database, first, ends[1]);
  close(ends[1]);
  std::thread killer([&] {
    std::this_thread::sleep_for(pause);
    kill(child, SIGKILL);
  });
  std::set<std::int64_t> acknowledged;
  for (std::int64_t n = 0; read(ends[0], &n, sizeof n) == sizeof n;) acknowledged.insert(n);
  killer.join();
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
  close(ends[0]);
  return acknowledged;
}

int rounds_of_killing() {
  const char* wanted = std::getenv("SMM_DURABILITY_ROUNDS");
  return wanted == nullptr ? 8 : std::atoi(wanted);
}

TEST_P(AKilledProgram, LosesNothingThatItAcknowledged) {
  const auto connection = database().open();
  connection->run_script(for_engine("CREATE TABLE survived (n {int64} PRIMARY KEY) {table}", GetParam()));
  base::Random random(2026);
  std::set<std::int64_t> acknowledged;
  for (int round = 0; round < rounds_of_killing(); ++round) {
    const std::chrono::milliseconds pause(60 + random.below(150));
    acknowledged.merge(acknowledged_until_killed(database(), round * 1000000, pause));
    std::set<std::int64_t> found;
    for (const Row& row : connection->query("SELECT n FROM survived")) found.insert(row.integer(0));
    for (const std::int64_t n : acknowledged) ASSERT_TRUE(found.contains(n)) << "round " << round;
  }
  EXPECT_GT(acknowledged.size(), 100U);
  if (GetParam() == Engine::postgres) return;
  EXPECT_EQ(connection->query_one("PRAGMA integrity_check")->text(0), "ok");
}

}  // namespace
}  // namespace smm::store
