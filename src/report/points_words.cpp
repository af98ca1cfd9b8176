// SPDX-License-Identifier: Apache-2.0
#include "report/points_words.hpp"

#include <fmt/format.h>

namespace smm::report {
namespace {

using instrument::Item;
using instrument::ItemType;

std::string step_key(const Item& item) {
  if (item.type == ItemType::two_shares)
    return item.compare == instrument::Compare::ratio ? "quotient" : "difference";
  return std::string(to_string(item.type));
}

}  // namespace

std::string plain_number(double value) {
  std::string text = fmt::format("{}", value);
  std::size_t end = text.find('.');
  if (end == std::string::npos) end = text.size();
  const std::size_t begin = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = end; at > begin + 3;) text.insert(at -= 3, ",");
  return text;
}

std::vector<PointsRow> option_points(const Item& item, const render::Texts& texts) {
  std::vector<PointsRow> rows;
  for (const instrument::Option& option : item.options) {
    const std::string remark = option.leaves ? texts("worksheet.leaves") : "";
    const std::string points = option.leaves ? "–" : plain_number(option.points);
    rows.push_back({option.label, remark, points, option.reason});
  }
  return rows;
}

std::vector<PointsRow> step_points_rows(const Item& item, const std::vector<instrument::Step>& steps,
                                        const render::Texts& texts) {
  const bool lower = item.direction == instrument::Direction::lower;
  const std::string key = "list.step." + step_key(item) + (lower ? ".at_most" : ".at_least");
  std::vector<PointsRow> rows;
  for (const instrument::Step& step : steps) {
    rows.push_back(
        {texts(key, {{"n", plain_number(step.threshold)}}), "", plain_number(step.points), step.reason});
  }
  return rows;
}

}  // namespace smm::report
