// SPDX-License-Identifier: Apache-2.0
// No more reminders of a round: the address in the List-Unsubscribe header of invitations and reminders. Mail
// programs and scanners open it by themselves, so looking changes nothing, and its page has one button.
#include "app/rounds/stop_reminders.hpp"

#include "app/installation/problems.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

std::string stop_token(const Call& call) {
  return call.request.captures.text("token");
}

Reply unknown_stop(const Call& call, const base::Problems& problems) {
  Page page = message_page(call, "page.stop.unknown.", {});
  page.status = problems.front().code == app::installation_problem::not_there.code ? 404 : 500;
  return page;
}

Page stopped_page(const Call& call, const app::StopSeen& seen) {
  return message_page(call, "page.stop.done.", {{"round", seen.round}, {"email", seen.masked}});
}

base::Result<Reply> show_stop(const Call& call) {
  const auto seen = app::look_at_stop(call.installation(), stop_token(call));
  if (!seen) return unknown_stop(call, seen.problems());
  if (seen->stopped) return Reply(stopped_page(call, *seen));
  const auto& texts = call.texts();
  FormPage form{
      {texts("page.stop.title"), texts("page.stop.lead", {{"round", seen->round}, {"email", seen->masked}})},
      call.request.path,
      texts("page.stop.submit")};
  form.below = {texts("page.stop.below")};
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_stop(const Call& call) {
  const auto seen = app::stop_reminders(call.installation(), stop_token(call));
  if (!seen) return unknown_stop(call, seen.problems());
  return Reply(stopped_page(call, *seen));
}

}  // namespace

std::vector<Endpoint> stop_endpoints() {
  return {get("/reminders/stop/{token}", "stop_reminders_form", for_anyone(), show_stop),
          post("/reminders/stop/{token}", "stop_reminders", for_anyone(), take_stop)};
}

}  // namespace smm::web
