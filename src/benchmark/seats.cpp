// SPDX-License-Identifier: Apache-2.0
#include "benchmark/seats.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace smm::benchmark {
namespace {

struct SeatSwap {
  int gain = 0;
  std::int64_t apart = 0;
  std::size_t from = 0, to_block = 0, to = 0;
};

// The swap of one member of `block` that helps most; of equal ones, of the units most alike.
SeatSwap best_seat_swap(const std::vector<Unit>& units, std::span<const Features> features,
                        std::vector<BlockOfUnits>& blocks, std::size_t at) {
  SeatSwap best;
  BlockOfUnits& block = blocks[at];
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (b == at) continue;
    const int before = seats_short(units, block) + seats_short(units, blocks[b]);
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = 0; j < blocks[b].size(); ++j) {
        const std::int64_t apart = distance(features[block[i]], features[blocks[b][j]]);
        std::swap(block[i], blocks[b][j]);
        const int gain = before - seats_short(units, block) - seats_short(units, blocks[b]);
        std::swap(block[i], blocks[b][j]);
        if (std::tuple(-gain, apart) < std::tuple(-best.gain, best.apart)) best = {gain, apart, i, b, j};
      }
    }
  }
  return best;
}

void join_nearest(std::span<const Features> features, std::vector<BlockOfUnits>& blocks, std::size_t at) {
  const Centroid middle(features, blocks[at]);
  std::size_t nearest = at == 0 ? 1 : 0;
  double least = -1;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (b == at) continue;
    const double apart = middle.distance(Centroid(features, blocks[b]));
    if (least >= 0 && apart >= least) continue;
    least = apart;
    nearest = b;
  }
  blocks[nearest].insert(blocks[nearest].end(), blocks[at].begin(), blocks[at].end());
  std::ranges::sort(blocks[nearest]);
  blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

int seats_short(const std::vector<Unit>& units, std::span<const std::size_t> block) {
  std::map<std::string_view, int> members;
  for (const std::size_t unit : block)
    for (const std::string& system : units[unit].systems) ++members[system];
  int most = 0;
  for (const auto& [system, count] : members) most = std::max(most, count);
  return std::max(0, least_outside - (static_cast<int>(block.size()) - most));
}

bool repair_seats(const std::vector<Unit>& units, std::span<const Features> features,
                  std::vector<BlockOfUnits>& blocks) {
  for (;;) {
    std::size_t at = 0;
    while (at < blocks.size() && seats_short(units, blocks[at]) == 0) ++at;
    if (at == blocks.size()) return true;
    if (blocks.size() == 1) return false;
    const SeatSwap swap = best_seat_swap(units, features, blocks, at);
    if (swap.gain > 0) {
      std::swap(blocks[at][swap.from], blocks[swap.to_block][swap.to]);
      std::ranges::sort(blocks[at]);
      std::ranges::sort(blocks[swap.to_block]);
    } else {
      join_nearest(features, blocks, at);
    }
  }
}

}  // namespace smm::benchmark
