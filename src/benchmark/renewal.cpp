// SPDX-License-Identifier: Apache-2.0
#include "benchmark/renewal.hpp"

#include <algorithm>
#include <iterator>

#include "benchmark/block_facts.hpp"

namespace smm::benchmark {
namespace {

bool issued_in(const ReleaseContent& content, const std::string& profession, Issued what) {
  const ProfessionRelease* release = content.profession(profession);
  if (release == nullptr) return false;
  return what == Issued::spread ? !release->spread.empty() && release->spread_of.empty()
                                : !release->items.empty() && release->items_of.empty();
}

int count_missing(const std::vector<std::string>& from, const std::vector<std::string>& in) {
  std::vector<std::string> missing;
  std::ranges::set_difference(from, in, std::back_inserter(missing));
  return static_cast<int>(missing.size());
}

bool enough_changed(const std::vector<std::string>& before, const std::vector<std::string>& now, int k) {
  const int joined = count_missing(now, before);
  const int left = count_missing(before, now);
  return (joined >= k && left >= k) || (left == 0 && joined >= joined_when_none_left);
}

}  // namespace

std::vector<std::string> answering_units(const ReleaseContent& content, const std::string& profession) {
  const auto& ids = content.outline.professions;
  const auto at = static_cast<std::size_t>(std::ranges::find(ids, profession) - ids.begin());
  std::vector<std::string> answered;
  for (const Unit& unit : units_of(rows_of(content.frame), content.outline, at))
    if (unit.answered) answered.push_back(unit.id);
  return answered;
}

const ReleaseContent* standing_issue(const std::vector<const ReleaseContent*>& previous,
                                     const std::string& profession, const std::vector<std::string>& answered,
                                     int k, Issued what) {
  const ReleaseContent* latest = nullptr;
  bool may_renew = true;
  for (const ReleaseContent* earlier : previous) {
    if (!issued_in(*earlier, profession, what)) continue;
    latest = earlier;
    may_renew = may_renew && enough_changed(answering_units(*earlier, profession), answered, k);
  }
  return may_renew ? nullptr : latest;
}

std::vector<JoinedSince> joined_since(const std::vector<const ReleaseContent*>& previous,
                                      const std::string& profession, const std::vector<Unit>& units, int k,
                                      Issued what) {
  std::vector<std::string> now;
  for (const Unit& unit : units)
    if (unit.answered) now.push_back(unit.id);
  std::vector<JoinedSince> issues;
  for (const ReleaseContent* earlier : previous) {
    if (!issued_in(*earlier, profession, what)) continue;
    const auto then = answering_units(*earlier, profession);
    JoinedSince& since = issues.emplace_back();
    since.least = count_missing(then, now) == 0 ? joined_when_none_left : k;
    for (const Unit& unit : units)
      since.unit.push_back(unit.answered && !std::ranges::binary_search(then, unit.id));
  }
  return issues;
}

bool enough_joined(const std::vector<JoinedSince>& issues, const std::vector<std::size_t>& units) {
  return std::ranges::all_of(issues, [&](const JoinedSince& since) {
    return std::ranges::count_if(units, [&](std::size_t unit) { return since.unit[unit]; }) >= since.least;
  });
}

}  // namespace smm::benchmark
