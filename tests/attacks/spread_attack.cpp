// SPDX-License-Identifier: Apache-2.0
#include "spread_attack.hpp"

#include <cmath>
#include <cstdlib>
#include <set>

#include "release_tool.hpp"
#include "stats/harrell_davis.hpp"

namespace smm::attacks {
namespace {

constexpr double printed_quantiles[] = {.10, .25, .50, .75, .90};

struct SpreadGroup {
  const PublishedSpread* spread = nullptr;
  const PublishedNorm* norm = nullptr;
  std::vector<double> values;  // the truth: of colluders, and to judge by
};

bool is_in(const Round& round, const Unit& unit, const std::string& group) {
  const Site& face = round.frame[static_cast<std::size_t>(unit.sites.front())];
  const std::string side = face.control == "public" ? "public" : "private";
  return group == "all" || group == face.programme || group == side;
}

std::vector<std::size_t> areas_of(const std::string& level, const std::string& id) {
  if (level == "area") return {area_of(id).value()};
  for (const auto& domain : outline_of_worlds().domains)
    if (domain.id == id) return domain.areas;
  return {};
}

std::optional<double> value_in(const Unit& unit, const std::vector<std::size_t>& of_areas) {
  double sum = 0;
  for (const std::size_t area : of_areas) {
    if (!unit.values[area]) return std::nullopt;
    sum += *unit.values[area];
  }
  return sum / static_cast<double>(of_areas.size());
}

const PublishedNorm* norm_beside(const Published& published, const PublishedSpread& spread) {
  for (const PublishedNorm& norm : published.norms)
    if (norm.profession == spread.profession && norm.group == spread.group && norm.level == spread.level &&
        norm.id == spread.id)
      return &norm;
  return nullptr;
}

// Spread that an earlier round issued stands in later files too; it is about that earlier round.
std::vector<SpreadGroup> printed_groups(const Published& published, const Round& round) {
  std::vector<SpreadGroup> groups;
  for (const PublishedSpread& spread : published.spread) {
    SpreadGroup group{&spread, norm_beside(published, spread), {}};
    const std::vector<std::size_t> of_areas = areas_of(spread.level, spread.id);
    for (const Unit& unit : round.units)
      if (unit.profession == spread.profession && is_in(round, unit, spread.group))
        if (const auto value = value_in(unit, of_areas)) group.values.push_back(*value);
    groups.push_back(std::move(group));
  }
  return groups;
}

double number_in(const std::string& text) {
  const std::size_t digit = text.find_first_of("0123456789");
  return digit == std::string::npos ? 0 : std::strtod(text.c_str() + digit, nullptr);
}

// Does a value print as `text`: "16", "under 10", "over 90"?
bool prints_as(double value, const std::string& text) {
  if (text.starts_with("under ")) return value < number_in(text);
  if (text.starts_with("over ")) return value > number_in(text);
  return std::abs(value - number_in(text)) <= .5 + 1e-9;
}

double sd_of(const std::vector<double>& values) {
  double sum = 0;
  double squares = 0;
  for (const double value : values) sum += value;
  const double mean = sum / static_cast<double>(values.size());
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

bool agrees(const SpreadGroup& group, const std::vector<double>& values) {
  if (!prints_as(sd_of(values), group.spread->sd)) return false;
  if (group.norm == nullptr || group.norm->percentiles.front().empty()) return true;
  for (std::size_t i = 0; i < std::size(printed_quantiles); ++i)
    if (!prints_as(stats::harrell_davis(values, printed_quantiles[i]), group.norm->percentiles[i]))
      return false;
  return true;
}

Range left_for(const SpreadGroup& group, std::size_t target) {
  std::vector<double> values = group.values;
  Range range{100, 0};
  for (double score = 0; score <= 100; score += .5) {
    values[target] = score;
    if (!agrees(group, values)) continue;
    range.low = std::min(range.low, score);
    range.high = std::max(range.high, score + .5);
  }
  return range;
}

template <class Look>
void for_each_group(const Evidence& evidence, const Look& look) {
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i)
    for (const SpreadGroup& group : printed_groups(evidence.rounds[i], evidence.world->rounds[i]))
      look(group);
}

}  // namespace

Finding spread_alone(const Evidence& evidence) {
  Finding finding{"T8", "a standard deviation so small that it is everybody's score", 0, 0, 0, 100};
  for_each_group(evidence, [&](const SpreadGroup& group) {
    const auto count = static_cast<double>(group.values.size());
    if (group.values.size() < 2) return;
    const double sd = number_in(group.spread->sd) + (group.spread->sd.starts_with("under") ? 0 : .5);
    const double width = std::min(100.0, 2 * sd * (count - 1) / std::sqrt(count));
    finding.looked += static_cast<long>(group.values.size());
    finding.narrowest = std::min(finding.narrowest, width);
    if (width < promised) finding.found += static_cast<long>(group.values.size());
  });
  return finding;
}

Finding spread_by_subtraction(const Evidence& evidence) {
  Finding finding{"T8", "spread of groups that differ by fewer than thirty", 0, 0, 0, 100};
  for (std::size_t i = 0; i < evidence.rounds.size(); ++i) {
    const auto groups = printed_groups(evidence.rounds[i], evidence.world->rounds[i]);
    for (const SpreadGroup& one : groups)
      for (const SpreadGroup& other : groups) {
        if (one.spread->id != other.spread->id || one.spread->level != other.spread->level ||
            one.spread->profession != other.spread->profession || other.spread->group != "all" ||
            one.spread->group == "all")
          continue;
        ++finding.looked;
        const std::size_t rest = other.values.size() - one.values.size();
        if (rest > 0 && rest < 30) finding.found += static_cast<long>(rest);
      }
  }
  return finding;
}

Finding spread_pooled(const Evidence& evidence, int targets, std::size_t largest) {
  Finding finding{"T8", "spread, all others of the group pooled (excused from thirty schools on)", 0, 0, 0,
                  100};
  for_each_group(evidence, [&](const SpreadGroup& group) {
    if (group.values.size() > largest) return;
    const std::size_t count = std::min(group.values.size(), static_cast<std::size_t>(targets));
    for (std::size_t target = 0; target < count; ++target) {
      const Range range = left_for(group, target);
      if (range.width() <= 0) return;  // an earlier round's spread
      ++finding.looked;
      finding.narrowest = std::min(finding.narrowest, range.width());
      if (range.width() < promised) ++(group.values.size() < 30 ? finding.found : finding.excused);
    }
  });
  return finding;
}

}  // namespace smm::attacks
