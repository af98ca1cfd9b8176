// SPDX-License-Identifier: Apache-2.0
#include "benchmark/peer_choice.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "benchmark/problems.hpp"

namespace smm::benchmark {
namespace {

constexpr std::pair<std::string_view, std::string FrameRow::*> filter_variables[] = {
    {"control", &FrameRow::control},    {"state", &FrameRow::state},       {"division", &FrameRow::division},
    {"size", &FrameRow::size},          {"carnegie", &FrameRow::carnegie}, {"locale", &FrameRow::locale},
    {"programme", &FrameRow::programme}};

const std::string* variable_of(const FrameRow& row, std::string_view name) {
  for (const auto& [known, field] : filter_variables)
    if (known == name) return &(row.*field);
  return nullptr;
}

bool is_variable(std::string_view name) {
  return variable_of(FrameRow{}, name) != nullptr;
}

// Values of one variable are alternatives.
bool meets(const FrameRow& row, const PeerChoice& choice) {
  std::map<std::string_view, bool> met;
  for (const auto& [name, value] : choice.conditions) {
    bool& any = met.try_emplace(name, false).first->second;
    any = any || *variable_of(row, name) == value;
  }
  return std::ranges::all_of(met, [](const auto& variable) { return variable.second; });
}

base::Problems unknown_schools(const PeerChoice& choice, const std::vector<FrameRow>& rows) {
  base::Problems problems;
  for (const std::string& id : choice.school_ids) {
    const auto at = std::ranges::lower_bound(rows, id, {}, &FrameRow::school_id);
    if (at != rows.end() && at->school_id == id) continue;
    problems.emplace_back(problem::school_unknown, "the release has no school \"" + id + "\"");
  }
  return problems;
}

bool is_chosen(const PeerChoice& choice, const std::set<std::string_view>& listed, const Unit& unit,
               const std::vector<FrameRow>& rows) {
  if (listed.empty()) return meets(rows[unit.face], choice);
  return std::ranges::any_of(unit.rows,
                             [&](std::size_t row) { return listed.contains(rows[row].school_id); });
}

}  // namespace

base::Result<PeerChoice> read_peer_filter(const std::string& text) {
  PeerChoice choice;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string condition = text.substr(begin, end - begin);
    const std::size_t sign = condition.find('=');
    const std::string name = condition.substr(0, sign);
    if (sign == std::string::npos || sign + 1 == condition.size() || !is_variable(name))
      return base::Problem(
          problem::peer_filter_unreadable,
          "\"" + condition +
              "\" is no condition; write variable=value with control, state, division, size, "
              "carnegie, locale or programme");
    choice.conditions.emplace_back(name, condition.substr(sign + 1));
    begin = end + 1;
  }
  if (choice.conditions.empty())
    return base::Problem(problem::peer_filter_unreadable, "the filter has no condition");
  return choice;
}

base::Result<std::vector<std::size_t>> chosen_peers(const PeerChoice& choice, const ProfessionBlocks& blocks,
                                                    const std::vector<FrameRow>& rows, std::size_t own) {
  auto problems = unknown_schools(choice, rows);
  if (!problems.empty()) return problems;
  const std::set<std::string_view> listed(choice.school_ids.begin(), choice.school_ids.end());
  std::vector<std::size_t> peers;
  for (std::size_t unit = 0; unit < blocks.units.size(); ++unit) {
    if (unit == own || !blocks.units[unit].answered) continue;
    if (is_chosen(choice, listed, blocks.units[unit], rows)) peers.push_back(unit);
  }
  return peers;
}

}  // namespace smm::benchmark
