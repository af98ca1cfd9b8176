// SPDX-License-Identifier: Apache-2.0
// The real tool under attack: `benchmark`, with any of its clauses switched off. Worlds go in as frames and
// scores; files come out as `smm benchmark freeze` writes them, and answers as `smm benchmark compare` gives
// them.
#pragma once

#include <string>
#include <vector>

#include "benchmark/comparison.hpp"
#include "benchmark/freeze.hpp"
#include "tool.hpp"

namespace smm::attacks {

benchmark::Outline outline_of_worlds();
benchmark::FreezeInput freeze_input(const Round& round);

// How far a site's bounds stand from its score: nothing where its sheet is complete, as in two thirds of
// them.
double slack_of(const Site& site, std::size_t area);

class ReleaseTool : public Tool {
 public:
  explicit ReleaseTool(benchmark::Clauses clauses = {}) : clauses_(clauses) {}

  std::vector<Files> publish(const World& world) override;
  AreaFigures peer_means(int round, const Site& asker, const Question& question) override;

  // The whole answer, or why there is none.
  base::Result<std::vector<benchmark::Publishable<benchmark::Comparison>>> answer(
      int round, const Site& asker, const Question& question) const;

  const std::vector<benchmark::Release>& releases() const { return releases_; }

  // Each publication of a round is told of those before it, unless it is a repetition of the same round.
  void repeat_rounds() { repeats_ = true; }

 private:
  benchmark::Clauses clauses_;
  bool repeats_ = false;
  std::vector<benchmark::Release> releases_;
  std::vector<std::optional<benchmark::Scores>> scores_;  // that they were frozen from
};

}  // namespace smm::attacks
