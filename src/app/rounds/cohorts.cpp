// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/cohorts.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/people/links.hpp"
#include "app/people/person_at.hpp"
#include "app/people/post_mail.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;

base::Problem no_such_cohort() {
  return {installation_problem::not_there, "There is no such cohort"};
}

bool is_cohort_code(const std::string& code) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !code.empty() && code.size() <= 40 && code.find_first_not_of(letters) == std::string::npos;
}

AuditEntry told_of_cohort(const Actor& actor, std::string action, const std::string& code,
                          std::string detail = {}) {
  return {std::string(office_owner), actor.name_in_log(), std::move(action), code, std::move(detail)};
}

// The same in the log of the school that it is about.
std::vector<AuditEntry> told_of_school(const Actor& actor, const std::string& action, const Cohort& cohort,
                                       const assessment::School& school) {
  return {told_of_cohort(actor, action, cohort.code, school.code),
          {school.id.text(), actor.name_in_log(), action, cohort.code, cohort.title}};
}

// A work on a cohort that is there.
template <class T, class Work>
base::Result<T> on_cohort(Installation& installation, const std::string& code, Work work) {
  return change<T>(installation.database, installation.clock,
                   [&](Records& records, base::Instant now) -> base::Result<Change<T>> {
                     const auto cohort = records.cohorts.by_code(code);
                     if (!cohort) return no_such_cohort();
                     return work(records, *cohort, now);
                   });
}

std::vector<CohortSchool> schools_in(Records& records, const Cohort& cohort) {
  std::vector<CohortSchool> schools;
  for (const auto& id : records.cohorts.schools(cohort.id))
    if (const auto school = records.schools.by_id(id)) schools.push_back({school->code, school->name});
  return schools;
}

std::vector<CohortPerson> people_in(Records& records, const Cohort& cohort) {
  std::vector<CohortPerson> people;
  for (const auto& id : records.cohorts.people(cohort.id))
    if (const auto person = records.people.by_id(id)) people.push_back({id, person->name, person->email});
  return people;
}

base::Result<MailId> tell_partner(const Installation& installation, const Pages& pages, Records& records,
                                  const Cohort& cohort, const Person& person, base::Instant now) {
  Letter mail = letter(pages.texts, "partner", {person.name, person.email},
                       {{"name", person.name}, {"cohort", cohort.title}, {"office", installation.mail_from}});
  mail.url =
      make_link(installation, records,
                {.use = LinkUse::invitation, .person = person.id, .target = "/partners/" + cohort.code}, now);
  return post_mail(installation, pages, records, mail, now);
}

}  // namespace

std::vector<Cohort> cohorts(Installation& installation) {
  std::vector<Cohort> all;
  installation.database.read([&](Records& records) { all = records.cohorts.all(); });
  return all;
}

base::Result<CohortSeen> cohort(Installation& installation, const std::string& code) {
  return look<CohortSeen>(installation.database, [&](Records& records) -> base::Result<CohortSeen> {
    const auto found = records.cohorts.by_code(code);
    if (!found) return no_such_cohort();
    return CohortSeen{*found, schools_in(records, *found), people_in(records, *found)};
  });
}

base::Result<Cohort> make_cohort(Installation& installation, const Actor& actor, const std::string& code,
                                 const std::string& title) {
  const std::string name = tidy_name(title);
  if (!is_cohort_code(code))
    return base::Problem(why::bad_cohort, "Write the code with a to z, digits and dashes, at most 40",
                         base::Place{"code", 0, 0});
  if (name.empty()) return base::Problem(why::bad_cohort, "Give it a name", base::Place{"title", 0, 0});
  return change<Cohort>(installation.database, installation.clock,
                        [&](Records& records, base::Instant) -> base::Result<Change<Cohort>> {
                          if (records.cohorts.by_code(code))
                            return base::Problem(why::cohort_exists, "There is a cohort " + code + " already",
                                                 base::Place{"code", 0, 0});
                          const Cohort made{CohortId::make(installation.random), code, name};
                          records.cohorts.add(made);
                          return Change<Cohort>(made, told_of_cohort(actor, "cohort.make", code));
                        });
}

base::Result<bool> remove_cohort(Installation& installation, const Actor& actor, const std::string& code) {
  return on_cohort<bool>(installation, code, [&](Records& records, const Cohort& found, base::Instant) {
    records.cohorts.remove(found.id);
    return base::Result<Change<bool>>(Change<bool>(true, told_of_cohort(actor, "cohort.remove", code)));
  });
}

base::Result<std::size_t> add_schools(Installation& installation, const Actor& actor, const std::string& code,
                                      const std::vector<std::string>& schools) {
  using Added = Change<std::size_t>;
  return on_cohort<std::size_t>(
      installation, code, [&](Records& records, const Cohort& found, base::Instant) -> base::Result<Added> {
        base::Problems unknown;
        std::vector<AuditEntry> told;
        std::size_t added = 0;
        const auto there = schools_in(records, found);
        for (const std::string& each : schools) {
          const auto school = records.schools.by_code(each);
          if (!school) {
            unknown.emplace_back(installation_problem::not_there, "There is no school " + each,
                                 base::Place{"schools", 0, 0});
            continue;
          }
          if (std::ranges::find(there, each, &CohortSchool::code) != there.end()) continue;
          records.cohorts.join(found.id, school->id);
          std::ranges::move(told_of_school(actor, "cohort.add", found, *school), std::back_inserter(told));
          ++added;
        }
        if (!unknown.empty()) return unknown;
        if (added == 0) return Added::nothing(added);
        return Added(added, std::move(told));
      });
}

base::Result<bool> take_school_out(Installation& installation, const Actor& actor, const std::string& code,
                                   const std::string& school) {
  return on_cohort<bool>(
      installation, code,
      [&](Records& records, const Cohort& found, base::Instant) -> base::Result<Change<bool>> {
        const auto known = records.schools.by_code(school);
        if (!known) return base::Problem(installation_problem::not_there, "There is no school " + school);
        records.cohorts.leave(found.id, known->id);
        return Change<bool>(true, told_of_school(actor, "cohort.take_out", found, *known));
      });
}

base::Result<bool> let_partner_look(Installation& installation, const Pages& pages, const Actor& actor,
                                    const std::string& code, const Mailbox& who) {
  return on_cohort<bool>(
      installation, code,
      [&](Records& records, const Cohort& found, base::Instant now) -> base::Result<Change<bool>> {
        const auto person = person_at(installation, records, who, now);
        if (!person) return person.problems();
        const auto people = records.cohorts.people(found.id);
        if (std::ranges::find(people, person->id) != people.end()) return Change<bool>::nothing(false);
        records.cohorts.join(found.id, person->id);
        const auto posted = tell_partner(installation, pages, records, found, *person, now);
        if (!posted) return posted.problems();
        return Change<bool>(true, told_of_cohort(actor, "cohort.let_look", code, person->id.text()));
      });
}

base::Result<bool> take_partner_out(Installation& installation, const Actor& actor, const std::string& code,
                                    const assessment::PersonId& person) {
  return on_cohort<bool>(installation, code, [&](Records& records, const Cohort& found, base::Instant) {
    records.cohorts.leave(found.id, person);
    return base::Result<Change<bool>>(
        Change<bool>(true, told_of_cohort(actor, "cohort.end_look", code, person.text())));
  });
}

}  // namespace smm::app
