// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/send_reminders.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/people/links.hpp"
#include "app/rounds/invitation.hpp"
#include "app/rounds/own_words.hpp"
#include "app/rounds/stop_reminders.hpp"
#include "base/environment_error.hpp"

namespace smm::app {
namespace {

using assessment::ParticipationState;
using assessment::Round;
using assessment::SchoolRole;

bool is_meant(ParticipationState state, Audience audience) {
  if (audience == Audience::not_answered) return state == ParticipationState::invited;
  return state == ParticipationState::accepted || state == ParticipationState::reopened;
}

bool is_meant(SchoolRole role, Audience audience) {
  return role == SchoolRole::dean || (audience == Audience::not_submitted && role == SchoolRole::coordinator);
}

bool last_mail_failed(const std::vector<WaitingMail>& mails, const std::string& address) {
  const WaitingMail* last = nullptr;
  for (const WaitingMail& mail : mails)
    if (mail.to == address && (last == nullptr || last->created < mail.created)) last = &mail;
  return last != nullptr && (last->bounced || last->state == MailState::refused);
}

void add_people(Records& records, const Round& round, const assessment::School& school, Audience audience,
                std::vector<RemindedPerson>& people) {
  const SheetKey sheet{round.id, school.id};
  const auto mails = records.outbox.about(round.id, school.id);
  std::vector<assessment::PersonId> seen;
  for (const Membership& member : records.rounds.memberships(sheet)) {
    if (!is_meant(member.role, audience) || std::ranges::find(seen, member.person) != seen.end()) continue;
    seen.push_back(member.person);
    auto person = records.people.by_id(member.person);
    if (!person || person->deactivated || wants_no_reminders(records, round.id, person->id)) continue;
    if (!last_mail_failed(mails, person->email)) people.push_back({school, std::move(*person)});
  }
}

Letter reminder_mail(const Installation& installation, const render::Texts& texts, const Round& round,
                     const assessment::School& school, const Mailbox& to, Audience audience,
                     const MailLinks& links, const OwnWords& own) {
  const char* kind = audience == Audience::not_answered ? "reminder_to_answer" : "reminder_to_submit";
  Letter mail = letter(texts, kind, to,
                       {{"name", to.name},
                        {"school", school.name},
                        {"round", round.title},
                        {"last_day", round.last_day},
                        {"stop", links.stop},
                        {"office", installation.mail_from}});
  mail.url = links.open;
  mail.stop_url = links.stop;
  add_own_words(mail, own.reminder, own.signature);
  mail.round = round.id;
  mail.school = school.id;
  return mail;
}

struct DueReminder {
  Round round;
  Reminder reminder;
  Due due;
};

std::vector<DueReminder> due_reminders(const Installation& installation) {
  std::vector<DueReminder> due;
  const base::Instant now = installation.clock.now();
  installation.database.read([&](Records& records) {
    due.clear();
    for (const Round& round : records.rounds.all()) {
      for (const Reminder& reminder : records.campaign.reminders(round.id)) {
        const Due when = due_at(installation.zones, round, reminder, now);
        const bool goes = round.state == assessment::RoundState::open && now <= round.closes;
        if (!reminder.done && (when == Due::too_late || (when == Due::now && goes)))
          due.push_back({round, reminder, when});
      }
    }
  });
  return due;
}

base::Result<std::vector<AuditEntry>> post_reminders(const Installation& installation, const Pages& pages,
                                                     Records& records, const DueReminder& due,
                                                     base::Instant now) {
  std::vector<AuditEntry> told;
  const auto audience = audience_named(due.reminder.audience);
  SMM_ASSERT(audience);
  const OwnWords own = own_words(records, due.round.id);
  for (const RemindedPerson& each : reminded_people(records, due.round, *audience)) {
    const auto links = mail_links(installation, records, due.round, each.school, each.person.id, now);
    if (!links) return links.problems();
    const Letter mail = reminder_mail(installation, pages.texts, due.round, each.school,
                                      {each.person.name, each.person.email}, *audience, *links, own);
    const auto posted = post_mail(installation, pages, records, mail, now);
    if (!posted) return posted.problems();
    told.push_back({each.school.id.text(), "system", "school.reminder", due.round.code, due.reminder.day});
  }
  return told;
}

// How many mails; nothing where another was first.
base::Result<Change<std::optional<std::size_t>>> send_one(const Installation& installation,
                                                          const Pages& pages, Records& records,
                                                          const DueReminder& due, base::Instant now) {
  using Sent = Change<std::optional<std::size_t>>;
  if (!records.campaign.take(due.reminder, now)) return Sent::nothing(std::nullopt);
  const bool late = due.due == Due::too_late;
  std::vector<AuditEntry> told;
  if (!late) {
    auto posted = post_reminders(installation, pages, records, due, now);
    if (!posted) return std::move(posted).problems();
    told = std::move(*posted);
  }
  const std::size_t mails = told.size();
  told.push_back({std::string(office_owner), "system", late ? "reminder.missed" : "reminder.sent",
                  due.round.code,
                  due.reminder.day + " " + due.reminder.audience + " " + std::to_string(mails)});
  return Sent(mails, std::move(told));
}

}  // namespace

std::vector<RemindedPerson> reminded_people(Records& records, const Round& round, Audience audience) {
  std::vector<RemindedPerson> people;
  for (const auto& part : records.rounds.participations(round.id)) {
    if (!is_meant(part.state, audience)) continue;
    if (const auto school = records.schools.by_id(part.school))
      add_people(records, round, *school, audience, people);
  }
  std::ranges::stable_sort(people, {}, [](const RemindedPerson& each) { return each.school.code; });
  return people;
}

ReminderPass send_due_reminders(const Installation& installation, const Pages& pages) {
  ReminderPass pass;
  for (const DueReminder& due : due_reminders(installation)) {
    const auto sent = change<std::optional<std::size_t>>(
        installation.database, installation.clock, [&](Records& records, base::Instant now) {
          return send_one(installation, pages, records, due, now);
        });
    if (!sent) throw base::EnvironmentError("reminders: " + to_string(sent.problems().front()));
    if (!*sent) continue;
    if (due.due == Due::too_late) ++pass.missed;
    if (due.due == Due::now) ++pass.sent;
    pass.mails += **sent;
  }
  return pass;
}

base::Result<Mail> preview_reminder(Installation& installation, const Pages& pages, const std::string& code,
                                    const std::string& school, Audience audience) {
  return look<Mail>(installation.database, [&](Records& records) -> base::Result<Mail> {
    const auto invited = invited_at(installation, records, code, school);
    if (!invited) return invited.problems();
    const Letter mail =
        reminder_mail(installation, pages.texts, invited->round, invited->school, invited->to, audience,
                      preview_links(installation), own_words(records, invited->round.id));
    return written_mail(installation, pages, mail, MailId::make(installation.random),
                        installation.clock.now());
  });
}

}  // namespace smm::app
