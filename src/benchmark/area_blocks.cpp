// SPDX-License-Identifier: Apache-2.0
#include "benchmark/area_blocks.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

#include "benchmark/seats.hpp"

namespace smm::benchmark {
namespace {

class Joining {
 public:
  Joining(const Partition& partition, const std::vector<Unit>& units, const std::vector<bool>& scored)
      : partition_(partition), units_(units), scored_(scored) {
    for (std::size_t b = 0; b < partition.blocks.size(); ++b) groups_.push_back(group({b}));
  }

  // False when one group is left that falls short.
  bool run(std::size_t fewest, bool seats) {
    const auto falls_short = [&](const Group& g) {
      return g.scored.size() < fewest || (seats && seats_short(units_, g.scored) > 0);
    };
    for (;;) {
      const auto shorter = std::ranges::find_if(groups_, falls_short);
      if (shorter == groups_.end()) return true;
      if (groups_.size() == 1) return false;
      join(static_cast<std::size_t>(shorter - groups_.begin()));
    }
  }

  JoinedBlocks result() const {
    JoinedBlocks joined;
    for (const Group& g : groups_) joined.push_back(g.blocks);
    return joined;
  }

 private:
  struct Group {
    std::vector<std::size_t> blocks;
    BlockOfUnits scored;
    Centroid middle;
  };

  Group group(std::vector<std::size_t> blocks) const {
    BlockOfUnits members, scored;
    for (const std::size_t b : blocks)
      members.insert(members.end(), partition_.blocks[b].begin(), partition_.blocks[b].end());
    std::ranges::copy_if(members, std::back_inserter(scored),
                         [&](std::size_t unit) { return scored_[unit]; });
    return {std::move(blocks), std::move(scored), Centroid(partition_.features, members)};
  }

  // 0 in the same cell, 1 on the same side of the outer wall, 2 elsewhere.
  int walls_between(const Group& one, const Group& other) const {
    const std::string& a = partition_.cells[one.blocks.front()];
    const std::string& b = partition_.cells[other.blocks.front()];
    if (a == b) return 0;
    return a.substr(0, a.find('/')) == b.substr(0, b.find('/')) ? 1 : 2;
  }

  void join(std::size_t at) {
    std::size_t nearest = at == 0 ? 1 : 0;
    std::tuple<int, double> least{3, 0};
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (g == at) continue;
      const std::tuple apart{walls_between(groups_[at], groups_[g]),
                             groups_[at].middle.distance(groups_[g].middle)};
      if (apart >= least) continue;
      least = apart;
      nearest = g;
    }
    std::vector<std::size_t> blocks = groups_[at].blocks;
    blocks.insert(blocks.end(), groups_[nearest].blocks.begin(), groups_[nearest].blocks.end());
    std::ranges::sort(blocks);
    groups_[std::min(at, nearest)] = group(std::move(blocks));
    groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(std::max(at, nearest)));
  }

  const Partition& partition_;
  const std::vector<Unit>& units_;
  const std::vector<bool>& scored_;
  std::vector<Group> groups_;
};

}  // namespace

JoinedBlocks join_for_area(const Partition& partition, const std::vector<Unit>& units,
                           const std::vector<bool>& scored, int fewest, bool seats) {
  Joining joining(partition, units, scored);
  if (!joining.run(static_cast<std::size_t>(fewest), seats)) return {};
  return joining.result();
}

}  // namespace smm::benchmark
