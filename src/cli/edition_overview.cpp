// SPDX-License-Identifier: Apache-2.0
#include "cli/edition_overview.hpp"

#include <cmath>

#include "app/problems.hpp"
#include "instrument/answering_time.hpp"
#include "render/terminal_table.hpp"

namespace smm::cli {
namespace {

using instrument::Edition;
using instrument::PacketTime;
using render::Align;
using render::TerminalTable;

std::string indicators_of(const Edition& edition, const instrument::Section& area, std::size_t programme) {
  long indicators = 0;
  for (const std::size_t position : area.items) {
    const instrument::Item& item = edition.items[position];
    indicators += item.scored == instrument::Scored::yes && (item.programmes >> programme & 1u) != 0 ? 1 : 0;
  }
  return std::to_string(indicators);
}

std::vector<std::string> time_row(const std::string& programme, const std::string& packet,
                                  const PacketTime& time) {
  return {programme,
          packet,
          std::to_string(time.items),
          std::to_string(time.numbers),
          std::to_string(std::lround(time.answering)),
          std::to_string(time.gathering)};
}

}  // namespace

std::string area_overview(const Edition& edition) {
  TerminalTable table{{{"Domain"}, {"Area"}}, {}};
  for (const auto& programme : edition.programmes)
    table.columns.push_back({programme.short_label, Align::right});
  for (const auto& domain : edition.domains) {
    for (const std::size_t section : domain.areas) {
      std::vector<std::string> row = {domain.id, edition.sections[section].id};
      for (std::size_t p = 0; p < edition.programmes.size(); ++p)
        row.push_back(indicators_of(edition, edition.sections[section], p));
      table.rows.push_back(std::move(row));
    }
  }
  return to_text(table);
}

std::string time_overview(const Edition& edition, bool by_packet) {
  TerminalTable table{{{"Program"},
                       {"Packet"},
                       {"Questions", Align::right},
                       {"Numbers", Align::right},
                       {"Minutes to answer", Align::right},
                       {"Minutes to gather", Align::right}},
                      {}};
  for (std::size_t p = 0; p < edition.programmes.size(); ++p) {
    const auto packets = packet_times(edition, questionnaire_for(edition, p));
    const std::string& label = edition.programmes[p].short_label;
    if (by_packet) {
      for (const auto& office : edition.offices) {
        if (packets.contains(office.id))
          table.rows.push_back(time_row(label, office.label, packets.at(office.id)));
      }
    }
    table.rows.push_back(time_row(label, "all", total_time(packets)));
  }
  return to_text(table);
}

base::Problem no_such_programme(const Edition& edition, const std::string& id) {
  std::string known;
  for (const auto& programme : edition.programmes) known += (known.empty() ? "" : ", ") + programme.id;
  return {app::problem::programme_not_found,
          "no program \"" + id + "\" in " + edition.id + " (there are " + known + ")"};
}

}  // namespace smm::cli
