// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "app/installation/problems.hpp"
#include "app/rounds/cohorts.hpp"

namespace smm::app {
namespace {

using assessment::ParticipationState;
using assessment::SchoolId;

// Schools that let partners see how far they are in this round.
std::set<SchoolId> schools_that_agreed(Records& records, const assessment::RoundId& round) {
  std::set<SchoolId> agreed;
  for (const auto& kept : records.agreements.last_of_each(round))
    if (kept.agreement.consents.partners) agreed.insert(kept.sheet.school);
  return agreed;
}

bool is_in_it(ParticipationState state) {
  return state == ParticipationState::accepted || state == ParticipationState::submitted ||
         state == ParticipationState::reopened;
}

struct RoundTallies {
  std::set<SchoolId> begun;
  std::map<SchoolId, std::pair<std::size_t, std::size_t>> packets;  // all, affirmed
};

RoundTallies tallies_of(Records& records, const assessment::RoundId& round) {
  RoundTallies tallies;
  for (const auto& sheet : records.progress.sheets(round))
    if (sheet.answered > 0) tallies.begun.insert(sheet.school);
  for (const auto& packet : records.progress.packets(round)) {
    auto& [all, affirmed] = tallies.packets[packet.school];
    ++all;
    if (packet.state == assessment::PacketState::affirmed) ++affirmed;
  }
  return tallies;
}

PartnerRound partner_round(Records& records, const assessment::Round& round, const std::set<SchoolId>& own) {
  PartnerRound seen{round, {}, own.size()};
  const auto agreed = schools_that_agreed(records, round.id);
  const RoundTallies tallies = tallies_of(records, round.id);
  for (const auto& part : records.rounds.participations(round.id)) {
    if (!own.contains(part.school) || !agreed.contains(part.school) || !is_in_it(part.state)) continue;
    const auto packets = tallies.packets.find(part.school);
    const auto [all, affirmed] =
        packets == tallies.packets.end() ? std::pair<std::size_t, std::size_t>{} : packets->second;
    seen.schools.push_back({records.schools.by_id(part.school)->name, part.state,
                            tallies.begun.contains(part.school), all, affirmed});
  }
  std::ranges::sort(seen.schools, {}, &PartnerSchool::name);
  return seen;
}

}  // namespace

std::vector<Cohort> cohorts_of(Installation& installation, const assessment::PersonId& person) {
  std::vector<Cohort> own;
  installation.database.read([&](Records& records) { own = records.cohorts.of_person(person); });
  return own;
}

base::Result<PartnerView> partner_view(Installation& installation, const assessment::PersonId& person,
                                       const std::string& code) {
  return look<PartnerView>(installation.database, [&](Records& records) -> base::Result<PartnerView> {
    const auto own = records.cohorts.of_person(person);
    const auto found = std::ranges::find(own, code, &Cohort::code);
    if (found == own.end())
      return base::Problem(installation_problem::not_there, "There is no such cohort of yours");
    const auto ids = records.cohorts.schools(found->id);
    const std::set<SchoolId> schools(ids.begin(), ids.end());
    PartnerView view{*found, {}};
    for (const auto& round : records.rounds.all())
      if (!round.practice && round.state != assessment::RoundState::draft)
        view.rounds.push_back(partner_round(records, round, schools));
    return view;
  });
}

}  // namespace smm::app
