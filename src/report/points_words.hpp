// SPDX-License-Identifier: Apache-2.0
// What the answers of an item earn, in words: one row for each option or step.
#pragma once

#include <string>
#include <vector>

#include "instrument/item.hpp"
#include "render/texts.hpp"

namespace smm::report {

struct PointsRow {
  std::string answer;  // "Every step", "25 percent or more"
  std::string remark;  // of an option that is not scored like others; mostly empty
  std::string points;
  std::string reason;
};

std::vector<PointsRow> option_points(const instrument::Item& item, const render::Texts& texts);

// `steps` are the item's own or those of a variant.
std::vector<PointsRow> step_points_rows(const instrument::Item& item,
                                        const std::vector<instrument::Step>& steps,
                                        const render::Texts& texts);

// "12,500" with separators, decimals as needed.
std::string plain_number(double value);

}  // namespace smm::report
