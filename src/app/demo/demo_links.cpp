// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_links.hpp"

#include "app/demo/demo_house.hpp"
#include "app/demo/demo_roster.hpp"
#include "app/demo/practice_round.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/people/links.hpp"
#include "app/people/person_at.hpp"
#include "app/people/recovery_codes.hpp"
#include "crypto/totp.hpp"

namespace smm::app {
namespace {

struct CastPart {
  const char* who;
  const char* where;
  const char* person;  // as demo_person knows them; the office has no school
  const char* round;
  const char* below;
  const char* school_setting;
};

constexpr CastPart cast_parts[] = {
    {"Program office", "rounds, progress, results", "office", "", "/office", ""},
    {"Dean, report ready", "the feedback report of 2026", "dean", "synthetic-2026", "/report",
     "demo.reported"},
    {"Dean, round open", "a school at work together", "dean", practice_round_code, "", "demo.together"},
    {"Coordinator", "packets and people of the same school", "coordinator", practice_round_code, "",
     "demo.together"},
    {"Author", "a packet of the same school", "author", practice_round_code, "", "demo.together"},
    {"Solo ADN director", "one person answers for all", "director", practice_round_code, "", "demo.alone"},
};

assessment::Contact contact_of(const CastPart& part, const std::string& school) {
  return demo_person(part.person, school.empty() ? "demo" : school);
}

base::Problem nobody(const std::string& email) {
  return {installation_problem::not_there, "The demo has nobody at " + email};
}

base::Result<DemoLink> link_for(Installation& installation, Records& records, const CastPart& part,
                                base::Instant now) {
  const std::string code =
      *part.school_setting ? records.settings.value(part.school_setting).value_or("") : "";
  const std::string email = contact_of(part, code).email;
  const auto person = records.people.by_email(email);
  const auto school = records.schools.by_code(code);
  if (!person || (!school && !code.empty())) return nobody(email);
  const std::string path =
      code.empty() ? part.below : "/rounds/" + std::string(part.round) + "/schools/" + code + part.below;
  const NewLink link{LinkUse::invitation, person->id, school ? std::optional(school->id) : std::nullopt, path,
                     ""};
  return DemoLink{part.who, school ? school->name + ": " + part.where : part.where,
                  make_link(installation, records, link, now)};
}

AuditEntry told(std::string action) {
  return {std::string(office_owner), demo_actor, std::move(action), "", ""};
}

}  // namespace

base::Result<bool> add_demo_office(Installation& installation) {
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
        const assessment::Contact contact = demo_person("office", "demo");
        auto person = person_at(installation, records, {contact.name, contact.email}, now);
        if (!person) return std::move(person).problems();
        const auto seals = installation.keys.seals_or_new(records.schools, std::string(office_owner));
        if (!seals) return seals.problems();
        person->totp_secret = seals->seal({"totp", person->id.text()}, crypto::new_totp_secret());
        person->totp_confirmed = true;
        records.people.change(*person);
        for (const assessment::OfficeRole role : assessment::office_roles)
          records.people.grant(person->id, role, now);
        return Change<bool>(true, told("installation.set_up"));
      });
}

base::Result<bool> keep_demo_cast(Installation& installation, const DemoCast& cast) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant) -> base::Result<Change<bool>> {
                        records.settings.set("demo.reported", cast.reported);
                        records.settings.set("demo.together", cast.together);
                        records.settings.set("demo.alone", cast.alone);
                        return Change<bool>::bookkeeping(true);
                      });
}

base::Result<DemoLinks> demo_links(Installation& installation) {
  return change<DemoLinks>(installation.database, installation.clock,
                           [&](Records& records, base::Instant now) -> base::Result<Change<DemoLinks>> {
                             DemoLinks all;
                             for (const CastPart& part : cast_parts) {
                               auto link = link_for(installation, records, part, now);
                               if (!link) return std::move(link).problems();
                               all.links.push_back(std::move(*link));
                             }
                             const std::string office = demo_person("office", "demo").email;
                             const auto person = records.people.by_email(office);
                             if (!person) return nobody(office);
                             all.office_codes = give_recovery_codes(records.people, person->id);
                             return Change<DemoLinks>(std::move(all), told("second_factor.recovery_codes"));
                           });
}

}  // namespace smm::app
