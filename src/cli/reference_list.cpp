// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "app/placing/reference_folder.hpp"
#include "cli/command.hpp"
#include "cli/reference_words.hpp"

namespace smm::cli {
namespace {

using app::placing::ListInFolder;

std::string lists_json(const std::vector<ListInFolder>& lists) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_array();
  for (const ListInFolder& list : lists) {
    json.begin_object().key("name").text(list.name);
    write_list(json, list.list);
    json.end_object();
  }
  json.end_array().finish();
  return text;
}

std::string lists_text(const std::vector<ListInFolder>& lists) {
  constexpr std::size_t shown_digits = 12;
  std::string text =
      fmt::format("{:<14}{:<12}{:<8}{:>9}  {:<14}{}\n", "kind", "as of", "states", "rows", "id", "source");
  for (const ListInFolder& list : lists) {
    const auto& origin = list.list.origin;
    text += fmt::format("{:<14}{:<12}{:<8}{:>9}  {:<14}{}\n", name_of(origin.kind), to_iso(origin.as_of),
                        origin.states.empty() ? "all" : origin.states, origin.rows,
                        list.list.id.substr(0, shown_digits), origin.source);
  }
  return text;
}

int run_reference_list(const Given& given, const Surroundings& around) {
  const std::string folder = given.text("--reference");
  auto lists = app::placing::read_reference_folder(around.files, folder);
  if (!lists) return report_problems(lists.problems(), around.err);
  if (given.has("--as-of")) {
    const auto day = read_day(given, "--as-of", around);
    if (!day) return wrong_usage;
    const auto names = app::placing::names_in_force(around.files, folder, *day);
    if (!names) return report_problems(names.problems(), around.err);
    std::erase_if(*lists, [&](const ListInFolder& list) {
      return std::find(names->begin(), names->end(), list.name) == names->end();
    });
  }
  around.out << (given.has("--json") ? lists_json(*lists) : lists_text(*lists));
  return done;
}

int run_reference_show(const Given& given, const Surroundings& around) {
  const auto kind = read_list_kind(given, around);
  const auto day = read_day(given, "--as-of", around);
  if (!kind || !day) return wrong_usage;
  const std::string folder = given.text("--reference");
  const auto lists = app::placing::read_reference_folder(around.files, folder);
  if (!lists) return report_problems(lists.problems(), around.err);
  const auto names = app::placing::names_in_force(around.files, folder, *day);
  if (!names) return report_problems(names.problems(), around.err);
  std::vector<ListInFolder> shown;
  for (const ListInFolder& list : *lists)
    if (list.list.origin.kind == *kind && std::find(names->begin(), names->end(), list.name) != names->end())
      shown.push_back(list);
  if (shown.empty()) {
    around.err << "smm: no list of kind " << name_of(*kind) << " is in force on " << to_iso(*day) << "\n";
    return problem_with_input;
  }
  std::string text;
  for (const ListInFolder& list : shown) text += given.has("--rows") ? list.body : list_lines(list.list);
  around.out << (given.has("--json") ? lists_json(shown) : text);
  return done;
}

}  // namespace

Command reference_list_command() {
  return {"reference list",
          "List the snapshots of a reference folder",
          "smm reference list --reference reference --as-of 2026-06-30",
          {},
          {{"--reference", "DIR", "Folder of reference lists", true},
           {"--as-of", "DATE", "Only those that are in force on this day"},
           {"--json", "", "Write JSON instead of text"}},
          run_reference_list};
}

Command reference_show_command() {
  return {"reference show",
          "Show where a reference list came from and what was found in it, or its rows",
          "smm reference show --kind hpsa --as-of 2026-06-30 --reference reference",
          {},
          {{"--kind", "KIND", "As in smm reference import", true},
           {"--as-of", "DATE", "The list in force on this day", true},
           {"--reference", "DIR", "Folder of reference lists", true},
           {"--rows", "", "Print its rows as CSV"},
           {"--json", "", "Write JSON instead of text"}},
          run_reference_show};
}

}  // namespace smm::cli
