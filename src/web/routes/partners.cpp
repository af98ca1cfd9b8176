// SPDX-License-Identifier: Apache-2.0
// What partners see of their cohort: how far schools are that agreed to it, in every round.
#include "app/rounds/cohorts.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using render::View;

std::string how_far(const Call& call, const app::PartnerSchool& school) {
  const bool begun = school.begun && school.state == assessment::ParticipationState::accepted;
  return call.texts()(begun ? "partners.begun" : "part.state." + std::string(to_string(school.state)));
}

View partner_round_view(const Call& call, const app::PartnerRound& seen) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const auto& school : seen.schools)
    rows.push_back({school.name,
                    "",
                    {{how_far(call, school)},
                     {texts("partners.packets", {{"affirmed", std::to_string(school.affirmed)},
                                                 {"all", std::to_string(school.packets)}})}}});
  View view;
  view.set("round", seen.round.title);
  view.set("state", texts("round.state." + std::string(to_string(seen.round.state))));
  view.set("told", texts("partners.told", {{"shown", std::to_string(seen.schools.size())},
                                           {"all", std::to_string(seen.of_cohort)},
                                           {"day", seen.round.last_day}}));
  set_table(view, texts("partners.caption", {{"round", seen.round.title}}),
            {texts("partners.school"), texts("partners.state"), texts("partners.affirmed")}, rows);
  return view;
}

base::Result<Reply> show_partners(const Call& call) {
  const auto view =
      app::partner_view(call.installation(), call.actor->person.id, call.request.captures.text("cohort"));
  if (!view) return view.problems();
  const auto& texts = call.texts();
  Page page{"page_partners", {}, view->cohort.title, {{view->cohort.title, ""}}};
  set_head(page.view, {view->cohort.title, texts("partners.lead"), texts("partners.title")});
  page.view.set("has_rounds", !view->rounds.empty());
  page.view.set("rounds", render::views(view->rounds,
                                        [&](const auto& each) { return partner_round_view(call, each); }));
  page.view.set("nothing", empty_view(texts("partners.nothing"), texts("partners.nothing_text")));
  return Reply(std::move(page));
}

}  // namespace

std::vector<Endpoint> partner_endpoints() {
  return {get("/partners/{cohort:word}", "partners", for_signed_in(), show_partners)};
}

}  // namespace smm::web
