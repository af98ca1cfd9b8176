// SPDX-License-Identifier: Apache-2.0
// How far a round is, group by group: a page, and the same counts as a file. No answer is behind any of it.
#include "app/dashboard/round_dashboard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/installation/round_edition.hpp"
#include "exchange/csv.hpp"
#include "report/response_map.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::FunnelRow;
using app::RoundDashboard;
using assessment::FunnelStep;
using assessment::Right;
using render::View;

base::Result<RoundDashboard> dashboard_of_call(const Call& call) {
  return app::round_dashboard(call.installation(), call.request.captures.text("round"));
}

std::string whole_percent(std::size_t part, std::size_t whole) {
  return fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string rate_words(const Call& call, const FunnelRow& row) {
  if (!row.rate) return "";
  const std::size_t asked = row.funnel.at(FunnelStep::invited) - row.funnel.at(FunnelStep::withdrawn);
  return call.texts()("dashboard.rate_words",
                      {{"rate", whole_percent(row.funnel.at(FunnelStep::submitted), asked)},
                       {"low", fmt::format("{:.0f}", 100 * row.rate->low)},
                       {"high", fmt::format("{:.0f}", 100 * row.rate->high)}});
}

// ---- Figures at the top.

View figure_card(const std::string& number, const std::string& label) {
  View view;
  view.set("number", number).set("label", label);
  return view;
}

bool is_checked(const RoundDashboard& board) {
  return board.round.state == assessment::RoundState::checking;
}

View::List figure_cards(const Call& call, const RoundDashboard& board) {
  View::List figures;
  for (const auto step :
       {FunnelStep::invited, FunnelStep::opened, FunnelStep::accepted, FunnelStep::submitted})
    figures.push_back(figure_card(std::to_string(board.groups.front().funnel.at(step)),
                                  call.texts()("dashboard.step." + std::string(to_string(step)))));
  figures.push_back(figure_card(std::to_string(board.days_to_go), call.texts()("dashboard.days_to_go")));
  if (!is_checked(board)) return figures;
  for (const auto& [name, number] :
       {std::pair("open", board.asked.open.size()), std::pair("answered", board.asked.answered),
        std::pair("settled", board.asked.settled)})
    figures.push_back(
        figure_card(std::to_string(number), call.texts()("dashboard.asked." + std::string(name))));
  return figures;
}

// ---- Tables.

std::string profession_label(const instrument::Edition& edition, const std::string& id) {
  const auto found = std::ranges::find(edition.professions, id, &instrument::Profession::id);
  return found == edition.professions.end() ? id : found->label;
}

std::string group_words(const Call& call, const instrument::Edition& edition, const FunnelRow& row) {
  if (row.profession.empty()) return call.texts()("dashboard.all");
  const std::string profession = profession_label(edition, row.profession);
  return row.level.empty() ? profession : profession + " · " + row.level;
}

View table_view(const Call& call, const std::string& key, const std::vector<std::string>& columns,
                const std::vector<TableRowShown>& rows) {
  const std::string title = call.texts()("dashboard.table." + key + ".title");
  View view;
  view.set("title", title).set("about", call.texts()("dashboard.table." + key + ".about"));
  set_table(view, title, columns, rows);
  return view;
}

View funnel_table(const Call& call, const instrument::Edition& edition, const RoundDashboard& board) {
  // The rate stands first: it is what an office asks for, and a narrow window cuts columns off at the right.
  std::vector<std::string> columns = {call.texts()("dashboard.group"), call.texts()("dashboard.rate")};
  for (const FunnelStep step : assessment::funnel_steps)
    columns.push_back(call.texts()("dashboard.step." + std::string(to_string(step))));
  std::vector<TableRowShown> rows;
  for (const FunnelRow& group : board.groups) {
    TableRowShown row{group_words(call, edition, group)};
    row.cells.push_back({rate_words(call, group)});
    for (const FunnelStep step : assessment::funnel_steps)
      row.cells.push_back({std::to_string(group.funnel.at(step))});
    rows.push_back(std::move(row));
  }
  return table_view(call, "groups", columns, rows);
}

View states_table(const Call& call, const RoundDashboard& board) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const app::StateRow& state : board.states)
    rows.push_back({state.state.empty() ? texts("dashboard.no_state") : state.state,
                    "",
                    {{std::to_string(state.invited)},
                     {std::to_string(state.submitted)},
                     {whole_percent(state.submitted, state.invited)}}});
  return table_view(call, "states",
                    {texts("dashboard.state"), texts("dashboard.step.invited"),
                     texts("dashboard.step.submitted"), texts("dashboard.rate")},
                    rows);
}

std::string office_label(const instrument::Edition& edition, const std::string& id) {
  const auto found = std::ranges::find(edition.offices, id, &instrument::Office::id);
  return found == edition.offices.end() ? id : found->label;
}

View packets_table(const Call& call, const instrument::Edition& edition, const RoundDashboard& board) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const app::PacketRow& packet : board.packets)
    rows.push_back({office_label(edition, packet.office),
                    "",
                    {{std::to_string(packet.schools)},
                     {std::to_string(packet.complete)},
                     {std::to_string(packet.overdue)},
                     {packet.median_days ? fmt::format("{:.1f}", *packet.median_days) : ""}}});
  return table_view(call, "packets",
                    {texts("dashboard.packet"), texts("dashboard.schools"), texts("dashboard.complete"),
                     texts("dashboard.overdue"), texts("dashboard.median_days")},
                    rows);
}

std::string question_words(const instrument::Edition& edition, const std::string& id) {
  for (const auto& section : edition.sections)
    for (const std::size_t at : section.items)
      if (edition.items[at].id == id) return section.label + ": " + edition.items[at].wording.question;
  return id;
}

constexpr std::size_t most_burden_rows = 15;
constexpr std::size_t most_quiet_schools = 15;

// How long ago somebody talked with schools that are waited for: how many, and which it is longest of.
View quiet_figures_table(const Call& call, const RoundDashboard& board) {
  const auto& texts = call.texts();
  constexpr std::array<std::int64_t, 3> ends = {7, 14, 30};  // days
  std::array<std::size_t, ends.size() + 2> counts{};         // ..., longer ago, never
  for (const app::QuietSchool& school : board.quiet) {
    const auto end = std::ranges::lower_bound(ends, school.days.value_or(0));
    ++counts[school.days ? static_cast<std::size_t>(end - ends.begin()) : ends.size() + 1];
  }
  std::vector<TableRowShown> rows;
  for (std::size_t i = 0; i < counts.size(); ++i)
    rows.push_back({texts("dashboard.talked." + std::to_string(i)), "", {{std::to_string(counts[i])}}});
  return table_view(call, "talked", {texts("dashboard.last_talk"), texts("dashboard.schools")}, rows);
}

View quiet_schools_table(const Call& call, const RoundDashboard& board) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const app::QuietSchool& school : board.quiet) {
    if (rows.size() == most_quiet_schools) break;
    rows.push_back({school.name,
                    "/office/rounds/" + board.round.code + "/schools/" + school.code,
                    {{school.days ? std::to_string(*school.days) : texts("dashboard.never")}}});
  }
  return table_view(call, "quiet", {texts("office.school"), texts("dashboard.days_since")}, rows);
}

// Item and state: what was asked and answered is not the office's.
View asked_table(const Call& call, const RoundDashboard& board) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const app::AskedQuestion& question : board.asked.open)
    rows.push_back({question.school,
                    "/office/rounds/" + board.round.code + "/schools/" + question.code,
                    {{question.item}, {texts("checks.state.open")}, {utc_time(call, question.at)}}});
  return table_view(
      call, "asked",
      {texts("office.school"), texts("checks.item"), texts("office.state"), texts("checks.when")}, rows);
}

View burden_table(const Call& call, const instrument::Edition& edition, const RoundDashboard& board) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const app::BurdenRow& item : board.burden) {
    if (rows.size() == most_burden_rows) break;
    rows.push_back({question_words(edition, item.item),
                    "",
                    {{std::to_string(item.schools)}, {whole_percent(item.no_value, item.schools)}}});
  }
  return table_view(call, "burden",
                    {texts("dashboard.question"), texts("dashboard.schools"), texts("dashboard.no_value")},
                    rows);
}

std::string map_of(const Call& call, const RoundDashboard& board) {
  std::vector<report::StateCount> states;
  for (const app::StateRow& state : board.states)
    states.push_back({state.state, state.invited, state.submitted});
  return report::response_map(states, "response-map", call.texts()("dashboard.map"),
                              call.texts()("dashboard.map_text"));
}

base::Result<Reply> show_dashboard(const Call& call) {
  const auto board = dashboard_of_call(call);
  if (!board) return board.problems();
  const auto shelved = app::edition_of_round(call.installation(), board->round);
  if (!shelved) return shelved.problems();
  const instrument::Edition& edition = (*shelved)->edition;
  const std::string path = "/office/rounds/" + board->round.code;
  const std::string title = call.texts()("dashboard.title");
  Page page{"page_dashboard",
            {},
            title,
            {{call.texts()("office.title"), "/office"}, {board->round.title, path}, {title, ""}}};
  set_head(page.view, {title, call.texts()("dashboard.lead"), board->round.title});
  page.view.set("figures", figure_cards(call, *board)).set("map", map_of(call, *board));
  page.view.set("funnel", funnel_table(call, edition, *board)).set("states", states_table(call, *board));
  View::List tables;
  if (is_checked(*board) && !board->asked.open.empty()) tables.push_back(asked_table(call, *board));
  if (!board->quiet.empty()) {
    tables.push_back(quiet_figures_table(call, *board));
    tables.push_back(quiet_schools_table(call, *board));
  }
  if (!board->packets.empty()) tables.push_back(packets_table(call, edition, *board));
  if (!board->burden.empty()) tables.push_back(burden_table(call, edition, *board));
  page.view.set("tables", std::move(tables)).set("file_href", path + "/progress.csv");
  return Reply(std::move(page));
}

// ---- As a file.

base::Result<Reply> dashboard_file(const Call& call) {
  const auto board = dashboard_of_call(call);
  if (!board) return board.problems();
  std::string text;
  exchange::CsvWriter csv(text);
  csv.cell("profession").cell("variable").cell("level");
  for (const FunnelStep step : assessment::funnel_steps) csv.cell(to_string(step));
  csv.cell("rate_low").cell("rate_high").end_row();
  for (const FunnelRow& row : board->groups) {
    csv.cell(row.profession).cell(row.variable).cell(row.level);
    for (const FunnelStep step : assessment::funnel_steps) csv.cell(std::to_string(row.funnel.at(step)));
    csv.cell(row.rate ? fmt::format("{:.4f}", row.rate->low) : "");
    csv.cell(row.rate ? fmt::format("{:.4f}", row.rate->high) : "").end_row();
  }
  return Reply(Raw{http::attachment(std::move(text), "text/csv", board->round.code + "-progress.csv")});
}

}  // namespace

std::vector<Endpoint> dashboard_endpoints() {
  const std::string round = "/office/rounds/{round:word}";
  return {get(round + "/progress", "dashboard", for_office(Right::see_progress), show_dashboard),
          get(round + "/progress.csv", "dashboard_file", for_office(Right::see_progress), dashboard_file)};
}

}  // namespace smm::web
