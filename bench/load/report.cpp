// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "load/load.hpp"

namespace smm::load {
namespace {

double in_milliseconds(microseconds time) {
  return static_cast<double>(time.count()) / 1000;
}

}  // namespace

double Report::rate() const {
  return seconds > 0 ? static_cast<double>(latencies.size()) / seconds : 0;
}

microseconds Report::percentile(double percent) const {
  if (latencies.empty()) return microseconds(0);
  const double rank = std::ceil(percent / 100 * static_cast<double>(latencies.size()));
  const auto at = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  return latencies[std::min(at, latencies.size() - 1)];
}

std::uint64_t Report::with_status_from(int first, int last) const {
  std::uint64_t sum = 0;
  for (const auto& [status, count] : by_status)
    if (status >= first && status <= last) sum += count;
  return sum;
}

std::string text_of(const Report& report) {
  std::string text = fmt::format(
      "  {:.0f} answers/s over {:.1f} s, generator {:.0f} % of a core\n"
      "  ms: p50 {:.2f}, p95 {:.2f}, p99 {:.2f}, max {:.2f}\n",
      report.rate(), report.seconds, report.generator_share * 100, in_milliseconds(report.percentile(50)),
      in_milliseconds(report.percentile(95)), in_milliseconds(report.percentile(99)),
      in_milliseconds(report.percentile(100)));
  for (const auto& [status, count] : report.by_status) text += fmt::format("  {}: {}\n", status, count);
  if (report.broken > 0) text += fmt::format("  broken connections: {}\n", report.broken);
  if (report.unanswered > 0) text += fmt::format("  unanswered: {}\n", report.unanswered);
  return text;
}

}  // namespace smm::load
