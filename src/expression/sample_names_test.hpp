// SPDX-License-Identifier: Apache-2.0
// A small world for the tests of this room: six names, whose handles are their positions in `sample`.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "expression/evaluate.hpp"

namespace smm::expression {

struct SampleName {
  std::string name;
  Type type;
  std::vector<std::string> options;
};

inline const std::array<SampleName, 6> sample{{
    {"has-clinic", Type::boolean, {}},
    {"partner", Type::boolean, {}},
    {"programme", Type::choice, {"adn", "bsn", "not", "3d"}},
    {"tracks", Type::set, {"rural", "tribal", "1st"}},
    {"rotations", Type::number, {}},
    {"seats.total", Type::number, {}},
}};

enum SampleHandle { has_clinic, partner, programme, tracks, rotations, seats };

using SampleValues = std::array<Value, 6>;

class SampleNames : public Names {
 public:
  std::optional<Symbol> find(std::string_view name) const override {
    for (std::size_t handle = 0; handle < sample.size(); ++handle) {
      if (sample[handle].name == name)
        return Symbol{static_cast<int>(handle), sample[handle].type, sample[handle].options};
    }
    return std::nullopt;
  }

  std::vector<std::string> every_name() const override {
    std::vector<std::string> names;
    for (const SampleName& known : sample) names.push_back(known.name);
    return names;
  }
};

inline base::Result<Expression> parse_sample(std::string_view text) {
  return parse(text, base::Place{"f.yaml", 7, 11}, SampleNames());
}

inline Truth evaluate_sample(const Expression& expression, const SampleValues& values) {
  const auto value = [&](int handle) { return values[static_cast<std::size_t>(handle)]; };
  return evaluate(expression, value);
}

}  // namespace smm::expression
