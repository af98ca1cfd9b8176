// SPDX-License-Identifier: Apache-2.0
// Every test of this room runs on both engines: SMM_RECORDS_ON_EACH_ENGINE(Suite), TEST_P(Suite, Name), with
// a migrated database, `write` and `read` on it, and an invented school in a round.
#pragma once

#include <future>

#include "assessment/ids.hpp"
#include "base/random_bytes.hpp"
#include "store/engines_test.hpp"
#include "store/migration.hpp"
#include "store/records/database.hpp"

namespace smm::store::records {

inline std::unique_ptr<app::Database> opened(const TestDatabase& place, const DatabaseLimits& limits = {}) {
  const auto* sqlite = dynamic_cast<const TestSqlite*>(&place);
  if (sqlite != nullptr) return open_sqlite_database(sqlite->file().string(), limits).value();
  return open_postgres_database(dynamic_cast<const TestPostgres&>(place).url(), limits).value();
}

// Waits until it is on disk, or throws what Done is told.
inline void write(app::Database& database, app::Database::Work work) {
  std::promise<void> done;
  database.write(std::move(work), [&done](std::exception_ptr failure) {
    if (failure)
      done.set_exception(failure);
    else
      done.set_value();
  });
  done.get_future().get();
}

inline std::optional<app::Refusal> refusal_of(app::Database& database, app::Database::Work work) {
  try {
    write(database, std::move(work));
  } catch (const app::DatabaseRefusal& refused) {
    return refused.refusal;
  }
  return std::nullopt;
}

template <class Id>
Id id_of(std::uint64_t seed) {
  base::SeededRandomBytes random(seed);
  return Id::make(random);
}

inline app::Person person_named(const std::string& name, std::uint64_t seed) {
  return {.id = id_of<assessment::PersonId>(seed),
          .email = name + "@lakeside.example",
          .name = name,
          .created = {1000},
          .password = {},
          .password_set = {},
          .totp_secret = {},
          .totp_confirmed = false,
          .totp_step = 0,
          .deactivated = {}};
}

inline assessment::School school_named(const std::string& code, std::uint64_t seed) {
  assessment::School school{.id = id_of<assessment::SchoolId>(seed),
                            .code = code,
                            .name = "School " + code,
                            .profession = "medicine",
                            .programmes = {"md", "pa"},
                            .frame = {},
                            .contacts = {}};
  school.frame.state = "OH";
  school.contacts.dean = {"Dr. Dean", "dean@lakeside.example"};
  return school;
}

inline assessment::Round round_of_year(const std::string& year, std::uint64_t seed) {
  return {.id = id_of<assessment::RoundId>(seed),
          .code = year,
          .title = "Round " + year,
          .edition = "smm-2026",
          .zone = "America/New_York",
          .last_day = year + "-06-30",
          .closes = {5000},
          .state = assessment::RoundState::open,
          .version = 1};
}

inline assessment::Participation part_of(const app::SheetKey& sheet) {
  return {.round = sheet.round,
          .school = sheet.school,
          .state = assessment::ParticipationState::accepted,
          .priorities = {},
          .invited_at = {2000},
          .accepted_at = base::Instant{3000},
          .submitted_at = {}};
}

inline assessment::Packet packet_of(const app::SheetKey& sheet, const std::string& office) {
  return {.round = sheet.round,
          .school = sheet.school,
          .office = office,
          .affirmer = {},
          .due = {},
          .completed_by = {},
          .completed_at = {},
          .affirmed_by = {},
          .affirmed_at = {}};
}

// What most tests stand on.
struct Sample {
  app::Person ann = person_named("Ann", 1);
  app::Person bob = person_named("Bob", 2);
  assessment::School school = school_named("lakeside", 3);
  assessment::Round round = round_of_year("2026", 4);
  app::SheetKey sheet{round.id, school.id};

  void add_to(app::Records& records) const {
    records.people.add(ann);
    records.people.add(bob);
    records.schools.add(school);
    records.rounds.add(round);
    records.rounds.add(part_of(sheet));
  }
};

inline app::SealedAnswer sealed_answer(const std::string& item, std::int64_t version,
                                       const assessment::PersonId& by) {
  return {.place = {.programme = "", .item = item},
          .state = instrument::AnswerState::answered,
          .sealed = std::string("\0sealed ", 8) + std::to_string(version),
          .version = version,
          .made_from = version - 1,
          .by = by,
          .at = {4000 + version},
          .source = "page"};
}

class RecordsOnEachEngine : public OnEachEngine {
 protected:
  void SetUp() override {
    OnEachEngine::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(migrate(*database().open(), shipped_migrations(), 1));
    records_ = opened(database());
    write([this](app::Records& records) { sample.add_to(records); });
  }

  app::Database& stored() { return *records_; }
  void write(app::Database::Work work) { records::write(*records_, std::move(work)); }
  void read(const app::Database::Work& work) { records_->read(work); }
  std::optional<app::Refusal> refusal(app::Database::Work work) {
    return refusal_of(*records_, std::move(work));
  }

  const Sample sample;

 private:
  std::unique_ptr<app::Database> records_;
};

#define SMM_RECORDS_ON_EACH_ENGINE(Suite)      \
  class Suite : public RecordsOnEachEngine {}; \
  INSTANTIATE_TEST_SUITE_P(Engines, Suite, testing::Values(Engine::sqlite, Engine::postgres), name_of_engine)

// For what only PostgreSQL has: several servers, and saves that share statements.
#define SMM_RECORDS_ON_POSTGRES(Suite)         \
  class Suite : public RecordsOnEachEngine {}; \
  INSTANTIATE_TEST_SUITE_P(Engines, Suite, testing::Values(Engine::postgres), name_of_engine)

}  // namespace smm::store::records
