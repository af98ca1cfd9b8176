// SPDX-License-Identifier: Apache-2.0
// The dean looks at the whole, attests it and submits. Nothing here is compared with another school.
#include <fmt/format.h>

#include <algorithm>

#include "app/answering/attest_and_submit.hpp"
#include "app/answering/dean_overview.hpp"
#include "assessment/problems.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::ParticipationState;
using assessment::Right;
using render::View;
using scoring::ScoreState;

std::string points(double score) {
  return fmt::format("{:.0f}", score);
}

std::string score_words(const Call& call, const scoring::Score& score) {
  if (score.state == ScoreState::scored) return points(score.score);
  return call.texts()("overview.state." + std::string(to_string(score.state)));
}

// The numbers of at most five questions.
std::string gap_words(const Call& call, const std::vector<std::size_t>& open) {
  constexpr std::size_t most = 5;
  if (open.empty()) return "";
  std::string numbers;
  for (std::size_t i = 0; i < std::min(open.size(), most); ++i)
    numbers += (i == 0 ? "" : ", ") + std::to_string(open[i] + 1);
  if (open.size() > most) numbers = call.texts()("overview.more", {{"numbers", numbers}});
  const std::string key = open.size() == 1 ? "overview.gap.one" : "overview.gap.other";
  return call.texts()(key, {{"n", std::to_string(open.size())}, {"numbers", numbers}});
}

View standing_view(const Call& call, const app::AreaStanding& area) {
  const auto& edition = call.where->edition->edition;
  const auto& section = edition.sections[area.section];
  const auto& programme = edition.programmes[area.programme];
  const bool several = call.where->plan->programmes.size() > 1;
  const bool applies = area.score.state != ScoreState::not_applicable;
  View view;
  view.set("label", several ? call.texts()("overview.area",
                                           {{"area", section.label}, {"programme", programme.short_label}})
                            : section.label);
  view.set("domain", edition.domains[section.domain].label).set("priority", area.priority);
  view.set("score", score_words(call, area.score)).set("scored", area.score.state == ScoreState::scored);
  view.set("bounds", applies ? call.texts()("overview.bounds", {{"low", points(area.score.lower)},
                                                                {"high", points(area.score.upper)}})
                             : "");
  view.set("gap", gap_words(call, area.open));
  return view;
}

View check_view(const std::string& text, const std::string& href, const std::string& remark, bool done) {
  View view;
  view.set("text", text).set("href", href).set("remark", remark).set("done", done);
  return view;
}

View::List packet_checks(const Call& call, const app::DeanOverview& overview) {
  View::List list;
  const auto& plan = *call.where->plan;
  for (std::size_t i = 0; i < plan.packets.size(); ++i) {
    const assessment::Packet& packet = overview.reading.packets[i];
    const auto progress = assessment::progress_of(plan.packets[i], overview.reading.routed);
    const std::string state = call.texts()("packet.state." + std::string(to_string(packet.state)));
    list.push_back(check_view(
        call.texts()("overview.checks.packet",
                     {{"office", office_label(call, packet.office)}, {"state", state}}),
        packet_path(call, packet.office) + "/affirm",
        call.texts()("overview.checks.progress",
                     {{"said", std::to_string(progress.said)}, {"asked", std::to_string(progress.asked)}}),
        packet.state == assessment::PacketState::affirmed));
  }
  list.push_back(check_view(call.texts()("overview.checks.counsel"), call.where->path() + "/counsel",
                            call.texts()("overview.checks.counsel_remark"), false));
  return list;
}

View way_step(const Call& call, int number, const char* key, int reached) {
  View view;
  view.set("no", std::to_string(number)).set("label", call.texts()(key));
  view.set("done", number < reached).set("current", number == reached);
  return view;
}

void set_way(View& view, const Call& call, const app::DeanOverview& overview) {
  const bool submitted = call.where->participation.state == ParticipationState::submitted;
  const int reached = submitted ? 5 : overview.refusals.empty() ? 3 : 2;
  view.set("steps_label", call.texts()("overview.steps.label"));
  view.set("steps", View::List{way_step(call, 1, "overview.steps.accepted", reached),
                               way_step(call, 2, "overview.steps.answer", reached),
                               way_step(call, 3, "overview.steps.attest", reached),
                               way_step(call, 4, "overview.steps.submitted", reached)});
}

View submitted_view(const Call& call) {
  const auto& part = call.where->participation;
  if (part.state != ParticipationState::submitted) return false;
  View action;
  action.set("label", call.texts()("overview.downloads")).set("href", call.where->path() + "/downloads");
  View view;
  view.set("text", call.texts()("overview.submitted", {{"time", full_time(call, *part.submitted_at)}}));
  view.set("action", std::move(action));
  return view;
}

// Packets that are not affirmed stand in the list beside it, one by one; here they are counted.
std::string blocked_words(const Call& call, const base::Problems& refusals) {
  const auto waits = [](const base::Problem& problem) {
    return problem.code == assessment::problem::packets_not_affirmed.code;
  };
  const auto waiting = static_cast<long>(std::ranges::count_if(refusals, waits));
  std::string text = waiting > 0 ? call.texts().counted("overview.not_affirmed", waiting) : "";
  for (const auto& problem : refusals)
    if (!waits(problem)) text += (text.empty() ? "" : " ") + problem.sentence + ".";
  return text;
}

void set_signing(View& view, const Call& call, const app::DeanOverview& overview,
                 const std::vector<FormError>& errors) {
  const bool may = overview.refusals.empty() && assessment::allows(call.standing, Right::attest);
  view.set("may_submit", may).set("blocked", blocked_words(call, overview.refusals));
  view.set("statement", app::attestation_words(call.texts(), overview.facts));
  view.set("seen", may ? overview.seen : "").set("attest_action", call.where->path() + "/submit");
  view.set("name_hint", call.texts()("signing.name_hint", {{"name", call.actor->person.name}}));
  view.set("name_error", error_of(errors, "full-name"));
  set_fields(view, {});
}

base::Result<Reply> submit_page(const Call& call, const base::Problems& problems, int status) {
  const auto overview = app::dean_overview(call.installation(), hand_of(call), call.now);
  if (!overview) return overview.problems();
  const std::vector<FormError> errors = form_errors(problems);
  const std::string title = call.texts()("overview.title");
  Page page{"page_submit", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}, status};
  const std::string lead = call.texts()(call.where->participation.solo ? "overview.solo" : "overview.lead");
  set_head(page.view, {title, lead, call.where->school.name});
  set_errors(page.view, errors);
  set_way(page.view, call, *overview);
  page.view.set("checks_list", packet_checks(call, *overview));
  auto checks = finding_views(call, overview->findings, overview->reading.visible);
  page.view.set("has_checks", !checks.empty()).set("soft_checks", std::move(checks));
  page.view.set("has_areas", !overview->areas.empty());
  page.view.set("areas",
                render::views(overview->areas, [&](const auto& area) { return standing_view(call, area); }));
  set_signing(page.view, call, *overview, errors);
  page.view.set("submitted", submitted_view(call));
  return Reply(std::move(page));
}

base::Result<Reply> show_submit(const Call& call) {
  return submit_page(call, {}, 200);
}

base::Result<Reply> submit(const Call& call) {
  const auto& fields = call.form.fields;
  const app::SigningForm form{std::string(fields.value("full_name")), std::string(fields.value("seen"))};
  const auto done = app::attest_and_submit(call.installation(), call.site.pages, hand_of(call), form);
  if (done) return Reply(Redirect{call.where->path() + "/submit", "sheet_submitted"});
  const bool again =
      !done.problems().front().place.source.empty() || done.problems().front().code == "answers_changed";
  if (!again) return done.problems();
  return submit_page(call, done.problems(), 422);
}

}  // namespace

std::vector<Endpoint> submit_endpoints() {
  const std::string path = "/rounds/{round}/schools/{school}/submit";
  return {get(path, "sheet_to_submit", for_school(Right::read_scores), show_submit),
          post(path, "submit_sheet", confirmed(for_school(Right::attest)), submit)};
}

}  // namespace smm::web
