// SPDX-License-Identifier: Apache-2.0
// Who belongs to the initial population of each measure. Many measures have the same one, and it does not
// depend on the linkage; so each is looked for once. A measure whose initial population does ask about a link
// has no list here and is asked person by person.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "outcomes/measure/results.hpp"

namespace smm::outcomes::measure {

struct Population {
  std::vector<std::uint32_t> members;  // positions in the cohort, ascending
  std::size_t undecided = 0;           // of whom it is not known
};

class Populations {
 public:
  // Of the measures of the input, and of those that they are made of.
  explicit Populations(const MeasureInput& input);

  // Nothing for a measure without persons of its own, or that asks about links.
  const Population* of(const Definition& measure) const;

 private:
  struct Known {
    const expression::Expression* condition = nullptr;
    Population population;
  };
  void note(const Catalogue& catalogue, const Definition& measure);

  std::vector<Known> known_;
};

}  // namespace smm::outcomes::measure
