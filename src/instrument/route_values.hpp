// SPDX-License-Identifier: Apache-2.0
// What routing expressions see of an edition: its names with their types, and answers as values.
#pragma once

#include "expression/evaluate.hpp"
#include "expression/expression.hpp"
#include "instrument/answer.hpp"
#include "instrument/edition.hpp"

namespace smm::instrument {

// Items by id (handle: position in Edition::items), `programme` and `profession`. Yes/no items are
// conditions; one-of items choices; any-of items sets; phases (1-4), counts, percents, ratios, amounts, the
// compared value of two shares, and the percent of a grid's permitted cells are numbers. Dates, texts and
// evidence cannot be routed on.
class RouteNames : public expression::Names {
 public:
  explicit RouteNames(const Edition& edition) : edition_(edition) {}
  std::optional<expression::Symbol> find(std::string_view name) const override;
  std::vector<std::string> every_name() const override;

 private:
  const Edition& edition_;
};

// The value of one answer as an expression sees it: unknown when not answered, not known or declined; absent
// when not applicable or not permitted, or a ratio to nothing; the weakest answer for a scored choice that is
// not collected, unknown for what else is not.
expression::Value route_value(const Item& item, int years, const Answer& answer);

}  // namespace smm::instrument
