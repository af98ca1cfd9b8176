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

// Conditions by variable; values of one variable are alternatives.
using Alternatives = std::map<std::string_view, std::vector<std::string_view>>;

Alternatives alternatives_of(const PeerChoice& choice) {
  Alternatives by_variable;
  for (const auto& [name, value] : choice.conditions) by_variable[name].push_back(value);
  return by_variable;
}

bool meets(const FrameRow& row, const Alternatives& by_variable) {
  return std::ranges::all_of(by_variable, [&](const auto& variable) {
    return std::ranges::find(variable.second, *variable_of(row, variable.first)) != variable.second.end();
  });
}

std::vector<std::size_t> units_that_meet(const Alternatives& by_variable, const ReleaseIndex& index,
                                         const ProfessionIndex& profession) {
  const std::vector<Unit>& units = profession.blocks.units;
  std::vector<std::size_t> found;
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    if (meets(index.rows()[units[unit].face], by_variable)) found.push_back(unit);
  return found;
}

base::Result<std::vector<std::size_t>> units_listed(const std::vector<std::string>& schools,
                                                    const ReleaseIndex& index,
                                                    const ProfessionIndex& profession) {
  base::Problems problems;
  std::set<std::size_t> found;
  for (const std::string& id : schools) {
    const auto [from, to] = index.rows_of_school(id);
    if (from == to)
      problems.emplace_back(problem::school_unknown, "the release has no school \"" + id + "\"");
    for (std::size_t row = from; row < to; ++row)
      if (const auto unit = profession.unit_of_row[row]) found.insert(*unit);
  }
  if (!problems.empty()) return problems;
  return std::vector<std::size_t>(found.begin(), found.end());
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

base::Result<std::vector<std::size_t>> chosen_peers(const PeerChoice& choice, const ReleaseIndex& index,
                                                    const ProfessionIndex& profession, std::size_t own) {
  using Chosen = base::Result<std::vector<std::size_t>>;
  Chosen found = choice.school_ids.empty()
                     ? Chosen(units_that_meet(alternatives_of(choice), index, profession))
                     : units_listed(choice.school_ids, index, profession);
  if (!found) return found;
  std::erase_if(*found,
                [&](std::size_t unit) { return unit == own || !profession.blocks.units[unit].answered; });
  return found;
}

}  // namespace smm::benchmark
