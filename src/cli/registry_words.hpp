// SPDX-License-Identifier: Apache-2.0
// What the commands on the registry share: threads, progress, and how a snapshot is told.
#pragma once

#include <chrono>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>

#include "app/providers/build_registry.hpp"
#include "cli/command.hpp"
#include "exchange/json.hpp"

namespace smm::cli {

// --threads, or as many as there are processors; nothing (and a line on `err`) when it is no number from 1 to
// 64.
std::optional<unsigned> read_threads(const Given& given, std::ostream& err);

// "4.1 of 10.7 GB, 1.4 GB a second, 5 seconds left": on a terminal, once a second has passed.
class ReadingProgress {
 public:
  explicit ReadingProgress(const Surroundings& around)
      : around_(around), begin_(std::chrono::steady_clock::now()), shown_(begin_) {}

  app::providers::SourceProgress counter();
  void end();

 private:
  void show(std::uint64_t read, std::uint64_t all);

  const Surroundings& around_;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point shown_;
  bool visible_ = false;
};

// The members of an object that tell where a snapshot came from.
void write_provenance(exchange::JsonWriter& json, const outcomes::registry::Provenance& provenance);
std::string provenance_lines(const outcomes::registry::Provenance& provenance);

// The outcome of a build or an update, on standard output.
void tell_built(const app::providers::BuiltRegistry& built, const std::string& folder, bool as_json,
                const Surroundings& around);

}  // namespace smm::cli
