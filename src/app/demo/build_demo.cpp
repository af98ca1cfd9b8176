// SPDX-License-Identifier: Apache-2.0
#include "app/demo/build_demo.hpp"

#include <algorithm>

#include "app/demo/demo_clock.hpp"
#include "app/demo/demo_links.hpp"
#include "app/demo/demo_roster.hpp"
#include "app/demo/demo_round.hpp"
#include "app/demo/demo_sample.hpp"
#include "app/demo/demo_worksheets.hpp"
#include "app/demo/practice_round.hpp"
#include "app/installation/change.hpp"
#include "app/rounds/import_roster.hpp"

namespace smm::app {
namespace {

constexpr const char* state_setting = "demo";
constexpr std::size_t practicing_of_each = 3;

base::Result<bool> note_state(Installation& installation, const std::string& state) {
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant) -> base::Result<Change<bool>> {
        records.settings.set(state_setting, state);
        return Change<bool>(true, {std::string(office_owner), demo_actor, "demo." + state, "", ""});
      });
}

BuiltRound counted(const DemoRoster& roster, const DemoRound& round, const DemoRoundEnd& end) {
  BuiltRound built{round.title, end.frozen.sha256, {}};
  for (const RosterSchool& school : roster.schools) {
    DemoCount& count = built.professions[school.profession];
    ++count.asked;
    if (end.answered.contains(school.code)) ++count.answered;
  }
  return built;
}

// Who is in the open round: some of each profession that answered all rounds, a school of medicine first.
std::vector<RosterSchool> practicing(const std::vector<RosterSchool>& schools,
                                     const std::vector<DemoRoundEnd>& ends) {
  std::map<std::string, std::vector<RosterSchool>> chosen;
  for (const RosterSchool& school : schools) {
    const bool faithful = std::ranges::all_of(
        ends, [&](const DemoRoundEnd& end) { return end.answered.contains(school.code); });
    auto& some = chosen[school.profession];
    if (faithful && some.size() < practicing_of_each) some.push_back(school);
  }
  std::vector<RosterSchool> all = chosen["medicine"];
  for (const auto& [profession, some] : chosen)
    if (profession != "medicine") all.insert(all.end(), some.begin(), some.end());
  return all;
}

DemoCast cast_of(const std::vector<RosterSchool>& practicing) {
  const auto alone = std::ranges::find(practicing, "nursing_adn", &RosterSchool::profession);
  SMM_ASSERT(practicing.size() > 1 && alone != practicing.end());
  return {practicing[1].code, practicing[0].code, alone->code};
}

base::Result<DemoRoster> taken_in(const DemoHouse& house, std::size_t most) {
  const auto edition = house.installation.editions.edition(demo_edition);
  if (!edition) return edition.problems();
  auto roster = demo_roster(house.content, (*edition)->edition, most);
  if (!roster) return roster;
  house.stages.begin("Roster: " + std::to_string(roster->schools.size()) + " schools of the federal list");
  const DemoClock clock(demo_rounds().front().opens + -base::one_day);
  Installation installation = in_time_of(house.installation, clock);
  const auto imported = import_roster(installation, roster->schools, demo_actor, false);
  if (!imported) return imported.problems();
  house.files.write(house.folder + "/roster.csv", roster_csv(roster->schools, roster->remarks));
  return roster;
}

// One school of each profession has its report in every form.
std::vector<std::string> few_of(const std::vector<RosterSchool>& practicing) {
  std::map<std::string, std::string> first;
  for (const RosterSchool& school : practicing) first.emplace(school.profession, school.code);
  std::vector<std::string> few;
  for (const auto& [profession, code] : first) few.push_back(code);
  if (practicing.size() > 1) few.push_back(practicing[1].code);
  return few;
}

}  // namespace

DemoState demo_state(const Installation& installation) {
  std::optional<std::string> state;
  installation.database.read([&](Records& records) { state = records.settings.value(state_setting); });
  if (!state) return DemoState::none;
  return *state == "finished" ? DemoState::finished : DemoState::unfinished;
}

base::Result<BuiltDemo> build_demo(const DemoHouse& house, std::size_t most) {
  if (const auto noted = note_state(house.installation, "begun"); !noted) return noted.problems();
  if (const auto office = add_demo_office(house.installation); !office) return office.problems();
  const auto roster = taken_in(house, most);
  if (!roster) return roster.problems();
  BuiltDemo built;
  std::vector<DemoRoundEnd> ends;
  for (const DemoRound& round : demo_rounds()) {
    auto end = run_demo_round(house, *roster, round);
    if (!end) return std::move(end).problems();
    if (const auto released = write_demo_release(house, round.code); !released) return released.problems();
    built.rounds.push_back(counted(*roster, round, *end));
    ends.push_back(std::move(*end));
  }
  const auto open_now = practicing(roster->schools, ends);
  if (const auto practiced = run_practice_round(house, open_now); !practiced) return practiced.problems();
  const auto few = few_of(open_now);
  const std::string last = demo_rounds().back().code;
  const auto reports = write_demo_reports(house, last, few);
  if (!reports) return reports.problems();
  built.reports = *reports;
  const auto badges = write_demo_badges(house, last, ends.back().answered, few);
  if (!badges) return badges.problems();
  built.badges = *badges;
  if (const auto sheets = write_demo_worksheets(house); !sheets) return sheets.problems();
  if (const auto sample = write_demo_sample(house); !sample) return sample.problems();
  if (const auto kept = keep_demo_cast(house.installation, cast_of(open_now)); !kept) return kept.problems();
  if (const auto noted = note_state(house.installation, "finished"); !noted) return noted.problems();
  return built;
}

}  // namespace smm::app
