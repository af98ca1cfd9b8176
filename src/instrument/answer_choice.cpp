// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>

#include "instrument/answer_value.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using MaybeProblem = std::optional<base::Problem>;

bool takes_several(const Item& item) {
  return item.type == ItemType::any_of || item.type == ItemType::year_grid;
}

std::optional<std::size_t> option_position(const Item& item, std::string_view id) {
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    if (item.options[i].id == id) return i;
  }
  return std::nullopt;
}

// "topic@2" → the cell's bit position.
std::optional<std::size_t> cell_position(const Item& item, int years, std::string_view cell) {
  const std::size_t at = cell.rfind('@');
  if (at == std::string_view::npos || cell.size() != at + 2) return std::nullopt;
  const auto topic = option_position(item, cell.substr(0, at));
  const int year = cell[at + 1] - '0';
  if (!topic || year < 1 || year > years) return std::nullopt;
  return *topic * static_cast<std::size_t>(years) + static_cast<std::size_t>(year - 1);
}

MaybeProblem unknown(const Item& item, int years, std::string_view part) {
  std::string sentence = item.id + " has no option \"" + std::string(part.substr(0, 60)) + "\"";
  if (item.type == ItemType::year_grid) {
    sentence = "\"" + std::string(part.substr(0, 60)) + "\" is no topic@year of " + item.id +
               " (years 1 to " + std::to_string(years) + ")";
  }
  return base::Problem(problem::unknown_option, sentence);
}

// One part between semicolons: an option or cell, or "!" and one that is not permitted.
MaybeProblem read_part(const Item& item, int years, std::string_view part, Choice& choice) {
  const bool barred = part.starts_with('!');
  const std::string_view id = barred ? part.substr(1) : part;
  const auto position =
      item.type == ItemType::year_grid ? cell_position(item, years, id) : option_position(item, id);
  if (!position) return unknown(item, years, part);
  std::uint64_t& mask = barred ? choice.barred : choice.chosen;
  const std::uint64_t bit = std::uint64_t{1} << *position;
  if ((mask & bit) != 0)
    return base::Problem(problem::option_conflict, "\"" + std::string(part) + "\" stands twice");
  mask |= bit;
  return std::nullopt;
}

MaybeProblem check_choice(const Item& item, const Choice& choice) {
  const int chosen = std::popcount(choice.chosen);
  if ((choice.chosen & choice.barred) != 0) {
    return base::Problem(problem::option_conflict, "an option is both chosen and marked as not permitted");
  }
  if (!takes_several(item) && chosen != 1) {
    return base::Problem(problem::option_conflict, item.id + " takes exactly one option");
  }
  if (item.type != ItemType::any_of || chosen < 2) return std::nullopt;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    const bool alone = item.options[i].exclusive || item.options[i].leaves;
    if (alone && (choice.chosen >> i & 1u) != 0) {
      return base::Problem(problem::option_conflict,
                           "\"" + item.options[i].id + "\" can only be chosen alone");
    }
  }
  return std::nullopt;
}

bool says_none(const Item& item, std::string_view part) {
  return part == "none" && takes_several(item) && !option_position(item, "none");
}

}  // namespace

std::optional<base::Problem> read_choice(const Item& item, int years, std::string_view text, Choice& choice) {
  bool none = false;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (says_none(item, part)) {
      if (none) return base::Problem(problem::option_conflict, "\"none\" stands twice");
      none = true;
    } else if (MaybeProblem found = read_part(item, years, part, choice)) {
      return found;
    }
    begin = end + 1;
  }
  const bool other = choice.chosen != 0;
  if (none && other) return base::Problem(problem::option_conflict, "\"none\" stands beside a chosen option");
  if (takes_several(item) && !none && !other) {
    return base::Problem(problem::answer_unreadable, "nothing is chosen; write none when nothing applies");
  }
  return check_choice(item, choice);
}

}  // namespace smm::instrument
