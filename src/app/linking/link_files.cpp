// SPDX-License-Identifier: Apache-2.0
#include "app/linking/link_files.hpp"

#include <fmt/core.h>

#include "exchange/csv.hpp"
#include "exchange/toml.hpp"

namespace smm::app::linking {
namespace {

namespace linkage = outcomes::linkage;

base::Result<linkage::LinkConfig> read_config(const Files& files, const std::string& path) {
  auto bytes = files.read(path);
  if (!bytes) return std::move(bytes).problems();
  auto document = exchange::parse_toml(*bytes, path);
  if (!document) return std::move(document).problems();
  return linkage::read_link_config(*document);
}

base::Result<linkage::RecordFile> read_records(const Files& files, const std::string& path,
                                               const std::string& id_column, base::Problems& left_out) {
  auto table = read_loose_table(files, path, left_out);
  if (!table) return std::move(table).problems();
  return linkage::records_of(std::move(table).value(), id_column);
}

}  // namespace

linkage::Nicknames read_nicknames(const Content& content) {
  const auto bytes = content.read("names/nicknames.csv");
  if (!bytes) return {};
  const auto table = exchange::read_table(*bytes, "names/nicknames.csv", {"name1", "name2"});
  if (!table) return {};
  std::vector<std::pair<std::string, std::string>> relations;
  const std::size_t formal = *table->column("name1"), nickname = *table->column("name2");
  for (const base::TableRow& row : table->rows)
    relations.emplace_back(row.cells[formal], row.cells[nickname]);
  return linkage::Nicknames(relations);
}

base::Result<base::Table> read_loose_table(const Files& files, const std::string& path,
                                           base::Problems& left_out) {
  auto bytes = files.read(path);
  if (!bytes) return std::move(bytes).problems();
  const std::string text = linkage::as_utf8(*bytes);
  base::MemorySource source(text);
  exchange::CsvReader reader(source, path);
  if (reader.columns().empty()) return reader.problems();
  base::Table table{path, reader.columns(), {}};
  exchange::CsvRow row;
  while (reader.next(row)) table.rows.push_back({row.line, {row.cells.begin(), row.cells.end()}});
  left_out.insert(left_out.end(), reader.problems().begin(), reader.problems().end());
  return table;
}

base::Result<LinkedFiles> link_files(const Files& files, const Content& content,
                                     const LinkFilesRequest& request) {
  auto config = read_config(files, request.config);
  if (!config) return std::move(config).problems();
  LinkedFiles linked;
  auto left = read_records(files, request.left, config->left_id, linked.left_out);
  if (!left) return std::move(left).problems();
  const linkage::Nicknames nicknames = read_nicknames(content);
  base::Result<linkage::RecordLinkage> result = linkage::RecordLinkage{};
  if (request.right) {
    auto right = read_records(files, *request.right, config->right_id, linked.left_out);
    if (!right) return std::move(right).problems();
    result = linkage::link_records(*left, *right, *config, nicknames, request.options);
    linked.right_ids = std::move(right->ids);
  } else {
    result = linkage::link_within(*left, *config, nicknames, request.options);
    linked.right_ids = left->ids;
  }
  if (!result) return std::move(result).problems();
  linked.linkage = std::move(result).value();
  linked.left_ids = std::move(left->ids);
  linked.config = std::move(config).value();
  return linked;
}

std::string pairs_csv(const LinkedFiles& linked) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"left_id", "right_id", "probability"});
  for (const linkage::RecordPair& pair : linked.linkage.pairs)
    csv.row(
        {linked.left_ids[pair.left], linked.right_ids[pair.right], fmt::format("{:.6f}", pair.probability)});
  return text;
}

std::string clusters_csv(const LinkedFiles& linked) {
  const auto clusters =
      linkage::clusters_of(linked.linkage.pairs, linked.left_ids.size(), linked.config.cluster);
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"id", "cluster"});
  for (std::size_t record = 0; record < clusters.size(); ++record)
    csv.row({linked.left_ids[record], linked.left_ids[clusters[record]]});
  return text;
}

}  // namespace smm::app::linking
