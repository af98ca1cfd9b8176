// SPDX-License-Identifier: Apache-2.0
// Use cases: cohorts of partners, such as a state coalition. The office says which schools a cohort has and
// who of it may look. Partners see how far those of its schools are that take part and agreed to that in the
// round's participation agreement: whether they accepted, began, submitted, and how many packets are
// affirmed. Never an answer, and nothing of a school that did not agree, not even that it declined.
#pragma once

#include <string>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"

namespace smm::app {

struct CohortPerson {
  assessment::PersonId id;
  std::string name;
  std::string email;
};

struct CohortSchool {
  std::string code;
  std::string name;
};

struct CohortSeen {
  Cohort cohort;
  std::vector<CohortSchool> schools;  // by code
  std::vector<CohortPerson> people;   // by name
};

// ---- The office. Each act stands in the office's log, and what is about a school in that school's too.

std::vector<Cohort> cohorts(Installation& installation);
// Problem of all that name a cohort: not_there.
base::Result<CohortSeen> cohort(Installation& installation, const std::string& code);

// Problem: bad_cohort (code or title), cohort_exists.
base::Result<Cohort> make_cohort(Installation& installation, const Actor& actor, const std::string& code,
                                 const std::string& title);
base::Result<bool> remove_cohort(Installation& installation, const Actor& actor, const std::string& code);

// Codes of schools of the roster; one that is unknown takes all back. Problem: not_there for each.
base::Result<std::size_t> add_schools(Installation& installation, const Actor& actor, const std::string& code,
                                      const std::vector<std::string>& schools);
base::Result<bool> take_school_out(Installation& installation, const Actor& actor, const std::string& code,
                                   const std::string& school);

// Gets a mail with a personal link. Problems: email_not_valid, person_deactivated.
base::Result<bool> let_partner_look(Installation& installation, const Pages& pages, const Actor& actor,
                                    const std::string& code, const Mailbox& who);
base::Result<bool> take_partner_out(Installation& installation, const Actor& actor, const std::string& code,
                                    const assessment::PersonId& person);

// ---- Partners.

struct PartnerSchool {
  std::string name;
  assessment::ParticipationState state = assessment::ParticipationState::accepted;
  bool begun = false;  // it has answered something
  std::size_t packets = 0;
  std::size_t affirmed = 0;
};

struct PartnerRound {
  assessment::Round round;
  std::vector<PartnerSchool> schools;  // by name; those that agreed
  std::size_t of_cohort = 0;           // schools that the cohort has
};

struct PartnerView {
  Cohort cohort;
  std::vector<PartnerRound> rounds;  // the newest first; none of practice, no draft
};

std::vector<Cohort> cohorts_of(Installation& installation, const assessment::PersonId& person);

// Problem: not_there, also for a cohort that is not theirs.
base::Result<PartnerView> partner_view(Installation& installation, const assessment::PersonId& person,
                                       const std::string& code);

}  // namespace smm::app
