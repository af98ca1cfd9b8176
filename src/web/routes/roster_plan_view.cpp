// SPDX-License-Identifier: Apache-2.0
#include "web/routes/roster_plan_view.hpp"

#include <algorithm>

namespace smm::web {
namespace {

using render::View;

// Beyond these a table says how many more there are.
constexpr std::size_t most_rows_shown = 500;
constexpr std::size_t most_errors_shown = 20;

struct Section {
  const char* name;  // of texts roster.part.*
  std::vector<std::string> columns;
  std::vector<TableRowShown> rows;
};

View section_view(const Call& call, Section section) {
  const auto& texts = call.texts();
  const std::string key = std::string("roster.part.") + section.name;
  const std::size_t all = section.rows.size();
  if (all > most_rows_shown) section.rows.resize(most_rows_shown);
  View view;
  view.set("more", all > most_rows_shown
                       ? texts("roster.more", {{"n", std::to_string(all - most_rows_shown)}})
                       : std::string());
  std::vector<std::string> columns;
  for (const std::string& column : section.columns) columns.push_back(texts("roster.head." + column));
  set_table(view, texts(key), columns, section.rows);
  return view;
}

std::string line_words(const base::Place& place) {
  return place.line > 0 ? std::to_string(place.line) : std::string();
}

std::string column_words(const base::Table& table, const base::Place& place) {
  const auto at = static_cast<std::size_t>(place.column);
  return at == 0 || at > table.columns.size() ? std::string() : table.columns[at - 1];
}

Section bad_rows(const base::Table& table, const base::Problems& problems) {
  Section section{"bad", {"row", "column", "why"}, {}};
  for (const base::Problem& problem : problems)
    section.rows.push_back(
        {line_words(problem.place), "", {{column_words(table, problem.place)}, {problem.sentence}}});
  return section;
}

Section added_rows(const app::RosterPlan& plan) {
  Section section{"added", {"code", "name", "programmes"}, {}};
  for (const app::RosterSchool& school : plan.added) {
    std::string programmes;
    for (const std::string& id : school.programmes) programmes += (programmes.empty() ? "" : " ") + id;
    section.rows.push_back({school.code, "", {{school.name}, {programmes}}});
  }
  return section;
}

Section changed_rows(const Call& call, const app::RosterPlan& plan) {
  Section section{"changed", {"code", "name", "what", "before", "after"}, {}};
  for (const app::SchoolChange& school : plan.changed)
    for (const app::FieldChange& field : school.fields)
      section.rows.push_back({school.code,
                              "",
                              {{school.name},
                               {call.texts()("roster.column." + std::string(field.column))},
                               {field.before},
                               {field.after}}});
  return section;
}

View figure(const std::string& label, std::size_t number) {
  View view;
  view.set("label", label).set("number", std::to_string(number));
  return view;
}

View::List figures_of(const Call& call, const RosterCheck& check) {
  const auto& texts = call.texts();
  if (!check.problems.empty()) return {figure(texts("roster.part.bad"), check.problems.size())};
  return {figure(texts("roster.part.added"), check.plan.added.size()),
          figure(texts("roster.part.changed"), check.plan.changed.size()),
          figure(texts("roster.part.unchanged"), check.plan.unchanged)};
}

View::List sections_of(const Call& call, const base::Table& table, const RosterCheck& check) {
  View::List sections;
  if (!check.problems.empty()) sections.push_back(section_view(call, bad_rows(table, check.problems)));
  if (!check.plan.added.empty()) sections.push_back(section_view(call, added_rows(check.plan)));
  if (!check.plan.changed.empty()) sections.push_back(section_view(call, changed_rows(call, check.plan)));
  return sections;
}

std::vector<FormError> check_errors(const Call& call, const RosterCheck& check) {
  if (check.moved) return {{call.texts()("roster.moved"), ""}};
  if (check.problems.empty()) return {};
  return {{call.texts()("roster.refused", {{"n", std::to_string(check.problems.size())}}), ""}};
}

}  // namespace

void set_roster_check(const Call& call, View& view, const base::Table& table, const RosterCheck& check,
                      const std::vector<http::Parameter>& kept) {
  const std::size_t does = check.plan.added.size() + check.plan.changed.size();
  set_errors(view, check_errors(call, check));
  view.set("figures", figures_of(call, check)).set("sections", sections_of(call, table, check));
  view.set("may_take", check.problems.empty() && does > 0);
  view.set("nothing_to_do", check.problems.empty() && does == 0);
  view.set("hidden", render::views(kept, [](const http::Parameter& field) {
             View each;
             each.set("name", field.name).set("value", field.value);
             return each;
           }));
}

std::vector<FormError> roster_errors(const Call& call, const base::Problems& problems) {
  std::vector<FormError> errors;
  for (const base::Problem& problem : problems) {
    if (errors.size() == most_errors_shown) {
      errors.push_back(
          {call.texts()("roster.more", {{"n", std::to_string(problems.size() - most_errors_shown)}}), ""});
      break;
    }
    const std::string line = problem.place.line > 1 ? line_words(problem.place) : std::string();
    errors.push_back({line.empty()
                          ? problem.sentence
                          : call.texts()("roster.on_row", {{"row", line}, {"why", problem.sentence}}),
                      ""});
  }
  return errors;
}

}  // namespace smm::web
