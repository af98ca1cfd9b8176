// SPDX-License-Identifier: Apache-2.0
// Do any two deans who tell each other their scores leave somebody less than 20 points in an area's stack?
//
// A dean knows the scores of the own unit, or of all units of the own system, in every round. Nobody is a
// teller against a unit of the own. Exact, but seldom by linear programme: a unit that can move 20 points
// alone keeps them whatever two know, and so does one that can against each of three others whom no two deans
// know together. For what is left, each way to move 20 points names the deans who can stop it, and only those
// are tried. Internal to benchmark.
#pragma once

#include <cstdint>

#include "benchmark/stack_moves.hpp"

namespace smm::benchmark {

inline constexpr double kept_points = 20;

class StackTellers {
 public:
  // `scores` satisfy the rows; one for each unknown.
  StackTellers(const AreaStack& stack, std::vector<double> scores);

  // Names of at most `most` tellers who leave the unknown less than 20 points; nothing when nobody can.
  std::optional<std::vector<std::string>> against(std::size_t unknown, std::size_t most);

 private:
  // Deans by number: first those of institutions, then those of systems.
  using Deans = std::vector<std::size_t>;  // ascending

  struct Dean {
    std::string name;
    std::vector<std::size_t> knows;  // unknowns, ascending
  };

  void number_deans();
  void measure_rooms();
  double room(std::size_t unknown, std::size_t but_with, const std::vector<double>& rooms) const;
  bool moves_alone(std::size_t unknown) const;
  bool moves_against(std::size_t unknown, std::size_t other) const;

  Deans who_can_stop(std::size_t unknown, std::span<const std::size_t> moved) const;
  std::vector<Deans> ways_with_one_other(std::size_t unknown, std::size_t enough) const;
  std::optional<Deans> way_past(std::size_t unknown, const Deans& tellers, std::vector<Deans>& ways);
  std::optional<Deans> stopped(std::size_t unknown, const Deans& tellers, std::size_t more,
                               std::vector<Deans>& ways);

  const AreaStack& stack_;
  std::vector<double> scores_;
  std::vector<std::vector<std::size_t>> rows_of_;  // by unknown
  std::vector<double> up_, down_;                  // how far each row's sum can move
  std::vector<Dean> deans_;
  std::size_t first_system_ = 0;
  std::vector<Deans> deans_of_;  // by unknown
  std::optional<StackMoves> moves_;
};

}  // namespace smm::benchmark
