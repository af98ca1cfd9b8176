// SPDX-License-Identifier: Apache-2.0
#include "service_attack.hpp"

#include <algorithm>
#include <cmath>

#include "answer_search.hpp"
#include "base/random.hpp"
#include "figures.hpp"
#include "group_means.hpp"
#include "table_reader.hpp"

namespace smm::attacks {
namespace {

constexpr double half_a_tenth = .05;  // figures of pages have one decimal
constexpr double least_error = 8;     // of estimates of scores with a standard deviation of 16

// A unit of a dean of one, who gave enough.
const Site& lone_dean(const World& world) {
  const Round& round = world.rounds.front();
  const auto alone = std::ranges::find_if(round.units, [&](const Unit& unit) {
    const auto& scores = round.frame[static_cast<std::size_t>(unit.sites.front())].scores;
    return unit.dean == unit.institution &&
           std::ranges::count_if(scores, [](const auto& score) { return score.has_value(); }) >= areas / 2;
  });
  return round.frame[static_cast<std::size_t>(alone->sites.front())];
}

std::vector<Question> questions_for(const World& world, int asks) {
  const Round& round = world.rounds.front();
  std::vector<Question> questions =
      random_peer_sets(round, world.spec.profession, asks / 2, 10, world.spec.seed);
  const auto filters = filters_of_page(all_filters(round, world.spec.profession));
  base::Random random(world.spec.seed);
  while (std::ssize(questions) < asks) questions.push_back(filters[random.below(filters.size())]);
  return questions;
}

std::set<int> units_asked_about(const Round& round, const Site& asker, const Question& question,
                                const TableReader& reader) {
  if (!question.peers.empty()) return reader.units_of(question.peers, asker.school);
  std::vector<std::string> schools;
  for (const int unit : matching(round, profession_of(asker.programme), question))
    for (const int site : round.units[static_cast<std::size_t>(unit)].sites)
      schools.push_back(round.frame[static_cast<std::size_t>(site)].school);
  return reader.units_of(schools, asker.school);
}

// What answers leave of single schools when they are taken for means to a tenth of a point.
Finding narrowed_by_answers(const Round& round, const std::vector<GroupAnswers>& answers) {
  Finding finding{
      "T2", "answers to a tenth of a point, by linear programme and least squares (excused: right by luck)",
      0,    0,
      0,    100};
  long narrow = 0;
  long right = 0;
  for (std::size_t area = 0; area < 4; ++area) {
    if (answers[area].means.empty()) continue;
    finding.looked += std::ssize(answers[area].means);
    for (const auto& [unit, range] : ranges_when_rounded(round, area, answers[area], half_a_tenth)) {
      if (range.width() >= promised) continue;
      const double score = *round.units[static_cast<std::size_t>(unit)].values[area];
      ++narrow;
      right += range.low <= score + 1e-6 && score <= range.high + 1e-6;
    }
    if (error_of_best_estimate(round, area, answers[area], half_a_tenth) < least_error) ++finding.found;
  }
  // Who takes midpoints of bins for means concludes much that is not so, and cannot tell what is.
  (2 * right > narrow ? finding.found : finding.excused) += right;
  return finding;
}

std::vector<GroupAnswers> as_group_means(const Round& round, const Site& asker,
                                         const std::vector<AnsweredQuestion>& answered) {
  std::vector<GroupAnswers> answers(areas);
  for (const AnsweredQuestion& each : answered)
    for (std::size_t area = 0; area < areas; ++area) {
      GroupMean mean;
      for (const int unit : matching(round, profession_of(asker.programme), each.question))
        if (round.units[static_cast<std::size_t>(unit)].values[area]) mean.units.push_back(unit);
      if (!each.figures[area] || mean.units.empty()) continue;
      mean.mean = *each.figures[area];
      answers[area].means.push_back(mean);
    }
  return answers;
}

}  // namespace

Finding answers_off_the_table(const Published& published, const Round& round, const Site& asker,
                              const std::vector<AnsweredQuestion>& answered) {
  Finding finding{"T14", "figures of peers that the table does not give", 0, 0, 0, 100};
  const TableReader reader(published, round);
  const std::string profession = profession_of(asker.programme);
  for (const AnsweredQuestion& each : answered) {
    const std::set<int> picks = units_asked_about(round, asker, each.question, reader);
    for (std::size_t area = 0; area < areas; ++area) {
      if (!each.figures[area]) continue;
      ++finding.looked;
      const Expected expected = reader.expected(profession, area_names()[area], picks);
      const bool holds = picks.size() >= 10 && expected.blocks >= 2 &&
                         std::abs(expected.mean - *each.figures[area]) <= half_a_tenth + .006;
      if (!holds) ++finding.found;
    }
  }
  return finding;
}

Findings attack_service(AttackedService& service, const World& world, int asks) {
  const Round& round = world.rounds.front();
  const Evidence evidence{&world, {read_files(service.publish(world).front())}};
  const Site& asker = lone_dean(world);
  std::vector<AnsweredQuestion> answered;
  for (const Question& question : questions_for(world, asks))
    answered.push_back({question, service.peer_means(0, asker, question)});
  const auto means = as_group_means(round, asker, answered);
  Findings findings;
  findings.push_back(solved_from_answers(service, world, asks / 8, asks / 8));
  findings.push_back(narrowed_by_answers(round, means));
  findings.push_back(counts_told(evidence));
  findings.push_back(unaccounted_figures(evidence));
  findings.push_back(answers_off_the_table(evidence.rounds.front(), round, asker, answered));
  findings.push_back(service.read_as_analyst());
  findings.push_back(service.scores_in_bodies());
  return findings;
}

}  // namespace smm::attacks
