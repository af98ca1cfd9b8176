// SPDX-License-Identifier: Apache-2.0
#include "app/demo/practice_round.hpp"

#include <algorithm>

#include "app/answering/packet_acts.hpp"
#include "app/demo/demo_chance.hpp"
#include "app/demo/demo_clock.hpp"
#include "app/demo/hand_at_school.hpp"
#include "app/demo/unsent_mail.hpp"
#include "app/rounds/hand_out.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "app/rounds/take_part.hpp"

namespace smm::app {
namespace {

constexpr const char* zone_of_practice = "America/New_York";
constexpr std::int64_t opened_before = 21 * base::one_day;
constexpr std::int64_t open_for = 60 * base::one_day;
// Answers of a round after the two that are over.
constexpr int number_of_practice = 2;

Mailbox mailbox_of(std::string_view part, const std::string& school) {
  const assessment::Contact person = demo_person(part, school);
  return {person.name, person.email};
}

base::Result<std::string> day_in_zone(const Installation& installation, base::Instant when) {
  const auto local = installation.zones.local_time(zone_of_practice, when);
  if (!local) return local.problems();
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(int(local->day.year())) + "-" + two(unsigned(local->day.month())) + "-" +
         two(unsigned(local->day.day()));
}

class Practice {
 public:
  Practice(const DemoHouse& house, base::Instant opens)
      : house_(house), clock_(opens), installation_(in_time_of(house.installation, clock_)) {}

  base::Result<bool> open(const std::vector<RosterSchool>& schools) {
    const auto last_day = day_in_zone(installation_, house_.installation.clock.now() + open_for);
    if (!last_day) return last_day.problems();
    const NewRound round{practice_round_code, "Synthetic practice round (invented answers)", demo_edition,
                         zone_of_practice, *last_day};
    if (const auto made = create_round(installation_, round, demo_actor); !made) return made.problems();
    if (const auto opened = open_round(installation_, round.code, "", demo_actor); !opened)
      return opened.problems();
    std::vector<std::string> codes;
    for (const RosterSchool& school : schools) codes.push_back(school.code);
    const auto invited = invite_schools(installation_, house_.pages, round.code, codes, demo_actor);
    if (!invited) return invited.problems();
    return true;
  }

  // Every third of those who answer alone is done, the others are on their way.
  base::Result<bool> work_alone(const RosterSchool& school, std::size_t number) {
    clock_.pass(base::one_day);
    auto lead = accepted(school, {true, {}, {"mission", "community-training"}});
    if (!lead) return std::move(lead).problems();
    auto answers = invented_answers(*lead->sheet.plan, {school.code, house_.seed, number_of_practice});
    const bool submits = number % 3 == 2;
    if (!submits) answers.resize(answers.size() * (1 + number % 3) / 4);
    if (const auto given = give_answers(installation_, *lead, answers); !given || !submits) return given;
    return attest_what_stands(installation_, house_.pages, *lead);
  }

  // A packet affirmed, a packet complete, a packet half done by its author, the rest untouched or begun.
  base::Result<bool> work_together(const RosterSchool& school) {
    auto dean = accepted(school, {false, mailbox_of("coordinator", school.code), {"admissions", "mission"}});
    if (!dean) return std::move(dean).problems();
    const auto& packets = dean->sheet.plan->packets;
    auto coordinator = hand(school, demo_person("coordinator", school.code).email);
    if (!coordinator) return std::move(coordinator).problems();
    for (std::size_t at = 0; at < std::min<std::size_t>(3, packets.size()); ++at)
      if (const auto handed = hand_over(*coordinator, packets[at].office); !handed) return handed;
    const auto author = hand(school, demo_person("author", school.code).email);
    if (!author) return author.problems();
    clock_.pass(2 * base::one_day);
    for (std::size_t at = 0; at < packets.size(); ++at)
      if (const auto written = write(at < 3 ? *author : *coordinator, at, at < 2 ? 1.0 : 0.5); !written)
        return written;
    return finish(school, packets);
  }

 private:
  base::Result<HandAtSchool> hand(const RosterSchool& school, const std::string& email) {
    return hand_at_school(installation_, practice_round_code, school.code, email);
  }

  base::Result<HandAtSchool> accepted(const RosterSchool& school, AcceptRequest request) {
    const auto& contacts = school.contacts;
    const std::string lead = contacts.director.email.empty() ? contacts.dean.email : contacts.director.email;
    auto invited = hand(school, lead);
    if (!invited) return invited;
    request.agreed = {current_agreement(house_.pages.texts).version};
    const auto done = accept_invitation(installation_, house_.pages, invited->actor, invited->sheet, request);
    if (!done) return done.problems();
    return hand(school, lead);
  }

  base::Result<bool> hand_over(const HandAtSchool& coordinator, const std::string& office) {
    const std::string& school = coordinator.sheet.school.code;
    const HandOut work{assessment::Scope::packet, office, mailbox_of("author", school), std::nullopt,
                       mailbox_of("affirmer", school)};
    const auto handed = hand_out(installation_, house_.pages, coordinator.actor, coordinator.sheet, work);
    if (!handed) return handed.problems();
    return true;
  }

  // The first part of a packet's questions.
  base::Result<bool> write(const HandAtSchool& at, std::size_t packet, double share) {
    const auto& plan = *at.sheet.plan;
    auto answers = invented_answers(plan, {at.sheet.school.code, house_.seed, number_of_practice});
    std::erase_if(answers,
                  [&](const InventedAnswer& answer) { return plan.packet_of[answer.place] != packet; });
    answers.resize(static_cast<std::size_t>(share * static_cast<double>(answers.size())));
    return give_answers(installation_, at, answers);
  }

  base::Result<bool> finish(const RosterSchool& school, const std::vector<assessment::PacketPlan>& packets) {
    clock_.pass(base::one_day);
    const auto author = hand(school, demo_person("author", school.code).email);
    if (!author) return author.problems();
    for (std::size_t at = 0; at < 2; ++at) {
      const auto complete = complete_packet(installation_, house_.pages, author->hand(), packets[at].office);
      if (!complete) return complete.problems();
    }
    clock_.pass(base::one_day);
    const auto affirmer = hand(school, demo_person("affirmer", school.code).email);
    if (!affirmer) return affirmer.problems();
    return affirm_what_stands(installation_, house_.pages, *affirmer, packets[0].office);
  }

  const DemoHouse& house_;
  DemoClock clock_;
  Installation installation_;
};

}  // namespace

base::Result<bool> run_practice_round(const DemoHouse& house, const std::vector<RosterSchool>& schools) {
  house.stages.begin("Synthetic practice round: open now, of " + std::to_string(schools.size()) + " schools");
  Practice practice(house, house.installation.clock.now() + -opened_before);
  if (const auto opened = practice.open(schools); !opened) return opened;
  if (const auto worked = practice.work_together(schools.front()); !worked) return worked;
  for (std::size_t at = 1; at < schools.size(); ++at)
    if (const auto worked = practice.work_alone(schools[at], at); !worked) return worked;
  keep_mail_unsent(house.installation);
  return true;
}

}  // namespace smm::app
