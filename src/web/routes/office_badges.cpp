// SPDX-License-Identifier: Apache-2.0
// The office looks through the badges of a round and revokes one, with a reason that the school reads.
#include <algorithm>

#include "app/badges/issue_badge.hpp"
#include "app/badges/problems.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::KeptBadge;
using assessment::Right;

struct BadgeOfSchool {
  KeptBadge badge;
  std::string school;  // its name
  assessment::Round round;
};

struct BadgesOfRound {
  assessment::Round round;
  std::vector<BadgeOfSchool> badges;  // in the order they were issued
};

base::Problem no_badge_here() {
  return {app::installation_problem::not_there, "There is no such round or badge"};
}

base::Result<BadgesOfRound> load_badges(const Call& call) {
  return app::look<BadgesOfRound>(
      call.installation().database, [&](app::Records& records) -> base::Result<BadgesOfRound> {
        const auto round = records.rounds.by_code(call.request.captures.text("round"));
        if (!round) return no_badge_here();
        BadgesOfRound shown{*round, {}};
        for (const KeptBadge& badge : records.badges.of(round->id)) {
          const auto school = records.schools.by_id(badge.sheet.school);
          shown.badges.push_back({badge, school ? school->name : "", *round});
        }
        return shown;
      });
}

base::Result<BadgeOfSchool> badge_in_path(const Call& call) {
  const auto id = app::BadgeId::parse(call.request.captures.text("badge"));
  auto all = load_badges(call);
  if (!all) return std::move(all).problems();
  for (BadgeOfSchool& each : all->badges)
    if (id && each.badge.id == *id) return std::move(each);
  return no_badge_here();
}

std::string list_path(const assessment::Round& round) {
  return "/office/rounds/" + round.code + "/badges";
}

TableRowShown badge_row(const Call& call, const BadgeOfSchool& each) {
  const auto& texts = call.texts();
  const bool may = assessment::allows(call.standing, Right::run_rounds);
  const std::string state = each.badge.revoked ? "revoked" : each.badge.holds(call.now) ? "holds" : "expired";
  Cell act{"", false, ""};
  if (may && state == "holds")
    act = {texts("office.badge.revoke"), false, list_path(each.round) + "/" + each.badge.id.text()};
  return {each.school,
          "",
          {{utc_time(call, each.badge.issued)},
           {utc_time(call, each.badge.expires)},
           {"", tag_view({texts("badge.state." + state), state == "holds", state == "expired",
                          state == "revoked", false})},
           act}};
}

base::Result<Reply> show_badges(const Call& call) {
  const auto all = load_badges(call);
  if (!all) return all.problems();
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const auto& each : all->badges) rows.push_back(badge_row(call, each));
  const std::string title = texts("office.badges");
  Page page = list_page({title, texts("office.badge.lead"), all->round.title}, title,
                        {texts("verify.school"), texts("badge.issued"), texts("badge.expires"),
                         texts("office.badge.state"), texts("office.badge.act")},
                        rows, texts("office.badge.nothing"));
  page.crumbs = {{texts("office.title"), "/office"},
                 {all->round.title, "/office/rounds/" + all->round.code},
                 {title, ""}};
  return Reply(std::move(page));
}

Page revoke_page(const Call& call, const BadgeOfSchool& shown, const base::Problems& problems) {
  const auto& texts = call.texts();
  FormPage form{{texts("office.badge.title"), texts("office.badge.means"), shown.school},
                call.request.path,
                texts("office.badge.submit")};
  form.errors = form_errors(problems);
  form.fields = {area_field({.name = "reason",
                             .label = texts("office.badge.reason"),
                             .value = std::string(call.form.fields.value("reason")),
                             .hint = texts("office.badge.reason_hint"),
                             .error = error_of(form.errors, "reason")},
                            4)};
  form.cancel_href = list_path(shown.round);
  form.grave = true;
  form.status = problems.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_revoke(const Call& call) {
  const auto shown = badge_in_path(call);
  if (!shown) return shown.problems();
  return Reply(revoke_page(call, *shown, {}));
}

base::Result<Reply> take_revoke(const Call& call) {
  const auto shown = badge_in_path(call);
  if (!shown) return shown.problems();
  const auto revoked =
      app::revoke_badge(call.installation(), shown->badge.id, std::string(call.form.fields.value("reason")),
                        call.actor->name_in_log());
  if (revoked) return Reply(Redirect{list_path(shown->round), "badge_revoked"});
  if (revoked.problems().front().place.source.empty()) return revoked.problems();
  return Reply(revoke_page(call, *shown, revoked.problems()));
}

}  // namespace

std::vector<Endpoint> office_badge_endpoints() {
  const std::string path = "/office/rounds/{round:word}/badges";
  return {
      get(path, "round_badges", for_office(Right::see_progress), show_badges),
      get(path + "/{badge:id}", "revoke_badge_form", confirmed(for_office(Right::run_rounds)), show_revoke),
      post(path + "/{badge:id}", "revoke_badge", confirmed(for_office(Right::run_rounds)), take_revoke)};
}

}  // namespace smm::web
