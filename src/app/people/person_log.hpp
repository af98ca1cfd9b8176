// SPDX-License-Identifier: Apache-2.0
// Where the audit log tells of a person's sign-ins and account: on the chain of each school they have a part
// in, so that the school can read it, and on the office's for everybody else. Entries hold no address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/installation/database.hpp"

namespace smm::app {

// What happened to a person's account, and by whom.
struct AccountEvent {
  std::string actor;   // a person's id, "unknown", "system"
  std::string action;  // "sign_in.link"
  std::string detail = {};
};

// One entry for each chain; the subject is the person's id.
std::vector<AuditEntry> told_of(Records& records, const Person& person, const AccountEvent& event);

// By the person themself.
std::vector<AuditEntry> told_of_own(Records& records, const Person& person, std::string action,
                                    std::string detail = {});

// On the office's chain.
AuditEntry told_in_office(std::string actor, std::string action, std::string subject,
                          std::string detail = {});

}  // namespace smm::app
