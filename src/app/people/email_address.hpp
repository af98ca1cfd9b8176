// SPDX-License-Identifier: Apache-2.0
// E-mail addresses as people type them: plain ASCII "local@domain" without quotes, comments or spaces within,
// at most 254 characters. Whether mail arrives there, only a mail can tell.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace smm::app {

// Without white space at the ends. Problem: email_not_valid.
base::Result<std::string> email_address(std::string_view typed);

// For showing to whoever holds a link: "d•••@school.edu". Tells its reader whether it is theirs, and nobody
// else what it is.
std::string masked(std::string_view email);

// As two addresses are compared: ASCII letters in lower case.
std::string folded_email(std::string_view email);

}  // namespace smm::app
