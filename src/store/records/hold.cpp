// SPDX-License-Identifier: Apache-2.0
#include "store/records/hold.hpp"

#include "store/postgres.hpp"
#include "store/records/installation_folder.hpp"
#include "store/records/problems.hpp"

namespace smm::store::records {
namespace {

class HeldFolder final : public HeldAlone {
 public:
  explicit HeldFolder(FileLock lock) : lock_(std::move(lock)) {}

 private:
  FileLock lock_;
};

class HeldConnection final : public HeldAlone {
 public:
  explicit HeldConnection(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

 private:
  std::unique_ptr<Connection> connection_;
};

// One installation is one schema of one database.
constexpr const char* lock_schema = "SELECT pg_try_advisory_lock(7564653, hashtext(current_schema()::text))";

base::Result<std::unique_ptr<HeldAlone>> hold_postgres(const std::string& url) {
  auto connection = open_postgres(url);
  if (connection->query_one(lock_schema)->integer(0) == 0)
    return base::Problem(problem::installation_in_use,
                         "another program holds the installation in this database; stop it first (a server, "
                         "perhaps)");
  return std::unique_ptr<HeldAlone>(std::make_unique<HeldConnection>(std::move(connection)));
}

class HeldDatabase final : public app::Database {
 public:
  HeldDatabase(std::unique_ptr<HeldAlone> hold, std::unique_ptr<app::Database> database)
      : hold_(std::move(hold)), database_(std::move(database)) {}

  void read(const Work& work) override { database_->read(work); }
  void write(Work work, Done done) override { database_->write(std::move(work), std::move(done)); }

 private:
  std::unique_ptr<HeldAlone> hold_;
  std::unique_ptr<app::Database> database_;
};

}  // namespace

base::Result<std::unique_ptr<HeldAlone>> hold_alone(const app::DatabaseSettings& where) {
  if (where.data.empty()) return hold_postgres(where.database);
  auto lock = FileLock::take(InstallationFolder{where.data});
  if (!lock) return lock.problems();
  return std::unique_ptr<HeldAlone>(std::make_unique<HeldFolder>(std::move(lock).value()));
}

std::unique_ptr<app::Database> held(std::unique_ptr<HeldAlone> hold,
                                    std::unique_ptr<app::Database> database) {
  return std::make_unique<HeldDatabase>(std::move(hold), std::move(database));
}

}  // namespace smm::store::records
