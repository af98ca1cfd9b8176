// SPDX-License-Identifier: Apache-2.0
#include "app/measuring/address_history.hpp"

#include <algorithm>
#include <set>

#include "base/document_reader.hpp"
#include "exchange/csv.hpp"
#include "outcomes/registry/person_fields.hpp"

namespace smm::app::measuring {
namespace {

namespace measure = outcomes::measure;
namespace registry = outcomes::registry;

// The practice address of one person, walked back in time.
struct WalkedBack {
  measure::DatedAddress now;
  std::vector<measure::DatedAddress> later;  // the newest first
};

std::string* field_of(measure::DatedAddress& address, std::string_view name) {
  if (name == "practice_street") return &address.street;
  if (name == "practice_city") return &address.city;
  if (name == "practice_state") return &address.state;
  if (name == "practice_postal") return &address.postal;
  return nullptr;
}

std::string text_of_field(const registry::Snapshot& snapshot, registry::Row row, std::string_view name) {
  return registry::find_person_field(name)->text(snapshot, row);
}

class Walk {
 public:
  Walk(const registry::Snapshot& snapshot, const std::vector<std::uint32_t>& npis) {
    for (const std::uint32_t npi : npis) {
      const auto number = registry::Npi::of_number(npi);
      const auto row = number ? snapshot.find(*number) : std::nullopt;
      if (!row) continue;
      measure::DatedAddress& now = persons_[npi].now;
      for (const char* name : {"practice_street", "practice_city", "practice_state", "practice_postal"})
        *field_of(now, name) = text_of_field(snapshot, *row, name);
    }
    first_day_ = snapshot.provenance().last_day;
  }

  // Takes back what one snapshot changed; returns the id of the snapshot before.
  std::string take_back(const std::string& bytes) {
    base::MemorySource source(bytes);
    exchange::CsvReader reader(source, "history");
    if (!reader.require({"day", "npi", "field", "before", "after"})) return "";
    const std::size_t day = *reader.column("day"), npi = *reader.column("npi"),
                      field = *reader.column("field"), before = *reader.column("before");
    std::string previous;
    std::set<std::uint32_t> moved;
    for (exchange::CsvRow row; reader.next(row);) {
      const auto number = base::parse_integer(row.cells[npi]);
      if (row.cells[field] == "snapshot") previous = row.cells[before];
      const auto person = number ? persons_.find(static_cast<std::uint32_t>(*number)) : persons_.end();
      if (person == persons_.end()) continue;
      WalkedBack& walked = person->second;
      std::string* text = field_of(walked.now, row.cells[field]);
      if (text == nullptr) continue;
      if (moved.insert(person->first).second) {
        walked.now.seen_from = registry::parse_iso_day(row.cells[day]).value_or(registry::Day{});
        walked.later.push_back(walked.now);
      }
      *text = row.cells[before];
    }
    return previous;
  }

  // The day of the first snapshot is told by the change files only from the second on; the first of them says
  // when addresses before it were seen at the latest.
  void begins_on(registry::Day day) { first_day_ = day; }

  AddressHistories histories() && {
    AddressHistories found;
    for (auto& [npi, walked] : persons_) {
      walked.now.seen_from = first_day_;
      std::vector<measure::DatedAddress> all;
      // Since when somebody had an address that the oldest file already replaced is not known.
      if (walked.later.empty() || walked.later.back().seen_from > first_day_) all.push_back(walked.now);
      all.insert(all.end(), walked.later.rbegin(), walked.later.rend());
      measure::AddressHistory history;
      history.seen_from = all.back().seen_from;
      all.pop_back();
      history.earlier = std::move(all);
      found.emplace(npi, std::move(history));
    }
    return found;
  }

 private:
  std::map<std::uint32_t, WalkedBack> persons_;
  registry::Day first_day_;
};

// The day on which the oldest file of the history was written.
registry::Day day_of(const std::string& bytes) {
  const std::size_t line = bytes.find('\n');
  if (line == std::string::npos || bytes.size() < line + 11) return {};
  return registry::parse_iso_day(std::string_view(bytes).substr(line + 1, 10)).value_or(registry::Day{});
}

}  // namespace

AddressHistories address_histories(const Files& files, const std::string& registry_folder,
                                   const registry::Snapshot& snapshot,
                                   const std::vector<std::uint32_t>& npis) {
  Walk walk(snapshot, npis);
  std::set<std::string> seen;
  for (std::string id = snapshot.provenance().id; !id.empty() && seen.insert(id).second;) {
    const auto bytes = files.read(registry_folder + "/history/" + id + ".csv");
    if (!bytes) break;
    id = walk.take_back(*bytes);
    if (const registry::Day day = day_of(*bytes); day.given()) walk.begins_on(day);
  }
  return std::move(walk).histories();
}

}  // namespace smm::app::measuring
