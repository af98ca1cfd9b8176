// SPDX-License-Identifier: Apache-2.0
#include "stats/cumulative_incidence.hpp"

#include <algorithm>
#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

// What happened at one time at which anything did.
struct EventTime {
  double watched = 0;
  double events = 0;
  double endings = 0;  // events and competing ones
  double before = 1;   // S just before
  double incidence = 0;
};

std::vector<EventTime> event_times(std::span<const Watched> persons, double until) {
  std::vector<Watched> sorted(persons.begin(), persons.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Watched& a, const Watched& b) { return a.time < b.time; });
  std::vector<EventTime> times;
  double alone = 1;
  double incidence = 0;
  for (std::size_t begin = 0; begin < sorted.size() && sorted[begin].time <= until;) {
    EventTime at;
    at.watched = static_cast<double>(sorted.size() - begin);
    std::size_t end = begin;
    for (; end < sorted.size() && sorted[end].time == sorted[begin].time; ++end) {
      at.events += sorted[end].ending == Ending::event;
      at.endings += sorted[end].ending != Ending::censored;
    }
    begin = end;
    if (at.endings == 0) continue;
    at.before = alone;
    incidence += alone * at.events / at.watched;
    alone *= 1 - at.endings / at.watched;
    at.incidence = incidence;
    times.push_back(at);
  }
  return times;
}

double incidence_variance(const std::vector<EventTime>& times, double share) {
  double sum = 0;
  for (const EventTime& at : times) {
    const double n = at.watched;
    const double rest = share - at.incidence;
    if (n > at.endings) sum += rest * rest * at.endings / (n * (n - at.endings));
    sum += at.before * at.before * at.events * (n - at.events) / (n * n * n);
    sum -= 2 * rest * at.before * at.events / (n * n);
  }
  return std::max(0.0, sum);
}

}  // namespace

Incidence cumulative_incidence(std::span<const Watched> persons, double until) {
  SMM_ASSERT(!persons.empty());
  const std::vector<EventTime> times = event_times(persons, until);
  Incidence found;
  for (const Watched& person : persons) {
    found.events += person.ending == Ending::event && person.time <= until;
    found.still_seen += person.time > until;
  }
  if (times.empty()) return found;
  found.share = std::min(1.0, times.back().incidence);
  found.error = std::sqrt(incidence_variance(times, found.share));
  return found;
}

Interval log_log_interval(double share, double error, double confidence) {
  SMM_ASSERT(share > 0 && share < 1 && error >= 0);
  const double step = normal_quantile(confidence) * error / (share * std::log(share));  // below 0
  return {std::pow(share, std::exp(-step)), std::pow(share, std::exp(step))};
}

}  // namespace smm::stats
