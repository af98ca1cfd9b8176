// SPDX-License-Identifier: Apache-2.0
#include "outcomes/pathway/journal.hpp"

#include <algorithm>
#include <array>

#include "base/id.hpp"
#include "exchange/csv.hpp"
#include "outcomes/pathway/learner.hpp"
#include "outcomes/pathway/problems.hpp"
#include "outcomes/registry/npi.hpp"

namespace smm::outcomes::pathway {
namespace {

using base::Problems;
using LearnerId = base::Id<struct LearnerTag>;

constexpr std::array<std::string_view, 10> kind_words{
    "enrolled",  "pathway_completed", "applied",  "matriculated",    "left",
    "graduated", "practicing",        "exposure", "professional_id", "withdrawn"};

bool is_exposure_code(std::string_view code) {
  for (const std::string_view begin : {"programme:", "track:", "campus:"})
    if (code.starts_with(begin) && code.size() > begin.size())
      return code.find_first_of(";|,") == std::string_view::npos;
  return false;
}

// Reads rows to entries; `today` is what `recorded` becomes where rows do not tell it.
class EntryReader {
 public:
  EntryReader(const base::Table& table, Day as_of, bool records)
      : table_(table), as_of_(as_of), records_(records) {}

  std::vector<Entry> read(Problems& problems) {
    std::vector<Entry> entries;
    for (const base::TableRow& row : table_.rows) {
      place_ = table_.place(row);
      problems_ = &problems;
      entries.push_back(read_row(row));
    }
    return entries;
  }

 private:
  std::string cell(const base::TableRow& row, std::string_view name) const {
    const auto column = table_.column(name);
    return column ? row.cells[*column] : "";
  }

  void bad(std::string sentence) {
    problems_->emplace_back(problem::pathway_bad_entry, std::move(sentence), place_);
  }

  Day day(const base::TableRow& row, const char* column, bool needed) {
    const std::string text = cell(row, column);
    const auto found = registry::parse_iso_day(text);
    if (!found || (needed && !found->given())) {
      bad(std::string(column) + " is a date such as 2024-05-31, not \"" + text + "\"");
      return {};
    }
    if (*found > as_of_)
      problems_->emplace_back(problem::pathway_future_date,
                              std::string(column) + " " + text + " lies after " + to_iso(as_of_), place_);
    return *found;
  }

  Entry read_row(const base::TableRow& row) {
    Entry entry;
    entry.learner = cell(row, "learner_id");
    if (!LearnerId::parse(entry.learner)) bad("\"" + entry.learner + "\" is no id of a learner");
    const auto kind = entry_kind(cell(row, "entry"));
    if (!kind) bad("\"" + cell(row, "entry") + "\" is no kind of entry");
    entry.kind = kind.value_or(EntryKind::enrolled);
    entry.date = day(row, "date", true);
    if (!cell(row, "until").empty()) entry.until = day(row, "until", true);
    entry.code = cell(row, "code");
    entry.school_id = cell(row, "school_id");
    entry.programme = cell(row, "programme");
    entry.recorded = records_ ? day(row, "recorded", true) : as_of_;
    if (kind) check_code(entry);
    return entry;
  }

  void check_code(const Entry& entry) {
    if (entry.until.given() && entry.until < entry.date) bad("until lies before date");
    switch (entry.kind) {
      case EntryKind::exposure:
        if (!is_exposure_code(entry.code))
          bad("the code of an exposure is programme:, track: or campus: and a name, not \"" + entry.code +
              "\"");
        return;
      case EntryKind::professional_id:
        if (!is_professional_id(entry.code))
          bad("\"" + entry.code + "\" is neither an NPI nor NCSBN: and eight digits");
        return;
      case EntryKind::withdrawn:
        if (!entry_kind(entry.code.substr(0, entry.code.find(':'))))
          bad("what is withdrawn is named as entry or entry:code, not \"" + entry.code + "\"");
        return;
      default:
        if (!entry.code.empty()) bad("only exposures, professional ids and withdrawals have a code");
        return;
    }
  }

  const base::Table& table_;
  Day as_of_;
  bool records_;
  base::Place place_;
  Problems* problems_ = nullptr;
};

bool needs_columns(const base::Table& table, Problems& problems) {
  for (const char* column : {"learner_id", "entry", "date"})
    if (!table.column(column))
      problems.emplace_back(problem::pathway_bad_entry, std::string("the column ") + column + " is missing",
                            base::Place{table.source, 1, 0});
  return problems.empty();
}

}  // namespace

std::string_view name_of(EntryKind kind) {
  return kind_words[static_cast<std::size_t>(kind)];
}

std::optional<EntryKind> entry_kind(std::string_view name) {
  const auto found = std::find(kind_words.begin(), kind_words.end(), name);
  if (found == kind_words.end()) return std::nullopt;
  return static_cast<EntryKind>(found - kind_words.begin());
}

bool is_professional_id(std::string_view text) {
  if (registry::Npi::parse(text)) return true;
  constexpr std::string_view board = "NCSBN:";
  return text.starts_with(board) && text.size() == board.size() + 8 &&
         std::all_of(text.begin() + board.size(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

base::Result<std::vector<Entry>> read_journal(const base::Table& table, Day as_of) {
  Problems problems;
  if (!needs_columns(table, problems)) return problems;
  std::vector<Entry> entries = EntryReader(table, as_of, true).read(problems);
  std::vector<base::Place> places;
  for (const base::TableRow& row : table.rows) places.push_back(table.place(row));
  if (problems.empty()) problems = contradictions(entries, places);
  if (!problems.empty()) return problems;
  return entries;
}

base::Result<std::vector<Entry>> added_entries(const std::vector<Entry>& journal, const base::Table& table,
                                               Day today) {
  Problems problems;
  if (!needs_columns(table, problems)) return problems;
  const std::vector<Entry> added = EntryReader(table, today, false).read(problems);
  if (!problems.empty()) return problems;
  std::vector<Entry> all = journal;
  std::vector<base::Place> places(journal.size(), base::Place{"the registry", 0, 0});
  all.insert(all.end(), added.begin(), added.end());
  for (const base::TableRow& row : table.rows) places.push_back(table.place(row));
  problems = contradictions(all, places);
  if (!problems.empty()) return problems;
  return added;
}

std::vector<Entry> enroll(std::size_t count, Day date, const std::string& school_id,
                          const std::string& programme, base::RandomBytes& random) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < count; ++i)
    entries.push_back(
        {LearnerId::make(random).text(), EntryKind::enrolled, date, {}, "", school_id, programme, date});
  return entries;
}

std::string journal_csv(const std::vector<Entry>& entries) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"learner_id", "entry", "date", "until", "code", "school_id", "programme", "recorded"});
  for (const Entry& entry : entries)
    csv.row({entry.learner, name_of(entry.kind), to_iso(entry.date), to_iso(entry.until), entry.code,
             entry.school_id, entry.programme, to_iso(entry.recorded)});
  return text;
}

}  // namespace smm::outcomes::pathway
