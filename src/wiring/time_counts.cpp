// SPDX-License-Identifier: Apache-2.0
#include "wiring/time_counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace smm::wiring {

void begin_family(std::string& text, std::string_view name, std::string_view type, std::string_view about) {
  text += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, about);
}

void write_one(std::string& text, std::string_view name, std::string_view type, std::string_view about,
               std::int64_t value) {
  begin_family(text, name, type, about);
  text += fmt::format("{} {}\n", name, value);
}

void TimeCounts::add(std::chrono::microseconds time) {
  const double seconds = static_cast<double>(time.count()) / 1e6;
  const auto bound = std::ranges::lower_bound(bounds, seconds);
  ++counts_[static_cast<std::size_t>(bound - bounds.begin())];
  microseconds_ += static_cast<std::uint64_t>(time.count());
}

void TimeCounts::write_sum(std::string& text, std::string_view name) const {
  text += fmt::format("{}_sum {:.6f}\n", name, static_cast<double>(microseconds_) / 1e6);
  text +=
      fmt::format("{}_count {}\n", name, std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0}));
}

void TimeCounts::write_histogram(std::string& text, std::string_view name, std::string_view about) const {
  begin_family(text, name, "histogram", about);
  std::uint64_t so_far = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i)
    text += fmt::format("{}_bucket{{le=\"{}\"}} {}\n", name, bounds[i], so_far += counts_[i]);
  text += fmt::format("{}_bucket{{le=\"+Inf\"}} {}\n", name, so_far + counts_.back());
  write_sum(text, name);
}

void TimeCounts::write_summary(std::string& text, std::string_view name, std::string_view about) const {
  begin_family(text, name, "summary", about);
  write_sum(text, name);
}

}  // namespace smm::wiring
