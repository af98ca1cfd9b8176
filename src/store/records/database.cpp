// SPDX-License-Identifier: Apache-2.0
#include "store/records/database.hpp"

#include "store/migration.hpp"
#include "store/postgres.hpp"
#include "store/records/checkpointed_writer.hpp"
#include "store/records/reader_pool.hpp"
#include "store/records/records_on.hpp"
#include "store/records/save_groups.hpp"
#include "store/sqlite.hpp"
#include "store/store_error.hpp"

namespace smm::store::records {
namespace {

app::Refusal refusal_of(Failure failure) {
  switch (failure) {
    case Failure::unique:
      return app::Refusal::taken;
    case Failure::foreign_key:
      return app::Refusal::missing;
    case Failure::retry:
      return app::Refusal::busy;
    case Failure::full:
      return app::Refusal::full;
    case Failure::gone:
      return app::Refusal::unknown;
    case Failure::check:
    case Failure::not_null:
    case Failure::aborted:
    case Failure::statement:
    case Failure::other:
      break;
  }
  return app::Refusal::mistake;
}

std::string meaning_of(app::Refusal refusal) {
  switch (refusal) {
    case app::Refusal::busy:
      return "The database is busy; the same may succeed later. ";
    case app::Refusal::full:
      return "The disk of the database is full: this was not saved, what was saved before is kept. ";
    case app::Refusal::unknown:
      return "Disk or connection of the database failed: it is not known whether this was saved. ";
    case app::Refusal::taken:
    case app::Refusal::missing:
    case app::Refusal::mistake:
      break;
  }
  return "";
}

app::DatabaseRefusal in_words_of_app(const StoreError& error) {
  const app::Refusal refusal = refusal_of(error.kind);
  return {refusal, meaning_of(refusal) + error.what()};
}

std::exception_ptr in_words_of_app(const std::exception_ptr& failure) {
  if (!failure) return nullptr;
  try {
    std::rethrow_exception(failure);
  } catch (const StoreError& error) {
    return std::make_exception_ptr(in_words_of_app(error));
  } catch (...) {
    return std::current_exception();
  }
}

class StoredDatabase final : public app::Database {
 public:
  StoredDatabase(std::unique_ptr<Writer> writer, OpenConnection open_reader, std::size_t readers)
      : readers_(std::move(open_reader), readers), writer_(std::move(writer)) {}
  // Saves go in groups.
  StoredDatabase(std::unique_ptr<Writer> writer, const SaveGroupLimits& groups, OpenConnection open_reader,
                 std::size_t readers)
      : StoredDatabase(std::move(writer), std::move(open_reader), readers) {
    groups_.emplace(*writer_, groups);
  }

  void read(const Work& work) override;
  void write(Work work, Done done) override;
  void save(const app::ExpectedSave& expected, Work work, Done done) override;

 private:
  ReaderPool readers_;
  std::optional<SaveGroups> groups_;
  std::unique_ptr<Writer> writer_;  // the last: what waits in it is carried out before the rest goes
};

void StoredDatabase::read(const Work& work) {
  try {
    readers_.read([&](Connection& connection) {
      RecordsOn records(connection, Access::read);
      work(records.ports());
    });
  } catch (const StoreError& error) {
    throw in_words_of_app(error);
  }
}

void StoredDatabase::write(Work work, Done done) {
  writer_->submit(
      [work = std::move(work)](Connection& connection) {
        RecordsOn records(connection);
        work(records.ports());
        records.finish();
      },
      [done = std::move(done)](const std::exception_ptr& failure) { done(in_words_of_app(failure)); });
}

void StoredDatabase::save(const app::ExpectedSave& expected, Work work, Done done) {
  if (!groups_) return write(std::move(work), std::move(done));
  groups_->add({expected, std::move(work)}, [done = std::move(done)](const std::exception_ptr& failure) {
    done(in_words_of_app(failure));
  });
}

}  // namespace

std::unique_ptr<app::Database> database_over(std::unique_ptr<Writer> writer, OpenConnection open_reader,
                                             std::size_t readers) {
  return std::make_unique<StoredDatabase>(std::move(writer), std::move(open_reader), readers);
}

base::Result<std::unique_ptr<app::Database>> open_sqlite_database(const std::string& file,
                                                                  const DatabaseLimits& limits) {
  auto connection = open_sqlite(file, SqliteMode::read_write);
  const auto schema = check_schema(*connection, shipped_migrations());
  if (!schema) return schema.problems();
  return database_over(
      checkpointed_writer(std::move(connection), open_sqlite(file, SqliteMode::read_write), limits.writing),
      [file] { return open_sqlite(file, SqliteMode::read_only); }, limits.readers);
}

base::Result<std::unique_ptr<app::Database>> open_postgres_database(const std::string& url,
                                                                    const DatabaseLimits& limits) {
  const auto open = [url] { return open_postgres(url); };
  const auto schema = check_schema(*open(), shipped_migrations());
  if (!schema) return schema.problems();
  const auto open_writer = [url, silence = limits.silence.count()] {
    auto connection = open_postgres(url);
    connection->run_script("SET idle_in_transaction_session_timeout = " + std::to_string(silence));
    return connection;
  };
  auto writer = pool_writer(open_writer, limits.postgres_writers, limits.writing);
  return std::unique_ptr<app::Database>(
      std::make_unique<StoredDatabase>(std::move(writer), limits.groups, open, limits.readers));
}

}  // namespace smm::store::records
