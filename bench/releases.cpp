// SPDX-License-Identifier: Apache-2.0
// How much releases of wide bins tell whom they are for, and how long they take:
//   - the gap between the answer that a dean gets about twelve peers and their exact mean, for the shipped
//     blocks and for plain MDAV, over seeded populations (docs/methods/release.md has the simulation);
//   - how often the printed 95 % interval covers the frame's mean, when response is tied to control;
//   - freezing 20,000 schools in 16 areas, and comparing.
// Usage: bench_releases [POPULATIONS]; 200 without it.
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "benchmark/area_blocks.hpp"
#include "benchmark/bins.hpp"
#include "benchmark/comparison.hpp"
#include "benchmark/freeze.hpp"
#include "benchmark/partition.hpp"
#include "benchmark/profession_freeze.hpp"
#include "benchmark/unit_values.hpp"
#include "benchmark_populations.hpp"

namespace {

using namespace smm;
using benchmark::FrameRow;
using Clock = std::chrono::steady_clock;

constexpr int deans = 30;
constexpr std::size_t picks_wanted = 12;

// The simulation's own features: sizes and Carnegie classes as indexes.
double squared_distance(const FrameRow& one, const FrameRow& other) {
  const auto size = [](const FrameRow& row) {
    return row.size == "small" ? 0 : row.size == "medium" ? 1 : 2;
  };
  const auto carnegie = [](const FrameRow& row) {
    return row.carnegie == "R1" ? 0 : row.carnegie == "R2" ? 1 : 2;
  };
  double sum = (one.programme != other.programme ? 9 : 0) + (one.control != other.control ? 9 : 0) +
               (one.division != other.division ? 2 * 1.44 : 0);
  const double sizes = .8 * (size(one) - size(other));
  const double classes = .9 * (carnegie(one) - carnegie(other));
  return sum + sizes * sizes + classes * classes;
}

std::vector<std::size_t> picks_of(const std::vector<FrameRow>& rows, std::size_t dean, base::Random& random) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (i != dean)
      order.emplace_back(squared_distance(rows[dean], rows[i]) * (.7 + .6 * random.uniform()), i);
  std::ranges::sort(order);
  std::vector<std::size_t> picks;
  for (std::size_t i = 0; i < picks_wanted; ++i) picks.push_back(order[i].second);
  return picks;
}

struct Gap {
  double squares = 0;
  double count = 0;
  double withheld = 0;  // all picks in one block: no answer

  void add(double gap) {
    squares += gap * gap;
    ++count;
  }
  double rms() const { return std::sqrt(squares / count); }
};

// One population's blocks as a release prints them, asked about picks.
class Table {
 public:
  Table(const benchmark::Partition& partition, const std::vector<benchmark::Unit>& units,
        const std::vector<benchmark::AreaOfUnits>& values, int k) {
    const int fewest = benchmark::fewest_scored(k);
    for (const auto& area : values) {
      std::vector<bool> scored;
      for (const auto& value : area.score) scored.push_back(value.has_value());
      std::vector<Cell> of_unit(partition.block.size());
      double sum = 0;
      for (const auto& joined : benchmark::join_for_area(partition, units, scored, fewest)) {
        const double middle = middle_of(partition, area, joined, fewest);
        for (const std::size_t b : joined) {
          for (const std::size_t unit : partition.blocks[b]) of_unit[unit] = {joined.front(), middle};
          sum += middle * static_cast<double>(partition.blocks[b].size());
        }
      }
      cells_.push_back(of_unit);
      means_.push_back(sum / static_cast<double>(partition.block.size()));
    }
  }

  // `exact`: the true scores of everybody, also where the release has none.
  void ask(const std::vector<std::size_t>& picks, const std::vector<benchmark::AreaOfUnits>& exact, Gap& gap,
           Gap& profession) const {
    for (std::size_t area = 0; area < cells_.size(); ++area) {
      double wanted = 0;
      double answer = 0;
      bool several = false;
      for (const std::size_t pick : picks) {
        wanted += benchmark::points(*exact[area].score[pick]) / static_cast<double>(picks.size());
        answer += cells_[area][pick].middle / static_cast<double>(picks.size());
        several = several || cells_[area][pick].block != cells_[area][picks.front()].block;
      }
      profession.add(means_[area] - wanted);
      if (several)
        gap.add(answer - wanted);
      else
        ++gap.withheld;
    }
  }

 private:
  struct Cell {
    std::size_t block = 0;
    double middle = 0;
  };

  static double middle_of(const benchmark::Partition& partition, const benchmark::AreaOfUnits& area,
                          const std::vector<std::size_t>& joined, int fewest) {
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (const std::size_t b : joined)
      for (const std::size_t unit : partition.blocks[b])
        if (area.score[unit]) sum += *area.score[unit], ++count;
    return benchmark::bin_of_mean(sum, count, benchmark::parts_of_a_point, fewest).middle();
  }

  std::vector<std::vector<Cell>> cells_;
  std::vector<double> means_;
};

benchmark::Partition plain_mdav(const benchmark::Partition& shipped,
                                const std::vector<benchmark::Unit>& units, const std::vector<FrameRow>& rows,
                                std::size_t k) {
  benchmark::Partition plain = shipped;
  plain.blocks.clear();
  plain.cells.clear();
  std::map<std::string, benchmark::BlockOfUnits> cells;
  for (std::size_t i = 0; i < units.size(); ++i)
    cells[benchmark::cell_of(rows[units[i].face], shipped.walls)].push_back(i);
  for (const auto& [cell, members] : cells) {
    for (auto& block : benchmark::mdav_blocks(plain.features, members, k)) {
      plain.blocks.push_back(std::move(block));
      plain.cells.push_back(cell);
    }
  }
  return plain;
}

struct Gaps {
  Gap shipped, plain, profession, unused;
};

constexpr double missing = .05;

std::vector<benchmark::AreaOfUnits> with_missing(std::vector<benchmark::AreaOfUnits> values,
                                                 std::uint64_t seed) {
  base::Random random(seed + 3'000'000);
  for (auto& area : values)
    for (auto& score : area.score)
      if (random.chance(missing)) score.reset();
  return values;
}

void add_population(std::uint64_t seed, int n, Gaps& gaps) {
  test_support::PopulationPlan plan;
  plan.seed = seed;
  plan.frame = n;
  const test_support::Population population(plan);
  const auto& input = population.input();
  const auto& rows = input.frame.rows;
  const auto units = benchmark::units_of(rows, input.outline, 0);
  std::vector<const benchmark::SheetScores*> sheets;
  for (const auto& sheet : input.scores) sheets.push_back(&sheet);
  const auto exact = benchmark::values_of_units(units, sheets, input.outline.areas.size());
  const auto values = with_missing(exact, seed);
  const int k = benchmark::usual_k(units.size());
  const auto shipped = benchmark::partition_of(units, rows, "medicine", static_cast<std::size_t>(k), {});
  const auto plain = plain_mdav(*shipped, units, rows, static_cast<std::size_t>(k));
  const Table of_shipped(*shipped, units, values, k);
  const Table of_plain(plain, units, values, k);
  base::Random random(seed + 1'000'000);
  for (int dean = 0; dean < deans; ++dean) {
    const auto picks = picks_of(rows, random.below(rows.size()), random);
    of_shipped.ask(picks, exact, gaps.shipped, gaps.profession);
    of_plain.ask(picks, exact, gaps.plain, gaps.unused);
  }
}

void print_utility(int populations) {
  std::printf("RMS gap to the mean of the exact 12 picks, %d populations, 5 %% of areas missing\n",
              populations);
  std::printf("%6s %9s %11s %16s %7s %10s\n", "n", "shipped", "plain MDAV", "profession mean", "limit",
              "no answer");
  const std::pair<int, double> sizes[] = {{26, 2.7}, {44, 3.1}, {83, 3.2}, {133, 3.5}};
  for (const auto& [n, limit] : sizes) {
    Gaps gaps;
    for (int seed = 1; seed <= populations; ++seed) add_population(static_cast<std::uint64_t>(seed), n, gaps);
    std::printf("%6d %9.3f %11.3f %16.3f %7.1f %8.1f %%\n", n, gaps.shipped.rms(), gaps.plain.rms(),
                gaps.profession.rms(), limit,
                100 * gaps.shipped.withheld / (gaps.shipped.withheld + gaps.shipped.count));
  }
}

double frame_mean(const benchmark::FreezeInput& everyone, std::size_t area) {
  double sum = 0;
  double count = 0;
  for (const auto& sheet : everyone.scores)
    if (sheet.areas[area]) sum += sheet.areas[area]->score, ++count;
  return sum / count;
}

// Everybody has scores; then public schools answer more often than private ones: 83 of 203 in the mean.
void print_coverage(int populations) {
  double covered = 0;
  double asked = 0;
  double width = 0;
  for (int seed = 1; seed <= populations; ++seed) {
    test_support::PopulationPlan plan;
    plan.seed = static_cast<std::uint64_t>(seed);
    plan.frame = 203;
    test_support::Population population(plan);
    const auto everyone = population.input();
    base::Random random(static_cast<std::uint64_t>(seed) + 2'000'000);
    for (auto& row : population.input().frame.rows)
      row.responded = random.chance(row.control == "public" ? .53 : .24);
    const auto release = benchmark::freeze(population.input());
    if (!release) continue;
    for (const auto& norm : (*release)->professions.front().norms) {
      if (norm.group != "all" || norm.level != benchmark::NormLevel::area || !norm.low) continue;
      const double truth = frame_mean(everyone, *everyone.outline.area(norm.id));
      covered += *norm.low <= truth && truth <= *norm.high ? 1 : 0;
      width += *norm.high - *norm.low;
      ++asked;
    }
  }
  std::printf(
      "\nIntervals of 95 %% cover the frame's mean in %.1f %% of %.0f (83 of 203, response tied to "
      "control; mean width %.1f points)\n",
      100 * covered / asked, asked, width / asked);
}

double milliseconds_since(Clock::time_point began) {
  return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print_speed(int schools) {
  test_support::PopulationPlan plan;
  plan.frame = schools;
  plan.areas = 16;
  plan.missing = .05;
  const test_support::Population population(plan);
  auto began = Clock::now();
  const auto release = benchmark::freeze(population.input());
  const double freezing = milliseconds_since(began);
  benchmark::CompareInput question{population.input().scores.front().school_id,
                                   {population.input().scores.front()},
                                   benchmark::PeerChoice{{}, {{"control", "public"}}}};
  const int times = 20;
  began = Clock::now();
  for (int i = 0; i < times; ++i)
    if (!benchmark::compare(*release, question)) std::abort();
  std::printf("%6d schools x 16 areas: freeze %.0f ms, compare %.2f ms, peak memory %.0f MB\n", schools,
              freezing, milliseconds_since(began) / times, peak_megabytes());
}

}  // namespace

int main(int count, char** words) {
  const int populations = count > 1 ? std::atoi(words[1]) : 200;
  print_utility(populations);
  print_coverage(populations);
  std::printf("\n");
  for (const int schools : {83, 203, 20'000}) print_speed(schools);
}
