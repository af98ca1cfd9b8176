// SPDX-License-Identifier: Apache-2.0
#include "published.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/assert.hpp"
#include "exchange/csv.hpp"

namespace smm::attacks {
namespace {

// Cells of a file's rows by column name. A file that is not there has no rows.
class Rows {
 public:
  Rows(const Files& files, const std::string& name) {
    const auto file = files.find(name);
    if (file == files.end()) return;
    auto table = exchange::read_table(file->second, name);
    SMM_ASSERT(table.ok());
    table_ = std::move(*table);
  }

  std::size_t count() const { return table_.rows.size(); }

  const std::string& cell(std::size_t row, std::string_view column) const {
    const auto at = table_.column(column);
    SMM_ASSERT(at.has_value());
    return table_.rows[row].cells[*at];
  }

  std::optional<double> number(std::size_t row, std::string_view column) const {
    const std::string& text = cell(row, column);
    if (text.empty()) return std::nullopt;
    return std::strtod(text.c_str(), nullptr);
  }

 private:
  base::Table table_;
};

void read_blocks(const Files& files, Published& published) {
  const Rows rows(files, "blocks.csv");
  for (std::size_t i = 0; i < rows.count(); ++i)
    published.blocks[{rows.cell(i, "school_id"), rows.cell(i, "programme")}] = rows.cell(i, "block");
}

void read_bins(const Files& files, Published& published) {
  const Rows rows(files, "table.csv");
  for (std::size_t i = 0; i < rows.count(); ++i)
    published.table.push_back({rows.cell(i, "profession"), rows.cell(i, "block"), rows.cell(i, "area"),
                               *rows.number(i, "low"), *rows.number(i, "high")});
}

void read_norms(const Files& files, Published& published) {
  const Rows rows(files, "norms.csv");
  for (std::size_t i = 0; i < rows.count(); ++i) {
    PublishedNorm norm{
        rows.cell(i, "profession"), rows.cell(i, "group"), rows.cell(i, "level"),  rows.cell(i, "id"),
        rows.number(i, "mean"),     rows.number(i, "low"), rows.number(i, "high"), {}};
    for (const char* percentile : {"p10", "p25", "p50", "p75", "p90"})
      norm.percentiles.push_back(rows.cell(i, percentile));
    published.norms.push_back(std::move(norm));
  }
}

void read_spread(const Files& files, Published& published) {
  const Rows rows(files, "spread.csv");
  for (std::size_t i = 0; i < rows.count(); ++i)
    published.spread.push_back({rows.cell(i, "profession"), rows.cell(i, "group"), rows.cell(i, "level"),
                                rows.cell(i, "id"), rows.cell(i, "sd")});
}

void read_shares(const Files& files, Published& published) {
  const Rows rows(files, "items.csv");
  for (std::size_t i = 0; i < rows.count(); ++i)
    published.shares.push_back({rows.cell(i, "profession"), rows.cell(i, "group"), rows.cell(i, "item_id"),
                                rows.cell(i, "option"), rows.number(i, "share")});
}

}  // namespace

Published read_files(const Files& files) {
  Published published;
  read_blocks(files, published);
  read_bins(files, published);
  read_norms(files, published);
  read_spread(files, published);
  read_shares(files, published);
  return published;
}

std::vector<std::string> parts_of(const std::string& block) {
  std::vector<std::string> parts{""};
  for (const char c : block)
    if (c == '+')
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

BlockMembers block_members(const Published& published, const Round& round) {
  BlockMembers members;
  for (std::size_t i = 0; i < round.units.size(); ++i)
    for (const int index : round.units[i].sites) {
      const Site& site = round.frame[static_cast<std::size_t>(index)];
      const auto block = published.blocks.find({site.school, site.programme});
      if (block == published.blocks.end()) continue;
      std::vector<int>& units = members[{round.units[i].profession, block->second}];
      if (units.empty() || units.back() != static_cast<int>(i)) units.push_back(static_cast<int>(i));
    }
  return members;
}

std::vector<int> members_of(const BlockMembers& members, const PublishedBin& bin) {
  std::vector<int> found;
  for (const std::string& part : parts_of(bin.block)) {
    const auto units = members.find({bin.profession, part});
    if (units != members.end()) found.insert(found.end(), units->second.begin(), units->second.end());
  }
  return found;
}

std::optional<std::size_t> area_of(const std::string& id) {
  const auto at = std::ranges::find(area_names(), id);
  if (at == area_names().end()) return std::nullopt;
  return static_cast<std::size_t>(at - area_names().begin());
}

}  // namespace smm::attacks
