// SPDX-License-Identifier: Apache-2.0
// The code of a letter that came by post, typed: from there on it is a personal link. Typing it changes
// nothing; the page after it has one button, and that takes it. The code never stands in an address, which
// servers and browsers write down.
#include "app/people/letter_code.hpp"

#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/link_pages.hpp"
#include "web/routes/signing_in.hpp"

namespace smm::web {
namespace {

std::string typed_code(const Call& call) {
  return std::string(call.form.fields.value("code"));
}

const app::Actor* reader_of_letter(const Call& call) {
  return call.actor ? &*call.actor : nullptr;
}

LinkForms letter_forms(const Call& call) {
  return {"/letter/open", "/letter/again", {{"code", typed_code(call)}}, "page.letter.spent."};
}

Page code_form(const Call& call, const std::string& error) {
  const auto& texts = call.texts();
  FormPage form{
      {texts("page.letter.title"), texts("page.letter.lead")}, "/letter", texts("page.letter.go_on")};
  Line line{"code", texts("page.letter.code"), typed_code(call), texts("page.letter.hint"), error};
  line.autocomplete = "off";
  form.fields.push_back(line_field(line));
  if (!error.empty()) form.errors = {{error, "code"}};
  form.cancel_href = "/sign-in";
  form.status = error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

Page unknown_code(const Call& call) {
  return code_form(call, call.texts()("page.letter.unknown"));
}

base::Result<Reply> show_letter_form(const Call& call) {
  return Reply(code_form(call, ""));
}

base::Result<Reply> look_at_code(const Call& call) {
  const auto seen = app::look_at_letter_code(call.installation(), typed_code(call), reader_of_letter(call),
                                             browser_of(call));
  if (!seen) return seen.problems();
  if (const auto* wait = std::get_if<app::Throttled>(&*seen)) return reply_to(call, *wait);
  const auto& link = std::get<app::SeenLink>(*seen);
  if (link.state != app::LinkState::live)
    return spent_link_reply(call, link, letter_forms(call), unknown_code(call));
  return Reply(live_link_page(call, link, letter_forms(call)));
}

base::Result<Reply> take_code(const Call& call) {
  auto followed = app::follow_letter_code(call.installation(), call.site.pages, typed_code(call),
                                          reader_of_letter(call), browser_of(call));
  if (!followed) return std::move(followed).problems();
  if (const auto* wait = std::get_if<app::Throttled>(&*followed)) return reply_to(call, *wait);
  return followed_reply(call, std::get<app::Followed>(std::move(*followed)), letter_forms(call),
                        unknown_code(call));
}

base::Result<Reply> mail_instead(const Call& call) {
  const auto wait =
      app::ask_instead_of_letter(call.installation(), call.site.pages, typed_code(call), browser_of(call));
  if (wait) return reply_to(call, *wait);
  return Reply(message_page(call, "page.sign_in.sent.", {}));
}

}  // namespace

std::vector<Endpoint> letter_endpoints() {
  return {get("/letter", "letter_code_form", for_anyone(), show_letter_form),
          post("/letter", "letter_code", for_anyone(), look_at_code),
          post("/letter/open", "take_letter_code", for_anyone(), take_code),
          post("/letter/again", "ask_instead_of_letter", for_anyone(), mail_instead)};
}

}  // namespace smm::web
