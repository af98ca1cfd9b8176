// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "app/editions.hpp"
#include "app/resources.hpp"
#include "catalog/find_resources.hpp"
#include "cli/command.hpp"
#include "render/terminal_table.hpp"

namespace smm::cli {
namespace {

using app::AddressState;
using instrument::Edition;

std::string counts_by_area(const catalog::Catalog& catalog, const Edition& edition) {
  render::TerminalTable table{{{"Area"}}, {}};
  for (const auto& profession : edition.professions)
    table.columns.push_back({profession.id, render::Align::right});
  for (std::size_t area = 0; area < edition.sections.size(); ++area) {
    if (edition.sections[area].kind != instrument::SectionKind::area) continue;
    std::vector<std::string> row = {edition.sections[area].id};
    for (std::size_t profession = 0; profession < edition.professions.size(); ++profession)
      row.push_back(std::to_string(catalog::resources_for(catalog, area, profession).size()));
    table.rows.push_back(std::move(row));
  }
  return to_text(table);
}

std::string shortfall_words(const catalog::Catalog& catalog, const Edition& edition) {
  const std::string wanted = std::to_string(catalog::wanted_resources);
  const auto few = catalog::shortfalls(catalog, edition);
  if (few.empty()) return "Shortfall: none; every area has " + wanted + " or more for every profession.\n";
  std::string text = "Shortfall, fewer than " + wanted + ":\n";
  for (const auto& each : few)
    text += "  " + edition.sections[each.area].id + " for " + edition.professions[each.profession].id + ": " +
            std::to_string(catalog::wanted_resources - each.found) + " missing\n";
  return text;
}

std::string basis_words(const catalog::Catalog& catalog) {
  const auto recalled =
      std::ranges::count(catalog.resources, catalog::Basis::recalled, &catalog::Resource::basis);
  return std::to_string(catalog.resources.size()) + " resources: no problems found; " +
         std::to_string(recalled) + " recalled and not yet held against their page\n";
}

// Addresses that a person has to look at, worst first.
std::string links_words(const app::AskedLinks& asked) {
  if (asked.offline)
    return "Links: none of the first " + std::to_string(asked.links.size()) + " could be reached (" +
           asked.links.front().answer.words +
           "). This machine seems to be offline; nothing is said about the links.\n";
  const auto count = [&](AddressState state) { return std::to_string(asked.count(state)); };
  std::string text = "Links: " + count(AddressState::answers) + " answer, " + count(AddressState::moved) +
                     " moved, " + count(AddressState::refuses) + " refuse to say, " +
                     count(AddressState::unreachable) + " unreachable, " + count(AddressState::dead) +
                     " dead\n";
  for (const AddressState state :
       {AddressState::dead, AddressState::unreachable, AddressState::moved, AddressState::refuses})
    for (const auto& link : asked.links)
      if (link.answer.state == state)
        text += "  " + link.resource->id + "  " + link.resource->address + "  " + link.answer.words + "\n";
  return text;
}

int tell_links(const catalog::Catalog& catalog, const Surroundings& around) {
  const auto asked = app::ask_links(catalog, around.links, [&](std::size_t count) {
    if (around.progress)
      around.err << "\rasked " << count << " of " << catalog.resources.size() << std::flush;
  });
  if (around.progress) around.err << "\n";
  around.out << links_words(asked);
  return asked.count(AddressState::dead) > 0 ? problem_with_input : done;
}

int run_resources_check(const Given& given, const Surroundings& around) {
  const auto edition =
      app::open_edition(around.content, around.files, given.text_or("--edition", "smm-2026"));
  if (!edition) return report_problems(edition.problems(), around.err);
  const auto catalog = app::open_resources(around.content, *edition);
  if (!catalog) return report_problems(catalog.problems(), around.err);
  around.out << basis_words(*catalog) << "\n"
             << counts_by_area(*catalog, *edition) << "\n"
             << shortfall_words(*catalog, *edition);
  if (given.has("--links")) return tell_links(*catalog, around);
  around.out << "Links: not asked; --links asks each address, which takes a machine that is online.\n";
  return done;
}

}  // namespace

Command resources_check_command() {
  return {"resources check",
          "Check the resource library: its files, where there are too few, and with --links dead addresses",
          "smm resources check --links",
          {},
          {{"--links", "", "Ask every address whether it still answers; asks other hosts"},
           {"--edition", "ID", "Edition whose areas are meant; smm-2026 without it"}},
          run_resources_check};
}

}  // namespace smm::cli
