// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/reminders.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/rounds/calendar_day.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Round;

constexpr std::size_t most_reminders = 30;

base::Problem bad_reminder(std::string sentence) {
  return {why::bad_reminder, std::move(sentence)};
}

base::Result<Round> reminding_round(Records& records, const std::string& code) {
  auto round = records.rounds.by_code(code);
  if (!round) return base::Problem(why::round_not_found, "There is no round " + code);
  return *round;
}

ReminderState state_of(const TimeZones& zones, const Round& round, const Reminder& reminder) {
  if (!reminder.done) return ReminderState::waiting;
  return due_at(zones, round, reminder, *reminder.done) == Due::too_late ? ReminderState::missed
                                                                         : ReminderState::sent;
}

AuditEntry told_of_reminder(const std::string& actor, const std::string& action, const Round& round,
                            const Reminder& reminder) {
  return {std::string(office_owner), actor, action, round.code, reminder.day + " " + reminder.audience};
}

std::optional<base::Problem> fault_of_reminder(const Installation& installation, const Round& round,
                                               const std::vector<Reminder>& there, const Reminder& wanted,
                                               base::Instant now) {
  if (!calendar_day(wanted.day)) return bad_reminder("\"" + wanted.day + "\" is no day");
  if (due_at(installation.zones, round, wanted, now) != Due::not_yet)
    return bad_reminder("A reminder goes out at 09:00 of its day, and that is over on " + wanted.day);
  if (wanted.day > round.last_day)
    return bad_reminder("The round ends on " + round.last_day + ", before " + wanted.day);
  if (there.size() >= most_reminders) return bad_reminder("A round has at most 30 reminders");
  const bool again = std::ranges::any_of(there, [&](const Reminder& each) {
    return each.day == wanted.day && each.audience == wanted.audience;
  });
  if (again) return bad_reminder("There is such a reminder on " + wanted.day + " already");
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Audience audience) {
  return audience == Audience::not_answered ? "not_answered" : "not_submitted";
}

std::optional<Audience> audience_named(std::string_view name) {
  for (const Audience audience : audiences)
    if (to_string(audience) == name) return audience;
  return std::nullopt;
}

std::string_view to_string(ReminderState state) {
  switch (state) {
    case ReminderState::waiting:
      return "waiting";
    case ReminderState::sent:
      return "sent";
    case ReminderState::missed:
      return "missed";
  }
  return "";
}

Due due_at(const TimeZones& zones, const Round& round, const Reminder& reminder, base::Instant when) {
  const auto local = zones.local_time(round.zone, when);
  const auto day = calendar_day(reminder.day);
  if (!local || !day) return Due::not_yet;
  const std::chrono::days late = std::chrono::sys_days(local->day) - std::chrono::sys_days(*day);
  if (late > made_up_within) return Due::too_late;
  const bool begun = late.count() > 0 || (late.count() == 0 && local->hour >= reminding_hour);
  return begun ? Due::now : Due::not_yet;
}

base::Result<ReminderSchedule> reminder_schedule(Installation& installation, const std::string& code) {
  return look<ReminderSchedule>(
      installation.database, [&](Records& records) -> base::Result<ReminderSchedule> {
        const auto round = reminding_round(records, code);
        if (!round) return round.problems();
        ReminderSchedule schedule{*round, {}, {}};
        for (const Reminder& kept : records.campaign.reminders(round->id)) {
          const auto audience = audience_named(kept.audience);
          SMM_ASSERT(audience);
          schedule.reminders.push_back({kept, *audience, state_of(installation.zones, *round, kept)});
        }
        std::ranges::stable_sort(schedule.reminders, {},
                                 [](const ScheduledReminder& each) { return each.kept.day; });
        for (std::size_t i = 0; i < audiences.size(); ++i)
          schedule.people[i] = reminded_people(records, *round, audiences[i]).size();
        return schedule;
      });
}

base::Result<Reminder> add_reminder(Installation& installation, const std::string& code,
                                    const std::string& day, Audience audience, const std::string& actor) {
  return change<Reminder>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Reminder>> {
        const auto round = reminding_round(records, code);
        if (!round) return round.problems();
        const auto there = records.campaign.reminders(round->id);
        const std::int64_t number = there.empty() ? 1 : there.back().number + 1;
        const Reminder wanted{round->id, number, day, std::string(to_string(audience)), std::nullopt};
        if (const auto fault = fault_of_reminder(installation, *round, there, wanted, now)) return *fault;
        records.campaign.keep(wanted);
        return Change<Reminder>(wanted, told_of_reminder(actor, "reminder.set", *round, wanted));
      });
}

base::Result<Reminder> remove_reminder(Installation& installation, const std::string& code,
                                       std::int64_t number, const std::string& actor) {
  return change<Reminder>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant) -> base::Result<Change<Reminder>> {
        const auto round = reminding_round(records, code);
        if (!round) return round.problems();
        const auto there = records.campaign.reminders(round->id);
        const auto found = std::ranges::find(there, number, &Reminder::number);
        if (found == there.end())
          return base::Problem(installation_problem::not_there, "There is no such reminder");
        if (found->done) return bad_reminder("This reminder went out already, or was missed");
        records.campaign.remove_reminder(round->id, number);
        return Change<Reminder>(*found, told_of_reminder(actor, "reminder.remove", *round, *found));
      });
}

}  // namespace smm::app
