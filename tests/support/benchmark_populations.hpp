// SPDX-License-Identifier: Apache-2.0
// Invented professions of schools, as the figures in docs/methods/release.md are measured on: medicine,
//   MD .78, DO .22 · public .58 · nine divisions (.06 .15 .17 .09 .20 .05 .12 .06 .10) · three sizes alike ·
//   Carnegie R1 .55, R2 .15, special .30 · all independent
//   score = 50 + 8 public + 6 DO + N(0, 16), clipped to 0-100, on a half-point grid
// and beside these: schools that do not answer, areas that are missing, schools at zero, later rounds.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "benchmark/freeze.hpp"

namespace smm::test_support {

struct PopulationPlan {
  std::uint64_t seed = 1;
  int frame = 83;                 // schools in the frame
  double answering = 1;           // share of private schools that answer
  double answering_public = 1;    // share of public schools that answer
  int areas = 4;                  // in domains of two
  double missing = 0;             // chance that a school's area is not scored
  double at_zero = 0;             // chance that a school scores zero in an area whatever it is
  double in_systems = 0;          // chance that a school belongs to one of four university systems
  double several_programmes = 0;  // chance that an institution answers for MD and DO
};

inline benchmark::Outline invented_outline(int areas) {
  benchmark::Outline outline;
  outline.edition = "invented";
  outline.professions = {"medicine"};
  outline.programmes = {{"medicine_md", 0}, {"medicine_do", 0}};
  for (int i = 0; i < areas; ++i) {
    outline.areas.push_back("area" + std::string(1, static_cast<char>('a' + i / 10)) +
                            std::to_string(i % 10));
    if (i % 2 == 0) outline.domains.push_back({"domain" + std::to_string(i / 2), {}});
    outline.domains.back().areas.push_back(static_cast<std::size_t>(i));
  }
  return outline;
}

class Population {
 public:
  explicit Population(const PopulationPlan& plan) : plan_(plan), random_(plan.seed) {
    input_.outline = invented_outline(plan.areas);
    for (int i = 0; i < plan.frame; ++i) join();
  }

  // What freezing takes in; `previous` is the caller's to fill.
  const benchmark::FreezeInput& input() const { return input_; }
  benchmark::FreezeInput& input() { return input_; }

  // The next round: `leave` schools stop answering, `join` new ones come, `change` of those who stay have new
  // scores.
  void next_round(int leave, int joining, double change) {
    for (int i = 0; i < leave; ++i) drop_one();
    for (int i = 0; i < joining; ++i) join();
    for (auto& sheet : input_.scores)
      if (random_.chance(change))
        sheet.areas = areas_of(*input_.frame.find(sheet.school_id, sheet.programme));
  }

 private:
  std::size_t drawn(std::initializer_list<double> chances) {
    double left = random_.uniform();
    std::size_t at = 0;
    for (const double chance : chances) {
      if (left < chance || at + 1 == chances.size()) return at;
      left -= chance;
      ++at;
    }
    return at;
  }

  double normal() {  // Box and Muller
    const double radius = std::sqrt(-2 * std::log(1 - random_.uniform()));
    return radius * std::cos(6.283185307179586 * random_.uniform());
  }

  benchmark::FrameRow school() {
    static constexpr std::array divisions = {"New England",        "Middle Atlantic", "East North Central",
                                             "West North Central", "South Atlantic",  "East South Central",
                                             "West South Central", "Mountain",        "Pacific"};
    static constexpr std::array sizes = {"small", "medium", "large"};
    static constexpr std::array carnegie = {"R1", "R2", "special"};
    benchmark::FrameRow row;
    std::string number = std::to_string(next_++);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    row.school_id = "s" + number;
    row.institution_id = "i" + number;
    if (random_.chance(plan_.in_systems)) row.system_id = "system" + std::to_string(random_.below(4));
    row.programme = random_.chance(.78) ? "medicine_md" : "medicine_do";
    row.control = random_.chance(.58) ? "public" : "private";
    row.division = divisions[drawn({.06, .15, .17, .09, .20, .05, .12, .06, .10})];
    row.size = sizes[random_.below(3)];
    row.carnegie = carnegie[drawn({.55, .15, .30})];
    row.locale = "city";
    row.responded = random_.chance(row.control == "public" ? plan_.answering_public : plan_.answering);
    return row;
  }

  double score(const benchmark::FrameRow& row) {
    if (plan_.at_zero > 0 && random_.chance(plan_.at_zero)) return 0;
    const double mean = 50 + (row.control == "public" ? 8 : 0) + (row.programme == "medicine_do" ? 6 : 0);
    return std::round(std::clamp(mean + 16 * normal(), 0.0, 100.0) * 2) / 2;
  }

  std::vector<std::optional<benchmark::AreaValue>> areas_of(const benchmark::FrameRow& row) {
    std::vector<std::optional<benchmark::AreaValue>> areas;
    for (int i = 0; i < plan_.areas; ++i) {
      const double value = score(row);
      const bool missing = random_.chance(plan_.missing);
      const double slack = 5 * random_.uniform();
      if (missing)
        areas.emplace_back();
      else
        areas.push_back(
            benchmark::AreaValue{value, std::max(0.0, value - slack), std::min(100.0, value + slack)});
    }
    return areas;
  }

  void add(const benchmark::FrameRow& row) {
    auto& rows = input_.frame.rows;
    const auto at = std::ranges::upper_bound(rows, row.school_id, {}, &benchmark::FrameRow::school_id);
    rows.insert(at, row);
    if (row.responded) input_.scores.push_back({row.school_id, row.programme, areas_of(row)});
  }

  // Rows stay sorted by school, then program: "medicine_do" stands before "medicine_md".
  void join() {
    benchmark::FrameRow row = school();
    if (plan_.several_programmes > 0 && random_.chance(plan_.several_programmes)) {
      row.programme = "medicine_do";
      add(row);
      row.programme = "medicine_md";
    }
    add(row);
  }

  void drop_one() {
    auto& scores = input_.scores;
    if (scores.empty()) return;
    const std::string gone = scores[random_.below(scores.size())].school_id;
    std::erase_if(scores, [&](const auto& sheet) { return sheet.school_id == gone; });
    for (auto& row : input_.frame.rows)
      if (row.school_id == gone) row.responded = false;
  }

  PopulationPlan plan_;
  base::Random random_;
  benchmark::FreezeInput input_;
  int next_ = 1;
};

}  // namespace smm::test_support
