// SPDX-License-Identifier: Apache-2.0
// The program office's pages: rounds, how far each school is, and never what it answered.
#include <algorithm>

#include "app/rounds/manage_rounds.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/office_round.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::ParticipationState;
using assessment::Right;
using render::View;

// ---- Rounds.

base::Result<Reply> show_rounds(const Call& call) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  call.installation().database.read([&](app::Records& records) {
    rows.clear();
    for (const auto& round : records.rounds.all())
      rows.push_back({round.title,
                      round_path(round),
                      {{texts("round.state." + std::string(to_string(round.state)))},
                       {round.last_day},
                       {round.edition}}});
  });
  Head head{texts("office.title"), texts("office.lead")};
  if (office_may(call, Right::run_rounds))
    head.next.push_back({texts("office.new_round"), "/office/rounds/new"});
  if (office_may(call, Right::run_rounds))
    head.next.push_back({texts("practice.make"), "/office/practice", false});
  if (office_may(call, Right::import_roster))
    head.next.push_back({texts("office.roster"), "/office/roster", false});
  if (office_may(call, Right::manage_people))
    head.next.push_back({texts("office.people"), "/office/people", false});
  if (office_may(call, Right::invite)) head.next.push_back({texts("office.outbox"), "/office/outbox", false});
  if (office_may(call, Right::run_rounds))
    head.next.push_back({texts("cohorts.title"), "/office/cohorts", false});
  if (office_may(call, Right::judge_stories))
    head.next.push_back({texts("stories.office.title"), "/office/stories", false});
  return Reply(list_page(
      head, texts("office.rounds"),
      {texts("office.round"), texts("office.state"), texts("office.last_day"), texts("office.edition")}, rows,
      texts("office.no_rounds")));
}

// Boxes of what a round asks and what its reports hold; what is ticked comes as `asks` and `reports`.
assessment::RoundOptions wanted_options(const Call& call) {
  const auto ticked = [&](const char* name, std::string_view value) {
    const auto values = call.form.fields.values(name);
    return std::ranges::find(values, value) != values.end();
  };
  return {.legacy_stars = ticked("reports", "legacy_stars"),
          .leave_out_overall = ticked("reports", "no_overall"),
          .score_composition = ticked("asks", "composition"),
          .with_module = ticked("asks", "module")};
}

// None ticked: all of the edition.
std::vector<std::string> wanted_professions(const Call& call) {
  std::vector<std::string> ids;
  for (const std::string_view id : call.form.fields.values("profession")) ids.emplace_back(id);
  return ids;
}

View asks_field(const Call& call) {
  const auto& texts = call.texts();
  const assessment::RoundOptions chosen = wanted_options(call);
  return boxes_field(
      {.name = "asks", .label = texts("office.options.asks"), .hint = texts("office.options.asks_hint")},
      {{"composition", texts("office.options.composition"), texts("office.options.composition_remark"),
        chosen.score_composition},
       {"module", texts("office.options.module"), texts("office.options.module_remark"),
        chosen.with_module}});
}

View professions_field(const Call& call, const std::string& edition_id) {
  const auto& texts = call.texts();
  const auto chosen = wanted_professions(call);
  std::vector<Box> boxes;
  if (const auto shelved = call.installation().editions.edition(edition_id))
    for (const auto& profession : (*shelved)->edition.professions)
      boxes.push_back(
          {profession.id, profession.label, "", std::ranges::find(chosen, profession.id) != chosen.end()});
  return boxes_field({.name = "profession",
                      .label = texts("office.options.professions"),
                      .hint = texts("office.options.professions_hint"),
                      .optional = true},
                     boxes);
}

View options_field(const Call& call) {
  const auto& texts = call.texts();
  const assessment::RoundOptions chosen = wanted_options(call);
  return boxes_field(
      {.name = "reports", .label = texts("office.options.label"), .hint = texts("office.options.hint")},
      {{"legacy_stars", texts("office.options.legacy_stars"), texts("office.options.legacy_stars_remark"),
        chosen.legacy_stars},
       {"no_overall", texts("office.options.no_overall"), texts("office.options.no_overall_remark"),
        chosen.leave_out_overall}});
}

Page new_round_page(const Call& call, const base::Problems& problems) {
  const auto& texts = call.texts();
  const auto value = [&](const char* name, const char* otherwise) {
    const std::string given(call.form.fields.value(name));
    return given.empty() ? otherwise : given;
  };
  const std::string error = problems.empty() ? "" : problems.front().sentence;
  FormPage form{{texts("office.new_round"), texts("office.new_round_lead")},
                "/office/rounds/new",
                texts("office.make_round")};
  form.fields = {
      line_field({"code", texts("office.code"), value("code", ""), texts("office.code_hint"), error}),
      line_field({"title", texts("office.round_title"), value("title", "")}),
      line_field({"edition", texts("office.edition"), value("edition", "smm-2026")}),
      line_field(
          {"zone", texts("office.zone"), value("zone", "America/New_York"), texts("office.zone_hint")}),
      day_field({"last_day", texts("office.last_day"), value("last_day", "")}),
      professions_field(call, value("edition", "smm-2026")),
      asks_field(call),
      options_field(call)};
  if (!error.empty()) form.errors = {{error, "code"}};
  form.cancel_href = "/office";
  form.status = error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_new_round(const Call& call) {
  return Reply(new_round_page(call, {}));
}

base::Result<Reply> take_new_round(const Call& call) {
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  const app::NewRound wanted{value("code"),     value("title"),       value("edition"),        value("zone"),
                             value("last_day"), wanted_options(call), wanted_professions(call)};
  const auto made = app::create_round(call.installation(), wanted, call.actor->name_in_log());
  if (!made) return Reply(new_round_page(call, made.problems()));
  return Reply(Redirect{round_path(*made), "round_made"});
}

// ---- One round.

View figure_view(std::size_t number, const std::string& label) {
  View view;
  view.set("number", std::to_string(number)).set("label", label);
  return view;
}

std::size_t count_of(const RoundShown& shown, ParticipationState state) {
  return static_cast<std::size_t>(
      std::ranges::count_if(shown.parts, [&](const PartShown& each) { return each.part.state == state; }));
}

View figures_view(const Call& call, const RoundShown& shown) {
  View::List figures;
  for (const auto state : {ParticipationState::invited, ParticipationState::accepted,
                           ParticipationState::submitted, ParticipationState::declined})
    figures.push_back(
        figure_view(count_of(shown, state), call.texts()("part.state." + std::string(to_string(state)))));
  return figures;
}

TableRowShown part_row(const Call& call, const RoundShown& shown, const PartShown& each) {
  const std::string state(to_string(each.part.state));
  const View tag = tag_view({call.texts()("part.state." + state), state == "submitted", state == "invited",
                             false, state == "accepted" || state == "reopened"});
  return {each.school.name,
          round_path(shown.round) + "/schools/" + each.school.code,
          {{"", tag}, {each.school.code}, {std::to_string(each.affirmed)}}};
}

bool matches(const Call& call, const PartShown& each) {
  const std::string wanted(call.request.query.value("q"));
  const std::string state(call.request.query.value("state"));
  const bool named = wanted.empty() || each.school.name.find(wanted) != std::string::npos ||
                     each.school.code.find(wanted) != std::string::npos;
  return named && (state.empty() || to_string(each.part.state) == state);
}

std::vector<Box> state_boxes(const Call& call) {
  std::vector<Box> boxes = {{"", call.texts()("office.any_state")}};
  for (const auto state :
       {ParticipationState::invited, ParticipationState::accepted, ParticipationState::submitted,
        ParticipationState::reopened, ParticipationState::declined, ParticipationState::withdrawn}) {
    const std::string word(to_string(state));
    boxes.push_back(
        {word, call.texts()("part.state." + word), "", call.request.query.value("state") == word});
  }
  return boxes;
}

View links_view(const Call& call, const assessment::Round& round) {
  View::List links;
  const auto add = [&](Right right, const char* key, const char* below_it) {
    if (!office_may(call, right)) return;
    View link;
    link.set("label", call.texts()(key)).set("href", round_path(round) + below_it);
    links.push_back(std::move(link));
  };
  using assessment::RoundState;
  const RoundState state = round.state;
  const bool early = state == RoundState::draft || state == RoundState::open;
  if (state != RoundState::draft) add(Right::see_progress, "office.progress", "/progress");
  if (early) add(Right::invite, "office.invite_all", "/invite");
  if (early) add(Right::invite, "office.letters.link", "/letters");
  if (early) add(Right::invite, "office.reminders.title", "/reminders");
  if (state != RoundState::frozen) add(Right::run_rounds, "office.words.title", "/words");
  if (state == RoundState::open) add(Right::run_rounds, "office.close_round", "/close");
  if (state == RoundState::draft || state == RoundState::closed)
    add(Right::run_rounds, "office.open_round", "/open");
  if (state == RoundState::closed) add(Right::run_rounds, "office.check_round", "/check");
  if (state == RoundState::checking && !round.practice)
    add(Right::run_rounds, "office.freeze_round", "/freeze");
  if (state == RoundState::checking || state == RoundState::frozen)
    add(Right::see_progress, "office.checks", "/checks");
  if (state == RoundState::frozen) add(Right::see_results, "office.results", "/results");
  if (state != RoundState::draft && !round.practice) add(Right::see_progress, "office.badges", "/badges");
  if (round.practice) add(Right::run_rounds, "practice.erase", "/erase");
  return links;
}

std::string profession_labels(const Call& call, const assessment::Round& round) {
  const auto shelved = call.installation().editions.edition(round);
  if (!shelved) return "";
  std::string labels;
  for (const auto& profession : (*shelved)->edition.professions)
    if (assessment::asks_profession(round, profession.id))
      labels += (labels.empty() ? "" : ", ") + profession.label;
  return labels;
}

// When it is, whom and what it asks, and what its reports hold.
std::string lead_of(const Call& call, const assessment::Round& round) {
  const auto& texts = call.texts();
  std::string lead =
      texts("office.round_lead", {{"state", texts("round.state." + std::string(to_string(round.state)))},
                                  {"day", round.last_day},
                                  {"zone", round.zone}});
  lead += " " + texts(round.options.leave_out_overall ? "office.options.without_overall"
                                                      : "office.options.with_overall");
  lead +=
      " " + texts(round.options.legacy_stars ? "office.options.with_stars" : "office.options.without_stars");
  if (round.options.score_composition) lead += " " + texts("office.options.composition_scored");
  if (round.options.with_module) lead += " " + texts("office.options.module_asked");
  if (!round.professions.empty())
    lead += " " + texts("office.options.only", {{"professions", profession_labels(call, round)}});
  return lead;
}

base::Result<Reply> show_round(const Call& call) {
  const auto shown = load_round(call);
  if (!shown) return shown.problems();
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const PartShown& each : shown->parts)
    if (matches(call, each)) rows.push_back(part_row(call, *shown, each));
  Page page{"page_office", {}, shown->round.title};
  set_head(page.view, {shown->round.title, lead_of(call, shown->round)});
  page.view.set("figures", figures_view(call, *shown)).set("filter_action", round_path(shown->round));
  set_fields(page.view, {line_field({"q", texts("office.search"), std::string(call.request.query.value("q")),
                                     "", "", "text", "", true}),
                         select_field({"state", texts("office.state"), "", "", "", "text", "", true},
                                      state_boxes(call))});
  set_table(
      page.view, texts("office.schools"),
      {texts("office.school"), texts("office.state"), texts("office.school_code"), texts("office.affirmed")},
      rows);
  page.view.set("nothing", empty_view(texts("office.nobody"), texts("office.nobody_text")))
      .set("has_pages", false);
  page.view.set("side_links_title", texts("office.acts")).set("links", links_view(call, shown->round));
  page.crumbs = {{texts("office.title"), "/office"}, {shown->round.title, ""}};
  return Reply(std::move(page));
}

// ---- Acts on a round.

base::Result<Reply> confirm_act(const Call& call, const std::string& key, bool with_day) {
  const auto shown = load_round(call);
  if (!shown) return shown.problems();
  const auto& texts = call.texts();
  FormPage form{{texts(key + ".title"), texts(key + ".lead"), shown->round.title},
                call.request.path,
                texts(key + ".submit")};
  if (with_day)
    form.fields.push_back(day_field({"last_day", texts("office.last_day"), shown->round.last_day}));
  form.cancel_href = round_path(shown->round);
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> show_open_round(const Call& call) {
  return confirm_act(call, "office.open", true);
}
base::Result<Reply> show_close_round(const Call& call) {
  return confirm_act(call, "office.close", false);
}
std::string code_of(const Call& call) {
  return call.request.captures.text("round");
}

base::Result<Reply> take_open_round(const Call& call) {
  const auto opened =
      app::open_round(call.installation(), code_of(call), std::string(call.form.fields.value("last_day")),
                      call.actor->name_in_log());
  if (!opened) return opened.problems();
  return Reply(Redirect{round_path(*opened), "round_opened"});
}

base::Result<Reply> take_close_round(const Call& call) {
  const auto closed = app::close_round(call.installation(), code_of(call), call.actor->name_in_log());
  if (!closed) return closed.problems();
  return Reply(Redirect{round_path(*closed), "round_closed"});
}

}  // namespace

std::vector<Endpoint> office_endpoints() {
  const std::string round = "/office/rounds/{round:word}";
  const Access run = for_office(Right::run_rounds);
  return {get("/office", "office", office_visitors(), show_rounds),
          get(round, "office_round", office_visitors(), show_round),
          get("/office/rounds/new", "create_round_form", run, show_new_round),
          post("/office/rounds/new", "create_round", run, take_new_round),
          get(round + "/open", "open_round_form", run, show_open_round),
          post(round + "/open", "open_round", run, take_open_round),
          get(round + "/close", "close_round_form", run, show_close_round),
          post(round + "/close", "close_round", run, take_close_round)};
}

}  // namespace smm::web
