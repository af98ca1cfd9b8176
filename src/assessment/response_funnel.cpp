// SPDX-License-Identifier: Apache-2.0
#include "assessment/response_funnel.hpp"

namespace smm::assessment {
namespace {

bool has_accepted(ParticipationState part) {
  return part == ParticipationState::accepted || part == ParticipationState::submitted ||
         part == ParticipationState::reopened;
}

bool has_taken(const SchoolStanding& school, FunnelStep step) {
  if (step == FunnelStep::invited) return true;
  const bool withdrawn = school.part == ParticipationState::withdrawn;
  if (step == FunnelStep::withdrawn || withdrawn) return step == FunnelStep::withdrawn && withdrawn;
  switch (step) {
    case FunnelStep::delivered:
      return school.delivered && !school.bounced;
    case FunnelStep::opened:
      return school.opened;
    case FunnelStep::accepted:
      return has_accepted(school.part);
    case FunnelStep::started:
      return school.started && has_accepted(school.part);
    case FunnelStep::submitted:
      return school.part == ParticipationState::submitted;
    case FunnelStep::declined:
      return school.part == ParticipationState::declined;
    case FunnelStep::bounced:
      return school.bounced;
    default:
      return school.unknown;
  }
}

}  // namespace

std::string_view to_string(FunnelStep step) {
  static constexpr std::array<std::string_view, funnel_steps.size()> words = {
      "invited",   "delivered", "opened",    "accepted", "started",
      "submitted", "declined",  "withdrawn", "bounced",  "unknown"};
  return words[static_cast<std::size_t>(step)];
}

void Funnel::count(const SchoolStanding& school) {
  for (const FunnelStep step : funnel_steps)
    if (has_taken(school, step)) ++counts_[static_cast<std::size_t>(step)];
}

}  // namespace smm::assessment
