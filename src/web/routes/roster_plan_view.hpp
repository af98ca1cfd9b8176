// SPDX-License-Identifier: Apache-2.0
// What a roster would do, or what is wrong with it, as the template page_roster shows it.
#pragma once

#include "app/rounds/roster_plan.hpp"
#include "base/table.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

struct RosterCheck {
  app::RosterPlan plan;
  base::Problems problems;  // then there is no plan
  bool moved = false;       // the roster changed since it was looked at
};

// `kept`: fields that the page's forms carry on.
void set_roster_check(const Call& call, render::View& view, const base::Table& table,
                      const RosterCheck& check, const std::vector<http::Parameter>& kept);

// Problems of a file as a whole, for the head of a form.
std::vector<FormError> roster_errors(const Call& call, const base::Problems& problems);

}  // namespace smm::web
