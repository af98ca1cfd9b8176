// SPDX-License-Identifier: Apache-2.0
// Use case: link the records of two CSV files, or of one with itself, as a TOML configuration says.
// docs/reference/link-config.md documents the configuration, docs/methods/linkage.md the method.
//
// Rows that are no rows (a wrong number of cells, broken quotes) are left out and reported; a file without a
// column that is named, or with an id that is missing or repeated, ends it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "outcomes/linkage/link_records.hpp"

namespace smm::app::linking {

struct LinkFilesRequest {
  std::string left;                  // paths
  std::optional<std::string> right;  // nothing: the left file is linked with itself
  std::string config;
  outcomes::linkage::RecordLinkOptions options;
};

struct LinkedFiles {
  outcomes::linkage::LinkConfig config;
  std::vector<std::string> left_ids;
  std::vector<std::string> right_ids;
  outcomes::linkage::RecordLinkage linkage;
  base::Problems left_out;  // rows that could not be read
};

base::Result<LinkedFiles> link_files(const Files& files, const Content& content,
                                     const LinkFilesRequest& request);

// left_id,right_id,probability
std::string pairs_csv(const LinkedFiles& linked);
// id,cluster: the first record's id names the cluster
std::string clusters_csv(const LinkedFiles& linked);

// The nicknames that ship with the program.
outcomes::linkage::Nicknames read_nicknames(const Content& content);

// A CSV file as a table, without the rows that are none; those are added to `left_out`.
base::Result<base::Table> read_loose_table(const Files& files, const std::string& path,
                                           base::Problems& left_out);

}  // namespace smm::app::linking
