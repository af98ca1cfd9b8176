// SPDX-License-Identifier: Apache-2.0
// All that an office has, in plain tables that any program can read: for whoever leaves, and for whoever is
// asked for records. docs/reference/office-export.md has every file and column. Answers and reasons are
// opened; comments, notes, evidence and people's goals are not in the tables: they are in the sealed house
// file that goes with them (smm backup).
//
// That it was made is told in the log of the office and of every school that has a sheet.
#pragma once

#include <string>
#include <vector>

#include "app/files.hpp"
#include "app/installation/installation.hpp"
#include "base/result.hpp"

namespace smm::app {

// By name: answers.csv, log.csv, people.csv, releases/CODE.json, rounds.csv, schools.csv. Problem:
// key_unavailable.
base::Result<std::vector<NamedFile>> export_office(Installation& installation, const std::string& by);

// "manifest.json": SHA-256 and bytes of each.
struct ExportedFile {
  std::string name;
  std::int64_t bytes = 0;
  std::string sha256;
};
std::string export_manifest(const std::string& office, const std::vector<ExportedFile>& files);

}  // namespace smm::app
