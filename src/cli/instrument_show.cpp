// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/editions.hpp"
#include "cli/command.hpp"
#include "cli/edition_overview.hpp"
#include "instrument/questionnaire.hpp"
#include "render/terminal_table.hpp"

namespace smm::cli {
namespace {

using instrument::Edition;

std::string points_text(const instrument::Item& item) {
  if (item.scored == instrument::Scored::no) return "";
  const std::string points = std::to_string(static_cast<long>(full_points(item)));
  return item.scored == instrument::Scored::optional ? "(" + points + ")" : points;
}

std::string item_table(const Edition& edition, std::size_t programme) {
  render::TerminalTable table{
      {{"Section"}, {"Item"}, {"Type"}, {"Office"}, {"Points", render::Align::right}, {"Asked if"}}, {}};
  for (const auto& [position, item] : questionnaire_for(edition, programme, true).items) {
    table.rows.push_back({edition.sections[item.section].id, item.id, std::string(to_string(item.type)),
                          item.office, points_text(item), item.ask_if_text});
  }
  return to_text(table);
}

// Ids as an answer file writes them.
std::string values_table(const Edition& edition, std::size_t programme) {
  render::TerminalTable table{{{"Item"}, {"Option, topic or phase"}, {"Label"}}, {}};
  for (const auto& [position, item] : questionnaire_for(edition, programme, true).items) {
    if (item.type == instrument::ItemType::yes_no) continue;
    for (const auto& option : item.options) table.rows.push_back({item.id, option.id, option.label});
  }
  return to_text(table);
}

std::string programme_table(const Edition& edition) {
  render::TerminalTable table{
      {{"Program id"}, {"Short"}, {"Label"}, {"Profession"}, {"Years", render::Align::right}}, {}};
  for (const auto& programme : edition.programmes) {
    table.rows.push_back({programme.id, programme.short_label, programme.label,
                          edition.professions[programme.profession].id, std::to_string(programme.years)});
  }
  return to_text(table);
}

int run_instrument_show(const Given& given, const Surroundings& around) {
  const auto edition = app::open_edition(around.content, around.files, given.text("ID"));
  if (!edition) return report_problems(edition.problems(), around.err);
  around.out << edition->title << "\n"
             << edition->id << " " << edition->version << (edition->published ? ", published" : ", draft")
             << ", content hash " << edition->hash << "\n\n";
  if (!given.has("--programme")) {
    around.out << programme_table(*edition) << '\n'
               << area_overview(*edition) << '\n'
               << time_overview(*edition, false);
    return done;
  }
  const auto programme = edition->programme(given.text("--programme"));
  if (!programme) {
    return report_problems({no_such_programme(*edition, given.text("--programme"))}, around.err);
  }
  around.out << edition->programmes[*programme].label << "\n\n"
             << item_table(*edition, *programme) << "\nIds for answer files\n"
             << values_table(*edition, *programme);
  return done;
}

}  // namespace

Command instrument_show_command() {
  return {"instrument show",
          "Show what an edition holds, or the questions of one program",
          "smm instrument show smm-2026 --programme nursing_adn",
          {{"ID", "Edition: an id, or a folder named with a /"}},
          {{"--programme", "P", "List the questions of this program"}},
          run_instrument_show};
}

}  // namespace smm::cli
