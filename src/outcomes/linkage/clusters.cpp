// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <queue>

#include "outcomes/linkage/link_records.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr double stranger_log_odds = -7;  // of a pair that was not kept

double log_odds(double probability) {
  const double p = std::clamp(probability, 1e-4, 1 - 1e-4);
  return std::log(p / (1 - p));
}

// Sums of log odds between groups that have at least one compared pair.
class Agglomeration {
 public:
  Agglomeration(const std::vector<RecordPair>& pairs, std::size_t records, double at_least)
      : links_(records), size_(records, 1), group_(records), floor_(log_odds(at_least)) {
    std::iota(group_.begin(), group_.end(), 0u);
    for (const RecordPair& pair : pairs) {
      const Link link{log_odds(pair.probability), 1};
      links_[pair.left][pair.right] = link;
      links_[pair.right][pair.left] = link;
      offer(pair.left, pair.right, link);
    }
  }

  std::vector<std::uint32_t> run() {
    while (!queue_.empty()) {
      const Offer best = queue_.top();
      queue_.pop();
      if (size_[best.one] + size_[best.other] == best.records && links_[best.one].contains(best.other))
        join(best.one, best.other);
    }
    std::vector<std::uint32_t> smallest(group_.size());
    for (std::uint32_t record = 0; record < group_.size(); ++record) smallest[record] = top(record);
    return smallest;
  }

 private:
  struct Link {
    double sum = 0;
    double pairs = 0;
  };
  struct Offer {
    double mean = 0;
    std::uint32_t one = 0, other = 0;
    std::size_t records = 0;  // of both when the offer was made; else it is out of date

    bool operator<(const Offer& o) const {
      return mean != o.mean ? mean < o.mean : std::pair(one, other) > std::pair(o.one, o.other);
    }
  };

  std::uint32_t top(std::uint32_t record) const {
    while (group_[record] != record) record = group_[record];
    return record;
  }

  void offer(std::uint32_t one, std::uint32_t other, const Link& link) {
    const double all = static_cast<double>(size_[one]) * static_cast<double>(size_[other]);
    const double mean = (link.sum + (all - link.pairs) * stranger_log_odds) / all;
    if (mean >= floor_)
      queue_.push({mean, std::min(one, other), std::max(one, other), size_[one] + size_[other]});
  }

  // `other` becomes part of `one`.
  void join(std::uint32_t one, std::uint32_t other) {
    links_[one].erase(other);
    links_[other].erase(one);
    size_[one] += std::exchange(size_[other], 0);
    group_[other] = one;
    for (const auto& [third, link] : links_[other]) {
      links_[third].erase(other);
      for (Link* side : {&links_[one][third], &links_[third][one]}) {
        side->sum += link.sum;
        side->pairs += link.pairs;
      }
    }
    links_[other].clear();
    for (const auto& [third, link] : links_[one]) offer(one, third, link);
  }

  std::vector<std::map<std::uint32_t, Link>> links_;
  std::vector<std::size_t> size_;
  std::vector<std::uint32_t> group_;
  double floor_;
  std::priority_queue<Offer> queue_;
};

}  // namespace

std::vector<std::uint32_t> clusters_of(const std::vector<RecordPair>& pairs, std::size_t records,
                                       double at_least) {
  return Agglomeration(pairs, records, at_least).run();
}

}  // namespace smm::outcomes::linkage
