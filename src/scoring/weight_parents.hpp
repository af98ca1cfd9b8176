// SPDX-License-Identifier: Apache-2.0
// What is weighed against what: the indicators of an area, and the areas of a domain. Weights mean
// something only within such a parent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/edition.hpp"

namespace smm::scoring {

// Of the children: `indicator` means that the parent is an area, `area` that it is a domain.
enum class WeightLevel { indicator, area };

std::string_view to_string(WeightLevel level);

struct WeightChild {
  std::string id;
  std::size_t position = 0;  // in Edition::items (indicators) or Edition::sections (areas)
  bool optional = false;     // scored only when a round or a command names it; may be left out of weights
};

struct WeightParent {
  WeightLevel level = WeightLevel::indicator;
  std::string id;
  std::vector<WeightChild> children;  // at least one, in the edition's order

  std::optional<std::size_t> child(std::string_view child_id) const;
};

// Areas first, then domains, both in the edition's order; those without children are left out. An area and
// a domain may share an id; two parents of one level never do.
std::vector<WeightParent> weight_parents(const instrument::Edition& edition);

}  // namespace smm::scoring
