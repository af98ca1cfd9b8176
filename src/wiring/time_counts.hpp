// SPDX-License-Identifier: Apache-2.0
// How long things took, as Prometheus counts it: by upper ends, with their sum and number. And the lines in
// which families of counters are written. Not safe between threads: whoever counts holds a lock.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace smm::wiring {

class TimeCounts {
 public:
  void add(std::chrono::microseconds time);

  // "# HELP …", "# TYPE … histogram", buckets, sum and count.
  void write_histogram(std::string& text, std::string_view name, std::string_view about) const;
  // The same without buckets.
  void write_summary(std::string& text, std::string_view name, std::string_view about) const;

 private:
  void write_sum(std::string& text, std::string_view name) const;

  // Upper ends, in seconds; what takes longer counts in the last.
  static constexpr std::array bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                        0.1,   0.25,   0.5,   1.0,  2.5,   10.0};

  std::array<std::uint64_t, bounds.size() + 1> counts_{};
  std::uint64_t microseconds_ = 0;
};

void begin_family(std::string& text, std::string_view name, std::string_view type, std::string_view about);
void write_one(std::string& text, std::string_view name, std::string_view type, std::string_view about,
               std::int64_t value);

}  // namespace smm::wiring
