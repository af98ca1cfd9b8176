// SPDX-License-Identifier: Apache-2.0
// Asking for a link by mail, to sign in or to set a new password. The answer is the same, and comes after the
// same time, whether somebody has the address or not: whoever asks waits for the counting alone, and the mail
// is written afterwards.
#pragma once

#include <string>

#include "app/people/links.hpp"

namespace smm::app {

struct LinkWish {
  LinkUse use = LinkUse::sign_in;  // or reset_password
  std::string email;
  std::string target = {};
  Browser browser = {};
};

// Problem: email_not_valid. Throttled: nothing is sent.
base::Result<std::optional<Throttled>> ask_for_link(const Installation& installation, const Pages& pages,
                                                    const LinkWish& wish);

// Within a write: a link of a person's, in a mail mail.<kind of use>.
base::Result<MailId> post_link(const Installation& installation, const Pages& pages, Records& records,
                               const Person& person, const NewLink& link, base::Instant now);

}  // namespace smm::app
