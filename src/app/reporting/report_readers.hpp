// SPDX-License-Identifier: Apache-2.0
// Use cases: the dean names people who may read the report of one round, and takes that back. Whoever is
// named gets a mail with a personal link; each stands in the school's log.
#pragma once

#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"

namespace smm::app {

struct ReportReader {
  assessment::PersonId person;
  std::string name;
  std::string email;
  base::Instant since;
};

// By name.
std::vector<ReportReader> report_readers(Installation& installation, const SheetKey& sheet);

// Naming somebody again changes nothing. Problems: not_frozen, email_not_valid, person_deactivated.
base::Result<bool> name_reader(Installation& installation, const Pages& pages, const Hand& hand,
                               const Mailbox& who);

// Problem: not_a_member.
base::Result<bool> take_back_reader(Installation& installation, const Hand& hand,
                                    const assessment::PersonId& person);

}  // namespace smm::app
