// SPDX-License-Identifier: Apache-2.0
// The people of the program office, by somebody who may manage them. An account is closed and not deleted:
// the log names it. The office never is without an admin whose account is open.
#pragma once

#include <string>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"

namespace smm::app {

struct OfficePerson {
  Person person;
  std::vector<assessment::OfficeRole> roles;
};

// By name, then e-mail.
base::Result<std::vector<OfficePerson>> office_people(const Installation& installation);

// Anybody with an account, by address. Nothing when there is nobody.
base::Result<std::optional<OfficePerson>> person_by_email(const Installation& installation,
                                                          std::string_view email);
// Problem: not_there.
base::Result<OfficePerson> person_by_id(const Installation& installation, std::string_view id);

// Adds the person where needed, gives the roles, and mails a link to who had none. Problems: email_not_valid,
// missing_field (no role), person_deactivated.
base::Result<bool> invite_to_office(const Installation& installation, const Pages& pages, const Actor& by,
                                    const Mailbox& to, const std::vector<assessment::OfficeRole>& roles);

// Exactly these roles from now on. Whoever gains or loses one signs in anew. Problems: not_there, last_admin.
base::Result<bool> set_office_roles(const Installation& installation, const Pages& pages, const Actor& by,
                                    std::string_view id, const std::vector<assessment::OfficeRole>& roles);

// Sessions and links end; roles and parts stay, for when the account is opened again. Problems: not_there,
// last_admin.
base::Result<bool> close_account(const Installation& installation, const Actor& by, std::string_view id);
base::Result<bool> open_account(const Installation& installation, const Actor& by, std::string_view id);

// For who lost app and recovery codes, after the office made sure by other means who asks: `reason` says how.
// The person is told by mail; not for oneself. Problems: not_there, missing_field (no reason).
base::Result<bool> reset_second_factor(const Installation& installation, const Pages& pages, const Actor& by,
                                       std::string_view id, const std::string& reason);

}  // namespace smm::app
