// SPDX-License-Identifier: Apache-2.0
#include "scoring/score_rows.hpp"

#include <algorithm>
#include <tuple>

#include "base/assert.hpp"

namespace smm::scoring {
namespace {

constexpr std::pair<Level, std::string_view> level_words[] = {{Level::indicator, "indicator"},
                                                              {Level::area, "area"},
                                                              {Level::domain, "domain"},
                                                              {Level::overall, "overall"}};

}  // namespace

std::string_view to_string(Level level) {
  for (const auto& [value, word] : level_words) {
    if (value == level) return word;
  }
  SMM_ASSERT(false);
}

std::optional<Level> level_named(std::string_view word) {
  for (const auto& [value, known] : level_words) {
    if (known == word) return value;
  }
  return std::nullopt;
}

ScoreRowOrder::ScoreRowOrder(const ScoringPlan& plan, const std::vector<Level>& levels) : plan_(plan) {
  const instrument::Edition& edition = *plan.edition;
  const auto wanted = [&](Level level) {
    return std::find(levels.begin(), levels.end(), level) != levels.end();
  };
  for (const ProgrammePlan& programme : plan.programmes) {
    std::vector<Entry> entries;
    std::size_t indicator = 0;
    for (std::size_t a = 0; a < programme.areas.size(); ++a) {
      const PlannedArea& area = programme.areas[a];
      entries.push_back({Level::area, edition.sections[area.section].id, a});
      for (const std::size_t at : area.indicators) {
        const std::size_t item = programme.questionnaire.items[at].position;
        entries.push_back({Level::indicator, edition.items[item].id, indicator++});
      }
    }
    for (std::size_t d = 0; d < edition.domains.size(); ++d)
      entries.push_back({Level::domain, edition.domains[d].id, d});
    entries.push_back({Level::overall, "overall", 0});
    std::erase_if(entries, [&](const Entry& entry) { return !wanted(entry.level); });
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::tuple(to_string(a.level), a.id) < std::tuple(to_string(b.level), b.id);
    });
    entries_.push_back(std::move(entries));
  }
}

const std::vector<ScoreRow>& ScoreRowOrder::rows(std::string_view school_id, std::size_t programme,
                                                 const SheetScores& scores) {
  const auto score_at = [&](const Entry& entry) -> const Score& {
    switch (entry.level) {
      case Level::indicator:
        return scores.indicators[entry.position];
      case Level::area:
        return scores.areas[entry.position];
      case Level::domain:
        return scores.domains[entry.position];
      case Level::overall:
        return scores.overall;
    }
    SMM_ASSERT(false);
  };
  rows_.clear();
  for (const Entry& entry : entries_[programme]) {
    rows_.push_back(
        {school_id, plan_.edition->programmes[programme].id, entry.level, entry.id, score_at(entry)});
  }
  return rows_;
}

}  // namespace smm::scoring
