// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_tellers.hpp"

#include <algorithm>
#include <map>

namespace smm::benchmark {
namespace {

constexpr double enough_points = kept_points - solved_to;

bool share_any(const std::vector<std::size_t>& one, const std::vector<std::size_t>& other) {
  return std::ranges::any_of(one, [&](std::size_t dean) { return std::ranges::binary_search(other, dean); });
}

}  // namespace

StackTellers::StackTellers(const AreaStack& stack, std::vector<double> scores)
    : stack_(stack), scores_(std::move(scores)), rows_of_(scores_.size()) {
  number_deans();
  measure_rooms();
}

void StackTellers::number_deans() {
  std::map<std::size_t, std::size_t> institutions;
  std::map<std::string, std::size_t> systems;
  deans_of_.resize(scores_.size());
  const auto add = [&](auto& numbers, const auto& key, std::string name, std::size_t unknown) {
    const auto [at, is_new] = numbers.try_emplace(key, deans_.size());
    if (is_new) deans_.push_back({std::move(name), {}});
    deans_[at->second].knows.push_back(unknown);
    deans_of_[unknown].push_back(at->second);
  };
  for (std::size_t unknown = 0; unknown < scores_.size(); ++unknown) {
    const StackUnknown& own = stack_.unknowns[unknown];
    add(institutions, own.institution, own.name, unknown);
  }
  first_system_ = deans_.size();
  for (std::size_t unknown = 0; unknown < scores_.size(); ++unknown) {
    for (const std::string& system : stack_.unknowns[unknown].systems) add(systems, system, system, unknown);
    std::ranges::sort(deans_of_[unknown]);
  }
}

void StackTellers::measure_rooms() {
  for (std::size_t r = 0; r < stack_.rows.size(); ++r) {
    double sum = 0;
    for (const std::size_t unknown : stack_.rows[r].unknowns) {
      sum += scores_[unknown];
      rows_of_[unknown].push_back(r);
    }
    up_.push_back(std::max(0.0, stack_.rows[r].high - sum));
    down_.push_back(std::max(0.0, sum - stack_.rows[r].low));
  }
}

std::optional<std::vector<std::string>> StackTellers::against(std::size_t unknown, std::size_t most) {
  if (moves_alone(unknown)) return std::nullopt;
  std::vector<Deans> ways = ways_with_one_other(unknown, most + 1);
  if (ways.size() > most || std::ranges::any_of(ways, &Deans::empty)) return std::nullopt;
  const auto tellers = stopped(unknown, {}, most, ways);
  if (!tellers) return std::nullopt;
  std::vector<std::string> names;
  for (const std::size_t dean : *tellers) names.push_back(deans_[dean].name);
  return names;
}

// The least room in the unknown's rows that do not have `but_with` in them.
double StackTellers::room(std::size_t unknown, std::size_t but_with, const std::vector<double>& rooms) const {
  double least = most_points;
  for (const std::size_t row : rows_of_[unknown])
    if (unknown == but_with || !std::ranges::binary_search(rows_of_[but_with], row))
      least = std::min(least, rooms[row]);
  return least;
}

bool StackTellers::moves_alone(std::size_t unknown) const {
  const double up = std::min(most_points - scores_[unknown], room(unknown, unknown, up_));
  const double down = std::min(scores_[unknown], room(unknown, unknown, down_));
  return up + down >= enough_points;
}

// Each way alone, or while `other` goes as far the other way.
bool StackTellers::moves_against(std::size_t unknown, std::size_t other) const {
  const double own_up = most_points - scores_[unknown];
  const double own_down = scores_[unknown];
  const double up = std::min(
      own_up, std::max(room(unknown, unknown, up_),
                       std::min({scores_[other], room(unknown, other, up_), room(other, unknown, down_)})));
  const double down =
      std::min(own_down, std::max(room(unknown, unknown, down_),
                                  std::min({most_points - scores_[other], room(unknown, other, down_),
                                            room(other, unknown, up_)})));
  return up + down >= enough_points;
}

// Whoever knows one of those who have to move: the largest deans who do not answer for the unknown.
StackTellers::Deans StackTellers::who_can_stop(std::size_t unknown,
                                               std::span<const std::size_t> moved) const {
  Deans found;
  for (const std::size_t other : moved) {
    Deans of_other;
    for (const std::size_t dean : deans_of_[other])
      if (!std::ranges::binary_search(deans_of_[unknown], dean)) of_other.push_back(dean);
    // What an institution's dean knows, the system's knows as well.
    if (of_other.size() > 1 && of_other.front() < first_system_) of_other.erase(of_other.begin());
    found.insert(found.end(), of_other.begin(), of_other.end());
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// No two of the ways can be stopped by one dean; at most `enough`.
std::vector<StackTellers::Deans> StackTellers::ways_with_one_other(std::size_t unknown,
                                                                   std::size_t enough) const {
  std::vector<Deans> ways;
  for (std::size_t other = 0; other < scores_.size() && ways.size() < enough; ++other) {
    if (other == unknown || !moves_against(unknown, other)) continue;
    Deans way = who_can_stop(unknown, std::span(&other, 1));
    if (std::ranges::none_of(ways, [&](const Deans& known) { return share_any(known, way); }))
      ways.push_back(std::move(way));
  }
  return ways;
}

// Who can stop a way that none of the tellers can; nothing when there is no such way.
std::optional<StackTellers::Deans> StackTellers::way_past(std::size_t unknown, const Deans& tellers,
                                                          std::vector<Deans>& ways) {
  for (const Deans& way : ways)
    if (!share_any(tellers, way)) return way;
  std::vector<std::size_t> known;
  for (const std::size_t dean : tellers)
    known.insert(known.end(), deans_[dean].knows.begin(), deans_[dean].knows.end());
  if (!moves_) moves_.emplace(stack_, scores_);
  const auto moved = moves_->that_part(unknown, enough_points, known);
  if (!moved) return std::nullopt;
  return ways.emplace_back(who_can_stop(unknown, *moved));
}

// Tellers who stop every way: those given, or `more` than these.
std::optional<StackTellers::Deans> StackTellers::stopped(std::size_t unknown, const Deans& tellers,
                                                         std::size_t more, std::vector<Deans>& ways) {
  const auto way = way_past(unknown, tellers, ways);
  if (!way) return tellers;
  if (more == 0) return std::nullopt;
  for (const std::size_t dean : *way) {
    Deans with = tellers;
    with.push_back(dean);
    if (auto found = stopped(unknown, with, more - 1, ways)) return found;
  }
  return std::nullopt;
}

}  // namespace smm::benchmark
