// SPDX-License-Identifier: Apache-2.0
// Mails as rows of a table: to whom, what kind, when, and what became of them.
#pragma once

#include <string>
#include <vector>

#include "app/installation/outbox.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

std::string mail_path(const app::WaitingMail& mail);

// "Sent", "Sent; came back".
std::string mail_state_words(const Call& call, const app::WaitingMail& mail);

std::vector<std::string> mail_columns(const Call& call);
std::vector<TableRowShown> mail_rows(const Call& call, const std::vector<app::WaitingMail>& mails);

}  // namespace smm::web
