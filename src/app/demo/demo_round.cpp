// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_round.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "app/demo/demo_chance.hpp"
#include "app/demo/demo_clock.hpp"
#include "app/demo/hand_at_school.hpp"
#include "app/demo/many_at_once.hpp"
#include "app/demo/unsent_mail.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "app/rounds/take_part.hpp"

namespace smm::app {
namespace {

constexpr const char* zone = "America/New_York";

base::Instant noon_of(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const sys_days date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return {duration_cast<microseconds>(date.time_since_epoch()).count() + 17 * base::one_hour};
}

std::string day_of(base::Instant when) {
  using namespace std::chrono;
  const year_month_day day{floor<days>(sys_time<microseconds>(microseconds(when.microseconds)))};
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(int(day.year())) + "-" + two(unsigned(day.month())) + "-" + two(unsigned(day.day()));
}

const GivenByPlace* given_of(const DemoAnswers& answers, const std::string& school) {
  const auto found = answers.find(school);
  return found == answers.end() ? nullptr : &found->second;
}

// What a school does in a round.
enum class Course : std::uint8_t { answers, begins, declines, silent };

Course course_of(const RosterSchool& school, bool answers, const DemoRound& round, std::uint64_t seed) {
  if (answers) return Course::answers;
  base::Random random = chance_of(seed, {school.code, "course", round.code});
  constexpr Course others[] = {Course::begins, Course::declines, Course::silent};
  return others[random.below(3)];
}

// One school in one round, on days of its own.
class SchoolInRound {
 public:
  SchoolInRound(const DemoHouse& house, const RosterSchool& school, const DemoRound& round)
      : house_(house),
        school_(school),
        round_(round),
        chance_(chance_of(house.seed, {school.code, "days", round.code})),
        clock_(round.opens + some_of(round.days / 4)),
        installation_(in_time_of(house.installation, clock_)) {}

  base::Result<bool> go(Course course) {
    if (course == Course::silent) return true;
    auto dean = hand();
    if (!dean) return std::move(dean).problems();
    if (course == Course::declines) {
      const auto declined =
          decline_invitation(installation_, dean->actor, dean->sheet, "Invented: no time this year.");
      if (!declined) return declined.problems();
      return true;
    }
    const auto accepted = accept_invitation(
        installation_, house_.pages, dean->actor, dean->sheet,
        {true, {}, priorities(*dean->sheet.edition), {current_agreement(house_.pages.texts).version}});
    if (!accepted) return accepted.problems();
    return answer(course);
  }

 private:
  std::int64_t some_of(int days) {
    return static_cast<std::int64_t>(chance_.uniform() * days * base::one_day);
  }

  base::Result<HandAtSchool> hand() {
    const bool alone = !school_.contacts.director.email.empty();
    const auto& contact = alone ? school_.contacts.director : school_.contacts.dean;
    return hand_at_school(installation_, round_.code, school_.code, contact.email);
  }

  // Two areas that matter to the dean, the same in every round.
  std::vector<std::string> priorities(const ShelvedEdition& edition) const {
    std::vector<std::string> areas;
    for (const auto& section : edition.edition.sections)
      if (section.kind == instrument::SectionKind::area) areas.push_back(section.id);
    base::Random random = chance_of(house_.seed, {school_.code, "priorities"});
    const auto first = random.below(areas.size());
    return {areas[first], areas[(first + 1 + random.below(areas.size() - 1)) % areas.size()]};
  }

  base::Result<bool> answer(Course course) {
    auto dean = hand();
    if (!dean) return std::move(dean).problems();
    const GivenByPlace* brought = round_.takes_given ? given_of(house_.answers, school_.code) : nullptr;
    auto answers = invented_answers(*dean->sheet.plan, {school_.code, house_.seed, round_.number, brought});
    if (course == Course::begins) answers.resize(answers.size() / 3);
    clock_.pass(base::one_day + some_of(round_.days / 3));
    if (const auto given = give_answers(installation_, *dean, answers); !given || course == Course::begins)
      return given;
    clock_.pass(base::one_day + some_of(round_.days / 4));
    return attest_what_stands(installation_, house_.pages, *dean);
  }

  const DemoHouse& house_;
  const RosterSchool& school_;
  const DemoRound& round_;
  base::Random chance_;
  DemoClock clock_;
  Installation installation_;
};

base::Result<bool> open_and_invite(const DemoHouse& house, const DemoRoster& roster, const DemoRound& round,
                                   DemoClock& clock) {
  Installation installation = in_time_of(house.installation, clock);
  const std::string last_day = day_of(round.opens + round.days * base::one_day);
  const auto made =
      create_round(installation, {round.code, round.title, demo_edition, zone, last_day}, demo_actor);
  if (!made) return made.problems();
  const auto opened = open_round(installation, round.code, "", demo_actor);
  if (!opened) return opened.problems();
  std::vector<std::string> codes;
  for (const RosterSchool& school : roster.schools) codes.push_back(school.code);
  const auto invited = invite_schools(installation, house.pages, round.code, codes, demo_actor);
  if (!invited) return invited.problems();
  keep_mail_unsent(installation);
  return true;
}

base::Result<FrozenRound> close_check_freeze(const DemoHouse& house, const DemoRound& round,
                                             DemoClock& clock) {
  Installation installation = in_time_of(house.installation, clock);
  clock.set(round.opens + (round.days + 1) * base::one_day);
  const auto closed = close_round(installation, round.code, demo_actor);
  if (!closed) return closed.problems();
  const auto checking = begin_checks(installation, round.code, usual_check_days, demo_actor);
  if (!checking) return checking.problems();
  clock.pass((usual_check_days + 1) * base::one_day);
  return freeze_round(installation, round.code, demo_actor);
}

}  // namespace

std::vector<DemoRound> demo_rounds() {
  return {{"synthetic-2023", "Synthetic round 2023 (invented answers)", 0, noon_of(2023, 1, 17), 100, 0.60,
           false},
          {"synthetic-2026", "Synthetic round 2026 (invented answers)", 1, noon_of(2026, 1, 14), 100, 0.66,
           true}};
}

std::set<std::string> who_answers(const std::vector<RosterSchool>& schools, const DemoRound& round,
                                  std::uint64_t seed) {
  std::map<std::string, std::vector<std::pair<double, std::string>>> by_profession;
  for (const RosterSchool& school : schools) {
    const double always = chance_of(seed, {school.code, "answers"}).uniform();
    const double now = chance_of(seed, {school.code, "answers", round.code}).uniform();
    by_profession[school.profession].emplace_back(2 * always + now, school.code);
  }
  std::set<std::string> answering;
  for (auto& [profession, ranked] : by_profession) {
    std::ranges::sort(ranked);
    const auto count = std::ceil(round.answering * static_cast<double>(ranked.size()));
    for (std::size_t at = 0; at < static_cast<std::size_t>(count); ++at) answering.insert(ranked[at].second);
  }
  return answering;
}

base::Result<DemoRoundEnd> run_demo_round(const DemoHouse& house, const DemoRoster& roster,
                                          const DemoRound& round) {
  DemoClock clock(round.opens);
  house.stages.begin(round.title + ": " + std::to_string(roster.schools.size()) + " schools are invited");
  if (const auto invited = open_and_invite(house, roster, round, clock); !invited) return invited.problems();
  auto answering = who_answers(roster.schools, round, house.seed);
  if (round.takes_given)
    for (const auto& [code, given] : house.answers) answering.insert(code);
  house.stages.begin(round.title + ": " + std::to_string(answering.size()) + " schools answer");
  const auto worked = do_many_at_once(
      roster.schools.size(),
      [&](std::size_t at) {
        const RosterSchool& school = roster.schools[at];
        const bool answers = answering.contains(school.code);
        return SchoolInRound(house, school, round).go(course_of(school, answers, round, house.seed));
      },
      house.stages.count);
  if (!worked) return worked.problems();
  house.stages.begin(round.title + ": closed, checked, frozen");
  auto frozen = close_check_freeze(house, round, clock);
  if (!frozen) return std::move(frozen).problems();
  return DemoRoundEnd{std::move(*frozen), answering, clock.now()};
}

}  // namespace smm::app
