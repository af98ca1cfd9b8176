// SPDX-License-Identifier: Apache-2.0
// Use cases: freeze a release from files, compare a school with one, audit one. docs/howto/benchmarks.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "benchmark/comparison.hpp"
#include "benchmark/freeze.hpp"

namespace smm::app::benchmarks {

struct FreezeRequest {
  std::string scores;  // paths
  std::string schools;
  std::string edition;  // id or folder
  std::optional<std::string> answers;
  std::optional<int> k;
  std::vector<std::string> previous;  // folders, oldest first
  std::string out;                    // folder
};

struct FrozenFiles {
  benchmark::Release release;
  std::size_t unused_sheets = 0;            // scores of schools that are not marked as having answered
  std::string private_file;                 // path of what it was frozen from, for the next freeze
  std::vector<std::string> without_scores;  // earlier releases that have no such file beside them
};

// Writes the release's folder and its private scores, or nothing.
base::Result<FrozenFiles> freeze_files(const Content& content, const Files& files,
                                       const FreezeRequest& request);

struct CompareRequest {
  std::string release;  // folder
  std::string school;
  std::string scores;
  std::optional<std::string> peers;   // path of a list of school ids, one a line
  std::optional<std::string> filter;  // "control=public;division=South Atlantic"
};

base::Result<std::vector<benchmark::Publishable<benchmark::Comparison>>> compare_files(
    const Files& files, const CompareRequest& request);

// Every breach of the promise, each with its row; the folder cannot be read: that problem.
base::Problems audit_files(const Files& files, const std::string& folder,
                           const std::vector<std::string>& previous);

}  // namespace smm::app::benchmarks
