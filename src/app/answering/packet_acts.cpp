// SPDX-License-Identifier: Apache-2.0
#include "app/answering/packet_acts.hpp"

#include <algorithm>
#include <set>

#include "app/answering/notes.hpp"
#include "app/answering/problems.hpp"
#include "app/answering/read_sheet.hpp"
#include "app/answering/sheet_open.hpp"
#include "app/answering/written_words.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/rounds/hand_out.hpp"
#include "app/rounds/school_people.hpp"
#include "assessment/problems.hpp"

namespace smm::app {
namespace {

using assessment::Packet;
using PacketChange = base::Result<Change<Packet>>;

// One act on a packet, as it stands under the lock.
struct Acting {
  Records& records;
  const Hand& hand;
  const assessment::PacketPlan& plan;
  Packet packet;
  base::Instant now;
};

using Act = std::function<base::Result<Packet>(const Acting&)>;

base::Result<Packet> act_on(Installation& installation, const Hand& hand, const std::string& office,
                            const std::string& action, const Act& act) {
  const assessment::PacketPlan* plan = hand.sheet.plan->packet(office);
  if (plan == nullptr)
    return base::Problem(installation_problem::not_there, "There is no such packet, or it is not yours");
  return change<Packet>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> PacketChange {
        if (auto refused = refusal_now(records, hand.sheet, now)) return *refused;
        const Acting acting{records, hand, *plan,
                            packet_or_untouched(records, hand.sheet.key(), office, true), now};
        auto next = act(acting);
        if (!next) return std::move(next).problems();
        records.rounds.keep(*next);
        return Change<Packet>(*next, told_by(hand, action, office));
      });
}

// ---- Complete.

bool writes_all_of(const Acting& acting) {
  const auto writable = written_by(acting.records, acting.hand);
  return std::ranges::all_of(assessment::places_of(acting.plan),
                             [&](std::size_t place) { return writable[place]; });
}

std::string office_label(const Hand& hand, const std::string& office) {
  return hand.sheet.edition->edition.office(office).label;
}

// Nobody is written to about what they did themselves.
std::optional<base::Problems> tell(const Installation& installation, const Pages& pages, const Acting& acting,
                                   const std::set<assessment::PersonId>& people, std::string_view kind,
                                   const std::string& page) {
  for (const auto& id : people) {
    const auto person = acting.records.people.by_id(id);
    if (!person || person->deactivated || id == acting.hand.actor.person.id) continue;
    const auto posted = tell_person(
        installation, pages, acting.records, acting.hand.sheet.key(), *person, kind,
        "/packets/" + acting.plan.office + page,
        {{"by", acting.hand.actor.person.name}, {"office", office_label(acting.hand, acting.plan.office)}},
        acting.now);
    if (!posted) return posted.problems();
  }
  return std::nullopt;
}

// ---- Affirm.

struct Signing {
  const Installation& installation;
  const Pages& pages;
  const Seals& seals;
  const SigningForm& form;
  const std::string& salt;
};

base::Problem answers_changed() {
  return {answering_problem::answers_changed,
          "Answers changed since you opened this page; please read them again"};
}

base::Result<Packet> affirm(const Acting& acting, const Signing& signing) {
  const Hand& hand = acting.hand;
  const Person& person = hand.actor.person;
  auto next = assessment::affirmed(acting.packet, person.id, acting.now);
  if (!next) return next;
  if (auto refused = refusal_of_name(signing.form.full_name, person.name)) return *refused;
  const auto& plan = *hand.sheet.plan;
  const auto answers = opened_answers(acting.records, signing.seals, hand.sheet.key());
  if (seen_packet(plan, acting.plan, answers, person.id) != signing.form.seen) return answers_changed();
  const std::string digest = assessment::packet_digest(plan, acting.plan, answers, signing.salt);
  const auto facts = assessment::affirmation_facts(plan, acting.plan, assessment::route_sheet(plan, answers),
                                                   hand.sheet.school, person.name, digest);
  acting.records.sheets.add(
      hand.sheet.key(),
      affirmation_signature(signing.seals, hand.sheet,
                            {acting.plan.office, person.id, acting.now, signing.salt, digest},
                            affirmation_words(signing.pages.texts, facts)));
  return next;
}

// ---- Return.

// Who worked on the packet, and who hands out.
std::set<assessment::PersonId> authors_of(const Acting& acting) {
  const OpenSheet& sheet = acting.hand.sheet;
  std::set<assessment::PersonId> people;
  for (const auto& assignment : acting.records.rounds.assignments(sheet.key())) {
    const auto places = assessment::places_of(acting.plan);
    const bool touches = std::ranges::any_of(places, [&](std::size_t place) {
      const auto& edition = sheet.edition->edition;
      return assessment::covers(assignment, edition, edition.items[sheet.plan->answers[place].item]);
    });
    if (touches) people.insert(assignment.person);
  }
  if (acting.packet.completed_by) people.insert(*acting.packet.completed_by);
  for (const Membership& member : acting.records.rounds.memberships(sheet.key()))
    if (member.role == assessment::SchoolRole::coordinator) people.insert(member.person);
  return people;
}

}  // namespace

base::Result<Packet> complete_packet(Installation& installation, const Pages& pages, const Hand& hand,
                                     const std::string& office) {
  return act_on(
      installation, hand, office, "packet.complete", [&](const Acting& acting) -> base::Result<Packet> {
        if (!writes_all_of(acting))
          return base::Problem(assessment::problem::not_yours,
                               "Only parts of this packet were handed to you; whoever "
                               "coordinates marks it complete");
        auto next = assessment::completed(acting.packet, hand.actor.person.id, acting.now);
        if (!next) return next;
        if (auto failed = tell(installation, pages, acting, {*next->affirmer}, "completed", "/affirm"))
          return *failed;
        return next;
      });
}

base::Result<Packet> affirm_packet(Installation& installation, const Pages& pages, const Hand& hand,
                                   const std::string& office, const SigningForm& form) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const std::string salt = new_salt();
  const Signing signing{installation, pages, *seals, form, salt};
  return act_on(installation, hand, office, "packet.affirm",
                [&](const Acting& acting) { return affirm(acting, signing); });
}

base::Result<Packet> return_packet(Installation& installation, const Pages& pages, const Hand& hand,
                                   const std::string& office, const std::string& comment) {
  const auto words = written_words(comment, "return-comment");
  if (!words) return words.problems();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto id = assessment::NoteId::make(installation.random);
  return act_on(
      installation, hand, office, "packet.return", [&](const Acting& acting) -> base::Result<Packet> {
        auto next = assessment::returned(acting.packet, hand.actor.person.id);
        if (!next) return next;
        keep_note(acting.records, *seals, hand,
                  {id, assessment::Scope::packet, office, hand.actor.person.id, acting.now, *words});
        if (auto failed = tell(installation, pages, acting, authors_of(acting), "returned", "/notes"))
          return *failed;
        return next;
      });
}

base::Result<Packet> reopen_packet(Installation& installation, const Hand& hand, const std::string& office) {
  return act_on(installation, hand, office, "packet.reopen",
                [](const Acting& acting) { return assessment::taken_back(acting.packet); });
}

}  // namespace smm::app
