// SPDX-License-Identifier: Apache-2.0
#include "intervals.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "printed_rows.hpp"

namespace smm::attacks {
namespace {

constexpr double slip = 1e-6;  // of linear programmes

struct Pooled {
  int units = 0;
  double sum = 0;
};

// What the members of a row leave one of them, when some others add their scores.
Range left_for_one(const PrintedRow& row, const Pooled& known) {
  const auto unknown_others = static_cast<double>(static_cast<int>(row.units.size()) - 1 - known.units);
  return {std::max(0.0, row.least_sum() - known.sum - 100 * unknown_others),
          std::min(100.0, row.greatest_sum() - known.sum)};
}

using ByDean = std::map<std::string, Pooled>;

ByDean by_dean(const PrintedRow& row, const Round& round) {
  ByDean deans;
  for (const int unit : row.units) {
    Pooled& pooled = deans[dean_of(round, unit)];
    ++pooled.units;
    pooled.sum += value_of(round, unit, row.area);
  }
  return deans;
}

Range narrower(const Range& one, const Range& other) {
  return other.width() < one.width() ? other : one;
}

std::vector<Pooled> others_of(const ByDean& deans, const std::string& dean) {
  std::vector<Pooled> others;
  for (const auto& [name, pooled] : deans)
    if (name != dean) others.push_back(pooled);
  // In a long row only those who scored most or least, and whoever knows many units, can matter.
  const auto fewest_first = [](const Pooled& a, const Pooled& b) { return a.sum < b.sum; };
  std::ranges::sort(others, fewest_first);
  if (others.size() > 40) others.erase(others.begin() + 20, others.end() - 20);
  return others;
}

Range left_by_two(const PrintedRow& row, const ByDean& deans, const std::string& dean) {
  Range worst = left_for_one(row, {});
  const std::vector<Pooled> others = others_of(deans, dean);
  for (std::size_t i = 0; i < others.size(); ++i)
    for (std::size_t j = i; j < others.size(); ++j) {
      Pooled both = others[i];
      if (j != i) both = {both.units + others[j].units, both.sum + others[j].sum};
      worst = narrower(worst, left_for_one(row, both));
    }
  return worst;
}

Range left_by_all(const PrintedRow& row, const Round& round, int unit) {
  Pooled all;
  for (const int other : row.units)
    if (other != unit) all = {all.units + 1, all.sum + value_of(round, other, row.area)};
  return left_for_one(row, all);
}

void add_row(const PrintedRow& row, const Round& round, PooledTallies& tallies) {
  const ByDean deans = by_dean(row, round);
  for (const int unit : row.units) {
    const double truth = value_of(round, unit, row.area);
    tallies.alone.add(left_for_one(row, {}), truth, row.whole_profession);
    tallies.two.add(left_by_two(row, deans, dean_of(round, unit)), truth, row.whole_profession);
    tallies.all_others.add(left_by_all(row, round, unit), truth, row.whole_profession);
  }
}

// The scores of one area over all rounds: one unknown for as long as a unit's score stays as it was.
class AreaStack {
 public:
  explicit AreaStack(std::size_t area) : area_(area) {}

  void add(const PrintedRow& row, const Round& round) {
    KnownSum sum{{}, row.least_sum(), row.greatest_sum()};
    for (const int unit : row.units) {
      const int unknown = unknown_of(round.units[static_cast<std::size_t>(unit)]);
      sum.terms.push_back({unknown, 1});
      if (row.whole_profession) whole_[static_cast<std::size_t>(unknown)] = true;
    }
    sums_.push_back(std::move(sum));
  }

  int unknowns() const { return static_cast<int>(truth_.size()); }
  const std::vector<KnownSum>& sums() const { return sums_; }
  double truth(int unknown) const { return truth_[static_cast<std::size_t>(unknown)]; }
  bool whole(int unknown) const { return whole_[static_cast<std::size_t>(unknown)]; }
  const std::string& dean(int unknown) const { return dean_[static_cast<std::size_t>(unknown)]; }

  // Deans who share a printed row with an unknown, and all that each knows.
  std::map<std::string, std::vector<int>> neighbors(int unknown) const {
    std::map<std::string, std::vector<int>> found;
    for (const KnownSum& sum : sums_)
      if (std::ranges::find(sum.terms, unknown, &Term::unknown) != sum.terms.end())
        for (const Term& term : sum.terms) found[dean(term.unknown)];
    found.erase(dean(unknown));
    for (int other = 0; other < unknowns(); ++other)
      if (const auto at = found.find(dean(other)); at != found.end()) at->second.push_back(other);
    return found;
  }

  Range left_by_all(int unknown) const {
    Range range;
    for (const KnownSum& sum : sums_) {
      if (std::ranges::find(sum.terms, unknown, &Term::unknown) == sum.terms.end()) continue;
      double others = -truth(unknown);
      for (const Term& term : sum.terms) others += truth(term.unknown);
      range = {std::max(range.low, sum.low - others), std::min(range.high, sum.high - others)};
    }
    return range;
  }

 private:
  int unknown_of(const Unit& unit) {
    const double value = *unit.values[area_];
    auto& [known, unknown] = latest_.try_emplace(unit.institution, -1.0, -1).first->second;
    if (unknown >= 0 && known == value) return unknown;
    known = value;
    unknown = unknowns();
    truth_.push_back(value);
    whole_.push_back(false);
    dean_.push_back(unit.dean);
    return unknown;
  }

  std::size_t area_;
  std::map<std::string, std::pair<double, int>> latest_;
  std::vector<KnownSum> sums_;
  std::vector<double> truth_;
  std::vector<bool> whole_;
  std::vector<std::string> dean_;
};

// One area over all rounds with everybody of a block in its rows, scored or not.
class ReaderStack {
 public:
  explicit ReaderStack(std::size_t area) : area_(area) {}

  void add(const PrintedRow& row, const Round& round) {
    const auto count = static_cast<double>(row.answered.size());
    KnownSum sum{{}, row.low * count, row.high * count};
    for (const int unit : row.answered)
      sum.terms.push_back({unknown_of(round.units[static_cast<std::size_t>(unit)]), 1});
    sums_.push_back(std::move(sum));
  }

  void judge(RangeTally& tally) const {
    const int count = static_cast<int>(truth_.size());
    IntervalProgram program(count, sums_);
    if (count == 0 || !program.feasible()) return;
    program.wander(12, 1);
    std::vector<int> all(truth_.size());
    for (int i = 0; i < count; ++i) all[static_cast<std::size_t>(i)] = i;
    tally.looked += count;
    for (const Narrowest& found : narrower_than(program, all, promised - slip)) {
      const std::optional<double>& truth = truth_[static_cast<std::size_t>(found.unknown)];
      if (!truth || *truth < found.range.low - slip || *truth > found.range.high + slip) continue;
      ++tally.narrow;
      tally.narrowest = std::min(tally.narrowest, found.range.width());
    }
  }

 private:
  int unknown_of(const Unit& unit) {
    const std::optional<double>& value = unit.values[area_];
    auto& [known, unknown] = latest_.try_emplace(unit.institution, std::nullopt, -1).first->second;
    if (unknown >= 0 && (!value || !known || *known == *value)) {
      if (value) truth_[static_cast<std::size_t>(unknown)] = known = value;
      return unknown;
    }
    known = value;
    unknown = static_cast<int>(truth_.size());
    truth_.push_back(value);
    return unknown;
  }

  std::size_t area_;
  std::map<std::string, std::pair<std::optional<double>, int>> latest_;
  std::vector<KnownSum> sums_;
  std::vector<std::optional<double>> truth_;
};

void fix_all(IntervalProgram& program, const AreaStack& stack, const std::vector<int>& unknowns) {
  for (const int unknown : unknowns) program.fix(unknown, stack.truth(unknown));
}

// Deans by what they are certain to leave, the least first; a dean of several unknowns may leave nothing.
std::multimap<double, std::string> by_certain_width(const IntervalProgram& program, const AreaStack& stack,
                                                    int target) {
  std::multimap<double, std::string> deans;
  for (const auto& [dean, unknowns] : stack.neighbors(target)) {
    std::optional<Range> left;
    if (unknowns.size() == 1)
      left = left_by_mixtures(program.solutions(), target, unknowns.front(), stack.truth(unknowns.front()));
    deans.emplace(left ? left->width() : 0, dean);
  }
  return deans;
}

// The dean who, with those already fixed, leaves `target` least. Needs a feasible program.
Range worst_dean(IntervalProgram& program, const AreaStack& stack, int target, std::string& name) {
  const std::string known = name;
  Range worst{0, 101};
  program.range(target);
  program.wander(6, 2);
  const auto neighbors = stack.neighbors(target);
  for (const auto& [certain, dean] : by_certain_width(program, stack, target)) {
    if (certain >= worst.width()) break;
    if (dean == known) continue;
    const std::vector<int>& unknowns = neighbors.at(dean);
    fix_all(program, stack, unknowns);
    const std::optional<Range> range =
        program.feasible() ? std::optional(program.range(target)) : std::nullopt;
    for (const int unknown : unknowns) program.release(unknown);
    if (!range || range->width() >= worst.width()) continue;
    worst = *range;
    name = dean;
  }
  return worst;
}

Range left_by_worst_two(IntervalProgram& program, const AreaStack& stack, int target) {
  std::string first;
  const Range by_one = worst_dean(program, stack, target, first);
  const std::vector<int> known = first.empty() ? std::vector<int>{} : stack.neighbors(target).at(first);
  fix_all(program, stack, known);
  std::string second = first;
  const Range by_two = program.feasible() ? worst_dean(program, stack, target, second) : by_one;
  for (const int unknown : known) program.release(unknown);
  const bool feasible = program.feasible();
  return feasible ? narrower(by_one, by_two) : by_one;
}

void add_stack(const AreaStack& stack, int targets, PooledTallies& tallies) {
  const int count = stack.unknowns();
  IntervalProgram program(count, stack.sums());
  if (count == 0 || !program.feasible()) return;
  program.wander(12, 1);
  std::vector<int> all(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) all[static_cast<std::size_t>(i)] = i;
  const auto shown = [&](int i) { return program.witnessed()[static_cast<std::size_t>(i)].width(); };
  std::ranges::stable_sort(all, {}, shown);
  const std::vector<Narrowest> narrow = narrower_than(program, all, promised - slip);
  for (const Narrowest& found : narrow)
    tallies.alone.add(found.range, stack.truth(found.unknown), stack.whole(found.unknown));
  tallies.alone.looked += count - std::ssize(narrow);
  tallies.alone.narrowest = std::min(tallies.alone.narrowest, narrowest(program, all).range.width());
  for (const int unknown : all)
    tallies.all_others.add(stack.left_by_all(unknown), stack.truth(unknown), stack.whole(unknown));
  all.resize(std::min(all.size(), static_cast<std::size_t>(targets)));
  for (const int target : all)
    tallies.two.add(left_by_worst_two(program, stack, target), stack.truth(target), stack.whole(target));
}

}  // namespace

void RangeTally::add(const Range& range, double truth, bool whole_profession) {
  ++looked;
  narrowest = std::min(narrowest, range.width());
  if (range.width() >= promised - slip) return;
  ++narrow;
  const bool at_an_end = truth <= promised || truth >= 100 - promised;
  if (at_an_end)
    ++excused;
  else if (whole_profession)
    ++one_bin;
  else if (range.width() < 1)
    ++determined;
}

void RangeTally::add(const RangeTally& other) {
  looked += other.looked;
  narrow += other.narrow;
  excused += other.excused;
  one_bin += other.one_bin;
  determined += other.determined;
  narrowest = std::min(narrowest, other.narrowest);
}

PooledTallies ranges_by_round(const Evidence& evidence) {
  PooledTallies tallies;
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    for (const PrintedRow& row : printed_rows(evidence.rounds[i], round)) add_row(row, round, tallies);
  }
  return tallies;
}

namespace {

template <class Stack>
using StackByArea = std::map<std::pair<std::string, std::size_t>, Stack>;

template <class Stack>
StackByArea<Stack> stacks_of(const Evidence& evidence) {
  StackByArea<Stack> stacks;
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    for (const PrintedRow& row : printed_rows(evidence.rounds[i], round)) {
      if (row.units.empty()) continue;
      const std::string& profession = round.units[static_cast<std::size_t>(row.units.front())].profession;
      stacks.try_emplace({profession, row.area}, row.area).first->second.add(row, round);
    }
  }
  return stacks;
}

}  // namespace

RangeTally ranges_for_readers(const Evidence& evidence) {
  RangeTally tally;
  for (const auto& [key, stack] : stacks_of<ReaderStack>(evidence)) stack.judge(tally);
  return tally;
}

PooledTallies ranges_over_stack(const Evidence& evidence, int targets) {
  PooledTallies tallies;
  for (const auto& [key, stack] : stacks_of<AreaStack>(evidence)) add_stack(stack, targets, tallies);
  return tallies;
}

namespace {

constexpr std::size_t least_block = 5;

bool programmes_entered_apart(const Published& published, const Round& round, const std::string& profession) {
  std::map<int, int> blocks_of_unit;
  for (const auto& [key, units] : block_members(published, round)) {
    if (key.first != profession) continue;
    if (units.size() < least_block) return true;
    for (const int unit : units)
      if (++blocks_of_unit[unit] > 1) return true;
  }
  return false;
}

// Scored programs of each unit in a printed block.
std::map<int, int> programmes_in(const Published& published, const Round& round, const PublishedBin& bin,
                                 std::size_t area) {
  const std::vector<std::string> parts = parts_of(bin.block);
  std::map<int, int> programmes;
  for (std::size_t unit = 0; unit < round.units.size(); ++unit)
    for (const int index : round.units[unit].sites) {
      const Site& site = round.frame[static_cast<std::size_t>(index)];
      const auto block = published.blocks.find({site.school, site.programme});
      if (block != published.blocks.end() && site.scores[area] &&
          std::ranges::find(parts, block->second) != parts.end())
        ++programmes[static_cast<int>(unit)];
    }
  return programmes;
}

}  // namespace

RangeTally programmes_apart(const Evidence& evidence) {
  RangeTally tally;
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    for (const PublishedBin& bin : evidence.rounds[i].table) {
      const auto area = area_of(bin.area);
      if (!area || !programmes_entered_apart(evidence.rounds[i], round, bin.profession)) continue;
      const auto programmes = programmes_in(evidence.rounds[i], round, bin, *area);
      int entered = 0;
      for (const auto& [unit, count] : programmes) entered += count;
      for (const auto& [unit, count] : programmes) {
        const double width = (bin.high - bin.low) * entered / count;
        tally.add({50 - width / 2, 50 + width / 2}, 50, false);
      }
    }
  }
  return tally;
}

SeatTally schools_in_small_blocks(const Evidence& evidence) {
  SeatTally tally;
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i)
    for (const auto& [block, units] : block_members(evidence.rounds[i], evidence.world->rounds[i])) {
      tally.rows += std::ssize(units);
      if (units.size() < least_block) tally.faced += std::ssize(units);
    }
  return tally;
}

SeatTally scored_seats_faced(const Evidence& evidence) {
  SeatTally tally;
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    for (const PrintedRow& row : printed_rows(evidence.rounds[i], round)) {
      const ByDean deans = by_dean(row, round);
      ++tally.rows;
      tally.faced += std::ranges::any_of(
          deans, [&](const auto& own) { return own.second.units + 3 > std::ssize(row.units); });
    }
  }
  return tally;
}

SeatTally seats_faced(const Evidence& evidence) {
  SeatTally tally;
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const Round& round = evidence.world->rounds[i];
    for (const auto& [block, units] : block_members(evidence.rounds[i], round)) {
      std::map<std::string, std::size_t> of_dean;
      for (const int unit : units) ++of_dean[dean_of(round, unit)];
      ++tally.rows;
      tally.faced +=
          std::ranges::any_of(of_dean, [&](const auto& own) { return own.second + 3 > units.size(); });
    }
  }
  return tally;
}

}  // namespace smm::attacks
