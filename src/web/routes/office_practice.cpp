// SPDX-License-Identifier: Apache-2.0
// Practice rounds in the office: make one, look at it as anybody in it, delete it.
#include "app/rounds/practice.hpp"

#include <algorithm>

#include "app/editions.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/office_round.hpp"
#include "web/routes/office_school.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using assessment::SchoolRole;

constexpr std::array practice_roles = {SchoolRole::dean, SchoolRole::coordinator, SchoolRole::author,
                                       SchoolRole::affirmer, SchoolRole::viewer};

base::Result<Reply> show_making(const Call& call, const app::Content* content) {
  const auto& texts = call.texts();
  FormPage form{{texts("practice.making.title"),
                 texts("practice.making.lead", {{"email", call.actor->person.email}}), texts("office.title")},
                "/office/practice",
                texts("practice.making.submit")};
  std::vector<Box> editions;
  for (const std::string& id : content != nullptr ? app::edition_ids(*content) : std::vector<std::string>()) {
    const auto shelved = call.installation().editions.edition(id);
    if (shelved) editions.push_back({id, (*shelved)->edition.title, "", true});
  }
  form.fields = {select_field({"edition", texts("office.edition")}, editions)};
  form.cancel_href = "/office";
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_making(const Call& call) {
  const auto made = app::make_practice_round(call.installation(), call.site.pages, *call.actor,
                                             std::string(call.form.fields.value("edition")));
  if (!made) return made.problems();
  return Reply(Redirect{round_path(*made), "practice_made"});
}

base::Result<Reply> show_erasing(const Call& call) {
  const auto shown = load_round(call);
  if (!shown) return shown.problems();
  const auto& texts = call.texts();
  FormPage form{{texts("practice.erasing.title"), texts("practice.erasing.lead"), shown->round.title},
                call.request.path,
                texts("practice.erasing.submit")};
  form.grave = true;
  form.cancel_href = round_path(shown->round);
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_erasing(const Call& call) {
  const auto erased = app::erase_practice_round(call.installation(), call.request.captures.text("round"),
                                                call.actor->name_in_log());
  if (!erased) return erased.problems();
  return Reply(Redirect{"/office", "practice_erased"});
}

base::Result<Reply> show_roles(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const auto& texts = call.texts();
  FormPage form{{texts("practice.looking.title"), texts("practice.looking.lead"), each.school.name},
                call.request.path,
                texts("practice.looking.submit")};
  std::vector<Box> roles;
  for (const SchoolRole role : practice_roles) {
    const std::string word(to_string(role));
    roles.push_back({word, texts("role.school." + word), "", role == SchoolRole::dean});
  }
  form.fields = {radios_field({"role", texts("practice.looking.role")}, roles)};
  form.cancel_href = part_path(round.round, each.school);
  Page page = form_page(std::move(form));
  page.crumbs = part_crumbs(call, round.round, each.school, texts("practice.looking.title"));
  return Reply(std::move(page));
}

base::Result<Reply> take_role(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const std::string wanted(call.form.fields.value("role"));
  const auto role = std::ranges::find_if(
      practice_roles, [&](const SchoolRole each_role) { return to_string(each_role) == wanted; });
  if (role == practice_roles.end()) return show_roles(call);
  const auto url = app::practice_link(call.installation(), call.site.pages, *call.actor,
                                      {each.part.round, each.part.school}, *role);
  if (!url) return url.problems();
  const std::string path = url->substr(call.installation().public_url.size());
  return Reply(message_page(
      call, "practice.link.", {{"role", call.texts()("role.school." + wanted)}, {"school", each.school.name}},
      {{call.texts()("practice.link_open"), path},
       {call.texts()("practice.link_back"), part_path(round.round, each.school), false}}));
}

}  // namespace

std::vector<Endpoint> office_practice_endpoints(const RouteParts& parts) {
  const Access run = for_office(Right::run_rounds);
  const std::string round = "/office/rounds/{round:word}", role = round + "/schools/{school}/practice";
  const app::Content* content = parts.content;
  return {get("/office/practice", "practice_form", run,
              [content](const Call& call) { return show_making(call, content); }),
          post("/office/practice", "make_practice", run, take_making),
          get(round + "/erase", "erase_practice_form", confirmed(run), show_erasing),
          post(round + "/erase", "erase_practice", confirmed(run), take_erasing),
          get(role, "practice_roles", run, show_roles),
          post(role, "practice_link", run, take_role)};
}

}  // namespace smm::web
