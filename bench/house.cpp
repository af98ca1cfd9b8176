// SPDX-License-Identifier: Apache-2.0
// Moving house: a database of 200,000 answers with their history into a sealed file, and back, on SQLite and
// on a PostgreSQL that is started for it. The floor beside it: the same bytes written and synced as one file.
//
//   bench_house [ANSWERS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "private_postgres.hpp"
#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/records/durable_file.hpp"
#include "store/records/house_file.hpp"
#include "store/sqlite.hpp"
#include "store/transaction.hpp"

namespace {

namespace store = smm::store;
using store::records::DurableFile;

double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string id_number(long number) {
  std::string id(26, 'a');
  for (std::size_t at = 26; number > 0; number /= 26) id[--at] = static_cast<char>('a' + number % 26);
  return id;
}

// Schools of 400 answers each, as a national round has them.
void furnish(store::Connection& house, long answers) {
  store::Transaction all(house);
  house.execute(
      "INSERT INTO round (id, code, title, edition, zone, last_day, closes, state, version) "
      "VALUES (?, 'r', 'r', 'smm-2026', 'UTC', '2026-10-31', 1, 'open', 1)",
      {id_number(1)});
  std::string sealed(180, '\0');
  for (long at = 0; at < answers; ++at) {
    const std::string school = id_number(1000 + at / 400);
    if (at % 400 == 0) {
      house.execute(
          "INSERT INTO school (id, code, name, profession, programmes, institution_id, system_id, control, "
          "state, division, size, carnegie, locale, dean_name, dean_email, interim_name, interim_email, "
          "director_name, director_email, assistant_email, address) VALUES (?, ?, 'n', 'medicine', "
          "'medicine_md', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '')",
          {school, school});
      house.execute(
          "INSERT INTO participation (round, school, state, solo, priorities, notes, authors_see_all, "
          "attestations, invited_at, version) VALUES (?, ?, 'accepted', 0, '', 'keep', 0, 0, 1, 1)",
          {id_number(1), school});
    }
    sealed[static_cast<std::size_t>(at) % sealed.size()] = static_cast<char>(at);
    const store::Values values = {id_number(1), school, id_number(at % 400), store::Blob{sealed},
                                  std::int64_t{at}};
    for (const char* table : {"answer", "answer_history"})
      house.execute(
          "INSERT INTO " + std::string(table) +
              " (round, school, programme, item, state, sealed, version, made_from, written, source) "
              "VALUES (?, ?, '', ?, 'answered', ?, 1, 0, ?, 'page')",
          values);
  }
  all.commit();
}

double floor_of(const std::string& file, std::int64_t bytes) {
  const std::string block(std::size_t{1} << 20, 'x');
  return seconds_of([&] {
    DurableFile plain(file);
    for (std::int64_t written = 0; written < bytes; written += static_cast<std::int64_t>(block.size()))
      plain.append(block);
    plain.put_in_place();
  });
}

using Opened = std::function<std::unique_ptr<store::Connection>(const std::string& name)>;

void measure(const char* engine, const Opened& open, const std::string& folder, long answers) {
  const auto key = smm::crypto::InstallationKey::make();
  const auto old_house = open("old");
  if (!store::migrate(*old_house, store::shipped_migrations(), 1)) std::abort();
  furnish(*old_house, answers);
  const std::string file = folder + "/house";
  for (int turn = 0; turn < 3; ++turn) {
    std::int64_t bytes = 0;
    const double out = seconds_of([&] { bytes = store::records::write_house(*old_house, file, key)->bytes; });
    const auto new_house = open("new" + std::to_string(turn));
    const double in = seconds_of([&] {
      if (!store::records::read_house(*new_house, file, key, {2})) std::abort();
    });
    std::printf("%s, %ld answers with history: out %.2f s, in %.2f s, %.1f MB (floor %.2f s)\n", engine,
                answers, out, in, static_cast<double>(bytes) / 1e6, floor_of(folder + "/floor", bytes));
    std::fflush(stdout);
  }
}

}  // namespace

int main(int count, char** words) {
  const long answers = count > 1 ? std::max(std::atol(words[1]), 400L) : 200000;
  std::string folder = (std::filesystem::temp_directory_path() / "smm-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 3;
  measure(
      "SQLite",
      [&](const std::string& name) {
        return store::open_sqlite(folder + "/" + name + ".db", store::SqliteMode::create);
      },
      folder, answers);
  if (auto* server = smm::test::PrivatePostgres::get())
    measure(
        "PostgreSQL",
        [&](const std::string& name) {
          store::open_postgres(server->url())->run_script("CREATE SCHEMA " + name);
          return store::open_postgres(server->url(name));
        },
        folder, answers);
  std::filesystem::remove_all(folder);
}
