// SPDX-License-Identifier: Apache-2.0
#include "app/providers/history.hpp"

#include <algorithm>

#include "exchange/csv.hpp"

namespace smm::app::providers {
namespace {

namespace registry = outcomes::registry;

std::string history_path(const std::string& folder, const std::string& id) {
  return folder + "/history/" + id + ".csv";
}

// Adds the changes of one file to `found`; returns the id of the snapshot before, empty at the beginning.
std::string read_history(const std::string& bytes, const std::string& npi, std::vector<DatedChange>& found) {
  base::MemorySource source(bytes);
  exchange::CsvReader reader(source, "history");
  std::string before;
  std::vector<DatedChange> of_file;
  if (!reader.require({"day", "npi", "field", "before", "after"})) return "";
  const std::size_t at[] = {*reader.column("day"), *reader.column("npi"), *reader.column("field"),
                            *reader.column("before"), *reader.column("after")};
  for (exchange::CsvRow row; reader.next(row);) {
    if (row.cells[at[2]] == "snapshot") before = row.cells[at[3]];
    if (row.cells[at[1]] == npi)
      of_file.push_back({std::string(row.cells[at[0]]), std::string(row.cells[at[2]]),
                         std::string(row.cells[at[3]]), std::string(row.cells[at[4]])});
  }
  found.insert(found.begin(), of_file.begin(), of_file.end());
  return before;
}

}  // namespace

std::uint64_t write_history(const Files& files, const std::string& folder, const registry::Snapshot& before,
                            const registry::Snapshot& after, const std::function<void()>& now_and_then) {
  const std::vector<registry::Change> changes = registry::differences(before, after, now_and_then);
  const std::string day = to_iso(after.provenance().last_day);
  std::string csv;
  exchange::CsvWriter writer(csv);
  writer.row({"day", "npi", "field", "before", "after"});
  writer.row({day, "", "snapshot", before.provenance().id, after.provenance().id});
  for (const registry::Change& change : changes)
    writer.row({day, std::to_string(change.npi), change.field, change.before, change.after});
  files.write(history_path(folder, after.provenance().id), csv);
  return changes.size();
}

std::vector<DatedChange> history_of(const Files& files, const std::string& folder,
                                    const registry::Snapshot& current, registry::Npi npi) {
  std::vector<DatedChange> found;
  std::vector<std::string> seen;
  for (std::string id = current.provenance().id; !id.empty();) {
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) break;
    seen.push_back(id);
    const auto bytes = files.read(history_path(folder, id));
    if (!bytes) break;
    id = read_history(*bytes, npi.text(), found);
  }
  return found;
}

}  // namespace smm::app::providers
