// SPDX-License-Identifier: Apache-2.0
// The beginning of an installation: whoever opens the link that the first start prints becomes its first
// admin. Only the link that was made last works, and only while nobody is in the office; schools may have
// been invited before.
#pragma once

#include <optional>
#include <string>

#include "app/people/start_session.hpp"

namespace smm::app {

// When the program starts: the link to print ("https://host/set-up/token"), or nothing when
// somebody is in the office.
base::Result<std::optional<std::string>> set_up_link(const Installation& installation);

struct FirstAdmin {
  std::string name;
  std::string email;
  std::string password;
};

base::Result<bool> set_up_is_open(const Installation& installation, const std::string& token);

// Problems, all at once: missing_field, email_not_valid, those of password rules; link_not_live.
base::Result<StartedSession> set_up(const Installation& installation, const std::string& token,
                                    const FirstAdmin& admin, const Browser& browser);

}  // namespace smm::app
