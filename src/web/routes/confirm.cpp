// SPDX-License-Identifier: Apache-2.0
// Proving anew who one is. Who was stopped on the way to a page goes on to it; who was stopped at a form gets
// its fields back, and sends it again with one button.
#include "app/people/ask_for_link.hpp"
#include "app/people/confirm_identity.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"
#include "web/session/confirm_page.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

Page again(const Call& call, const std::string& error) {
  ConfirmPage wanted{way_on(call.form.fields), kept_fields(call.form.fields), error};
  return confirm_page(call, wanted);
}

base::Result<Reply> show_confirm(const Call& call) {
  return Reply(confirm_page(call, {way_on(call.request.query)}));
}

// A form that was stopped: with the new session's token it can be sent now.
Reply go_on(const Call& call, const app::StartedSession& session) {
  const auto kept = kept_fields(call.form.fields);
  const std::string to = way_on(call.form.fields);
  if (kept.empty()) return with_session(Redirect{to}, session);
  return page_with_session(call, resend_page(call, to, kept), session);
}

base::Result<Reply> take_confirm(const Call& call) {
  const auto& fields = call.form.fields;
  const app::IdentityProof evidence{std::string(fields.value("password")), std::string(fields.value("code"))};
  auto end = app::confirm_identity(call.installation(), call.site.pages, *call.actor, evidence);
  if (!end) return std::move(end).problems();
  if (const auto* wait = std::get_if<app::Throttled>(&*end))
    return wait_reply(call, again(call, words_of(call, *wait)), *wait);
  if (const auto* confirmed = std::get_if<app::Confirmed>(&*end)) return go_on(call, confirmed->session);
  return Reply(again(call, call.texts()("page.confirm.wrong")));
}

base::Result<Reply> send_fresh_link(const Call& call) {
  const app::LinkWish wish{app::LinkUse::sign_in, call.actor->person.email, way_on(call.form.fields),
                           browser_of(call)};
  const auto wait = app::ask_for_link(call.installation(), call.site.pages, wish);
  if (!wait) return wait.problems();
  if (*wait) return reply_to(call, **wait);
  return Reply(message_page(call, "page.sign_in.sent.", {}));
}

}  // namespace

std::vector<Endpoint> confirm_endpoints() {
  return {get("/confirm", "confirm", for_signed_in(), show_confirm),
          post("/confirm", "take_confirm", for_signed_in(), take_confirm),
          post("/confirm/link", "confirm_by_link", for_signed_in(), send_fresh_link)};
}

}  // namespace smm::web
