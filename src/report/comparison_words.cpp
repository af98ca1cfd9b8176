// SPDX-License-Identifier: Apache-2.0
#include "report/comparison_words.hpp"

#include "base/assert.hpp"
#include "report/comparison_file.hpp"

namespace smm::report {

std::string_view word_for(benchmark::Standing standing) {
  switch (standing) {
    case benchmark::Standing::above:
      return "above";
    case benchmark::Standing::similar:
      return "similar";
    case benchmark::Standing::below:
      return "below";
  }
  SMM_ASSERT(false);
}

std::string word_for(const benchmark::PercentileBand& band) {
  if (band.above == 0 && band.below == 100) return "";
  if (band.above == 0) return "under " + std::to_string(band.below);
  if (band.below == 100) return "over " + std::to_string(band.above);
  return std::to_string(band.above) + "-" + std::to_string(band.below);
}

std::string behind(const benchmark::PeerMean& peers) {
  return "weighted by where your " + std::to_string(peers.picks) + " picks are, from blocks of " +
         std::to_string(peers.schools_in_blocks) + " schools in all";
}

}  // namespace smm::report
