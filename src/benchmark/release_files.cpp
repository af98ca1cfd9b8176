// SPDX-License-Identifier: Apache-2.0
#include "benchmark/release_files.hpp"

#include <algorithm>

#include "benchmark/problems.hpp"
#include "benchmark/release_rows.hpp"
#include "exchange/csv.hpp"

namespace smm::benchmark {
namespace {

// A CSV file with a column `profession` before the cells of each row.
class ProfessionCsv {
 public:
  explicit ProfessionCsv(std::initializer_list<std::string_view> columns) : csv_(text_) { csv_.row(columns); }

  void add(std::string_view profession, const Cells& cells, std::size_t count) {
    csv_.cell(profession);
    for (std::size_t i = 0; i < count; ++i) csv_.cell(cells[i]);
    csv_.end_row();
  }

  template <class Row>
  void add_all(std::string_view profession, const std::vector<Row>& rows, std::size_t count) {
    for (const Row& row : rows) add(profession, cells_of(row), count);
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  exchange::CsvWriter csv_;
};

std::string blocks_csv(const ReleaseContent& content) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"school_id", "programme", "block"});
  for (const PlacedRow& placed : content.frame)
    if (!placed.block.empty()) csv.row({placed.row.school_id, placed.row.programme, placed.block});
  return text;
}

std::string table_csv(const ReleaseContent& content) {
  ProfessionCsv csv({"profession", "block", "area", "low", "high"});
  for (const auto& profession : content.professions) csv.add_all(profession.id, profession.table, 4);
  return csv.take();
}

std::string norms_csv(const ReleaseContent& content) {
  ProfessionCsv csv({"profession", "group", "level", "id", "mean", "low", "high", "p10", "p25", "p50", "p75",
                     "p90", "reason"});
  for (const auto& profession : content.professions) csv.add_all(profession.id, profession.norms, 12);
  csv.add_all("all_participants", content.all_participants, 12);
  return csv.take();
}

std::string spread_csv(const ReleaseContent& content) {
  ProfessionCsv csv({"profession", "group", "level", "id", "sd"});
  for (const auto& profession : content.professions) csv.add_all(profession.id, profession.spread, 4);
  return csv.take();
}

std::string items_csv(const ReleaseContent& content) {
  ProfessionCsv csv({"profession", "group", "item_id", "option", "share"});
  for (const auto& profession : content.professions) csv.add_all(profession.id, profession.items, 4);
  return csv.take();
}

bool has_items(const ReleaseContent& content) {
  return std::ranges::any_of(content.professions, [](const auto& p) { return !p.items.empty(); });
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void compare_lines(const ReleaseFile& wanted, std::string_view given, base::Problems& problems) {
  const auto expected = lines_of(wanted.bytes);
  const auto found = lines_of(given);
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
    const std::string_view there = i < found.size() ? found[i] : "no row";
    const std::string_view should = i < expected.size() ? expected[i] : "no row";
    if (there == should) continue;
    problems.emplace_back(
        problem::release_file_differs,
        "\"" + std::string(there) + "\" stands where release.json has \"" + std::string(should) + "\"",
        base::Place{wanted.name, static_cast<int>(i + 1), 0});
  }
}

}  // namespace

std::vector<ReleaseFile> files_of(const Release& release) {
  const ReleaseContent& content = *release;
  std::vector<ReleaseFile> files = {{"release.json", release_json(release)},
                                    {"blocks.csv", blocks_csv(content)},
                                    {"table.csv", table_csv(content)},
                                    {"norms.csv", norms_csv(content)},
                                    {"spread.csv", spread_csv(content)}};
  if (has_items(content)) files.push_back({"items.csv", items_csv(content)});
  return files;
}

base::Problems compare_files(const Release& release, const std::vector<ReleaseFile>& given) {
  base::Problems problems;
  const auto wanted = files_of(release);
  for (const ReleaseFile& file : wanted) {
    if (file.name == "release.json") continue;  // reading it has checked it
    const auto found = std::ranges::find(given, file.name, &ReleaseFile::name);
    if (found != given.end()) {
      if (found->bytes != file.bytes) compare_lines(file, found->bytes, problems);
    } else {
      problems.emplace_back(problem::release_file_differs, "the file is missing",
                            base::Place{file.name, 0, 0});
    }
  }
  for (const ReleaseFile& file : given) {
    if (std::ranges::find(wanted, file.name, &ReleaseFile::name) == wanted.end())
      problems.emplace_back(problem::release_file_differs, "the release has no such file",
                            base::Place{file.name, 0, 0});
  }
  return problems;
}

}  // namespace smm::benchmark
