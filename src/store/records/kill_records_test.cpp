// SPDX-License-Identifier: Apache-2.0
// A program that saves answers, with history and audit log, is killed at a random moment, again and again:
// what it acknowledged is there, and nothing half-done is.
#include <fcntl.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "base/random.hpp"
#include "store/durability_test.hpp"
#include "store/records/saving_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(AKilledInstallation);

constexpr int clients = 50;
constexpr std::int64_t items = 120;

// One who saves one answer after the other, and tells of each that is on disk through the pipe.
class Client {
 public:
  Client(app::Database& database, const Sample& sample, int pipe_end, std::uint64_t seed)
      : database_(database), sample_(sample), pipe_end_(pipe_end), random_(seed) {}

  void save() {
    const auto item = static_cast<std::int64_t>(random_.below(items));
    save_later(database_, sample_, item, [this](const Saved& saved) {
      if (::write(pipe_end_, &saved, sizeof saved) != sizeof saved) _exit(1);
      save();
    });
  }

 private:
  app::Database& database_;
  const Sample& sample_;
  int pipe_end_;
  base::Random random_;
};

[[noreturn]] void save_until_killed(const TestDatabase& place, const Sample& sample, std::uint64_t seed,
                                    int pipe_end) {
  const auto database = opened(place);
  std::vector<Client> people;
  people.reserve(clients);
  for (std::uint64_t person = 0; person < clients; ++person)
    people.emplace_back(*database, sample, pipe_end, seed * 1000 + person);
  for (Client& person : people) person.save();
  for (;;) ::pause();
}

// What a child acknowledged until it was killed, a moment after so many saves.
std::set<Saved> saved_until_killed(const TestDatabase& place, const Sample& sample, std::uint64_t seed,
                                   std::size_t saves, std::chrono::microseconds moment) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) save_until_killed(place, sample, seed, ends[1]);
  close(ends[1]);
  std::set<Saved> acknowledged;
  std::thread killer;
  for (Saved saved; read(ends[0], &saved, sizeof saved) == sizeof saved;) {
    acknowledged.insert(saved);
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

// Between half of a round's saves and one and a half.
std::size_t saves_before_the_kill(base::Random& random) {
  const auto saves = static_cast<std::uint64_t>(durability_size("SMM_DURABILITY_SAVES", 100));
  return saves / 2 + random.below(saves);
}

TEST_P(AKilledInstallation, LosesNoAnswerThatItAcknowledged) {
  write([&](app::Records& records) { add_packet(records, sample); });
  base::Random random(2026);
  std::set<Saved> acknowledged;
  const int rounds = durability_size("SMM_DURABILITY_ROUNDS", 6);
  for (int round = 0; round < rounds; ++round) {
    const std::chrono::microseconds moment(random.below(3000));
    acknowledged.merge(saved_until_killed(database(), sample, static_cast<std::uint64_t>(round),
                                          saves_before_the_kill(random), moment));
    ASSERT_EQ(check_what_survived(stored(), sample, acknowledged), 0U) << "round " << round;
  }
  EXPECT_GT(acknowledged.size(), 300U);
  tell_durability(name_of_engine({GetParam(), 0}) + ", " + std::to_string(rounds) + " kills of " +
                  std::to_string(clients) + " clients: " + std::to_string(acknowledged.size()) +
                  " answers acknowledged, 0 lost, audit chains intact");
}

}  // namespace
}  // namespace smm::store::records
