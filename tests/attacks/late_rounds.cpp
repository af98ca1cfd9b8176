// SPDX-License-Identifier: Apache-2.0
#include "late_rounds.hpp"

#include <utility>

namespace smm::attacks {
namespace {

void silence(Round& round, std::size_t unit) {
  for (const int index : round.units[unit].sites) {
    Site& site = round.frame[static_cast<std::size_t>(index)];
    site.responded = false;
    site.scores.clear();
    site.answers.clear();
  }
}

void empty_sheets(Round& round, std::size_t unit) {
  for (const int index : round.units[unit].sites) {
    Site& site = round.frame[static_cast<std::size_t>(index)];
    site.scores.assign(site.scores.size(), std::nullopt);
    site.answers.assign(site.answers.size(), -1);
  }
}

template <class Change>
void change_area(Round& round, std::size_t area, const Change& change) {
  for (std::size_t unit = 0; unit < round.units.size(); ++unit)
    for (const int index : round.units[unit].sites)
      change(unit, round.frame[static_cast<std::size_t>(index)].scores[area]);
  gather_units(round);
}

}  // namespace

World with_late_units(const World& world, int late) {
  World live{world.spec, {}};
  const std::size_t count = world.rounds.front().units.size();
  for (int missing = late; missing >= 0; --missing) {
    Round round = world.rounds.front();
    for (std::size_t unit = count - static_cast<std::size_t>(missing); unit < count; ++unit)
      silence(round, unit);
    gather_units(round);
    live.rounds.push_back(std::move(round));
  }
  return live;
}

World with_reopened_units(const World& world, int reopened) {
  const Round& first = world.rounds.front();
  World seen{world.spec, {first, first, first}};
  for (std::size_t unit = first.units.size() - static_cast<std::size_t>(reopened); unit < first.units.size();
       ++unit) {
    silence(seen.rounds[1], unit);
    for (const int index : first.units[unit].sites)
      for (auto& score : seen.rounds[2].frame[static_cast<std::size_t>(index)].scores)
        if (score) score = *score < 90 ? *score + 6 : *score - 6;
  }
  for (Round& round : seen.rounds) gather_units(round);
  return seen;
}

World with_one_who_answers(const World& world, int moving) {
  World turned{world.spec, {world.rounds.front(), world.rounds.front()}};
  const std::size_t count = world.rounds.front().units.size();
  const auto moved = static_cast<std::size_t>(moving);
  for (std::size_t round = 0; round < 2; ++round) {
    Round& of = turned.rounds[round];
    for (std::size_t unit = 0; unit < count; ++unit) {
      const bool leaves = unit < moved;
      const bool joins = unit + moved >= count;
      if ((leaves || joins) && unit + 1 < count) empty_sheets(of, unit);
      if ((leaves && round == 1) || (joins && round == 0)) silence(of, unit);
    }
    gather_units(of);
  }
  return turned;
}

World repeated(const World& world, int times) {
  return {world.spec, std::vector<Round>(static_cast<std::size_t>(times), world.rounds.front())};
}

World with_rare_area(World world, std::size_t area, int scored) {
  for (Round& round : world.rounds)
    change_area(round, area, [&](std::size_t unit, std::optional<double>& score) {
      if (unit >= static_cast<std::size_t>(scored)) score.reset();
      if (unit < static_cast<std::size_t>(scored) && !score) score = 50;
    });
  return world;
}

World with_equal_scores(World world, std::size_t area, double score) {
  for (Round& round : world.rounds)
    change_area(round, area, [&](std::size_t, std::optional<double>& own) {
      if (own) own = score;
    });
  return world;
}

World with_few_units(World world, int count) {
  for (Round& round : world.rounds) {
    for (std::size_t unit = static_cast<std::size_t>(count); unit < round.units.size(); ++unit)
      silence(round, unit);
    gather_units(round);
  }
  return world;
}

}  // namespace smm::attacks
