// SPDX-License-Identifier: Apache-2.0
#include "benchmark/release.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "benchmark/release_words.hpp"

namespace smm::benchmark {

std::string to_string(const ShownPoints& shown) {
  const std::string points = std::to_string(shown.points);
  if (shown.side == ShownPoints::Side::at) return points;
  return (shown.side == ShownPoints::Side::under ? "under " : "over ") + points;
}

const ProfessionRelease* ReleaseContent::profession(std::string_view id) const {
  const auto found = std::ranges::find(professions, id, &ProfessionRelease::id);
  return found == professions.end() ? nullptr : &*found;
}

std::optional<Fallback> ProfessionRelease::fallback(std::string_view area) const {
  const auto found = std::ranges::find(fallen, area, &FallenArea::area);
  if (found == fallen.end()) return std::nullopt;
  return found->to;
}

std::string_view to_string(ProfessionState state) {
  for (const auto& [value, word] : profession_state_words)
    if (value == state) return word;
  SMM_ASSERT(false);
}

std::string_view to_string(NormLevel level) {
  switch (level) {
    case NormLevel::area:
      return "area";
    case NormLevel::domain:
      return "domain";
    case NormLevel::overall:
      return "overall";
  }
  SMM_ASSERT(false);
}

std::string_view to_string(Fallback fallback) {
  return fallback == Fallback::one_block ? "one_block" : "withheld";
}

}  // namespace smm::benchmark
