// SPDX-License-Identifier: Apache-2.0
// The program office's pages: rounds, how far each school is, and never what it answered.
#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "app/rounds/outside_views.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/take_part.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Participation;
using assessment::ParticipationState;
using assessment::Right;
using render::View;

bool office_may(const Call& call, Right right) {
  return assessment::allows(call.standing, right);
}

base::Problem not_there() {
  return {app::installation_problem::not_there, "There is no such round or school"};
}

// A school's part as the office sees it: states and counts.
struct PartShown {
  Participation part;
  assessment::School school;
  std::size_t affirmed = 0;
};

struct RoundShown {
  assessment::Round round;
  std::vector<PartShown> parts;  // by school code
};

base::Result<RoundShown> load_round(const Call& call) {
  return app::look<RoundShown>(
      call.installation().database, [&](app::Records& records) -> base::Result<RoundShown> {
        const auto round = records.rounds.by_code(call.request.captures.text("round"));
        if (!round) return not_there();
        RoundShown shown{*round, {}};
        for (const Participation& part : records.rounds.participations(round->id)) {
          const auto school = records.schools.by_id(part.school);
          const auto packets = records.rounds.packets({part.round, part.school});
          const auto affirmed =
              std::ranges::count(packets, assessment::PacketState::affirmed, &assessment::Packet::state);
          if (school) shown.parts.push_back({part, *school, static_cast<std::size_t>(affirmed)});
        }
        std::ranges::sort(shown.parts, {}, [](const PartShown& each) { return each.school.code; });
        return shown;
      });
}

std::string round_path(const assessment::Round& round) {
  return "/office/rounds/" + round.code;
}

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
  if (office_may(call, Right::manage_people))
    head.next.push_back({texts("office.people"), "/office/people", false});
  return Reply(list_page(
      head, texts("office.rounds"),
      {texts("office.round"), texts("office.state"), texts("office.last_day"), texts("office.edition")}, rows,
      texts("office.no_rounds")));
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
      day_field({"last_day", texts("office.last_day"), value("last_day", "")})};
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
  const app::NewRound wanted{value("code"), value("title"), value("edition"), value("zone"),
                             value("last_day")};
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
  if (early) add(Right::invite, "office.invite_all", "/invite");
  if (state == RoundState::open) add(Right::run_rounds, "office.close_round", "/close");
  if (state == RoundState::draft || state == RoundState::closed)
    add(Right::run_rounds, "office.open_round", "/open");
  if (state == RoundState::closed) add(Right::run_rounds, "office.check_round", "/check");
  if (state == RoundState::checking) add(Right::run_rounds, "office.freeze_round", "/freeze");
  if (state == RoundState::checking || state == RoundState::frozen)
    add(Right::see_progress, "office.checks", "/checks");
  if (state == RoundState::frozen) add(Right::see_results, "office.results", "/results");
  return links;
}

base::Result<Reply> show_round(const Call& call) {
  const auto shown = load_round(call);
  if (!shown) return shown.problems();
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const PartShown& each : shown->parts)
    if (matches(call, each)) rows.push_back(part_row(call, *shown, each));
  Page page{"page_office", {}, shown->round.title};
  set_head(page.view, {shown->round.title,
                       texts("office.round_lead",
                             {{"state", texts("round.state." + std::string(to_string(shown->round.state)))},
                              {"day", shown->round.last_day},
                              {"zone", shown->round.zone}})});
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
base::Result<Reply> show_invite_schools(const Call& call) {
  return confirm_act(call, "office.invite", false);
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

base::Result<Reply> take_invite_schools(const Call& call) {
  const auto invited =
      app::invite_schools(call.installation(), call.site.pages, code_of(call), {}, call.actor->name_in_log());
  if (!invited) return invited.problems();
  return Reply(Redirect{"/office/rounds/" + code_of(call), "schools_invited"});
}

// ---- One school, as the office sees it.

base::Result<std::pair<RoundShown, PartShown>> load_part(const Call& call) {
  auto shown = load_round(call);
  if (!shown) return shown.problems();
  const auto found = std::ranges::find_if(shown->parts, [&](const PartShown& each) {
    return each.school.code == call.request.captures.text("school");
  });
  if (found == shown->parts.end()) return not_there();
  return std::pair(*shown, *found);
}

void add_step(Head& head, const Call& call, Right right, bool possible, const char* key,
              const std::string& href) {
  if (possible && office_may(call, right)) head.next.push_back({call.texts()(key), href, head.next.empty()});
}

Head part_head(const Call& call, const RoundShown& round, const PartShown& each) {
  const std::string path = round_path(round.round) + "/schools/" + each.school.code;
  const auto state = each.part.state;
  const auto& texts = call.texts();
  Head head{each.school.name, texts("part.state." + std::string(to_string(state))), round.round.title};
  const bool waits = state == ParticipationState::invited || state == ParticipationState::declined;
  add_step(head, call, Right::invite, waits, "office.remind", path + "/remind");
  add_step(head, call, Right::reopen_sheet, state == ParticipationState::submitted, "office.reopen",
           path + "/reopen");
  add_step(head, call, Right::open_answers, true, "office.see_answers", path + "/answers");
  return head;
}

base::Result<Reply> show_part(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const auto& texts = call.texts();
  const auto& contacts = each.school.contacts;
  const std::vector<TableRowShown> rows = {
      {texts("office.dean"), "", {{contacts.dean.name}, {contacts.dean.email}}},
      {texts("office.interim"), "", {{contacts.interim.name}, {contacts.interim.email}}},
      {texts("office.director"), "", {{contacts.director.name}, {contacts.director.email}}}};
  Page page = list_page(part_head(call, round, each), texts("office.contacts"),
                        {texts("office.contact"), texts("people.name"), texts("people.email")}, rows, "");
  page.title = each.school.name;
  page.crumbs = {{texts("office.title"), "/office"},
                 {round.round.title, round_path(round.round)},
                 {each.school.name, ""}};
  return Reply(std::move(page));
}

Page reason_page(const Call& call, const std::string& key, const RoundShown& round, const PartShown& each,
                 const std::string& error) {
  const auto& texts = call.texts();
  FormPage form{{texts(key + ".title"), texts(key + ".lead"), each.school.name},
                call.request.path,
                texts(key + ".submit")};
  form.fields.push_back(
      area_field({"reason", texts(key + ".reason"), std::string(call.form.fields.value("reason")),
                  texts("office.reason_hint"), error},
                 3));
  if (!error.empty()) form.errors = {{error, "reason"}};
  form.status = error.empty() ? 200 : 422;
  form.grave = true;
  form.cancel_href = round_path(round.round) + "/schools/" + each.school.code;
  return form_page(std::move(form));
}

base::Result<Reply> show_reason(const Call& call, const std::string& key) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  return Reply(reason_page(call, key, loaded->first, loaded->second, ""));
}

base::Result<Reply> show_reopen_sheet(const Call& call) {
  return show_reason(call, "office.reopening");
}
base::Result<Reply> show_stewardship(const Call& call) {
  return show_reason(call, "office.stewardship");
}

base::Result<Reply> take_reopen_sheet(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const std::string reason(call.form.fields.value("reason"));
  const auto reopened = app::reopen_sheet(call.installation(), call.site.pages, *call.actor,
                                          {each.part.round, each.part.school}, reason);
  if (reopened)
    return Reply(Redirect{round_path(round.round) + "/schools/" + each.school.code, "sheet_reopened"});
  if (reopened.problems().front().code != app::rounds_problem::reason_needed.code) return reopened.problems();
  return Reply(reason_page(call, "office.reopening", round, each, reopened.problems().front().sentence));
}

base::Result<Reply> take_stewardship(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const std::string reason(call.form.fields.value("reason"));
  const auto begun = app::begin_stewardship(call.installation(), call.site.pages, *call.actor,
                                            {each.part.round, each.part.school}, reason);
  if (begun) return Reply(Redirect{"/rounds/" + round.round.code + "/schools/" + each.school.code});
  return Reply(reason_page(call, "office.stewardship", round, each, begun.problems().front().sentence));
}

base::Result<Reply> show_reminding(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& texts = call.texts();
  FormPage form{{texts("office.reminding.title"), texts("office.reminding.lead"), loaded->second.school.name},
                call.request.path,
                texts("office.reminding.submit")};
  form.cancel_href = round_path(loaded->first.round) + "/schools/" + loaded->second.school.code;
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_reminding(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const auto reminded = app::remind_school(call.installation(), call.site.pages,
                                           {each.part.round, each.part.school}, call.actor->name_in_log());
  if (!reminded) return reminded.problems();
  return Reply(Redirect{round_path(round.round) + "/schools/" + each.school.code, "school_reminded"});
}

}  // namespace

std::vector<Endpoint> office_endpoints() {
  const std::string round = "/office/rounds/{round:word}";
  const std::string school = round + "/schools/{school}";
  const auto both = [](std::vector<Endpoint>& list, const std::string& pattern, const std::string& name,
                       Access access, Act show, Act take) {
    list.push_back(get(pattern, name + "_form", access, std::move(show)));
    list.push_back(post(pattern, name, access, std::move(take)));
  };
  // A data steward finds there the school whose answers are to be opened.
  const Access see{Door::office, {Right::see_progress, Right::open_answers}};
  std::vector<Endpoint> list = {get("/office", "office", see, show_rounds),
                                get(round, "office_round", see, show_round),
                                get(school, "office_school", see, show_part)};
  both(list, "/office/rounds/new", "create_round", for_office(Right::run_rounds), show_new_round,
       take_new_round);
  both(list, round + "/open", "open_round", for_office(Right::run_rounds), show_open_round, take_open_round);
  both(list, round + "/close", "close_round", for_office(Right::run_rounds), show_close_round,
       take_close_round);
  both(list, round + "/invite", "invite_schools", for_office(Right::invite), show_invite_schools,
       take_invite_schools);
  both(list, school + "/remind", "remind_school", for_office(Right::invite), show_reminding, take_reminding);
  both(list, school + "/reopen", "reopen_sheet", confirmed(for_office(Right::reopen_sheet)),
       show_reopen_sheet, take_reopen_sheet);
  both(list, school + "/answers", "open_answers", confirmed(for_office(Right::open_answers)),
       show_stewardship, take_stewardship);
  return list;
}

}  // namespace smm::web
