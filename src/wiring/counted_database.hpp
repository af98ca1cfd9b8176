// SPDX-License-Identifier: Apache-2.0
// A database that counts what is asked of it: how many saves and reads, how they ended, how long they took,
// waiting included. It changes nothing of them.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "app/installation/database.hpp"
#include "wiring/time_counts.hpp"

namespace smm::wiring {

// Safe between threads. Outlives the database that it counts for.
class DatabaseCounts {
 public:
  using Clock = std::chrono::steady_clock;

  void save_begun();
  void save_ended(Clock::time_point begun, const std::exception_ptr& failure);
  void read_ended(Clock::time_point begun, const std::exception_ptr& failure);

  // As Prometheus reads it.
  void write(std::string& text) const;

 private:
  mutable std::mutex mutex_;
  std::int64_t waiting_ = 0;  // saves
  // By how they ended: all of them from the start, so that an alarm sees a first one grow from zero.
  std::map<std::string_view, std::uint64_t> saves_ = all_ends();
  std::map<std::string_view, std::uint64_t> reads_ = all_ends();
  TimeCounts save_times_;
  TimeCounts read_times_;

  static std::map<std::string_view, std::uint64_t> all_ends();
};

std::unique_ptr<app::Database> counted(std::unique_ptr<app::Database> database, DatabaseCounts& counts);

}  // namespace smm::wiring
