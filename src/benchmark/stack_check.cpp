// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_check.hpp"

#include <algorithm>

#include "benchmark/stack_programme.hpp"

namespace smm::benchmark {
namespace {

constexpr double kept_points = 20;
constexpr double rounding = 1e-6;  // of solved programmes
constexpr double enough_points = kept_points - rounding;
constexpr int most_who_tell = 2;

double overlap(double one, double other) {
  return std::max(0.0, std::min(one, other));
}

// What a unit can do in an area, seen from one set of scores.
class AreaStack {
 public:
  AreaStack(const std::vector<StackRow>& rows, std::vector<double> scores)
      : rows_(rows), scores_(std::move(scores)), rows_of_(scores_.size()) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      double sum = 0;
      for (const std::size_t unit : rows[r].units) {
        sum += scores_[unit];
        rows_of_[unit].push_back(r);
      }
      up_.push_back(std::max(0.0, rows[r].high - sum));
      down_.push_back(std::max(0.0, sum - rows[r].low));
    }
  }

  bool in_any_row(std::size_t unit) const { return !rows_of_[unit].empty(); }

  // Within 20 points of an end, two who know can be left with less.
  bool near_an_end(std::size_t unit) const {
    return scores_[unit] < kept_points || scores_[unit] > 100 - kept_points;
  }

  // Those who must tell each other, at most `tellers`, so that less than 20 points are left; nothing when
  // nobody can.
  std::optional<std::vector<std::size_t>> breach(std::size_t unit, int tellers) const {
    if (certainly_kept(unit, tellers)) return std::nullopt;
    return solved_breach(unit, tellers, {});
  }

 private:
  bool certainly_kept(std::size_t unit, int tellers) const {
    const double alone_up = overlap(100 - scores_[unit], room(unit, unit, up_));
    const double alone_down = overlap(scores_[unit], room(unit, unit, down_));
    if (alone_up + alone_down >= enough_points) return true;
    int helpers = 0;
    for (std::size_t other = 0; other < scores_.size(); ++other) {
      if (other == unit) continue;
      const double up =
          std::max(alone_up, against(unit, other, scores_[other], 100 - scores_[unit], up_, down_));
      const double down =
          std::max(alone_down, against(unit, other, 100 - scores_[other], scores_[unit], down_, up_));
      if (up + down >= enough_points && ++helpers > tellers) return true;
    }
    return false;
  }

  // The least room in the unit's rows that do not have `other` in them.
  double room(std::size_t unit, std::size_t other, const std::vector<double>& rooms) const {
    double least = 100;
    for (const std::size_t r : rows_of_[unit]) {
      if (unit != other && std::ranges::find(rows_of_[other], r) != rows_of_[other].end()) continue;
      least = std::min(least, rooms[r]);
    }
    return least;
  }

  // How far the unit can go one way while `other` goes as far the other way.
  double against(std::size_t unit, std::size_t other, double other_range, double own_range,
                 const std::vector<double>& with, const std::vector<double>& opposite) const {
    return std::min({own_range, other_range, room(unit, other, with), room(other, unit, opposite)});
  }

  std::optional<std::vector<std::size_t>> solved_breach(std::size_t unit, int tellers,
                                                        const std::vector<std::size_t>& known) const {
    const auto moved = units_moved(rows_, scores_, unit, enough_points, known);
    if (!moved) return known;
    if (tellers == 0) return std::nullopt;
    for (const std::size_t teller : *moved) {
      std::vector<std::size_t> with = known;
      with.push_back(teller);
      if (auto found = solved_breach(unit, tellers - 1, with)) return found;
    }
    return std::nullopt;
  }

  const std::vector<StackRow>& rows_;
  std::vector<double> scores_;
  std::vector<std::vector<std::size_t>> rows_of_;
  std::vector<double> up_, down_;  // room of each row
};

// Known scores, else the middle of the unit's last bin.
std::vector<double> wanted_scores(const Stack& stack, std::size_t area,
                                  const std::map<std::string, double>& known) {
  std::vector<double> wanted(stack.unit_ids.size(), 50);
  for (const StackRow& row : stack.rows[area])
    for (const std::size_t unit : row.units)
      wanted[unit] = (row.low + row.high) / 2 / static_cast<double>(row.units.size());
  for (const auto& [id, score] : known) {
    const auto at = std::ranges::lower_bound(stack.unit_ids, id);
    if (at != stack.unit_ids.end() && *at == id)
      wanted[static_cast<std::size_t>(at - stack.unit_ids.begin())] = score;
  }
  return wanted;
}

std::optional<std::vector<std::size_t>> breach_in(const AreaStack& stack, std::size_t unit) {
  if (!stack.in_any_row(unit)) return std::nullopt;
  return stack.breach(unit, stack.near_an_end(unit) ? 0 : most_who_tell);
}

}  // namespace

std::optional<StackBreach> stack_breach(const std::vector<const ReleaseContent*>& releases,
                                        const std::string& profession, const KnownScores& scores) {
  if (releases.size() < 2) return std::nullopt;
  const Stack stack = stack_of(releases, profession);
  static const std::map<std::string, double> nothing_known;
  for (std::size_t area = 0; area < stack.rows.size(); ++area) {
    const auto& known = area < scores.size() ? scores[area] : nothing_known;
    auto feasible = nearest_scores(stack.rows[area], wanted_scores(stack, area, known));
    if (!feasible) continue;
    const AreaStack in_area(stack.rows[area], std::move(*feasible));
    for (std::size_t unit = 0; unit < stack.unit_ids.size(); ++unit) {
      const auto tellers = breach_in(in_area, unit);
      if (!tellers) continue;
      StackBreach breach{releases.back()->outline.areas[area], stack.unit_ids[unit], {}};
      for (const std::size_t teller : *tellers) breach.known.push_back(stack.unit_ids[teller]);
      return breach;
    }
  }
  return std::nullopt;
}

}  // namespace smm::benchmark
