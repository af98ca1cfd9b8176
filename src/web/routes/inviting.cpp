// SPDX-License-Identifier: Apache-2.0
// The office invites the schools of its roster: first it sees whom, who has no address and who is in already,
// and what they get; then it does it.
#include "app/rounds/invite_schools.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/mail_preview.hpp"
#include "web/routes/office_round.hpp"
#include "web/session/page_parts.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using app::InvitePlan;
using app::PlannedSchool;
using render::View;

std::string invited_round(const Call& call) {
  return call.request.captures.text("round");
}

base::Result<InvitePlan> plan_of(const Call& call) {
  return app::plan_invitations(call.installation(), invited_round(call), {});
}

std::vector<Crumb> inviting_crumbs(const Call& call, const assessment::Round& round,
                                   const std::string& title) {
  return {{call.texts()("office.title"), "/office"}, {round.title, round_path(round)}, {title, ""}};
}

void add_table(View::List& tables, const Call& call, const std::string& caption,
               const std::vector<PlannedSchool>& schools) {
  if (schools.empty()) return;
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const PlannedSchool& each : schools)
    rows.push_back({each.name, "", {{each.code}, {each.to.name}, {each.to.address}}});
  View table;
  set_table(table, caption,
            {texts("office.invite.school"), texts("office.invite.code"), texts("office.invite.to"),
             texts("office.invite.address")},
            rows);
  tables.push_back(std::move(table));
}

View::List plan_tables(const Call& call, const InvitePlan& plan) {
  const auto& texts = call.texts();
  View::List tables;
  add_table(tables, call, texts("office.invite.will"), plan.invite);
  add_table(tables, call, texts("office.invite.without"), plan.without_address);
  add_table(tables, call, texts("office.invite.not_asked"), plan.not_asked);
  add_table(tables, call, texts("office.invite.known"), plan.known);
  return tables;
}

View look_view(const std::string& label, const std::string& href) {
  return View().set("label", label).set("href", href);
}

base::Result<Reply> show_inviting(const Call& call) {
  const auto plan = plan_of(call);
  if (!plan) return plan.problems();
  const auto& texts = call.texts();
  const std::string path = round_path(plan->round);
  Page page{"page_invite", {}, texts("office.invite.title")};
  set_head(page.view, {texts("office.invite.title"), texts("office.invite.lead"), plan->round.title});
  const bool any = !plan->invite.empty();
  const std::string sample = any ? "?school=" + escaped(plan->invite.front().code) : "";
  page.view.set("action", path + "/invite").set("cancel_href", path).set("has_any", any);
  page.view.set("submit", texts.counted("office.invite.count", static_cast<long>(plan->invite.size())));
  page.view.set("nothing", empty_view(texts("office.invite.nothing"), texts("office.invite.nothing_text")));
  page.view.set("looks",
                View::List{look_view(texts("office.invite.see_mail"), path + "/invite/preview" + sample),
                           look_view(texts("office.invite.see_letter"), path + "/letters/preview" + sample)});
  page.view.set("tables", plan_tables(call, *plan));
  page.crumbs = inviting_crumbs(call, plan->round, texts("office.invite.title"));
  return Reply(std::move(page));
}

base::Result<Reply> take_inviting(const Call& call) {
  const auto invited = app::invite_schools(call.installation(), call.site.pages, invited_round(call), {},
                                           call.actor->name_in_log());
  if (!invited) return invited.problems();
  return Reply(Redirect{"/office/rounds/" + invited_round(call), "schools_invited"});
}

base::Result<app::Mail> previewed(const Call& call) {
  return app::preview_invitation(call.installation(), call.site.pages, invited_round(call),
                                 std::string(call.request.query.value("school")));
}

std::vector<Box> schools_to_pick(const Call& call, const InvitePlan& plan) {
  std::vector<Box> boxes;
  for (const auto* list : {&plan.invite, &plan.known})
    for (const PlannedSchool& each : *list)
      boxes.push_back({each.code, each.name, "", call.request.query.value("school") == each.code});
  return boxes;
}

base::Result<Reply> show_preview(const Call& call) {
  const auto plan = plan_of(call);
  if (!plan) return plan.problems();
  const auto mail = previewed(call);
  if (!mail) return mail.problems();
  const auto& texts = call.texts();
  const std::string path = round_path(plan->round);
  const std::string school = "?school=" + escaped(call.request.query.value("school"));
  Page page = mail_page(call, *mail,
                        {{texts("office.preview.title"), texts("office.preview.lead"), plan->round.title},
                         schools_to_pick(call, *plan),
                         {{texts("office.preview.html"), path + "/invite/preview/html" + school},
                          {texts("office.preview.letter"), path + "/letters/preview" + school}}});
  page.crumbs = inviting_crumbs(call, plan->round, texts("office.preview.title"));
  return Reply(std::move(page));
}

base::Result<Reply> show_preview_html(const Call& call) {
  const auto mail = previewed(call);
  if (!mail) return mail.problems();
  return mail_document(*mail);
}

}  // namespace

std::vector<Endpoint> inviting_endpoints() {
  const std::string invite = "/office/rounds/{round:word}/invite";
  const Access inviting = for_office(assessment::Right::invite);
  return {get(invite, "invite_schools_form", inviting, show_inviting),
          post(invite, "invite_schools", inviting, take_inviting),
          get(invite + "/preview", "preview_invitation", inviting, show_preview),
          get(invite + "/preview/html", "preview_invitation_html", inviting, show_preview_html)};
}

}  // namespace smm::web
