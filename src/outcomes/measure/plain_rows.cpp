// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "outcomes/measure/measure_rows.hpp"
#include "outcomes/measure/tally.hpp"
#include "stats/rubin_pool.hpp"

namespace smm::outcomes::measure {
namespace {

// A number of a group at one horizon, before it is written.
struct GroupResult {
  Tally tally;
  std::optional<Score> score;
};
using ResultsByGroup = std::vector<std::vector<GroupResult>>;  // [group][horizon]

Subject subject_of(const MeasureInput& input, const Definition& measure, const Links& links,
                   std::size_t person) {
  const PersonLink& link = links.persons[person];
  const Person& who = input.cohort.persons[person];
  return {input.cohort,
          who,
          link,
          link.npi == 0 || !measure.needs_link ? nullptr : input.practices.find(link.npi),
          input.schools.empty() ? nullptr : &input.schools[who.school],
          input.as_of};
}

std::vector<Tally> count_groups(const MeasureRun& run, const Definition& measure, const Links& links,
                                const Grouping& grouping) {
  std::vector<Tally> tallies(grouping.groups.size());
  const auto count = [&](const Subject& subject, std::size_t person) {
    const Observation seen = observe(measure, subject);
    if (seen.standing == Standing::not_in) return;
    for (const std::uint32_t group : grouping.of(person)) tallies[group].add(seen, measure.scoring);
  };
  if (const Population* population = run.populations.of(measure)) {
    for (const std::uint32_t person : population->members)
      count(subject_of(run.input, measure, links, person), person);
    return tallies;
  }
  for (std::size_t person = 0; person < run.input.cohort.persons.size(); ++person) {
    const Subject subject = subject_of(run.input, measure, links, person);
    if (belongs_to(measure, subject)) count(subject, person);
  }
  return tallies;
}

ResultsByGroup score_groups(const MeasureRun& run, const Definition& measure, const Links& links,
                            const Grouping& grouping) {
  const std::vector<Tally> tallies = count_groups(run, measure, links, grouping);
  ResultsByGroup results(tallies.size());
  for (std::size_t group = 0; group < tallies.size(); ++group) {
    for (const auto horizon : horizons_of(measure)) {
      GroupResult result{tallies[group], std::nullopt};
      read_at(result.tally, measure, horizon);
      result.score = score_of(result.tally, measure, horizon);
      results[group].push_back(std::move(result));
    }
  }
  return results;
}

void add_counts(Tally& sum, const Tally& one) {
  sum.known += one.known, sum.n += one.n, sum.numerator += one.numerator;
  sum.unknown += one.unknown, sum.not_linked += one.not_linked;
  sum.no_npi_expected += one.no_npi_expected;
}

void divide_counts(Tally& sum, double by) {
  sum.known /= by, sum.n /= by, sum.numerator /= by;
  sum.unknown /= by, sum.not_linked /= by, sum.no_npi_expected /= by;
}

// Rubin's rules over the draws in which the group has a number.
std::optional<Score> pooled_score(const Definition& measure, const std::vector<GroupResult>& draws) {
  std::vector<double> rates, variances, sizes;
  stats::Interval bounds;
  double bounded = 0;
  for (const GroupResult& draw : draws) {
    if (!draw.score) continue;
    rates.push_back(draw.score->rate);
    variances.push_back(draw.score->variance);
    sizes.push_back(draw.tally.n);
    if (!draw.score->bounds) continue;
    bounds.low += draw.score->bounds->low, bounds.high += draw.score->bounds->high, ++bounded;
  }
  if (rates.empty()) return std::nullopt;
  const stats::PooledEstimate pooled = stats::rubin_pool(rates, variances);
  Score score{pooled.estimate, pooled.total, {}, std::nullopt};
  score.interval = measure.scoring == Scoring::proportion
                       ? stats::pooled_wilson_interval(rates, sizes, confidence)
                       : stats::pooled_interval(pooled, confidence);
  score.interval = {std::max(0.0, score.interval.low), std::min(1.0, score.interval.high)};
  if (bounded > 0) score.bounds = stats::Interval{bounds.low / bounded, bounds.high / bounded};
  return score;
}

ResultsByGroup pool_draws(const Definition& measure, const std::vector<ResultsByGroup>& draws) {
  ResultsByGroup pooled(draws.front().size());
  for (std::size_t group = 0; group < pooled.size(); ++group) {
    for (std::size_t horizon = 0; horizon < draws.front()[group].size(); ++horizon) {
      std::vector<GroupResult> all;
      GroupResult result;
      for (const ResultsByGroup& draw : draws) {
        all.push_back(draw[group][horizon]);
        add_counts(result.tally, all.back().tally);
      }
      divide_counts(result.tally, static_cast<double>(draws.size()));
      result.score = pooled_score(measure, all);
      pooled[group].push_back(std::move(result));
    }
  }
  return pooled;
}

// A plain measure over a grouping, draws and all.
ResultsByGroup score_plain(const MeasureRun& run, const Definition& measure, const Grouping& grouping) {
  if (!measure.takes_draws || run.input.draws.empty())
    return score_groups(run, measure, run.input.links, grouping);
  std::vector<ResultsByGroup> draws;
  for (const Links& draw : run.input.draws) draws.push_back(score_groups(run, measure, draw, grouping));
  return pool_draws(measure, draws);
}

std::string horizon_words(const Definition& measure, std::optional<double> horizon) {
  if (!horizon || measure.follow_up->clock == FollowUpClock::enrollment) return "";
  const double years = *horizon;
  const auto whole = static_cast<long>(years);
  return "years=" + (years == static_cast<double>(whole) ? std::to_string(whole) : std::to_string(years));
}

ResultRow row_of(const MeasureInput& input, const Definition& measure, const Group& group,
                 const GroupResult& result) {
  ResultRow row;
  row.measure = &measure;
  row.school = group.school;
  row.school_id = input.cohort.schools[group.school];
  if (group.programme) row.programme = input.cohort.programmes[*group.programme].text;
  row.stratum = group.stratum;
  row.n = result.tally.n;
  row.known = result.tally.known;
  row.unknown = result.tally.unknown;
  row.not_linked = result.tally.not_linked;
  row.no_npi_expected = result.tally.no_npi_expected;
  if (!result.score || result.tally.n < static_cast<double>(measure.minimum_n)) return row;
  if (measure.scoring != Scoring::median) row.numerator = result.tally.numerator;
  row.rate = result.score->rate;
  row.interval = result.score->interval;
  row.bounds = result.score->bounds;
  return row;
}

}  // namespace

std::vector<ResultRow> plain_rows(const MeasureRun& run, const Definition& measure,
                                  const Grouping& grouping) {
  const ResultsByGroup results = score_plain(run, measure, grouping);
  const auto horizons = horizons_of(measure);
  std::vector<ResultRow> rows;
  for (std::size_t group = 0; group < results.size(); ++group) {
    for (std::size_t i = 0; i < horizons.size(); ++i) {
      const GroupResult& result = results[group][i];
      if (!grouping.groups[group].stratum.empty() && result.tally.population() == 0) continue;
      ResultRow row = row_of(run.input, measure, grouping.groups[group], result);
      const std::string words = horizon_words(measure, horizons[i]);
      row.stratum = words + (words.empty() || row.stratum.empty() ? "" : " ") + row.stratum;
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace smm::outcomes::measure
