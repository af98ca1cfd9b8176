// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/tally.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/median_interval.hpp"
#include "stats/wilson_interval.hpp"

namespace smm::outcomes::measure {
namespace {

using stats::Ending;
using stats::Watched;

double days_between(Day from, Day until) {
  return static_cast<double>(until.number) - static_cast<double>(from.number);
}

// Time in lengths of the program; nothing where a date that is needed is not known.
std::optional<Watched> watched_enrollment(const Subject& subject) {
  const Person& person = subject.person;
  const Day begin = person.day(StudyEvent::matriculated);
  const Programme* programme =
      person.programme == none_known ? nullptr : subject.cohort.programmes[person.programme].known;
  if (!begin.given() || programme == nullptr) return std::nullopt;
  const double length = programme->months * 365.25 / 12;
  const auto at = [&](Day day, Ending ending) { return Watched{days_between(begin, day) / length, ending}; };
  for (const auto& [fact, event, ending] : {std::tuple{Fact::graduated, StudyEvent::graduated, Ending::event},
                                            std::tuple{Fact::left, StudyEvent::left, Ending::competing}}) {
    if (person.answers.get(fact) != true) continue;
    if (!person.day(event).given()) return std::nullopt;
    return at(person.day(event), ending);
  }
  return at(subject.as_of, Ending::censored);
}

Standing missing_by_link(const Subject& subject) {
  if (subject.link.state == LinkState::linked) return Standing::unknown;
  return subject.link.state == LinkState::no_npi_expected ? Standing::no_npi_expected : Standing::not_linked;
}

void observe_stay(const Subject& subject, Observation& seen) {
  if (subject.practice == nullptr) {
    seen.standing = missing_by_link(subject);
    return;
  }
  if (subject.practice->stay) {
    const UnderservedStay& stay = *subject.practice->stay;
    seen.standing = Standing::with;
    seen.watched = {days_between(stay.from, stay.until) / 365.25,
                    stay.left ? Ending::event : Ending::censored};
    return;
  }
  // Placed, and not in an underserved place: known not to belong.
  const Answers& facts = subject.practice->decided;
  const bool elsewhere = facts.get(Fact::hpsa_geo) == false && facts.get(Fact::hpsa_pop) == false;
  seen.standing = elsewhere ? Standing::outside : Standing::unknown;
}

void observe_follow_up(const Definition& measure, const Subject& subject, Observation& seen) {
  if (measure.follow_up->clock == FollowUpClock::underserved_practice) return observe_stay(subject, seen);
  const auto watched = watched_enrollment(subject);
  seen.standing = watched ? Standing::with : Standing::unknown;
  if (watched) seen.watched = *watched;
}

double ratio_variance(const Tally& tally, double ratio) {
  const double n = static_cast<double>(tally.values.size());
  if (n < 2) return 0;
  double squares = 0;
  for (std::size_t i = 0; i < tally.values.size(); ++i) {
    const double rest = tally.values[i] - ratio * tally.below[i];
    squares += rest * rest;
  }
  const double below = std::accumulate(tally.below.begin(), tally.below.end(), 0.0);
  return n / (n - 1) * squares / (below * below);
}

std::optional<Score> score_ratio(const Tally& tally) {
  const double below = std::accumulate(tally.below.begin(), tally.below.end(), 0.0);
  if (below <= 0) return std::nullopt;
  Score score;
  score.rate = std::accumulate(tally.values.begin(), tally.values.end(), 0.0) / below;
  score.variance = ratio_variance(tally, score.rate);
  score.interval = stats::normal_interval(score.rate, std::sqrt(score.variance), confidence);
  score.interval.low = std::max(0.0, score.interval.low);
  return score;
}

Score score_median(const Tally& tally) {
  const stats::Median median = stats::median_with_interval(tally.values, confidence);
  return {median.value, 0, median.interval, std::nullopt};
}

std::optional<stats::Interval> bounds_of(const Tally& tally) {
  if (tally.low_denominator <= 0 || tally.high_denominator <= 0) return std::nullopt;
  return stats::Interval{tally.low_numerator / tally.low_denominator,
                         tally.high_numerator / tally.high_denominator};
}

Score score_proportion(const Tally& tally) {
  Score score;
  score.rate = tally.numerator / tally.n;
  score.variance = score.rate * (1 - score.rate) / tally.n;
  score.interval = stats::wilson_interval(static_cast<std::size_t>(tally.numerator),
                                          static_cast<std::size_t>(tally.n), confidence);
  score.bounds = bounds_of(tally);
  return score;
}

// Staying is the complement of leaving; graduating is the event itself.
bool reads_complement(const Definition& measure) {
  return measure.follow_up->clock == FollowUpClock::underserved_practice;
}

// Beyond the last time at which anybody was seen nothing can be said, unless everything has ended by then.
bool is_told(const std::vector<Watched>& watched, double horizon) {
  double last = 0;
  for (const Watched& one : watched) last = std::max(last, one.time);
  if (last > horizon) return true;
  return std::none_of(watched.begin(), watched.end(),
                      [&](const Watched& one) { return one.time == last && one.ending == Ending::censored; });
}

std::optional<Score> score_follow_up(const Tally& tally, const Definition& measure, double horizon) {
  if (!is_told(tally.watched, horizon)) return std::nullopt;
  const stats::Incidence incidence = stats::cumulative_incidence(tally.watched, horizon);
  Score score;
  score.rate = reads_complement(measure) ? 1 - incidence.share : incidence.share;
  score.variance = incidence.error * incidence.error;
  score.bounds = bounds_of(tally);
  if (score.rate > 1e-12 && score.rate < 1 - 1e-12 && incidence.error > 0) {
    score.interval = stats::log_log_interval(score.rate, incidence.error, confidence);
  } else {
    // All or nobody: Wilson's interval of those watched to the end.
    const std::size_t n = std::max<std::size_t>(1, incidence.still_seen + incidence.events);
    score.interval = stats::wilson_interval(score.rate > 0.5 ? n : 0, n, confidence);
  }
  return score;
}

}  // namespace

Observation observe(const Definition& measure, const Subject& subject) {
  Observation seen;
  seen.standing = standing_of(measure, subject);
  if (seen.standing == Standing::not_in) return seen;
  const bool in_denominator = seen.standing != Standing::outside;
  if (measure.scoring == Scoring::follow_up && in_denominator) observe_follow_up(measure, subject, seen);
  if (measure.scoring == Scoring::proportion) seen.possible = possible_of(measure, subject, seen.standing);
  if (seen.standing != Standing::with) return seen;
  if (measure.value) seen.value = number_of(subject, *measure.value).value_or(0);
  if (measure.below) seen.below = number_of(subject, *measure.below).value_or(0);
  return seen;
}

void Tally::add(const Observation& observation, Scoring scoring) {
  switch (observation.standing) {
    case Standing::not_in:
      return;
    case Standing::outside:
      ++known;
      break;
    case Standing::unknown:
      ++unknown;
      break;
    case Standing::not_linked:
      ++not_linked;
      break;
    case Standing::no_npi_expected:
      ++no_npi_expected;
      break;
    case Standing::without:
      ++known, ++n;
      break;
    case Standing::with:
      ++known, ++n;
      if (scoring == Scoring::proportion) ++numerator;
      if (scoring == Scoring::median || scoring == Scoring::ratio_of_sums) {
        values.push_back(observation.value);
        below.push_back(observation.below);
        if (scoring == Scoring::ratio_of_sums) numerator += observation.value;
      }
      if (scoring == Scoring::follow_up) watched.push_back(observation.watched);
      break;
  }
  low_denominator += observation.possible.low_denominator;
  low_numerator += observation.possible.low_numerator;
  high_denominator += observation.possible.high_denominator;
  high_numerator += observation.possible.high_numerator;
}

std::vector<std::optional<double>> horizons_of(const Definition& measure) {
  if (measure.scoring != Scoring::follow_up) return {std::nullopt};
  if (measure.follow_up->clock == FollowUpClock::enrollment)
    return {measure.follow_up->percent_of_programme / 100};
  return {measure.follow_up->horizon_years.begin(), measure.follow_up->horizon_years.end()};
}

void read_at(Tally& tally, const Definition& measure, std::optional<double> horizon) {
  if (measure.scoring != Scoring::follow_up) return;
  double happened = 0, seen_out = 0;
  for (const Watched& watched : tally.watched) {
    const bool within = watched.time <= *horizon;
    happened += within && watched.ending == Ending::event;
    seen_out += !within || watched.ending == Ending::competing;
  }
  const double open = tally.n - happened - seen_out;  // not watched to the end
  const double missing = tally.unknown + tally.not_linked + tally.no_npi_expected;
  const bool complement = reads_complement(measure);
  tally.numerator = complement ? seen_out : happened;
  tally.low_denominator = tally.high_denominator = tally.n + missing;
  tally.low_numerator = tally.numerator;
  tally.high_numerator = tally.numerator + open + missing;
}

std::optional<Score> score_of(const Tally& tally, const Definition& measure, std::optional<double> horizon) {
  if (tally.n <= 0) return std::nullopt;
  switch (measure.scoring) {
    case Scoring::ratio_of_sums:
      return score_ratio(tally);
    case Scoring::median:
      return score_median(tally);
    case Scoring::follow_up:
      return score_follow_up(tally, measure, *horizon);
    default:
      return score_proportion(tally);
  }
}

}  // namespace smm::outcomes::measure
