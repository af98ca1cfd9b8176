// SPDX-License-Identifier: Apache-2.0
// A release as the files of its folder: release.json, and the same as CSV for people and programs.
// docs/reference/benchmark-files.md has the columns.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "benchmark/release.hpp"

namespace smm::benchmark {

struct ReleaseFile {
  std::string name;  // "table.csv"
  std::string bytes;
};

// release.json first; items.csv only when there are items.
std::vector<ReleaseFile> files_of(const Release& release);

// Rows in which given files are not what the release says, each as a problem with file and line.
base::Problems compare_files(const Release& release, const std::vector<ReleaseFile>& given);

}  // namespace smm::benchmark
