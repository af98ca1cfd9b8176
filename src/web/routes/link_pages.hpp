// SPDX-License-Identifier: Apache-2.0
// What is shown of a personal link, whether it was opened from a mail or typed from a letter.
#pragma once

#include "app/people/links.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

// Where the forms of such a page lead, and what they carry.
struct LinkForms {
  std::string follow;
  std::string again;
  std::vector<http::Parameter> hidden = {};
  std::string spent = "page.link.spent.";  // texts title, lead and again
};

// One button, and that takes it.
Page live_link_page(const Call& call, const app::SeenLink& link, const LinkForms& forms);

// Used or run out: `unknown` where it says nothing of anybody.
Reply spent_link_reply(const Call& call, const app::SeenLink& link, const LinkForms& forms, Page unknown);

Reply followed_reply(const Call& call, app::Followed followed, const LinkForms& forms, Page unknown);

}  // namespace smm::web
