// SPDX-License-Identifier: Apache-2.0
#include "instrument/tracking.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "instrument/questionnaire.hpp"

namespace smm::instrument {
namespace {

using PointsById = std::map<std::string, double, std::less<>>;

// Full points of the scored items that a program is asked in these areas.
PointsById points_in_areas(const Edition& edition, const std::vector<std::string>& areas,
                           std::string_view programme) {
  PointsById points;
  const auto position = edition.programme(programme);
  if (!position) return points;
  for (const QuestionnaireItem& asked : questionnaire_for(edition, *position).items) {
    const std::string& area = edition.sections[asked.item.section].id;
    const bool inside = std::find(areas.begin(), areas.end(), area) != areas.end();
    if (inside && asked.item.scored == Scored::yes) points[asked.item.id] = full_points(asked.item);
  }
  return points;
}

bool all_in(const std::vector<std::string>& ids, const PointsById& points) {
  return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) { return points.contains(id); });
}

double points_of(const std::vector<std::string>& ids, const PointsById& points) {
  double sum = 0;
  for (const std::string& id : ids) sum += points.find(id)->second;
  return sum;
}

double sum_of(const PointsById& points) {
  double sum = 0;
  for (const auto& [id, full] : points) sum += full;
  return sum;
}

bool may_count(const ConcordanceRow& row, const Edition& newer) {
  if (row.change == Change::dropped || row.change == Change::added) return false;
  const auto position = newer.item(row.to[0]);
  return position && carries_every_answer(row, newer.items[*position]);
}

}  // namespace

bool is_comparable(Change change) {
  return change == Change::same || change == Change::reworded || change == Change::recoded;
}

std::vector<const ConcordanceRow*> comparable_items(const Concordance& concordance) {
  std::vector<const ConcordanceRow*> rows;
  for (const ConcordanceRow& row : concordance.items) {
    if (is_comparable(row.change)) rows.push_back(&row);
  }
  return rows;
}

std::vector<const ConcordanceRow*> linked_areas(const Concordance& concordance) {
  std::vector<const ConcordanceRow*> rows;
  for (const ConcordanceRow& row : concordance.areas) {
    if (row.change != Change::dropped && row.change != Change::added) rows.push_back(&row);
  }
  return rows;
}

bool carries_every_answer(const ConcordanceRow& row, const Item& newer) {
  if (row.map.empty()) return true;
  std::set<std::string_view> reached;
  for (const MappedOption& entry : row.map) {
    if (!entry.to) return false;
    reached.insert(*entry.to);
  }
  return std::all_of(newer.options.begin(), newer.options.end(),
                     [&](const Option& option) { return reached.contains(option.id); });
}

TrackedAreas tracked_areas(const Concordance& concordance, const ConcordanceRow& areas, const Edition& older,
                           const Edition& newer, std::string_view programme) {
  const PointsById before = points_in_areas(older, areas.from, programme);
  const PointsById after = points_in_areas(newer, areas.to, programme);
  TrackedAreas tracked;
  for (const ConcordanceRow& row : concordance.items) {
    if (!may_count(row, newer) || !all_in(row.from, before) || !all_in(row.to, after)) continue;
    tracked.items.push_back(&row);
    tracked.older_part += points_of(row.from, before);
    tracked.newer_part += points_of(row.to, after);
  }
  if (tracked.items.empty()) return tracked;
  tracked.older_part /= sum_of(before);
  tracked.newer_part /= sum_of(after);
  return tracked;
}

}  // namespace smm::instrument
