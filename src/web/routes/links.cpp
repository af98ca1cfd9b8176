// SPDX-License-Identifier: Apache-2.0
// Personal links. Looking at one changes nothing, so that scanners that follow every link of a mail burn
// none; its page has one button, and that takes it.
#include "app/people/links.hpp"

#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

std::string token_of(const Call& call) {
  return call.request.captures.text("token");
}

const app::Actor* actor_of(const Call& call) {
  return call.actor ? &*call.actor : nullptr;
}

// What it is for, in one sentence.
std::string purpose_of(const Call& call, const app::SeenLink& link) {
  const std::string key = "page.link.for." + std::string(to_string(link.use));
  if (link.school.empty()) return call.texts()(key);
  return call.texts()("page.link.for.school", {{"school", link.school}});
}

Page live_page(const Call& call, const app::SeenLink& link) {
  const auto& texts = call.texts();
  const bool address = link.use == app::LinkUse::change_email;
  FormPage form{{texts(address ? "page.link.address_title" : "page.link.title"),
                 texts("page.link.sent_to", {{"email", link.masked}}), ""},
                "/link/" + token_of(call),
                texts(address ? "page.link.change_address" : "page.link.go_on")};
  form.below = {purpose_of(call, link), texts("page.link.not_you")};
  return form_page(std::move(form));
}

Page spent_page(const Call& call, const app::SeenLink& link) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.link.spent.title"), texts("page.link.spent.lead")},
                "/link/" + token_of(call) + "/again",
                texts("page.link.spent.again", {{"email", link.masked}})};
  form.cancel_href = "/sign-in";
  form.status = 410;
  return form_page(std::move(form));
}

Page unknown_page(const Call& call) {
  Page page = message_page(call, "page.link.unknown.", {}, {{call.texts()("ui.sign_in.title"), "/sign-in"}});
  page.status = 404;
  return page;
}

Reply spent_reply(const Call& call, const app::SeenLink& link) {
  if (link.state == app::LinkState::unknown) return unknown_page(call);
  // Opened again where it was used: nothing to be told.
  if (link.of_actor) return Redirect{local_path(link.target)};
  if (link.masked.empty()) return unknown_page(call);
  return spent_page(call, link);
}

base::Result<Reply> show_link(const Call& call) {
  const auto link = app::look_at_link(call.installation(), token_of(call), actor_of(call));
  if (!link) return link.problems();
  if (link->state == app::LinkState::unknown || link->state == app::LinkState::spent)
    return spent_reply(call, *link);
  if (link->use == app::LinkUse::set_up) return Reply(Redirect{"/set-up/" + token_of(call)});
  return Reply(live_page(call, *link));
}

base::Result<Reply> take_link(const Call& call) {
  auto followed = app::follow_link(call.installation(), call.site.pages, token_of(call), actor_of(call),
                                   browser_of(call));
  if (!followed) return std::move(followed).problems();
  if (auto* signed_in = std::get_if<app::SignedIn>(&*followed)) return reply_to(std::move(*signed_in));
  if (auto* needed = std::get_if<app::CodeNeeded>(&*followed)) return reply_to(std::move(*needed));
  if (const auto* spent = std::get_if<app::Spent>(&*followed)) return spent_reply(call, spent->link);
  if (call.actor) return Reply(Redirect{"/account", "address_changed"});
  return Reply(
      message_page(call, "page.link.address_changed.", {}, {{call.texts()("ui.sign_in.title"), "/sign-in"}}));
}

base::Result<Reply> send_another(const Call& call) {
  const auto wait =
      app::ask_for_another_link(call.installation(), call.site.pages, token_of(call), browser_of(call));
  if (wait) return reply_to(call, *wait);
  return Reply(message_page(call, "page.sign_in.sent.", {}));
}

}  // namespace

std::vector<Endpoint> link_endpoints() {
  return {get("/link/{token}", "link", for_anyone(), show_link),
          post("/link/{token}", "take_link", for_anyone(), take_link),
          post("/link/{token}/again", "ask_for_another_link", for_anyone(), send_another)};
}

}  // namespace smm::web
