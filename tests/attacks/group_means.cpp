// SPDX-License-Identifier: Apache-2.0
#include "group_means.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "base/random.hpp"
#include "elimination.hpp"

namespace smm::attacks {
namespace {

const std::optional<double>& truth(const Round& round, int unit, std::size_t area) {
  return round.units[static_cast<std::size_t>(unit)].values[area];
}

std::vector<int> scored_of(const Round& round, const std::vector<int>& units, std::size_t area) {
  std::vector<int> scored;
  for (const int unit : units)
    if (truth(round, unit, area)) scored.push_back(unit);
  return scored;
}

std::vector<int> scored_units(const Round& round, std::size_t area) {
  std::vector<int> all(round.units.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
  return scored_of(round, all, area);
}

std::optional<Equation> exact_equation(const GroupMean& group) {
  const double sum = 4 * group.mean * static_cast<double>(group.units.size());
  if (std::abs(sum - std::round(sum)) > 1e-6) return std::nullopt;
  Equation equation{{}, std::llround(sum)};
  for (const int unit : group.units) equation.terms.emplace_back(unit, 1);
  return equation;
}

}  // namespace

std::vector<GroupAnswers> ask(Tool& tool, const World& world, int round, const Site& asker,
                              const std::vector<Question>& questions) {
  const Round& of = world.rounds[static_cast<std::size_t>(round)];
  std::vector<GroupAnswers> answers(areas);
  for (const Question& question : questions) {
    const std::vector<int> units = matching(of, profession_of(asker.programme), question);
    const AreaFigures figures = tool.peer_means(round, asker, question);
    for (std::size_t area = 0; area < areas; ++area) {
      const std::vector<int> scored = scored_of(of, units, area);
      if (figures[area] && !scored.empty())
        answers[area].means.push_back({scored, *figures[area]});
      else
        ++answers[area].refused;
    }
  }
  return answers;
}

std::vector<Question> random_peer_sets(const Round& round, const std::string& profession, int count,
                                       int fewest, std::uint64_t seed) {
  base::Random random(seed);
  const std::vector<int> units = matching(round, profession, {});
  const auto school = [&] {
    const Unit& unit = round.units[static_cast<std::size_t>(units[random.below(units.size())])];
    return round.frame[static_cast<std::size_t>(unit.sites.front())].school;
  };
  std::vector<Question> questions;
  while (static_cast<int>(questions.size()) < count) {
    Question set;
    const std::uint64_t size = static_cast<std::uint64_t>(fewest) + random.below(6);
    while (set.peers.size() < size) set.peers.push_back(school());
    questions.push_back(set);
    for (int tracker = 0; tracker < 3; ++tracker) {
      set.peers[random.below(set.peers.size())] = school();
      questions.push_back(set);
    }
  }
  return questions;
}

Recovered recover_exactly(const Round& round, std::size_t area, const GroupAnswers& answers) {
  std::vector<Equation> equations;
  Recovered result;
  for (const GroupMean& group : answers.means) {
    if (const auto equation = exact_equation(group))
      equations.push_back(*equation);
    else
      result.contradictory = true;
  }
  const Elimination solution = eliminate(static_cast<int>(round.units.size()), equations);
  result.units = static_cast<int>(scored_units(round, area).size());
  result.contradictory = result.contradictory || solution.contradictory;
  if (result.contradictory) return result;
  for (const Solved& solved : solution.solved) {
    ++result.claimed;
    const auto& score = truth(round, solved.unknown, area);
    if (score && std::abs(*score - static_cast<double>(solved.quarter_points) / 4) < .25) ++result.determined;
  }
  return result;
}

double error_of_best_estimate(const Round& round, std::size_t area, const GroupAnswers& answers,
                              double noise) {
  const auto count = static_cast<Eigen::Index>(round.units.size());
  double mean = 50;
  for (const GroupMean& group : answers.means)
    mean += (group.mean - 50) / static_cast<double>(answers.means.size());
  Eigen::MatrixXd precision = Eigen::MatrixXd::Identity(count, count) / 256;
  Eigen::VectorXd pull = Eigen::VectorXd::Zero(count);
  for (const GroupMean& group : answers.means) {
    Eigen::VectorXd row = Eigen::VectorXd::Zero(count);
    for (const int unit : group.units) row[unit] = 1 / static_cast<double>(group.units.size());
    precision += row * row.transpose() / (noise * noise);
    pull += row * (group.mean - mean) / (noise * noise);
  }
  const Eigen::VectorXd estimate = precision.ldlt().solve(pull);
  double squares = 0;
  const std::vector<int> units = scored_units(round, area);
  for (const int unit : units) squares += std::pow(mean + estimate[unit] - *truth(round, unit, area), 2);
  return std::sqrt(squares / static_cast<double>(units.size()));
}

std::vector<UnitRange> ranges_when_rounded(const Round& round, std::size_t area, const GroupAnswers& answers,
                                           double half_step) {
  std::vector<KnownSum> sums;
  for (const GroupMean& group : answers.means) {
    const auto count = static_cast<double>(group.units.size());
    KnownSum sum{{}, count * (group.mean - half_step), count * (group.mean + half_step)};
    for (const int unit : group.units) sum.terms.push_back({unit, 1});
    sums.push_back(std::move(sum));
  }
  IntervalProgram program(static_cast<int>(round.units.size()), sums);
  std::vector<UnitRange> ranges;
  if (!program.feasible()) return ranges;
  for (const int unit : scored_units(round, area)) ranges.push_back({unit, program.range(unit)});
  return ranges;
}

}  // namespace smm::attacks
