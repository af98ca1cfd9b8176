// SPDX-License-Identifier: Apache-2.0
// The days on which a round reminds people by itself. The office sets them; on its day, from 09:00 on in the
// round's zone, each goes out once (send_reminders.hpp). A day that was missed, because the service was down
// or sent no mail, is made up for within three days, and else counts as missed.
#pragma once

#include <chrono>

#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"

namespace smm::app {

// Who is reminded: schools that were invited and have not answered (their deans), or that take part and have
// not submitted (their deans and coordinators).
enum class Audience : std::uint8_t { not_answered, not_submitted };

inline constexpr std::array audiences = {Audience::not_answered, Audience::not_submitted};

std::string_view to_string(Audience audience);
std::optional<Audience> audience_named(std::string_view name);

inline constexpr int reminding_hour = 9;
inline constexpr std::chrono::days made_up_within{3};

enum class Due : std::uint8_t { not_yet, now, too_late };
Due due_at(const TimeZones& zones, const assessment::Round& round, const Reminder& reminder,
           base::Instant when);

enum class ReminderState : std::uint8_t { waiting, sent, missed };
std::string_view to_string(ReminderState state);

struct ScheduledReminder {
  Reminder kept;
  Audience audience = Audience::not_answered;
  ReminderState state = ReminderState::waiting;
};

// Somebody who would be reminded.
struct RemindedPerson {
  assessment::School school;
  Person person;
};

// By code of the school. Left out: closed accounts, who wants no reminders of this round, and whose last mail
// about it came back or was refused. Within a read or write.
std::vector<RemindedPerson> reminded_people(Records& records, const assessment::Round& round,
                                            Audience audience);

struct ReminderSchedule {
  assessment::Round round;
  std::vector<ScheduledReminder> reminders;          // by day
  std::array<std::size_t, audiences.size()> people;  // who would be reminded if it were today, by audience
};

// Problem: round_not_found.
base::Result<ReminderSchedule> reminder_schedule(Installation& installation, const std::string& round);

// Problems: round_not_found, bad_reminder for a day that does not lie ahead and within the round, or is
// there.
base::Result<Reminder> add_reminder(Installation& installation, const std::string& round,
                                    const std::string& day, Audience audience, const std::string& actor);

// Problems: round_not_found, not_there, bad_reminder for one that went out.
base::Result<Reminder> remove_reminder(Installation& installation, const std::string& round,
                                       std::int64_t number, const std::string& actor);

}  // namespace smm::app
