// SPDX-License-Identifier: Apache-2.0
#include "oracle_answers.hpp"

#include <algorithm>
#include <sstream>

namespace smm::test {
namespace {

using instrument::Compare;
using instrument::Direction;
using instrument::ItemType;
using instrument::Option;

bool is_single(ItemType type) {
  return type == ItemType::yes_no || type == ItemType::one_of || type == ItemType::phase;
}

// "7/20" → 35, "35" → 35.
double percent_of(const std::string& text) {
  const auto parts = split_at(text, '/');
  if (parts.size() == 1) return std::stod(text);
  return std::stod(parts[0]) / std::stod(parts[1]) * 100;
}

std::optional<double> number_said(const OracleItem& item, const std::string& value) {
  if (item.item->type != ItemType::two_shares) return percent_of(value);
  const auto sides = split_at(value, '|');
  const double own = percent_of(sides[0]);
  const double other = percent_of(sides[1]);
  if (item.item->compare == Compare::difference) return own - other;
  return other > 0 ? std::optional(own / other) : std::nullopt;
}

double step_points_at(const OracleItem& item, double value) {
  double points = 0;
  for (const auto& step : item.steps) {
    const double beyond =
        item.item->direction == Direction::higher ? value - step.threshold : step.threshold - value;
    if (beyond > -1e-9) points = std::max(points, step.points);
  }
  return points;
}

std::string decimal(double number) {
  std::ostringstream text;
  text.precision(12);
  text << std::fixed << number;
  return text.str();
}

std::vector<std::string> sayable_numbers(const OracleItem& item) {
  std::vector<std::string> values;
  const bool pair = item.item->type == ItemType::two_shares;
  if (pair) {
    for (const char* value : {"0|100", "100|0", "0|1", "100|1", "50|50", "1|100", "100|100"})
      values.emplace_back(value);
    return values;
  }
  values = {"0", "0.5", "1", "100"};
  if (item.item->type != ItemType::share) values.emplace_back("1000000000");
  for (const auto& step : item.steps) values.push_back(decimal(step.threshold));
  return values;
}

std::vector<std::string> sayable_sets(const OracleItem& item, const std::set<std::string>& barred) {
  std::vector<std::string> values = {""};
  for (const Option& option : item.item->options) {
    if (barred.contains(option.id)) continue;
    if (option.exclusive || option.leaves) {
      values.push_back(option.id);
      continue;
    }
    const std::size_t before = values.size();
    for (std::size_t i = 0; i < before; ++i) {
      const bool alone =
          std::any_of(item.item->options.begin(), item.item->options.end(),
                      [&](const Option& o) { return o.id == values[i] && (o.exclusive || o.leaves); });
      if (!alone) values.push_back(values[i] + (values[i].empty() ? "" : ";") + option.id);
    }
  }
  values.front() = "none";
  return values;
}

}  // namespace

std::vector<std::string> split_at(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

bool is_a_number(const OracleItem& item) {
  for (const ItemType type :
       {ItemType::count, ItemType::share, ItemType::ratio, ItemType::two_shares, ItemType::money}) {
    if (item.item->type == type) return true;
  }
  return false;
}

ReadValue read_said(const OracleItem& item, const std::string& value) {
  ReadValue read;
  if (is_a_number(item)) {
    read.number = number_said(item, value);
    return read;
  }
  for (const std::string& part : split_at(value, ';')) {
    if (part.starts_with("!")) {
      read.barred.insert(part.substr(1));
    } else {
      read.chosen.insert(part);
    }
  }
  const auto& options = item.item->options;
  const bool has_none =
      std::any_of(options.begin(), options.end(), [](const Option& o) { return o.id == "none"; });
  if (!is_single(item.item->type) && !has_none) read.chosen.erase("none");
  if (item.item->type == ItemType::phase) read.number = std::stod(*read.chosen.begin());
  const auto cells = options.size() * static_cast<std::size_t>(item.years) - read.barred.size();
  if (item.item->type == ItemType::year_grid && cells > 0)
    read.number = 100.0 * static_cast<double>(read.chosen.size()) / static_cast<double>(cells);
  return read;
}

double full_points_of(const OracleItem& item) {
  double full = 0;
  for (const auto& step : item.steps) full = std::max(full, step.points);
  for (const Option& option : item.item->options) full = std::max(full, option.points);
  return full;
}

OraclePoints points_said(const OracleItem& item, const std::string& value) {
  const ReadValue read = read_said(item, value);
  for (const Option& option : item.item->options) {
    if (option.leaves && read.chosen.contains(option.id)) return {};
  }
  if (is_a_number(item) || item.item->type == ItemType::year_grid) {
    if (!read.number) return {};
    return {step_points_at(item, *read.number), full_points_of(item)};
  }
  OraclePoints points;
  double counted = 0;
  double countable = 0;
  for (const Option& option : item.item->options) {
    const bool chosen = read.chosen.contains(option.id);
    const bool permitted = !read.barred.contains(option.id);
    if (chosen) points.earned = option.points;
    if (permitted && !option.leaves) points.attainable = std::max(points.attainable, option.points);
    if (!option.exclusive && !option.leaves) {
      counted += chosen ? 1 : 0;
      countable += permitted ? 1 : 0;
    }
  }
  if (is_single(item.item->type)) return points;
  return {step_points_at(item, counted), step_points_at(item, countable)};
}

std::vector<std::string> sayable(const OracleItem& item, const std::set<std::string>& barred) {
  if (is_a_number(item)) return sayable_numbers(item);
  if (item.item->type == ItemType::any_of) return sayable_sets(item, barred);
  std::vector<std::string> values;
  if (item.item->type == ItemType::year_grid) {
    values.emplace_back("none");
    std::string all;
    for (const Option& topic : item.item->options) {
      for (int year = 1; year <= item.years; ++year) {
        const std::string cell = topic.id + "@" + std::to_string(year);
        if (barred.contains(cell)) continue;
        all += (all.empty() ? "" : ";") + cell;
        values.push_back(all);
      }
    }
    for (std::string& text : values) {
      for (const std::string& cell : barred) text += ";!" + cell;
    }
    return values;
  }
  for (const Option& option : item.item->options) {
    if (!barred.contains(option.id) && !option.leaves) values.push_back(option.id);
  }
  return values;
}

}  // namespace smm::test
