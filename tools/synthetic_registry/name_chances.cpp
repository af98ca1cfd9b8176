// SPDX-License-Identifier: Apache-2.0
#include "name_chances.hpp"

#include <utility>

#include "assumptions.hpp"
#include "word_lists.hpp"

namespace synthetic {
namespace {

// Ways, of a quarter each, that a slip at this letter gives what is written.
double ways_at(std::size_t at, std::string_view written, const std::string& original) {
  double ways = 0;
  std::string slip = original;
  ways += slip.erase(at, 1) == written;
  slip = original;
  ways += slip.insert(at, 1, original[at]) == written;
  slip = original;
  std::swap(slip[at], slip[at + 1]);
  ways += slip == written;
  if (written.size() == original.size()) {
    slip = original;
    slip[at] = written[at];
    ways += slip == written ? 1.0 / 26 : 0;
  }
  return ways;
}

// Given that the middle name is this one, or was left out.
double chance_with_middle(const GivenNames& written, const std::string& first, const std::string& middle) {
  double chance = 0, left = 1;
  const std::string_view short_name = nickname_of(first);
  const bool same_middle = written.middle == middle;
  if (!short_name.empty()) {
    if (same_middle && written.first == short_name) chance += assumed().nickname;
    left *= 1 - assumed().nickname;
  }
  if (middle.size() > 1) {
    if (written.first == middle && written.middle.empty()) chance += left * assumed().middle_as_first;
    left *= 1 - assumed().middle_as_first;
  }
  if (!same_middle) return chance;
  if (written.first == std::string_view(first).substr(0, 1)) chance += left * assumed().initial_only;
  left *= 1 - assumed().initial_only;
  const double slips = assumed().typo / 2;
  return chance +
         left * (slips * slip_chance(written.first, first) + (written.first == first ? 1 - slips : 0));
}

}  // namespace

double slip_chance(std::string_view written, std::string_view original) {
  if (original.size() < 3) return written == original ? 1 : 0;
  if (written.empty() || written[0] != original[0] || written.size() + 1 < original.size() ||
      written.size() > original.size() + 1)
    return 0;
  double ways = 0;
  const std::string text(original);
  for (std::size_t at = 1; at + 1 < original.size(); ++at) ways += ways_at(at, written, text);
  return ways / 4 / static_cast<double>(original.size() - 2);
}

double surname_chance(std::string_view written, std::string_view original) {
  return (written == original ? 1 - assumed().typo : 0) + assumed().typo * slip_chance(written, original);
}

double given_chance(const GivenNames& written, const GivenNames& original) {
  if (original.middle.empty()) return chance_with_middle(written, original.first, "");
  return (1 - assumed().middle_missing) * chance_with_middle(written, original.first, original.middle) +
         assumed().middle_missing * chance_with_middle(written, original.first, "");
}

}  // namespace synthetic
