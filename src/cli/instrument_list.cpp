// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "app/editions.hpp"
#include "cli/command.hpp"
#include "exchange/json.hpp"
#include "render/terminal_table.hpp"

namespace smm::cli {
namespace {

using instrument::Edition;

long indicator_count(const Edition& edition) {
  return std::count_if(edition.items.begin(), edition.items.end(),
                       [](const auto& item) { return item.scored == instrument::Scored::yes; });
}

long area_count(const Edition& edition) {
  return std::count_if(edition.sections.begin(), edition.sections.end(),
                       [](const auto& section) { return section.kind == instrument::SectionKind::area; });
}

std::string editions_json(const std::vector<Edition>& editions) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_array();
  for (const Edition& edition : editions) {
    json.begin_object().key("id").text(edition.id).key("title").text(edition.title);
    json.key("version").text(edition.version).key("status").text(edition.published ? "published" : "draft");
    json.key("hash").text(edition.hash).key("domains").number(edition.domains.size());
    json.key("areas")
        .number(area_count(edition))
        .key("indicators")
        .number(indicator_count(edition))
        .end_object();
  }
  json.end_array();
  json.finish();
  return text;
}

std::string editions_table(const std::vector<Edition>& editions) {
  render::TerminalTable table{{{"Edition"},
                               {"Title"},
                               {"Version"},
                               {"Status"},
                               {"Domains", render::Align::right},
                               {"Areas", render::Align::right},
                               {"Indicators", render::Align::right}},
                              {}};
  for (const Edition& edition : editions) {
    table.rows.push_back({edition.id, edition.title, edition.version,
                          edition.published ? "published" : "draft", std::to_string(edition.domains.size()),
                          std::to_string(area_count(edition)), std::to_string(indicator_count(edition))});
  }
  return to_text(table);
}

int run_instrument_list(const Given& given, const Surroundings& around) {
  std::vector<Edition> editions;
  for (const std::string& id : app::edition_ids(around.content)) {
    auto edition = app::open_edition(around.content, around.files, id);
    if (!edition) return report_problems(edition.problems(), around.err);
    editions.push_back(std::move(*edition));
  }
  around.out << (given.has("--json") ? editions_json(editions) : editions_table(editions));
  return done;
}

}  // namespace

Command instrument_list_command() {
  return {"instrument list",
          "List the editions that ship with the program",
          "smm instrument list",
          {},
          {{"--json", "", "Write JSON instead of a table"}},
          run_instrument_list};
}

}  // namespace smm::cli
