// SPDX-License-Identifier: Apache-2.0
#include "instrument/checks.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

constexpr double least_points = 20;
constexpr int least_indicators = 2;

void check_area(const Edition& edition, const Section& area, std::size_t programme,
                base::Problems& problems) {
  double points = 0;
  int indicators = 0;
  for (const std::size_t position : area.items) {
    const Item& item = edition.items[position];
    if (item.scored != Scored::yes || (item.programmes >> programme & 1u) == 0) continue;
    points += full_points(item);
    ++indicators;
  }
  if (points >= least_points && indicators >= least_indicators) return;
  problems.emplace_back(problem::area_too_small,
                        area.id + " has " + std::to_string(indicators) + " indicators and " +
                            std::to_string(static_cast<long>(points)) + " attainable points for " +
                            edition.programmes[programme].id + "; it needs 2 and 20",
                        area.place);
}

}  // namespace

void check_areas(const Edition& edition, base::Problems& problems) {
  for (const Section& section : edition.sections) {
    if (section.kind != SectionKind::area) continue;
    for (std::size_t programme = 0; programme < edition.programmes.size(); ++programme) {
      check_area(edition, section, programme, problems);
    }
  }
}

}  // namespace smm::instrument
