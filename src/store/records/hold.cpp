// SPDX-License-Identifier: Apache-2.0
#include "store/records/hold.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "store/postgres.hpp"
#include "store/records/installation_folder.hpp"
#include "store/records/problems.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {
namespace {

class HeldFolder final : public HeldPlace {
 public:
  explicit HeldFolder(FileLock lock) : lock_(std::move(lock)) {}

 private:
  FileLock lock_;
};

class HeldConnection final : public HeldPlace {
 public:
  explicit HeldConnection(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

 private:
  std::unique_ptr<Connection> connection_;
};

// One installation is one schema of one database.
constexpr const char* lock_alone = "SELECT pg_try_advisory_lock(7564653, hashtext(current_schema()::text))";
constexpr const char* lock_to_serve =
    "SELECT pg_try_advisory_lock_shared(7564653, hashtext(current_schema()::text))";

bool locked(Connection& connection, const char* how) {
  return connection.query_one(how)->integer(0) != 0;
}

// The server process of a connection that was closed just now may hold its lock a moment longer.
bool locked_soon(Connection& connection, const char* how) {
  constexpr int most_tries = 20;
  for (int tried = 1; !locked(connection, how); ++tried) {
    if (tried == most_tries) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return true;
}

// Looks every second whether the connection that holds the lock still stands, and else takes the lock anew.
class ServingConnection final : public HeldPlace {
 public:
  ServingConnection(std::string url, std::unique_ptr<Connection> connection)
      : url_(std::move(url)), connection_(std::move(connection)), thread_([this] { run(); }) {}
  ServingConnection(const ServingConnection&) = delete;
  ServingConnection& operator=(const ServingConnection&) = delete;
  ~ServingConnection() override {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    ending_.notify_all();
    thread_.join();
  }

 private:
  static constexpr std::chrono::seconds looked_every{1};

  void run() {
    std::unique_lock lock(mutex_);
    while (!ending_.wait_for(lock, looked_every, [this] { return ended_; })) {
      lock.unlock();
      look();
      lock.lock();
    }
  }

  void look() {
    try {
      if (connection_) {
        connection_->query("SELECT 1");
        return;
      }
      auto fresh = open_postgres(url_);
      if (locked(*fresh, lock_to_serve)) connection_ = std::move(fresh);
    } catch (const StoreError&) {
      connection_.reset();  // the next look tries again
    }
  }

  std::string url_;
  std::unique_ptr<Connection> connection_;  // only the thread's
  std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::thread thread_;  // the last, since it uses all others
};

base::Problem in_use() {
  return {problem::installation_in_use,
          "another program holds the installation in this database; stop it first (a server, perhaps)"};
}

base::Result<std::unique_ptr<HeldPlace>> hold_postgres(const std::string& url) {
  auto connection = open_postgres(url);
  if (!locked_soon(*connection, lock_alone)) return in_use();
  return std::unique_ptr<HeldPlace>(std::make_unique<HeldConnection>(std::move(connection)));
}

base::Result<std::unique_ptr<HeldPlace>> serve_postgres(const std::string& url) {
  auto connection = open_postgres(url);
  if (!locked_soon(*connection, lock_to_serve)) return in_use();
  return std::unique_ptr<HeldPlace>(std::make_unique<ServingConnection>(url, std::move(connection)));
}

class HeldDatabase final : public app::Database {
 public:
  HeldDatabase(std::unique_ptr<HeldPlace> hold, std::unique_ptr<app::Database> database)
      : hold_(std::move(hold)), database_(std::move(database)) {}

  void read(const Work& work) override { database_->read(work); }
  void write(Work work, Done done) override { database_->write(std::move(work), std::move(done)); }
  void save(const app::ExpectedSave& expected, Work work, Done done) override {
    database_->save(expected, std::move(work), std::move(done));
  }

 private:
  std::unique_ptr<HeldPlace> hold_;
  std::unique_ptr<app::Database> database_;
};

}  // namespace

base::Result<std::unique_ptr<HeldPlace>> hold_alone(const app::DatabaseSettings& where) {
  if (where.data.empty()) return hold_postgres(where.database);
  auto lock = FileLock::take(InstallationFolder{where.data});
  if (!lock) return lock.problems();
  return std::unique_ptr<HeldPlace>(std::make_unique<HeldFolder>(std::move(lock).value()));
}

base::Result<std::unique_ptr<HeldPlace>> hold_to_serve(const app::DatabaseSettings& where) {
  return where.data.empty() ? serve_postgres(where.database) : hold_alone(where);
}

std::unique_ptr<app::Database> held(std::unique_ptr<HeldPlace> hold,
                                    std::unique_ptr<app::Database> database) {
  return std::make_unique<HeldDatabase>(std::move(hold), std::move(database));
}

}  // namespace smm::store::records
