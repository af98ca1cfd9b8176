// SPDX-License-Identifier: Apache-2.0
// The office's outbox: what became of mails, what nobody knows the fate of, and what came back. Never what a
// mail says: the links in it open doors.
#include "app/installation/problems.hpp"
#include "app/people/outbox_desk.hpp"
#include "app/people/post_mail.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/mail_table.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::MailState;
using app::WaitingMail;
using assessment::Right;

std::string state_words(const Call& call, MailState state) {
  return call.texts()("outbox.state." + std::string(to_string(state)));
}

// "Sent 412, waiting 3".
std::string size_words(const Call& call, const app::OutboxDesk& desk) {
  std::string words;
  for (const auto& [state, mails] : desk.sizes)
    words += (words.empty() ? "" : ", ") + state_words(call, state) + " " + std::to_string(mails);
  return words.empty() ? call.texts()("outbox.nothing") : words;
}

base::Result<Reply> show_outbox(const Call& call) {
  const auto desk = app::outbox_desk(call.installation());
  if (!desk) return desk.problems();
  const auto& texts = call.texts();
  const bool all = call.request.query.value("show") == "all";
  Head head{texts("outbox.title"), texts("outbox.lead"), size_words(call, *desk)};
  head.next.push_back({texts(all ? "outbox.show_troubled" : "outbox.show_all"),
                       all ? "/office/outbox" : "/office/outbox?show=all", false});
  Page page = list_page(head, texts(all ? "outbox.latest" : "outbox.troubled"), mail_columns(call),
                        mail_rows(call, all ? desk->latest : desk->troubled),
                        texts(all ? "outbox.nothing" : "outbox.no_trouble"));
  page.crumbs = {{texts("office.title"), "/office"}, {texts("outbox.title"), ""}};
  return Reply(std::move(page));
}

base::Result<WaitingMail> mail_of(const Call& call) {
  const auto id = app::MailId::parse(call.request.captures.text("mail"));
  if (!id) return base::Problem(app::installation_problem::not_there, "There is no such mail");
  return app::mail_on_desk(call.installation(), *id);
}

bool can_come_back(const WaitingMail& mail) {
  return mail.state == MailState::sent || mail.state == MailState::unknown;
}

base::Result<Reply> show_mail(const Call& call) {
  const auto mail = mail_of(call);
  if (!mail) return mail.problems();
  const auto& texts = call.texts();
  const std::string path = mail_path(*mail);
  Head head{texts("outbox.mail"), texts("outbox.about." + std::string(to_string(mail->state))), mail->to};
  if (mail->state == MailState::unknown)
    head.next.push_back({texts("outbox.again.title"), path + "/again", true});
  if (can_come_back(*mail))
    head.next.push_back({texts(mail->bounced ? "outbox.not_bounced.title" : "outbox.bounced.title"),
                         path + "/bounced", false});
  const auto row = [&](const char* key, const std::string& value) {
    return TableRowShown{texts(key), "", {{value}}};
  };
  const std::vector<TableRowShown> rows = {
      row("outbox.kind", mail->kind),
      row("outbox.state_label", mail_state_words(call, *mail)),
      row("outbox.created", utc_time(call, mail->created)),
      row("outbox.attempts", std::to_string(mail->attempts)),
      row("outbox.said", mail->said),
      row("outbox.message_id", mail->id.text() + "@" + app::host_of(call.installation().public_url))};
  Page page = list_page(head, texts("outbox.mail"), {texts("outbox.fact"), texts("outbox.value")}, rows, "");
  page.crumbs = {
      {texts("office.title"), "/office"}, {texts("outbox.title"), "/office/outbox"}, {mail->to, ""}};
  return Reply(std::move(page));
}

// A question with one button: `key` names its texts.
Page asking(const Call& call, const WaitingMail& mail, const std::string& key) {
  const auto& texts = call.texts();
  FormPage form{
      {texts(key + ".title"), texts(key + ".lead"), mail.to}, call.request.path, texts(key + ".submit")};
  form.cancel_href = mail_path(mail);
  return form_page(std::move(form));
}

base::Result<Reply> show_again(const Call& call) {
  const auto mail = mail_of(call);
  if (!mail) return mail.problems();
  return Reply(asking(call, *mail, "outbox.again"));
}

base::Result<Reply> take_again(const Call& call) {
  const auto mail = mail_of(call);
  if (!mail) return mail.problems();
  const auto sent = app::send_again(call.installation(), *call.actor, mail->id);
  if (!sent) return sent.problems();
  return Reply(Redirect{mail_path(*mail), "mail_again"});
}

base::Result<Reply> show_bounce(const Call& call) {
  const auto mail = mail_of(call);
  if (!mail) return mail.problems();
  return Reply(asking(call, *mail, mail->bounced ? "outbox.not_bounced" : "outbox.bounced"));
}

base::Result<Reply> take_bounce(const Call& call) {
  const auto mail = mail_of(call);
  if (!mail) return mail.problems();
  const auto noted = app::note_bounce(call.installation(), *call.actor, mail->id, !mail->bounced);
  if (!noted) return noted.problems();
  return Reply(Redirect{mail_path(*mail), noted->bounced ? "mail_bounced" : "mail_not_bounced"});
}

}  // namespace

std::vector<Endpoint> outbox_endpoints() {
  const std::string desk = "/office/outbox";
  const std::string mail = desk + "/{mail:word}";
  const Access may = for_office(Right::invite);
  return {get(desk, "outbox", may, show_outbox),
          get(mail, "outbox_mail", may, show_mail),
          get(mail + "/again", "send_mail_again_form", may, show_again),
          post(mail + "/again", "send_mail_again", may, take_again),
          get(mail + "/bounced", "mail_bounced_form", may, show_bounce),
          post(mail + "/bounced", "mail_bounced", may, take_bounce)};
}

}  // namespace smm::web
