// SPDX-License-Identifier: Apache-2.0
// The first page: what somebody has to do, and where they may go.
#include <algorithm>
#include <map>

#include "app/installation/open_sheet.hpp"
#include "app/rounds/cohorts.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::Membership;
using render::View;

// One school in one round, with all that the person is there.
struct OwnPart {
  app::OpenSheet sheet;
  std::vector<assessment::SchoolRole> roles;
  std::size_t packets = 0;  // handed to them, or theirs to affirm
};

std::optional<app::OpenSheet> sheet_of(const Call& call, app::Records& records, const app::SheetKey& key) {
  const auto round = records.rounds.by_id(key.round);
  const auto school = records.schools.by_id(key.school);
  if (!round || !school) return std::nullopt;
  auto sheet = app::open_sheet(records, call.installation().editions, round->code, school->code);
  return sheet ? std::optional(std::move(*sheet)) : std::nullopt;
}

std::vector<OwnPart> own_parts(const Call& call) {
  std::vector<OwnPart> parts;
  call.installation().database.read([&](app::Records& records) {
    parts.clear();
    std::map<app::SheetKey, std::vector<assessment::SchoolRole>> roles;
    for (const Membership& member : records.rounds.memberships(call.actor->person.id))
      roles[{member.round, member.school}].push_back(member.role);
    for (const auto& [key, held] : roles) {
      auto sheet = sheet_of(call, records, key);
      if (!sheet) continue;
      const auto handed = records.rounds.assignments(key, call.actor->person.id);
      parts.push_back({std::move(*sheet), held, handed.size()});
    }
  });
  return parts;
}

std::string role_words(const Call& call, const OwnPart& part) {
  std::string words;
  for (const auto role : part.roles)
    words += (words.empty() ? "" : ", ") + call.texts()("role.school." + std::string(to_string(role)));
  return words;
}

// Who only reads the report has nothing else to do there, and no last day.
View report_task(const Call& call, const OwnPart& part) {
  View view;
  view.set("title", part.sheet.school.name + ", " + part.sheet.round.title);
  view.set("href", Where{part.sheet}.path() + "/report").set("text", call.texts()("home.reader"));
  view.set("tag", tag_view({call.texts()("role.school.reader")}));
  return view.set("progress", false).set("urgent", false);
}

View task_view(const Call& call, const OwnPart& part) {
  if (part.roles == std::vector{assessment::SchoolRole::reader}) return report_task(call, part);
  const auto& texts = call.texts();
  const std::string state(to_string(part.sheet.participation.state));
  const bool open = part.sheet.participation.state == assessment::ParticipationState::accepted ||
                    part.sheet.participation.state == assessment::ParticipationState::reopened;
  View view;
  view.set("title", part.sheet.school.name + ", " + part.sheet.round.title);
  view.set("href", Where{part.sheet}.path());
  view.set("text",
           texts("home.task", {{"role", role_words(call, part)}, {"day", part.sheet.round.last_day}}));
  view.set("tag",
           tag_view({texts("part.state." + state), state == "submitted", state == "invited", false, open}));
  view.set("progress", false).set("urgent", state == "invited");
  return view;
}

View office_place(const Call& call) {
  View view;
  view.set("title", call.texts()("navigation.office")).set("text", call.texts()("home.office"));
  view.set("href", "/office");
  return view;
}

base::Result<Reply> home(const Call& call) {
  const auto parts = own_parts(call);
  const auto& texts = call.texts();
  View::List places;
  if (!call.actor->office_roles.empty()) places.push_back(office_place(call));
  for (const auto& cohort : app::cohorts_of(call.installation(), call.actor->person.id))
    places.push_back(View()
                         .set("title", cohort.title)
                         .set("text", texts("home.partner"))
                         .set("href", "/partners/" + cohort.code));
  Page page{"page_home", {}, texts("home.title")};
  set_head(page.view, {texts("home.greeting", {{"name", call.actor->person.name}}), texts("home.lead")});
  page.view.set("has_tasks", !parts.empty());
  page.view.set("tasks", render::views(parts, [&](const OwnPart& part) { return task_view(call, part); }));
  page.view.set("nothing", empty_view(texts("home.nothing"), texts("home.nothing_text")));
  page.view.set("has_places", !places.empty()).set("places", std::move(places));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> home_endpoints() {
  return {get("/", "home", for_signed_in(), home)};
}

}  // namespace smm::web
