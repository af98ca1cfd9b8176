// SPDX-License-Identifier: Apache-2.0
#include "web/routes/link_pages.hpp"

#include "web/routes/signing_in.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

// What it is for, in one sentence.
std::string purpose_of(const Call& call, const app::SeenLink& link) {
  const std::string key = "page.link.for." + std::string(to_string(link.use));
  if (link.school.empty()) return call.texts()(key);
  return call.texts()("page.link.for.school", {{"school", link.school}});
}

Page spent_link_page(const Call& call, const app::SeenLink& link, const LinkForms& forms) {
  const auto& texts = call.texts();
  FormPage form{{texts(forms.spent + "title"), texts(forms.spent + "lead")},
                forms.again,
                texts(forms.spent + "again", {{"email", link.masked}})};
  form.hidden = forms.hidden;
  form.cancel_href = "/sign-in";
  form.status = 410;
  return form_page(std::move(form));
}

}  // namespace

Page live_link_page(const Call& call, const app::SeenLink& link, const LinkForms& forms) {
  const auto& texts = call.texts();
  const bool address = link.use == app::LinkUse::change_email;
  FormPage form{{texts(address ? "page.link.address_title" : "page.link.title"),
                 texts("page.link.sent_to", {{"email", link.masked}}), ""},
                forms.follow,
                texts(address ? "page.link.change_address" : "page.link.go_on")};
  form.hidden = forms.hidden;
  form.below = {purpose_of(call, link), texts("page.link.not_you")};
  return form_page(std::move(form));
}

Reply spent_link_reply(const Call& call, const app::SeenLink& link, const LinkForms& forms, Page unknown) {
  if (link.state == app::LinkState::unknown) return unknown;
  // Opened again where it was used: nothing to be told.
  if (link.of_actor) return Redirect{local_path(link.target)};
  if (link.masked.empty()) return unknown;
  return spent_link_page(call, link, forms);
}

Reply followed_reply(const Call& call, app::Followed followed, const LinkForms& forms, Page unknown) {
  if (auto* signed_in = std::get_if<app::SignedIn>(&followed)) return reply_to(std::move(*signed_in));
  if (auto* needed = std::get_if<app::CodeNeeded>(&followed)) return reply_to(std::move(*needed));
  if (const auto* spent = std::get_if<app::Spent>(&followed))
    return spent_link_reply(call, spent->link, forms, std::move(unknown));
  if (call.actor) return Redirect{"/account", "address_changed"};
  return message_page(call, "page.link.address_changed.", {},
                      {{call.texts()("ui.sign_in.title"), "/sign-in"}});
}

}  // namespace smm::web
