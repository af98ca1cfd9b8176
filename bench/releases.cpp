// SPDX-License-Identifier: Apache-2.0
// How much releases of wide bins tell whom they are for, and how long they take:
//   - the gap between the answer that a dean gets about twelve peers and their exact mean, for the shipped
//     blocks and for plain MDAV, over seeded populations (docs/methods/release.md has the simulation);
//   - how often the printed 95 % interval covers the frame's mean, when response is tied to control;
//   - freezing 20,000 schools in 16 areas, loading the release, and comparing.
// Usage: bench_releases [POPULATIONS]; 200 without it.
#include <sys/resource.h>

#include <array>
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
#include "crypto/hash.hpp"

namespace {

using namespace smm;
using benchmark::FrameRow;
using Clock = std::chrono::steady_clock;

constexpr int deans = 30;
constexpr std::size_t picks_wanted = 12;

// What the simulation's factors (MD 3, public 3, division 1.2, size .8, Carnegie .9) are factors of: of the
// features, one-hot or indexes, so that distances have their squares; or of squared distances themselves. Its
// words say the first; the gaps of profession means that were measured with it fit the second.
struct Reading {
  const char* name;
  double programme, control, division, size, carnegie;  // in squared distances
};
constexpr Reading readings[] = {{"features", 9, 9, 2 * 1.44, .64, .81},
                                {"squared distances", 3, 3, 2 * 1.2, .8, .9}};

int size_index(const FrameRow& row) {
  return row.size == "small" ? 0 : row.size == "medium" ? 1 : 2;
}

int carnegie_index(const FrameRow& row) {
  return row.carnegie == "R1" ? 0 : row.carnegie == "R2" ? 1 : 2;
}

double squared_distance(const Reading& reading, const FrameRow& one, const FrameRow& other) {
  const double sizes = size_index(one) - size_index(other);
  const double classes = carnegie_index(one) - carnegie_index(other);
  return (one.programme != other.programme ? reading.programme : 0) +
         (one.control != other.control ? reading.control : 0) +
         (one.division != other.division ? reading.division : 0) + reading.size * sizes * sizes +
         reading.carnegie * classes * classes;
}

std::vector<std::size_t> picks_of(const Reading& reading, const std::vector<FrameRow>& rows, std::size_t dean,
                                  base::Random& random) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (i != dean)
      order.emplace_back(squared_distance(reading, rows[dean], rows[i]) * (.7 + .6 * random.uniform()), i);
  std::ranges::sort(order);
  std::vector<std::size_t> picks;
  for (std::size_t i = 0; i < picks_wanted; ++i) picks.push_back(order[i].second);
  return picks;
}

struct Gap {
  double squares = 0;
  double count = 0;

  void add(double gap) {
    squares += gap * gap;
    ++count;
  }
  double rms() const { return std::sqrt(squares / count); }
};

// Gaps of answers to the exact mean of twelve picks.
struct AnswerGaps {
  Gap all;       // to the mean of all twelve
  Gap scored;    // to the mean of those of them that are scored
  Gap withheld;  // of the profession's figure, where all picks are in one block: there is no answer
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
  void ask(const std::vector<std::size_t>& picks, const std::vector<benchmark::AreaOfUnits>& exact,
           const std::vector<benchmark::AreaOfUnits>& values, AnswerGaps& gaps,
           AnswerGaps& profession) const {
    for (std::size_t area = 0; area < cells_.size(); ++area) {
      const Wanted wanted = wanted_of(picks, exact[area], values[area]);
      double answer = 0;
      bool several = false;
      for (const std::size_t pick : picks) {
        answer += cells_[area][pick].middle / static_cast<double>(picks.size());
        several = several || cells_[area][pick].block != cells_[area][picks.front()].block;
      }
      add(means_[area], wanted, profession);
      if (several)
        add(answer, wanted, gaps);
      else
        gaps.withheld.add(means_[area] - wanted.all);
    }
  }

 private:
  struct Cell {
    std::size_t block = 0;
    double middle = 0;
  };

  struct Wanted {
    double all = 0;
    std::optional<double> scored;
  };

  static Wanted wanted_of(const std::vector<std::size_t>& picks, const benchmark::AreaOfUnits& exact,
                          const benchmark::AreaOfUnits& values) {
    double all = 0;
    double scored = 0;
    int count = 0;
    for (const std::size_t pick : picks) {
      all += benchmark::points(*exact.score[pick]);
      if (!values.score[pick]) continue;
      scored += benchmark::points(*values.score[pick]);
      ++count;
    }
    Wanted wanted{all / static_cast<double>(picks.size()), std::nullopt};
    if (count > 0) wanted.scored = scored / count;
    return wanted;
  }

  static void add(double answer, const Wanted& wanted, AnswerGaps& gaps) {
    gaps.all.add(answer - wanted.all);
    if (wanted.scored) gaps.scored.add(answer - *wanted.scored);
  }

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
  AnswerGaps shipped, plain, profession, unused;
};
using GapsByReading = std::array<Gaps, std::size(readings)>;

constexpr double missing = .05;

std::vector<benchmark::AreaOfUnits> with_missing(std::vector<benchmark::AreaOfUnits> values,
                                                 std::uint64_t seed) {
  base::Random random(seed + 3'000'000);
  for (auto& area : values)
    for (auto& score : area.score)
      if (random.chance(missing)) score.reset();
  return values;
}

void add_population(std::uint64_t seed, int n, GapsByReading& by_reading) {
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
  for (std::size_t r = 0; r < by_reading.size(); ++r) {
    base::Random random(seed + 1'000'000);
    Gaps& gaps = by_reading[r];
    for (int dean = 0; dean < deans; ++dean) {
      const auto picks = picks_of(readings[r], rows, random.below(rows.size()), random);
      of_shipped.ask(picks, exact, values, gaps.shipped, gaps.profession);
      of_plain.ask(picks, exact, values, gaps.plain, gaps.unused);
    }
  }
}

// Both gaps, to the mean of the twelve and of those scored, and the share of answers that are withheld.
void print_gaps(const Gaps& gaps) {
  for (const AnswerGaps* of : {&gaps.shipped, &gaps.plain, &gaps.profession})
    std::printf("  %6.3f %6.3f", of->all.rms(), of->scored.rms());
  const double withheld = gaps.shipped.withheld.count;
  Gap with_withheld = gaps.shipped.all;
  with_withheld.squares += gaps.shipped.withheld.squares;
  with_withheld.count += withheld;
  std::printf("   %4.1f %%  %6.3f\n", 100 * withheld / with_withheld.count, with_withheld.rms());
}

void print_utility(int populations) {
  constexpr std::pair<int, double> sizes[] = {{26, 2.7}, {44, 3.1}, {83, 3.2}, {133, 3.5}};
  std::array<GapsByReading, std::size(sizes)> gaps;
  for (std::size_t at = 0; at < gaps.size(); ++at)
    for (int seed = 1; seed <= populations; ++seed)
      add_population(static_cast<std::uint64_t>(seed), sizes[at].first, gaps[at]);
  std::printf(
      "RMS gap of answers, %d populations, 5 %% of areas missing; to the mean of all 12 picks and, second, "
      "of "
      "those scored;\nwithheld: all picks in one block; last: to all 12, the profession's figure where "
      "withheld\n",
      populations);
  for (std::size_t r = 0; r < std::size(readings); ++r) {
    std::printf("\npicks by factors of %s\n%6s %6s %15s %15s %15s %8s %9s\n", readings[r].name, "n", "limit",
                "shipped", "plain MDAV", "profession mean", "withheld", "with it");
    for (std::size_t at = 0; at < gaps.size(); ++at) {
      std::printf("%6d %6.1f", sizes[at].first, sizes[at].second);
      print_gaps(gaps[at][r]);
    }
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

// Comparing reads a release that is loaded once and asked often; loading reads and checks its bytes.
void print_speed(int schools) {
  test_support::PopulationPlan plan;
  plan.frame = schools;
  plan.areas = 16;
  plan.missing = .05;
  const test_support::Population population(plan);
  auto began = Clock::now();
  const auto frozen = benchmark::freeze(population.input());
  const double freezing = milliseconds_since(began);
  const std::string bytes = benchmark::release_json(*frozen);
  began = Clock::now();
  const auto release = benchmark::read_release(bytes, "release.json");
  const double loading = milliseconds_since(began);
  began = Clock::now();
  const std::string digest = crypto::sha256_bytes(bytes);
  const double hashing = milliseconds_since(began);
  const benchmark::CompareInput question{population.input().scores.front().school_id,
                                         {population.input().scores.front()},
                                         benchmark::PeerChoice{{}, {{"control", "public"}}}};
  began = Clock::now();
  const benchmark::ReleaseIndex index(std::make_shared<benchmark::Release>(*release));
  const double indexing = milliseconds_since(began);
  const int times = 50;
  began = Clock::now();
  for (int i = 0; i < times; ++i)
    if (!benchmark::compare(index, question)) std::abort();
  std::printf(
      "%6d schools x 16 areas: freeze %.0f ms; release.json %.1f MB: load %.1f ms (its SHA-256 alone %.1f), "
      "index %.2f ms; compare %.3f ms; peak memory %.0f MB\n",
      schools, freezing, static_cast<double>(bytes.size()) / 1e6, loading, digest.empty() ? 0 : hashing,
      indexing, milliseconds_since(began) / times, peak_megabytes());
}

}  // namespace

int main(int count, char** words) {
  const int populations = count > 1 ? std::atoi(words[1]) : 200;
  print_utility(populations);
  print_coverage(populations);
  std::printf("\n");
  for (const int schools : {83, 203, 20'000}) print_speed(schools);
}
