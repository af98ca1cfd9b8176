// SPDX-License-Identifier: Apache-2.0
// What benchmarks of the service stand on: an installation with an open round, schools, and people who are
// signed in, as many coordinators for each school. Without other wishes 50 schools and 200 people.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "adapters/disk_files.hpp"
#include "adapters/program_content.hpp"
#include "adapters/system_clock.hpp"
#include "adapters/system_time_zones.hpp"
#include "app/installation/change.hpp"
#include "app/pages.hpp"
#include "crypto/system_random.hpp"
#include "crypto/token.hpp"
#include "scratch_folder.hpp"
#include "store/migration.hpp"
#include "store/records/database.hpp"
#include "store/sqlite.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/admission.hpp"

namespace smm::bench {

inline constexpr std::size_t schools = 50;
inline constexpr std::size_t persons = 200;

using test::ScratchFolder;

inline std::unique_ptr<app::Database> new_database(const ScratchFolder& folder) {
  const std::string file = folder.path() + "/smm.db";
  const auto connection = store::open_sqlite(file, store::SqliteMode::create);
  if (!store::migrate(*connection, store::shipped_migrations(), 0)) std::abort();
  return std::move(*store::records::open_sqlite_database(file));
}

struct HouseSize {
  std::size_t schools = bench::schools;
  std::size_t persons_of_each = persons / bench::schools;
  bool with_dean = false;  // the first of each school is its dean too
};

class House {
 public:
  explicit House(const ScratchFolder& folder)
      : House(new_database(folder), smm::crypto::InstallationKey::make()) {}

  // In a database that is migrated and holds no round yet, under this key.
  House(std::unique_ptr<app::Database> database, smm::crypto::InstallationKey key, HouseSize size = {})
      : size_(size),
        database_(std::move(database)),
        keys_(std::move(key)),
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
  app::Installation& installation() { return installation_; }
  const app::Pages& pages() const { return pages_; }
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
    for (std::size_t at = 0; at < size_.schools; ++at) add_school(records, round, at, now);
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
    for (std::size_t who = 0; who < size_.persons_of_each; ++who) {
      const auto person = add_person(records, round, school, now);
      if (who == 0 && size_.with_dean)
        records.rounds.add(app::Membership{person, school.id, round.id, assessment::SchoolRole::dean, now});
    }
  }

  assessment::PersonId add_person(app::Records& records, const assessment::Round& round,
                                  const assessment::School& school, base::Instant now) {
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
    return id;
  }

 public:
  static std::string code(std::size_t at) { return "school-" + std::to_string(at); }

 private:
  const HouseSize size_;
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

}  // namespace smm::bench
