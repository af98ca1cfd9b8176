// SPDX-License-Identifier: Apache-2.0
#include "app/dashboard/round_dashboard.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "app/installation/change.hpp"
#include "app/rounds/calendar_day.hpp"
#include "app/rounds/problems.hpp"
#include "stats/quantile.hpp"
#include "stats/wilson_interval.hpp"

namespace smm::app {
namespace {

using assessment::FunnelStep;
using assessment::Participation;
using assessment::School;
using assessment::SchoolStanding;

constexpr std::size_t least_for_a_median = 5;

struct InvitedSchool {
  School school;
  Participation part;
  SchoolStanding standing;
};
using Invited = std::map<assessment::SchoolId, InvitedSchool>;

bool is_invitation(const MailTally& mail) {
  return mail.kind == "school_invitation";
}

Invited invited_schools(Records& records, const assessment::Round& round) {
  std::map<assessment::SchoolId, School> schools;
  for (School& school : round.practice ? records.schools.of_practice(round.id) : records.schools.all())
    schools.emplace(school.id, school);
  Invited invited;
  for (Participation& part : records.rounds.participations(round.id)) {
    const auto school = schools.find(part.school);
    if (school == schools.end()) continue;
    invited.emplace(part.school, InvitedSchool{school->second, part, {.part = part.state}});
  }
  return invited;
}

void add_steps(Records& records, const assessment::Round& round, Invited& invited) {
  const auto standing = [&](const assessment::SchoolId& school) -> SchoolStanding& {
    return invited.at(school).standing;
  };
  for (const MailTally& mail : records.progress.mails(round.id)) {
    if (!is_invitation(mail) || !invited.contains(mail.school)) continue;
    SchoolStanding& school = standing(mail.school);
    if (mail.bounced || mail.state == MailState::refused) school.bounced = true;
    if (!mail.bounced && mail.state == MailState::sent) school.delivered = true;
    if (mail.state == MailState::unknown) school.unknown = true;
  }
  for (const auto& school : records.progress.opened(round.id))
    if (invited.contains(school)) standing(school).opened = true;
  for (const SheetTally& sheet : records.progress.sheets(round.id))
    if (invited.contains(sheet.school)) standing(sheet.school).started = sheet.answered > 0;
  // A later mail that arrived, or a link that was followed, settles what became of an earlier one.
  for (auto& [id, school] : invited) {
    const bool reached = school.standing.delivered || school.standing.opened;
    school.standing.bounced = school.standing.bounced && !reached;
    school.standing.unknown = school.standing.unknown && !reached;
  }
}

// ---- Groups.

using GroupKey = std::tuple<std::string, std::string, std::string>;  // profession, variable, level

void set_rate(FunnelRow& row) {
  const std::size_t asked = row.funnel.at(FunnelStep::invited) - row.funnel.at(FunnelStep::withdrawn);
  if (asked > 0) row.rate = stats::wilson_interval(row.funnel.at(FunnelStep::submitted), asked, .95);
}

std::vector<FunnelRow> groups_of(const Invited& invited) {
  std::map<GroupKey, assessment::Funnel> funnels;
  funnels[{"", "", ""}];
  for (const auto& [id, each] : invited) {
    const auto& profession = each.school.profession;
    for (const GroupKey& key : {GroupKey{"", "", ""}, GroupKey{profession, "", ""},
                                GroupKey{profession, "control", each.school.frame.control},
                                GroupKey{profession, "division", each.school.frame.division}})
      if (!std::get<2>(key).empty() || std::get<1>(key).empty()) funnels[key].count(each.standing);
  }
  std::vector<FunnelRow> rows;
  for (const auto& [key, funnel] : funnels) {
    rows.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), funnel, std::nullopt});
    set_rate(rows.back());
  }
  return rows;
}

std::vector<StateRow> states_of(const Invited& invited) {
  std::map<std::string, StateRow> states;
  for (const auto& [id, each] : invited) {
    if (each.part.state == assessment::ParticipationState::withdrawn) continue;
    StateRow& row = states[each.school.frame.state];
    row.state = each.school.frame.state;
    ++row.invited;
    if (each.part.state == assessment::ParticipationState::submitted) ++row.submitted;
  }
  std::vector<StateRow> rows;
  for (auto& [code, row] : states) rows.push_back(std::move(row));
  return rows;
}

// ---- Packets and questions.

struct OfficeDays {
  PacketRow row;
  std::vector<double> days;
};

std::vector<PacketRow> packets_of(const std::vector<PacketTally>& packets, const Invited& invited,
                                  const std::string& today) {
  std::map<std::string, OfficeDays> offices;
  for (const PacketTally& packet : packets) {
    const auto school = invited.find(packet.school);
    if (school == invited.end() || !school->second.part.accepted_at) continue;
    OfficeDays& office = offices[packet.office];
    ++office.row.schools;
    const bool complete = packet.completed.has_value() && packet.state != assessment::PacketState::in_work &&
                          packet.state != assessment::PacketState::returned;
    if (complete) {
      ++office.row.complete;
      const std::int64_t took = *packet.completed - *school->second.part.accepted_at;
      office.days.push_back(static_cast<double>(took) / static_cast<double>(base::one_day));
    } else if (!packet.due.empty() && packet.due < today) {
      ++office.row.overdue;
    }
  }
  std::vector<PacketRow> rows;
  for (auto& [name, office] : offices) {
    office.row.office = name;
    if (office.days.size() >= least_for_a_median) {
      std::ranges::sort(office.days);
      office.row.median_days = stats::quantile(office.days, .5, stats::QuantileType::type8);
    }
    rows.push_back(std::move(office.row));
  }
  std::ranges::stable_sort(rows, std::greater(),
                           [](const PacketRow& row) { return row.median_days.value_or(0); });
  return rows;
}

// The day on the round's clocks, as packets keep theirs.
std::string today_in(const Installation& installation, const assessment::Round& round, base::Instant now) {
  const auto local = installation.zones.local_time(round.zone, now);
  return local ? day_text(local->day) : "";
}

bool says_a_value(const std::string& state) {
  return state == "answered" || state == "not_applicable" || state == "not_permitted";
}

std::vector<BurdenRow> burden_of(const std::vector<ItemTally>& tallies) {
  std::map<std::string, BurdenRow> items;
  for (const ItemTally& tally : tallies) {
    BurdenRow& row = items[tally.item];
    row.item = tally.item;
    row.schools += static_cast<std::size_t>(tally.schools);
    if (!says_a_value(tally.state)) row.no_value += static_cast<std::size_t>(tally.schools);
  }
  std::vector<BurdenRow> rows;
  for (auto& [id, row] : items)
    if (row.schools >= least_schools_for_burden) rows.push_back(std::move(row));
  std::ranges::stable_sort(rows, std::greater(), [](const BurdenRow& row) {
    return static_cast<double>(row.no_value) / static_cast<double>(row.schools);
  });
  return rows;
}

// ---- Talks, and questions about answers.

bool waits_for_school(const Participation& part) {
  using enum assessment::ParticipationState;
  return part.state == invited || part.state == accepted || part.state == reopened;
}

std::vector<QuietSchool> quiet_schools(Records& records, const assessment::Round& round,
                                       const Invited& invited, base::Instant now) {
  std::map<assessment::SchoolId, base::Instant> latest;
  for (const CallNote& call : records.campaign.calls_of(round.id)) latest.emplace(call.sheet.school, call.at);
  std::vector<QuietSchool> quiet;
  for (const auto& [id, each] : invited) {
    if (!waits_for_school(each.part)) continue;
    const auto call = latest.find(id);
    quiet.push_back({each.school.code, each.school.name, std::nullopt});
    if (call != latest.end()) quiet.back().days = (now - call->second) / base::one_day;
  }
  std::ranges::sort(quiet, {}, [](const QuietSchool& school) {
    return std::tuple(school.days.has_value(), -school.days.value_or(0), school.code);
  });
  return quiet;
}

AskedQuestions asked_questions(Records& records, const assessment::Round& round, const Invited& invited) {
  AskedQuestions asked;
  for (const CheckQuestion& question : records.releases.questions(round.id)) {
    const auto school = invited.find(question.sheet.school);
    if (school == invited.end()) continue;
    const bool attested = school->second.part.state == assessment::ParticipationState::submitted;
    if (question.state == assessment::CheckState::open) {
      const School& of = school->second.school;
      asked.open.push_back({of.code, of.name, question.place.item, question.at});
      continue;
    }
    ++asked.answered;
    if (question.state == assessment::CheckState::stands || attested) ++asked.settled;
  }
  std::ranges::stable_sort(asked.open, {}, &AskedQuestion::code);
  return asked;
}

}  // namespace

base::Result<RoundDashboard> round_dashboard(Installation& installation, const std::string& code) {
  const base::Instant now = installation.clock.now();
  return look<RoundDashboard>(installation.database, [&](Records& records) -> base::Result<RoundDashboard> {
    const auto round = records.rounds.by_code(code);
    if (!round) return base::Problem(rounds_problem::round_not_found, "There is no round " + code);
    Invited invited = invited_schools(records, *round);
    add_steps(records, *round, invited);
    RoundDashboard board{.round = *round,
                         .groups = {},
                         .states = {},
                         .packets = {},
                         .burden = {},
                         .quiet = quiet_schools(records, *round, invited, now),
                         .asked = asked_questions(records, *round, invited)};
    board.days_to_go = std::max<std::int64_t>(0, (round->closes - now) / base::one_day);
    board.groups = groups_of(invited);
    board.states = states_of(invited);
    board.packets =
        packets_of(records.progress.packets(round->id), invited, today_in(installation, *round, now));
    board.burden = burden_of(records.progress.items(round->id));
    return board;
  });
}

}  // namespace smm::app
