// SPDX-License-Identifier: Apache-2.0
#include "store/records/house_file.hpp"

#include <algorithm>

#include "store/migration.hpp"
#include "store/problems.hpp"
#include "store/records/house_rows.hpp"
#include "store/records/problems.hpp"
#include "store/store_error.hpp"
#include "store/transaction.hpp"

namespace smm::store::records {
namespace {

constexpr std::size_t rows_at_once = 200;

base::Result<std::int64_t> schema_in(Connection& connection) {
  const auto known = check_schema(connection, shipped_migrations());
  if (!known && known.problems().front().code != store::problem::database_not_migrated.code)
    return known.problems();
  return connection.query_one("SELECT count(*) FROM migration_log")->integer(0);
}

// ---- Out.

std::string questions(std::size_t count) {
  std::string text = "(";
  for (std::size_t at = 0; at < count; ++at) text += at == 0 ? "?" : ", ?";
  return text + ")";
}

// The rows of a table, some at a time, in the order of its key.
class TableRows {
 public:
  TableRows(Connection& connection, const HouseTable& table) : connection_(connection), table_(table) {
    for (const std::string& column : table.key)
      key_places_.push_back(
          static_cast<std::size_t>(std::ranges::find(table.columns, column) - table.columns.begin()));
  }

  // Empty: there are no more.
  Rows next() {
    if (done_) return {};
    const bool paged = !table_.key.empty();
    const std::string order = quoted_names(paged ? table_.key : table_.columns);
    std::string sql = "SELECT " + quoted_names(table_.columns) + " FROM \"" + table_.name + "\"";
    if (!last_.empty()) sql += " WHERE (" + order + ") > " + questions(last_.size());
    sql += " ORDER BY " + order;
    if (paged) sql += " LIMIT " + std::to_string(rows_at_once);
    Rows rows = connection_.query(sql, last_);
    done_ = !paged || rows.size() < rows_at_once;
    if (!rows.empty()) remember(rows.back());
    return rows;
  }

 private:
  void remember(const Row& row) {
    last_.clear();
    for (const std::size_t place : key_places_) last_.push_back(row[place]);
  }

  Connection& connection_;
  const HouseTable& table_;
  std::vector<std::size_t> key_places_;
  Values last_;
  bool done_ = false;
};

std::int64_t write_tables(Connection& from, HouseRowWriter& writer) {
  for (const HouseTable& table : house_tables(from)) {
    writer.begin(table);
    TableRows pages(from, table);
    for (Rows rows = pages.next(); !rows.empty(); rows = pages.next())
      for (const Row& row : rows) writer.row(row);
    writer.end();
  }
  return writer.finish();
}

// ---- In.

// Puts rows into one table, some at a time.
class TableFiller {
 public:
  TableFiller(Connection& connection, const HouseTable& table)
      : connection_(connection),
        columns_(table.columns.size()),
        most_(std::min(rows_at_once, std::size_t{30000} / columns_)),
        insert_("INSERT INTO \"" + table.name + "\" (" + quoted_names(table.columns) + ") VALUES ") {}

  void add(const Values& row) {
    values_.insert(values_.end(), row.begin(), row.end());
    if (++waiting_ == most_) flush();
  }

  void flush() {
    if (waiting_ == 0) return;
    std::string sql = insert_;
    for (std::size_t row = 0; row < waiting_; ++row) sql += (row == 0 ? "" : ", ") + questions(columns_);
    connection_.execute(sql, values_);
    values_.clear();
    waiting_ = 0;
  }

 private:
  Connection& connection_;
  std::size_t columns_;
  std::size_t most_;
  std::string insert_;
  Values values_;
  std::size_t waiting_ = 0;
};

// Every row of a stream, to whoever wants them: `begin` for a table, `row` for its rows, `end` after them.
template <class Begin, class TakeRow, class End>
bool read_tables(HouseRowReader& reader, Begin begin, TakeRow take, End end) {
  Values values;
  for (auto table = reader.table(); table; table = reader.table()) {
    if (table->name.empty()) return true;
    if (!begin(*table)) return false;
    HouseRowReader::Next next = reader.row(table->columns.size(), values);
    for (; next == HouseRowReader::Next::row; next = reader.row(table->columns.size(), values)) take(values);
    if (next == HouseRowReader::Next::damaged) return false;
    end();
  }
  return false;
}

bool has_rows(Connection& connection) {
  return std::ranges::any_of(house_tables(connection), [&](const HouseTable& table) {
    return !connection.query("SELECT 1 FROM \"" + table.name + "\" LIMIT 1").empty();
  });
}

std::vector<Migration> first_migrations(std::int64_t count) {
  auto migrations = shipped_migrations();
  migrations.resize(static_cast<std::size_t>(count), Migration{});
  return migrations;
}

bool is_shipped(std::int64_t schema) {
  return schema >= 1 && schema <= static_cast<std::int64_t>(shipped_migrations().size());
}

// Tables and columns are those of the schema: a name from a file never goes into a statement by itself.
const HouseTable* known_table(const std::vector<HouseTable>& tables, const HouseTable& wanted) {
  const auto found = std::ranges::find(tables, wanted.name, &HouseTable::name);
  return found != tables.end() && found->columns == wanted.columns ? &*found : nullptr;
}

bool fill(Connection& into, HouseRowReader& reader) {
  const auto tables = house_tables(into);
  std::optional<TableFiller> filler;
  return read_tables(
      reader,
      [&](const HouseTable& table) {
        const HouseTable* known = known_table(tables, table);
        if (known != nullptr) filler.emplace(into, *known);
        return known != nullptr;
      },
      [&](const Values& row) { filler->add(row); }, [&] { filler->flush(); });
}

bool names_missing_rows(Connection& into) {
  return into.engine() == Engine::sqlite && !into.query("PRAGMA foreign_key_check").empty();
}

bool is_about_rows(Failure kind) {
  return kind == Failure::unique || kind == Failure::foreign_key || kind == Failure::check ||
         kind == Failure::not_null || kind == Failure::statement;
}

base::Problem cannot_be_kept(const std::string& file, const std::string& why) {
  return {problem::backup_damaged, "the rows of the backup do not fit together: " + why,
          base::Place{file, 0, 0}};
}

}  // namespace

base::Result<app::BackupSummary> write_house(Connection& from, const std::string& file,
                                             const crypto::InstallationKey& key) {
  const Transaction one_state(from, Access::read);
  const auto schema = schema_in(from);
  if (!schema) return schema.problems();
  DurableFile house(file);
  HouseWriter pieces(house, key);
  HouseRowWriter writer(pieces, *schema);
  app::BackupSummary summary{0, *schema, write_tables(from, writer), ""};
  summary.sha256 = pieces.finish();
  summary.bytes = pieces.bytes();
  house.put_in_place();
  return summary;
}

base::Result<app::BackupSummary> check_house(const std::string& file, const crypto::InstallationKey& key) {
  auto pieces = HouseReader::open(file, key);
  if (!pieces) return std::move(pieces).problems();
  HouseRowReader reader(*pieces);
  const auto schema = reader.schema();
  if (!schema) return pieces->damage();
  if (!is_shipped(*schema))
    return base::Problem(store::problem::database_newer,
                         "the backup has schema " + std::to_string(*schema) + ", and this program knows " +
                             std::to_string(shipped_migrations().size()),
                         base::Place{file, 0, 0});
  const bool whole = read_tables(
      reader, [](const HouseTable&) { return true; }, [](const Values&) {}, [] {});
  if (!whole) return pieces->damage();
  return app::BackupSummary{pieces->bytes(), *schema, reader.rows(), pieces->digest()};
}

base::Result<app::BackupSummary> read_house(Connection& into, const std::string& file,
                                            const crypto::InstallationKey& key, base::Instant now) {
  const auto checked = check_house(file, key);
  if (!checked) return checked;
  if (has_rows(into))
    return base::Problem(problem::database_not_empty,
                         "the database holds something already; restore into a new one");
  const auto made = store::migrate(into, first_migrations(checked->schema), now.microseconds);
  if (!made) return made.problems();
  auto pieces = HouseReader::open(file, key);
  if (!pieces) return std::move(pieces).problems();
  HouseRowReader reader(*pieces);
  reader.schema();
  try {
    Transaction all(into);
    if (!fill(into, reader)) return pieces->damage();
    if (names_missing_rows(into)) return cannot_be_kept(file, "some name others that are not there");
    all.commit();
  } catch (const StoreError& error) {
    if (!is_about_rows(error.kind)) throw;
    return cannot_be_kept(file, error.what());
  }
  return checked;
}

}  // namespace smm::store::records
