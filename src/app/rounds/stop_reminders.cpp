// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/stop_reminders.hpp"

#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/people/email_address.hpp"
#include "app/people/sealed_note.hpp"

namespace smm::app {
namespace {

constexpr std::string_view stop_use = "stop_reminders";
constexpr std::int64_t stop_link_lasts = 365 * base::one_day;  // after the round's last day

// The office's words of a round have room for what people say of its reminders.
std::string stop_name(const assessment::PersonId& person) {
  return "reminders.stopped." + person.text();
}

struct WhoStops {
  assessment::Round round;
  Person person;
};

base::Result<WhoStops> who_stops(const Installation& installation, Records& records,
                                 const std::string& token) {
  const auto seals = installation.keys.seals(records.schools, std::string(office_owner));
  const auto note = seals ? opened_note(*seals, stop_use, token, installation.clock.now()) : std::nullopt;
  if (note && note->size() == 2) {
    const auto round_id = assessment::RoundId::parse((*note)[0]);
    const auto person_id = assessment::PersonId::parse((*note)[1]);
    auto round = round_id ? records.rounds.by_id(*round_id) : std::nullopt;
    auto person = person_id ? records.people.by_id(*person_id) : std::nullopt;
    if (round && person) return WhoStops{std::move(*round), std::move(*person)};
  }
  return base::Problem(installation_problem::not_there, "This address does not work, or has run out");
}

StopSeen stop_seen(Records& records, const WhoStops& who) {
  return {who.round.title, masked(who.person.email),
          wants_no_reminders(records, who.round.id, who.person.id)};
}

}  // namespace

base::Result<std::string> stop_link(const Installation& installation, Records& records,
                                    const assessment::Round& round, const assessment::PersonId& person) {
  const auto seals = installation.keys.seals_or_new(records.schools, std::string(office_owner));
  if (!seals) return seals.problems();
  return installation.public_url + "/reminders/stop/" +
         sealed_note(*seals, stop_use, {round.id.text(), person.text()}, round.closes + stop_link_lasts);
}

bool wants_no_reminders(Records& records, const assessment::RoundId& round,
                        const assessment::PersonId& person) {
  return records.campaign.text(round, stop_name(person)).has_value();
}

base::Result<StopSeen> look_at_stop(Installation& installation, const std::string& token) {
  return look<StopSeen>(installation.database, [&](Records& records) -> base::Result<StopSeen> {
    const auto who = who_stops(installation, records, token);
    if (!who) return who.problems();
    return stop_seen(records, *who);
  });
}

base::Result<StopSeen> stop_reminders(Installation& installation, const std::string& token) {
  return change<StopSeen>(installation.database, installation.clock,
                          [&](Records& records, base::Instant) -> base::Result<Change<StopSeen>> {
                            const auto who = who_stops(installation, records, token);
                            if (!who) return who.problems();
                            StopSeen seen = stop_seen(records, *who);
                            if (seen.stopped) return Change<StopSeen>::nothing(seen);
                            records.campaign.keep({who->round.id, stop_name(who->person.id), "stopped"});
                            seen.stopped = true;
                            return Change<StopSeen>(
                                seen, AuditEntry{std::string(office_owner), who->person.id.text(),
                                                 "reminder.stop", who->round.code, ""});
                          });
}

}  // namespace smm::app
