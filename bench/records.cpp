// SPDX-License-Identifier: Apache-2.0
// Answers saved per second through app::Database on SQLite, each with part and packet looked up, history and
// audit chain, when so many clients of 50 schools wait for each to be on disk; and session checks per second.
// Files are made in the folder for temporary files; set TMPDIR to measure another disk.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "app/installation/maintenance.hpp"
#include "base/random_bytes.hpp"
#include "scratch_folder.hpp"
#include "store/records/stored_installations.hpp"

namespace {

using namespace smm;

constexpr std::size_t school_count = 50;
constexpr std::int64_t item_count = 300;

void write(app::Database& database, app::Database::Work work) {
  std::promise<void> done;
  database.write(std::move(work), [&done](std::exception_ptr failure) {
    if (failure) std::abort();
    done.set_value();
  });
  done.get_future().wait();
}

// An installation with schools in one round, each with a packet.
class Installation {
 public:
  Installation() {
    const app::DatabaseSettings where{.data = folder_.path() + "/data", .database = {}, .key_file = {}};
    database_ = store::records::StoredInstallations().open_or_make(where, app::Hold::alone, {1}).value();
    write(*database_, [this](app::Records& records) { fill(records); });
  }

  app::Database& database() { return *database_; }
  const app::SheetKey& sheet(std::size_t school) const { return sheets_[school % school_count]; }
  const assessment::PersonId& person() const { return person_; }

 private:
  void fill(app::Records& records) {
    app::Person person{.id = person_,
                       .email = "ann@lakeside.example",
                       .name = "Ann",
                       .created = {1},
                       .password = {},
                       .password_set = {},
                       .totp_secret = {},
                       .totp_confirmed = false,
                       .totp_step = 0,
                       .deactivated = {}};
    records.people.add(person);
    const assessment::Round round{.id = assessment::RoundId::make(random_),
                                  .code = "2026",
                                  .title = "2026",
                                  .edition = "smm-2026",
                                  .zone = "America/New_York",
                                  .last_day = "2026-06-30",
                                  .closes = {9},
                                  .state = assessment::RoundState::open,
                                  .version = 1};
    records.rounds.add(round);
    for (std::size_t n = 0; n < school_count; ++n) add_school(records, round.id, n);
    records.sessions.add({.id = app::SessionId::make(random_),
                          .token = std::string(64, 'a'),
                          .person = person_,
                          .created = {1},
                          .seen = {1},
                          .expires = {1000},
                          .how = "password",
                          .second_factor = false,
                          .confirmed = {1},
                          .address = "192.0.2.1",
                          .browser = "Firefox",
                          .csrf = "csrf",
                          .ended = {}});
  }

  void add_school(app::Records& records, const assessment::RoundId& round, std::size_t number) {
    const assessment::School school{.id = assessment::SchoolId::make(random_),
                                    .code = "s" + std::to_string(number),
                                    .name = "School",
                                    .profession = "medicine",
                                    .programmes = {"md"},
                                    .frame = {},
                                    .contacts = {}};
    records.schools.add(school);
    records.rounds.add(assessment::Participation{.round = round,
                                                 .school = school.id,
                                                 .state = assessment::ParticipationState::accepted,
                                                 .priorities = {},
                                                 .invited_at = {1},
                                                 .accepted_at = {},
                                                 .submitted_at = {}});
    records.rounds.keep(assessment::Packet{.round = round,
                                           .school = school.id,
                                           .office = "students",
                                           .affirmer = {},
                                           .due = {},
                                           .completed_by = {},
                                           .completed_at = {},
                                           .affirmed_by = {},
                                           .affirmed_at = {}});
    records.rounds.add(app::Membership{.person = person_,
                                       .school = school.id,
                                       .round = round,
                                       .role = assessment::SchoolRole::author,
                                       .since = {1}});
    sheets_.push_back({round, school.id});
  }

  test::ScratchFolder folder_;
  base::SeededRandomBytes random_{2026};
  assessment::PersonId person_ = assessment::PersonId::make(random_);
  std::vector<app::SheetKey> sheets_;
  std::unique_ptr<app::Database> database_;
};

void save_an_answer(app::Records& records, const app::SheetKey& sheet, const assessment::PersonId& person,
                    std::int64_t number) {
  if (!records.rounds.participation(sheet, true)) std::abort();
  if (!records.rounds.packet(sheet, "students", true)) std::abort();
  const assessment::AnswerPlace place{"", "pipeline.item" + std::to_string(number % item_count)};
  const auto standing = records.sheets.answer(sheet, place);
  const std::int64_t version = standing ? standing->version + 1 : 1;
  records.sheets.keep(sheet, {.place = place,
                              .state = instrument::AnswerState::answered,
                              .sealed = std::string(120, 's'),
                              .version = version,
                              .made_from = version - 1,
                              .by = person,
                              .at = {number},
                              .source = "page"});
  records.audit.append({sheet.school.text(), person.text(), "answer.save",
                        "2026 shared " + place.item + " " + std::to_string(version), ""},
                       {number});
}

// Each client hands in its next save when the one before is on disk.
class Clients {
 public:
  Clients(Installation& installation, std::int64_t most)
      : installation_(installation), left_(most), open_(most) {}

  void run(int count) {
    for (int client = 0; client < count; ++client) hand_in();
    done_->get_future().wait();
  }

 private:
  void hand_in() {
    const std::int64_t number = left_--;
    if (number <= 0) return;
    const app::SheetKey& sheet = installation_.sheet(static_cast<std::size_t>(number));
    installation_.database().write(
        [this, number, &sheet](app::Records& records) {
          save_an_answer(records, sheet, installation_.person(), number / std::int64_t{school_count});
        },
        [this](std::exception_ptr failure) {
          if (failure) std::abort();
          if (--open_ == 0) return std::shared_ptr(done_)->set_value();
          hand_in();
        });
  }

  Installation& installation_;
  std::atomic<std::int64_t> left_;
  std::atomic<std::int64_t> open_;
  std::shared_ptr<std::promise<void>> done_ = std::make_shared<std::promise<void>>();
};

void save_answers_with_history_and_audit(benchmark::State& state) {
  const std::int64_t saves = state.range(0) * 500;
  for (auto _ : state) {
    state.PauseTiming();
    Installation installation;
    state.ResumeTiming();
    Clients(installation, saves).run(static_cast<int>(state.range(0)));
  }
  state.SetItemsProcessed(state.iterations() * saves);
}
BENCHMARK(save_answers_with_history_and_audit)
    ->ArgName("clients")
    ->Arg(1)
    ->Arg(10)
    ->Arg(50)
    ->Arg(200)
    ->UseRealTime()
    ->Iterations(1);

// The work of the database alone: all saves in one transaction.
void save_answers_without_waiting_for_the_disk(benchmark::State& state) {
  constexpr std::int64_t saves = 50000;
  for (auto _ : state) {
    state.PauseTiming();
    Installation installation;
    state.ResumeTiming();
    write(installation.database(), [&](app::Records& records) {
      for (std::int64_t n = 0; n < saves; ++n)
        save_an_answer(records, installation.sheet(static_cast<std::size_t>(n)), installation.person(),
                       n / std::int64_t{school_count});
    });
  }
  state.SetItemsProcessed(state.iterations() * saves);
}
BENCHMARK(save_answers_without_waiting_for_the_disk)->UseRealTime()->Iterations(1);

void check_a_session(benchmark::State& state) {
  Installation installation;
  for (auto _ : state)
    installation.database().read([&](app::Records& records) {
      const auto session = records.sessions.by_token(std::string(64, 'a'));
      const auto person = records.people.by_id(session->person);
      benchmark::DoNotOptimize(records.rounds.roles(person->id, installation.sheet(0)));
    });
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(check_a_session)->UseRealTime();

}  // namespace
