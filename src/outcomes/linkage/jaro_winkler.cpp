// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/jaro_winkler.hpp"

#include <algorithm>
#include <bit>
#include <vector>

namespace smm::outcomes::linkage {
namespace {

std::size_t window_of(std::size_t a, std::size_t b) {
  const std::size_t half = std::max(a, b) / 2;
  return half > 0 ? half - 1 : 0;
}

double similarity(std::string_view one, std::string_view other, std::size_t common, std::size_t displaced) {
  if (common == 0) return 0;
  const auto m = static_cast<double>(common);
  const double jaro = (m / static_cast<double>(one.size()) + m / static_cast<double>(other.size()) +
                       (m - static_cast<double>(displaced / 2)) / m) /
                      3;
  if (jaro <= 0.7) return jaro;
  const std::size_t limit = std::min({one.size(), other.size(), std::size_t{4}});
  std::size_t prefix = 0;
  while (prefix < limit && one[prefix] == other[prefix]) ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

std::uint64_t low_bits(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

}  // namespace

double jaro_winkler_plainly(std::string_view one, std::string_view other) {
  if (one.empty() && other.empty()) return 1;
  const std::size_t window = window_of(one.size(), other.size());
  std::vector<bool> taken(one.size());
  std::string from_other;
  for (std::size_t j = 0; j < other.size(); ++j) {
    const std::size_t begin = j > window ? j - window : 0;
    const std::size_t end = std::min(j + window + 1, one.size());
    for (std::size_t i = begin; i < end; ++i) {
      if (taken[i] || one[i] != other[j]) continue;
      taken[i] = true;
      from_other += other[j];
      break;
    }
  }
  std::size_t displaced = 0;
  for (std::size_t i = 0, next = 0; i < one.size(); ++i)
    if (taken[i] && one[i] != from_other[next++]) ++displaced;
  return similarity(one, other, from_other.size(), displaced);
}

NamePattern::NamePattern(std::string_view name) : name_(name) {
  for (std::size_t i = 0; i < name_.size() && i < 64; ++i)
    places_[static_cast<unsigned char>(name_[i])] |= std::uint64_t{1} << i;
}

double NamePattern::jaro_winkler(std::string_view other) const {
  if (name_.size() > 64 || other.size() > 64) return jaro_winkler_plainly(name_, other);
  if (name_.empty() && other.empty()) return 1;
  const std::size_t window = window_of(name_.size(), other.size());
  std::uint64_t taken = 0;
  std::uint64_t matched = 0;  // of the other's letters
  for (std::size_t j = 0; j < other.size(); ++j) {
    const std::uint64_t reach = low_bits(j + window + 1) & ~low_bits(j > window ? j - window : 0);
    const std::uint64_t open = places_[static_cast<unsigned char>(other[j])] & reach & ~taken;
    taken |= open & (~open + 1);
    matched |= static_cast<std::uint64_t>(open != 0) << j;
  }
  const auto common = static_cast<std::size_t>(std::popcount(taken));
  std::size_t displaced = 0;
  for (std::uint64_t mine = taken, theirs = matched; theirs != 0; mine &= mine - 1, theirs &= theirs - 1) {
    const std::uint64_t place = mine & (~mine + 1);
    const char letter = other[static_cast<std::size_t>(std::countr_zero(theirs))];
    displaced += (places_[static_cast<unsigned char>(letter)] & place) == 0;
  }
  return similarity(name_, other, common, displaced);
}

bool within_one_edit(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > 1) return false;
  const auto [here, there] = std::mismatch(one.begin(), one.end(), other.begin());
  const auto at = static_cast<std::size_t>(here - one.begin());
  if (one.size() < other.size()) return one.substr(at) == other.substr(at + 1);
  if (at == one.size() || one.substr(at + 1) == other.substr(at + 1)) return true;
  return at + 1 < one.size() && one[at] == other[at + 1] && one[at + 1] == other[at] &&
         one.substr(at + 2) == other.substr(at + 2);
}

int edit_distance(std::string_view one, std::string_view other) {
  const std::size_t width = other.size() + 1;
  std::vector<int> before(width), previous(width), current(width);
  for (std::size_t j = 0; j < width; ++j) previous[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= one.size(); ++i) {
    current[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const int change = one[i - 1] == other[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + change});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before.swap(previous);
    previous.swap(current);
  }
  return previous.back();
}

}  // namespace smm::outcomes::linkage
