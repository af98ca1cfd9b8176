// SPDX-License-Identifier: Apache-2.0
#include "scoring/weight_table.hpp"

#include <fmt/core.h>

namespace smm::scoring {
namespace {

base::Table empty_weight_table(std::string source) {
  return {std::move(source), {"level", "id", "weight"}, {}};
}

void append_weights(base::Table& table, const WeightParent& parent, const std::vector<double>& weights) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const int line = static_cast<int>(table.rows.size()) + 2;  // as it will stand below the head
    table.rows.push_back(
        {line,
         {std::string(to_string(parent.level)), parent.children[i].id, fmt::format("{:.10f}", weights[i])}});
  }
}

}  // namespace

base::Table weight_table(const JudgedWeights& judged) {
  base::Table table = empty_weight_table("weights");
  for (const ParentWeights& parent : judged.parents) append_weights(table, parent.parent, parent.weights);
  return table;
}

base::Table group_weight_table(const JudgedWeights& judged, std::string_view group) {
  base::Table table = empty_weight_table("weights of " + std::string(group));
  for (const ParentWeights& parent : judged.parents) {
    const std::vector<double>* weights = &parent.weights;
    for (const GroupWeights& one : parent.groups) {
      if (one.group == group) weights = &one.weights;
    }
    append_weights(table, parent.parent, *weights);
  }
  return table;
}

}  // namespace smm::scoring
