// SPDX-License-Identifier: Apache-2.0
#include "benchmark/block_search.hpp"

#include <algorithm>
#include <map>

#include "base/random.hpp"
#include "benchmark/seats.hpp"
#include "benchmark/tied_blocks.hpp"

namespace smm::benchmark {
namespace {

constexpr int most_sweeps = 50;  // ends by itself long before; a bound against equal gains by rounding
constexpr double least_gain = 1e-6;
constexpr double first_threshold = 4e4;  // four pairs of picks, in squared percent
constexpr std::uint64_t tries_per_unit = 300;
constexpr std::size_t most_started_anew = 400;  // units; above, one start has to do
constexpr std::uint64_t starts = 4;

class BlockSearch {
 public:
  BlockSearch(const std::vector<Unit>& units, const std::vector<std::size_t>& members, const CoPicks& picked,
              const BlockRules& rules, std::vector<BlockOfUnits> blocks)
      : units_(units), members_(members), picked_(picked), rules_(rules), blocks_(picked, std::move(blocks)) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> cells;
    for (std::size_t b = 0; b < rules.cells.size(); ++b) {
      cells[rules.cells[b]].first += blocks_.size(b);
      ++cells[rules.cells[b]].second;
    }
    for (const std::string& cell : rules.cells) {
      const auto& [in_cell, count] = cells[cell];
      const std::size_t evenly = (in_cell + count - 1) / count;
      most_.push_back(std::min(2 * rules.k - 1, std::max<std::size_t>(picks_of_a_dean - 1, evenly)));
    }
  }

  const TiedBlocks& blocks() const { return blocks_; }

  // Blocks that hold too many give units away, each to where it is worth most.
  void shrink() {
    for (std::size_t b = 0; b < most_.size(); ++b)
      while (blocks_.size(b) > most_[b] && give_away(b)) continue;
  }

  void climb() {
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      bool any = false;
      for (std::size_t unit = 0; unit < members_.size(); ++unit) any = improve(unit) || any;
      if (!any) return;
    }
  }

  void search_by_thresholds(std::uint64_t seed) {
    base::Random random(seed);
    std::vector<BlockOfUnits> best = blocks_.blocks();
    double most = blocks_.worth();
    double worth = most;
    const std::uint64_t tries = tries_per_unit * members_.size();
    for (std::uint64_t tried = 0; tried < tries; ++tried) {
      const double left = static_cast<double>(tries - tried) / static_cast<double>(tries);
      worth += try_change(random, -first_threshold * left);
      if (worth <= most + least_gain) continue;
      most = worth;
      best = blocks_.blocks();
    }
    blocks_ = TiedBlocks(picked_, std::move(best));
  }

 private:
  // What the change brought; 0 when it was not made.
  double try_change(base::Random& random, double least) {
    const std::size_t unit = random.below(members_.size());
    if (random.below(10) < 3) {
      const std::size_t to = random.below(most_.size());
      if (!may_move(unit, to)) return 0;
      const double gain = blocks_.gain_of_move(unit, to);
      if (gain <= least || !seats_hold_after_move(unit, to)) return 0;
      blocks_.move(unit, to);
      return gain;
    }
    const std::size_t other = random.below(members_.size());
    if (!may_swap(unit, other)) return 0;
    const double gain = blocks_.gain_of_swap(unit, other);
    if (gain <= least || !seats_hold_after_swap(unit, other)) return 0;
    blocks_.swap(unit, other);
    return gain;
  }

  // Makes the best change of a unit that helps.
  bool improve(std::size_t unit) {
    double most = least_gain;
    std::optional<std::size_t> partner, block;
    for (std::size_t other = 0; other < members_.size(); ++other) {
      if (!may_swap(unit, other)) continue;
      const double gain = blocks_.gain_of_swap(unit, other);
      if (gain <= most || !seats_hold_after_swap(unit, other)) continue;
      most = gain;
      partner = other;
    }
    for (std::size_t to = 0; to < most_.size(); ++to) {
      if (!may_move(unit, to)) continue;
      const double gain = blocks_.gain_of_move(unit, to);
      if (gain <= most || !seats_hold_after_move(unit, to)) continue;
      most = gain;
      block = to;
    }
    if (block)
      blocks_.move(unit, *block);
    else if (partner)
      blocks_.swap(unit, *partner);
    return block || partner;
  }

  bool give_away(std::size_t from) {
    std::optional<double> most;
    std::pair<std::size_t, std::size_t> best;
    for (const std::size_t unit : blocks_.blocks()[from])
      for (std::size_t to = 0; to < most_.size(); ++to) {
        if (!may_move(unit, to) || !seats_hold_after_move(unit, to)) continue;
        const double gain = blocks_.gain_of_move(unit, to);
        if (most && gain <= *most) continue;
        most = gain;
        best = {unit, to};
      }
    if (most) blocks_.move(best.first, best.second);
    return most.has_value();
  }

  bool may_swap(std::size_t one, std::size_t other) const {
    const std::size_t a = blocks_.block_of(one);
    const std::size_t b = blocks_.block_of(other);
    return a != b && rules_.cells[a] == rules_.cells[b];
  }

  bool may_move(std::size_t unit, std::size_t to) const {
    const std::size_t from = blocks_.block_of(unit);
    return from != to && rules_.cells[from] == rules_.cells[to] && blocks_.size(from) > rules_.k &&
           blocks_.size(to) < most_[to];
  }

  const std::vector<std::string>& systems(std::size_t unit) const { return units_[members_[unit]].systems; }

  bool seats_hold_after_swap(std::size_t one, std::size_t other) const {
    if (!rules_.keep_seats || systems(one) == systems(other)) return true;
    return seats_hold(blocks_.block_of(one), one, other) && seats_hold(blocks_.block_of(other), other, one);
  }

  // More units of a block outside a system never take its seats.
  bool seats_hold_after_move(std::size_t unit, std::size_t to) const {
    return !rules_.keep_seats ||
           (seats_hold(blocks_.block_of(unit), unit, std::nullopt) && seats_hold(to, std::nullopt, unit));
  }

  bool seats_hold(std::size_t block, std::optional<std::size_t> without,
                  std::optional<std::size_t> with) const {
    BlockOfUnits after;
    for (const std::size_t unit : blocks_.blocks()[block])
      if (unit != without) after.push_back(members_[unit]);
    if (with) after.push_back(members_[*with]);
    return seats_short(units_, after) == 0;
  }

  const std::vector<Unit>& units_;
  const std::vector<std::size_t>& members_;
  const CoPicks& picked_;
  const BlockRules& rules_;
  TiedBlocks blocks_;
  std::vector<std::size_t> most_;  // units in each block
};

std::vector<BlockOfUnits> positions_among(const std::vector<std::size_t>& members,
                                          std::vector<BlockOfUnits> blocks) {
  for (BlockOfUnits& block : blocks)
    for (std::size_t& unit : block)
      unit = static_cast<std::size_t>(std::ranges::lower_bound(members, unit) - members.begin());
  return blocks;
}

}  // namespace

void improve_blocks(const std::vector<Unit>& units, const std::vector<std::size_t>& members,
                    const CoPicks& picked, const BlockRules& rules, std::vector<BlockOfUnits>& blocks) {
  if (blocks.size() < 2) return;
  BlockSearch uphill(units, members, picked, rules, positions_among(members, blocks));
  uphill.shrink();
  uphill.climb();
  std::vector<BlockOfUnits> best = uphill.blocks().blocks();
  double most = uphill.blocks().worth();
  for (std::uint64_t seed = 1; seed <= (members.size() <= most_started_anew ? starts : 1); ++seed) {
    BlockSearch search = uphill;
    search.search_by_thresholds(seed);
    search.climb();
    if (search.blocks().worth() <= most + least_gain) continue;
    most = search.blocks().worth();
    best = search.blocks().blocks();
  }
  blocks = std::move(best);
  for (BlockOfUnits& block : blocks) {
    for (std::size_t& unit : block) unit = members[unit];
    std::ranges::sort(block);
  }
}

}  // namespace smm::benchmark
