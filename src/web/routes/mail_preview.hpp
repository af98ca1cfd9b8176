// SPDX-License-Identifier: Apache-2.0
// A mail that is looked at before it is sent: its words on a page, and its HTML as a document of its own.
#pragma once

#include "app/mailer.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

struct MailPreview {
  Head head;
  std::vector<Box> schools;          // to choose from, by `school` of the query; none: nothing to choose
  std::vector<NextStep> looks = {};  // the same in other forms
};

Page mail_page(const Call& call, const app::Mail& mail, MailPreview preview);

Reply mail_document(const app::Mail& mail);

}  // namespace smm::web
