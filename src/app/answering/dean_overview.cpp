// SPDX-License-Identifier: Apache-2.0
#include "app/answering/dean_overview.hpp"

#include <algorithm>

#include "app/answering/attest_and_submit.hpp"
#include "app/installation/change.hpp"

namespace smm::app {
namespace {

std::vector<std::size_t> open_in_area(const OpenSheet& sheet, const SheetReading& reading,
                                      std::size_t programme, std::size_t section) {
  std::vector<std::size_t> open;
  for (const std::size_t place : assessment::open_places(*sheet.plan, reading.routed)) {
    const auto& planned = sheet.plan->answers[place];
    const bool asked = std::ranges::any_of(planned.asked_of, [&](std::size_t p) {
      return sheet.plan->programmes[p].questionnaire.programme == programme;
    });
    if (asked && sheet.edition->edition.items[planned.item].section == section) open.push_back(place);
  }
  return open;
}

std::vector<AreaStanding> area_standings(const OpenSheet& sheet, const SheetReading& reading) {
  const auto& edition = sheet.edition->edition;
  std::vector<AreaStanding> all;
  for (const ProgrammeScores& each : school_scores(sheet, reading.routed)) {
    const auto& planned = sheet.edition->plan.programmes[each.programme].areas;
    for (std::size_t a = 0; a < planned.size(); ++a) {
      const std::size_t section = planned[a].section;
      const bool priority = std::ranges::count(sheet.participation.priorities, edition.sections[section].id);
      all.push_back({each.programme, section, each.scores.areas[a],
                     open_in_area(sheet, reading, each.programme, section), priority});
    }
  }
  return all;
}

base::Problems refusals_of(Installation& installation, const Seals& seals, const OpenSheet& sheet,
                           const SheetReading& reading, base::Instant now) {
  if (auto refused = assessment::refusal_to_answer(sheet.round, sheet.participation.state, now))
    return {*refused};
  if (auto refused = assessment::refusal_to_write(sheet.participation)) return {*refused};
  if (sheet.participation.solo) return {};
  base::Problems refusals;
  installation.database.read(
      [&](Records& records) { refusals = refusals_to_attest_now(records, seals, sheet, reading.answers); });
  return refusals;
}

}  // namespace

base::Result<DeanOverview> dean_overview(Installation& installation, const Hand& hand, base::Instant now) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  auto reading = read_sheet(installation, hand, now);
  if (!reading) return std::move(reading).problems();
  const OpenSheet& sheet = hand.sheet;
  const auto& person = hand.actor.person;
  DeanOverview overview;
  overview.areas = area_standings(sheet, *reading);
  overview.findings = assessment::check_sheet(*sheet.plan, reading->routed, reading->answers);
  overview.refusals = refusals_of(installation, *seals, sheet, *reading, now);
  overview.facts = assessment::attestation_facts(*sheet.plan, reading->routed, sheet.school, person.name, "");
  overview.seen = seen_sheet(*sheet.plan, reading->answers, person.id);
  overview.reading = std::move(*reading);
  return overview;
}

}  // namespace smm::app
