// SPDX-License-Identifier: Apache-2.0
#include "web/routes/mail_table.hpp"

namespace smm::web {
namespace {

using app::MailState;

render::View mail_tag(const Call& call, const app::WaitingMail& mail) {
  const bool bad = mail.bounced || mail.state == MailState::refused;
  return tag_view({mail_state_words(call, mail), mail.state == MailState::sent && !bad,
                   mail.state == MailState::unknown, bad, mail.state == MailState::waiting});
}

}  // namespace

std::string mail_path(const app::WaitingMail& mail) {
  return "/office/outbox/" + mail.id.text();
}

std::string mail_state_words(const Call& call, const app::WaitingMail& mail) {
  const std::string state = call.texts()("outbox.state." + std::string(to_string(mail.state)));
  return mail.bounced ? call.texts()("outbox.came_back", {{"state", state}}) : state;
}

std::vector<std::string> mail_columns(const Call& call) {
  const auto& texts = call.texts();
  return {texts("outbox.to"), texts("outbox.kind"), texts("outbox.created"), texts("outbox.state_label"),
          texts("outbox.said")};
}

std::vector<TableRowShown> mail_rows(const Call& call, const std::vector<app::WaitingMail>& mails) {
  std::vector<TableRowShown> rows;
  for (const auto& mail : mails)
    rows.push_back({mail.to,
                    mail_path(mail),
                    {{mail.kind}, {utc_time(call, mail.created)}, {"", mail_tag(call, mail)}, {mail.said}}});
  return rows;
}

}  // namespace smm::web
