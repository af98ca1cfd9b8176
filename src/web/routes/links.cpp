// SPDX-License-Identifier: Apache-2.0
// Personal links. Looking at one changes nothing, so that scanners that follow every link of a mail burn
// none; its page has one button, and that takes it.
#include "app/people/links.hpp"

#include "web/routes/endpoints.hpp"
#include "web/routes/link_pages.hpp"
#include "web/routes/signing_in.hpp"

namespace smm::web {
namespace {

std::string token_of(const Call& call) {
  return call.request.captures.text("token");
}

const app::Actor* actor_of(const Call& call) {
  return call.actor ? &*call.actor : nullptr;
}

LinkForms forms_of(const Call& call) {
  const std::string path = "/link/" + token_of(call);
  return {path, path + "/again"};
}

Page unknown_page(const Call& call) {
  Page page = message_page(call, "page.link.unknown.", {}, {{call.texts()("ui.sign_in.title"), "/sign-in"}});
  page.status = 404;
  return page;
}

base::Result<Reply> show_link(const Call& call) {
  const auto link = app::look_at_link(call.installation(), token_of(call), actor_of(call));
  if (!link) return link.problems();
  if (link->state == app::LinkState::unknown || link->state == app::LinkState::spent)
    return spent_link_reply(call, *link, forms_of(call), unknown_page(call));
  if (link->use == app::LinkUse::set_up) return Reply(Redirect{"/set-up/" + token_of(call)});
  return Reply(live_link_page(call, *link, forms_of(call)));
}

base::Result<Reply> take_link(const Call& call) {
  auto followed = app::follow_link(call.installation(), call.site.pages, token_of(call), actor_of(call),
                                   browser_of(call));
  if (!followed) return std::move(followed).problems();
  return followed_reply(call, std::move(*followed), forms_of(call), unknown_page(call));
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
