// SPDX-License-Identifier: Apache-2.0
// What a frozen round tells of groups: means, intervals and percentiles by area, what was chosen, and how
// many took part. For the office's analysts, and for anybody. Blocks and their bins are for those who take
// part, and are not here.
#include <algorithm>
#include <map>

#include "app/badges/list_school.hpp"
#include "app/installation/problems.hpp"
#include "app/installation/round_edition.hpp"
#include "app/releasing/compare_school.hpp"
#include "app/releasing/freeze_round.hpp"
#include "app/releasing/problems.hpp"
#include "base/document_reader.hpp"
#include "benchmark/release_files.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/comparison_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;

base::Result<assessment::Round> round_of_call(const Call& call) {
  return app::look<assessment::Round>(
      call.installation().database, [&](app::Records& records) -> base::Result<assessment::Round> {
        const auto round = records.rounds.by_code(call.request.captures.text("round"));
        if (round) return *round;
        return base::Problem(app::installation_problem::not_there, "There is no such round");
      });
}

std::string path_of(const assessment::Round& round) {
  return "/office/rounds/" + round.code;
}

// ---- Checks and the freeze.

FormPage act_form(const Call& call, const assessment::Round& round, const std::string& key) {
  const auto& texts = call.texts();
  FormPage form{
      {texts(key + ".title"), texts(key + ".lead"), round.title}, call.request.path, texts(key + ".submit")};
  form.cancel_href = path_of(round);
  return form;
}

Page check_page(const Call& call, const assessment::Round& round, const base::Problems& problems) {
  FormPage form = act_form(call, round, "office.check");
  const std::string error = problems.empty() ? "" : problems.front().sentence;
  std::string days(call.form.fields.value("days"));
  if (days.empty()) days = std::to_string(app::usual_check_days);
  form.fields = {line_field(
      {"days", call.texts()("office.check.days"), days, call.texts()("office.check.days_hint"), error})};
  if (!error.empty()) form.errors = {{error, "days"}};
  form.status = error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_check_round(const Call& call) {
  const auto round = round_of_call(call);
  if (!round) return round.problems();
  return Reply(check_page(call, *round, {}));
}

base::Result<Reply> take_check_round(const Call& call) {
  const auto round = round_of_call(call);
  if (!round) return round.problems();
  const auto days = base::parse_integer(call.form.fields.value("days"));
  const auto begun =
      app::begin_checks(call.installation(), round->code, days.value_or(0), call.actor->name_in_log());
  if (begun) return Reply(Redirect{path_of(*begun), "round_checking"});
  if (begun.problems().front().code != app::releasing_problem::bad_check_days.code) return begun.problems();
  return Reply(check_page(call, *round, begun.problems()));
}

base::Result<Reply> show_freeze_round(const Call& call) {
  const auto round = round_of_call(call);
  if (!round) return round.problems();
  FormPage form = act_form(call, *round, "office.freeze");
  form.grave = true;
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_freeze_round(const Call& call) {
  const auto round = round_of_call(call);
  if (!round) return round.problems();
  const auto frozen = app::freeze_round(call.installation(), round->code, call.actor->name_in_log());
  if (frozen) return Reply(Redirect{path_of(frozen->round) + "/results", "round_frozen"});
  FormPage form = act_form(call, *round, "office.freeze");
  form.grave = true;
  form.status = 422;
  for (const auto& problem : frozen.problems()) form.errors.push_back({problem.sentence, ""});
  return Reply(form_page(std::move(form)));
}

// ---- Results.

std::string percentiles_words(const benchmark::NormRow& row) {
  if (!row.percentiles) return "";
  std::string words;
  for (const auto& shown : *row.percentiles) words += (words.empty() ? "" : " · ") + to_string(shown);
  return words;
}

TableRowShown norm_row(const Call& call, const instrument::Edition& edition, const benchmark::NormRow& row) {
  benchmark::ComparedRow figures;
  figures.mean = row.mean;
  figures.low = row.low;
  figures.high = row.high;
  return {label_of_level(call.texts(), edition, row.level, row.id),
          "",
          {{row.group},
           {mean_words(call.texts(), figures)},
           {percentiles_words(row)},
           {row.reason.empty() ? "" : call.texts()("comparison.reason." + row.reason)}}};
}

// A round with the words its release is told in.
struct ToldRound {
  const assessment::Round& round;
  const instrument::Edition& edition;
};

render::View norms_view(const Call& call, const ToldRound& told, const std::string& title,
                        const std::string& about, const std::vector<benchmark::NormRow>& norms) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const auto& row : norms)
    if (row.level != benchmark::NormLevel::overall || !told.round.options.leave_out_overall)
      rows.push_back(norm_row(call, told.edition, row));
  render::View view;
  view.set("title", title).set("about", about);
  set_table(view, title,
            {texts("comparison.area"), texts("results.group"), texts("results.mean"),
             texts("results.percentiles"), texts("results.withheld")},
            rows);
  return view;
}

render::View::List groups_views(const Call& call, const ToldRound& told,
                                const benchmark::ReleaseContent& content) {
  render::View::List views;
  for (const auto& profession : content.professions) {
    const std::string label = label_of_profession(told.edition, profession.id);
    const std::string state = "comparison.state." + std::string(to_string(profession.state));
    views.push_back(
        norms_view(call, told, label, call.texts()(state, {{"profession", label}}), profession.norms));
  }
  views.push_back(norms_view(call, told, call.texts()("results.all"), "", content.all_participants));
  return views;
}

constexpr const char* files_for_analysts[] = {"norms.csv", "spread.csv", "items.csv"};

// How many schools were asked and answered: counts by profession, never names.
render::View participation_view(const Call& call, const instrument::Edition& edition,
                                const benchmark::ReleaseContent& content) {
  const auto& texts = call.texts();
  std::map<std::size_t, std::map<std::string, bool>> answered;  // by profession and school
  for (const auto& placed : content.frame)
    if (const auto programme = edition.programme(placed.row.programme))
      answered[edition.programmes[*programme].profession][placed.row.school_id] |= placed.row.responded;
  std::vector<TableRowShown> rows;
  for (const auto& [profession, schools] : answered) {
    const auto count = std::ranges::count_if(schools, [](const auto& school) { return school.second; });
    rows.push_back({edition.professions[profession].label,
                    "",
                    {{std::to_string(schools.size())}, {std::to_string(count)}}});
  }
  render::View view;
  view.set("title", texts("results.participation")).set("about", texts("results.participation_about"));
  set_table(view, texts("results.participation"),
            {texts("results.profession"), texts("results.asked"), texts("results.answered")}, rows);
  return view;
}

// What was asked, with the way to every question and to what others have made of it.
render::View areas_view(const Call& call, const instrument::Edition& edition) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const auto& section : edition.sections) {
    if (section.kind != instrument::SectionKind::area) continue;
    rows.push_back({section.label,
                    "/questions/" + edition.id + "/" + section.id,
                    {{edition.domains[section.domain].label},
                     {std::to_string(section.items.size())},
                     {texts("results.see_resources"), false, "/resources?area=" + section.id}}});
  }
  render::View view;
  view.set("title", texts("results.areas")).set("about", texts("results.areas_about"));
  set_table(view, texts("results.areas"),
            {texts("list.area"), texts("list.domain"), texts("list.questions"), texts("resources.title")},
            rows);
  return view;
}

// Schools that want to be named: those whose dean said so, and no others.
base::Result<render::View> named_view(const Call& call, const assessment::Round& round) {
  const auto listed = app::listed_schools(call.installation());
  if (!listed) return listed.problems();
  std::vector<TableRowShown> rows;
  for (const auto& each : *listed)
    if (each.code == round.code)
      for (const std::string& school : each.schools) rows.push_back({school});
  const auto& texts = call.texts();
  render::View view;
  view.set("title", texts("participants.title"));
  view.set("about", texts(rows.empty() ? "participants.nothing" : "participants.lead"));
  set_table(view, texts("participants.title"), {texts("participants.school")}, rows);
  return view;
}

render::View link_view(const std::string& label, const std::string& href) {
  return render::View().set("label", label).set("href", href);
}

// `path` is where the page stands; its files stand below it.
base::Result<Page> results_page(const Call& call, const assessment::Round& round, const std::string& path) {
  const auto release = app::release_of_round(call.installation(), round);
  if (!release) return release.problems();
  const auto edition = app::edition_of_round(call.installation(), round);
  if (!edition) return edition.problems();
  const std::string title = call.texts()("results.title");
  Page page{"page_results", {}, title, {}};
  set_head(page.view, {title, call.texts()("results.lead"), round.title});
  render::View::List groups = groups_views(call, {round, (*edition)->edition}, **release);
  groups.insert(groups.begin(), {participation_view(call, (*edition)->edition, **release),
                                 areas_view(call, (*edition)->edition)});
  auto named = named_view(call, round);
  if (!named) return std::move(named).problems();
  groups.push_back(std::move(*named));
  page.view.set("groups", std::move(groups)).set("release", (*release)->sha256);
  render::View::List files;
  for (const char* name : files_for_analysts) files.push_back(link_view(name, path + "/" + name));
  page.view.set("files", std::move(files));
  page.view.set("more", render::View::List{
                            link_view(call.texts()("list.title"), "/questions/" + (*edition)->edition.id),
                            link_view(call.texts()("about.methods.title"), "/about/methods"),
                            link_view(call.texts()("report.sample.title"), "/sample-report")});
  return page;
}

base::Result<Reply> show_results(const Call& call) {
  const auto round = round_of_call(call);
  if (!round) return round.problems();
  auto page = results_page(call, *round, path_of(*round) + "/results");
  if (!page) return std::move(page).problems();
  page->crumbs = {
      {call.texts()("office.title"), "/office"}, {round->title, path_of(*round)}, {page->title, ""}};
  return Reply(std::move(*page));
}

base::Result<Reply> results_file(const Call& call) {
  const auto round = round_of_call(call);
  if (!round) return round.problems();
  const auto release = app::release_of_round(call.installation(), *round);
  if (!release) return release.problems();
  const std::string wanted = call.request.captures.text("file");
  const bool offered = std::ranges::find(files_for_analysts, wanted) != std::end(files_for_analysts);
  for (auto& file : benchmark::files_of(*release))
    if (offered && file.name == wanted)
      return Reply(Raw{http::attachment(std::move(file.bytes), "text/csv", round->code + "-" + wanted)});
  return base::Problem(app::installation_problem::not_there, "There is no such file");
}

// ---- For anybody: that a round exists is told when it is frozen, and not before.

base::Result<assessment::Round> frozen_round_of_call(const Call& call) {
  auto round = round_of_call(call);
  if (round && round->state != assessment::RoundState::frozen)
    return base::Problem(app::installation_problem::not_there, "There is no such round");
  return round;
}

base::Result<Reply> show_public_results(const Call& call) {
  const auto round = frozen_round_of_call(call);
  if (!round) return round.problems();
  auto page = results_page(call, *round, "/results/" + round->code);
  if (!page) return std::move(page).problems();
  return Reply(std::move(*page));
}

base::Result<Reply> public_results_file(const Call& call) {
  const auto round = frozen_round_of_call(call);
  if (!round) return round.problems();
  return results_file(call);
}

}  // namespace

std::vector<Endpoint> results_endpoints() {
  const std::string round = "/office/rounds/{round:word}";
  return {
      get(round + "/check", "check_round_form", for_office(Right::run_rounds), show_check_round),
      post(round + "/check", "check_round", for_office(Right::run_rounds), take_check_round),
      get(round + "/freeze", "freeze_round_form", confirmed(for_office(Right::run_rounds)),
          show_freeze_round),
      post(round + "/freeze", "freeze_round", confirmed(for_office(Right::run_rounds)), take_freeze_round),
      get(round + "/results", "results", for_office(Right::see_results), show_results),
      get(round + "/results/{file:word}", "results_file", for_office(Right::see_results), results_file),
      get("/results/{round:word}", "public_results", for_anyone(), show_public_results),
      get("/results/{round:word}/{file:word}", "public_results_file", for_anyone(), public_results_file)};
}

}  // namespace smm::web
