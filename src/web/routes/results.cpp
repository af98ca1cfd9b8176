// SPDX-License-Identifier: Apache-2.0
// What a frozen round tells of groups, for the office's analysts: means, intervals and percentiles by area,
// and what was chosen. Blocks and their bins are for those who take part, and are not here.
#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/releasing/compare_school.hpp"
#include "app/releasing/freeze_round.hpp"
#include "app/releasing/problems.hpp"
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
  const std::string days(call.form.fields.value("days"));
  const bool number = !days.empty() && days.size() < 4 &&
                      std::ranges::all_of(days, [](char c) { return c >= '0' && c <= '9'; });
  const auto begun = app::begin_checks(call.installation(), round->code, number ? std::stoi(days) : 0,
                                       call.actor->name_in_log());
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

std::string label_of(const Call& call, const benchmark::Outline& outline, const benchmark::NormRow& row) {
  const auto edition = call.installation().editions.edition(outline.edition);
  if (!edition) return row.id;
  for (const auto& section : (*edition)->edition.sections)
    if (row.level == benchmark::NormLevel::area && section.id == row.id) return section.label;
  for (const auto& domain : (*edition)->edition.domains)
    if (row.level == benchmark::NormLevel::domain && domain.id == row.id) return domain.label;
  return call.texts()("comparison.overall");
}

std::string percentiles_words(const benchmark::NormRow& row) {
  if (!row.percentiles) return "";
  std::string words;
  for (const auto& shown : *row.percentiles) words += (words.empty() ? "" : " · ") + to_string(shown);
  return words;
}

TableRowShown norm_row(const Call& call, const benchmark::Outline& outline, const benchmark::NormRow& row) {
  benchmark::ComparedRow figures;
  figures.mean = row.mean;
  figures.low = row.low;
  figures.high = row.high;
  return {label_of(call, outline, row),
          "",
          {{row.group},
           {mean_words(call.texts(), figures)},
           {percentiles_words(row)},
           {row.reason.empty() ? "" : call.texts()("comparison.reason." + row.reason)}}};
}

render::View norms_view(const Call& call, const benchmark::Outline& outline, const std::string& title,
                        const std::string& about, const std::vector<benchmark::NormRow>& norms) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const auto& row : norms) rows.push_back(norm_row(call, outline, row));
  render::View view;
  view.set("title", title).set("about", about);
  set_table(view, title,
            {texts("comparison.area"), texts("results.group"), texts("results.mean"),
             texts("results.percentiles"), texts("results.withheld")},
            rows);
  return view;
}

render::View::List groups_views(const Call& call, const benchmark::ReleaseContent& content) {
  const auto edition = call.installation().editions.edition(content.outline.edition);
  render::View::List views;
  for (const auto& profession : content.professions) {
    std::string label = profession.id;
    if (edition)
      for (const auto& known : (*edition)->edition.professions)
        if (known.id == profession.id) label = known.label;
    views.push_back(norms_view(
        call, content.outline, label,
        call.texts()("comparison.state." + std::string(to_string(profession.state)), {{"profession", label}}),
        profession.norms));
  }
  views.push_back(
      norms_view(call, content.outline, call.texts()("results.all"), "", content.all_participants));
  return views;
}

constexpr const char* files_for_analysts[] = {"norms.csv", "spread.csv", "items.csv"};

base::Result<Reply> show_results(const Call& call) {
  const auto round = round_of_call(call);
  if (!round) return round.problems();
  const auto release = app::release_of_round(call.installation(), *round);
  if (!release) return release.problems();
  const std::string title = call.texts()("results.title");
  Page page{"page_results",
            {},
            title,
            {{call.texts()("office.title"), "/office"}, {round->title, path_of(*round)}, {title, ""}}};
  set_head(page.view, {title, call.texts()("results.lead"), round->title});
  page.view.set("groups", groups_views(call, **release)).set("release", (*release)->sha256);
  render::View::List files;
  for (const char* name : files_for_analysts) {
    render::View file;
    file.set("label", name).set("href", path_of(*round) + "/results/" + name);
    files.push_back(std::move(file));
  }
  page.view.set("files", std::move(files));
  return Reply(std::move(page));
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
      get(round + "/results/{file:word}", "results_file", for_office(Right::see_results), results_file)};
}

}  // namespace smm::web
