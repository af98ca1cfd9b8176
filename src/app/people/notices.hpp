// SPDX-License-Identifier: Apache-2.0
// Mails that tell a person what was done to their account, so that they notice when it was not them.
#pragma once

#include "app/people/post_mail.hpp"

namespace smm::app {

// The texts mail.<kind>, with {name} and {office} (the address of the program office) at hand.
base::Result<MailId> post_notice(const Installation& installation, const Pages& pages, Records& records,
                                 const Person& person, std::string_view kind, base::Instant now);

// The same to an address that is, or was, the person's.
base::Result<MailId> post_notice_to(const Installation& installation, const Pages& pages, Records& records,
                                    const Mailbox& to, std::string_view kind, base::Instant now);

}  // namespace smm::app
