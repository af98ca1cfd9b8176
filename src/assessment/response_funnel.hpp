// SPDX-License-Identifier: Apache-2.0
// How far the invited schools of a round are, counted: what a program office pushes by. Nothing here knows
// what a school answered.
//
// A school counts in every column whose step it has taken: one that submitted was invited and accepted too.
// `delivered`: a mail server took an invitation and none of it came back; `opened`: somebody followed its
// link; `started`: at least one question was answered. A school that was withdrawn counts as invited and
// withdrawn only.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "assessment/participation.hpp"

namespace smm::assessment {

// One invited school.
struct SchoolStanding {
  ParticipationState part = ParticipationState::invited;
  bool delivered = false;
  bool opened = false;
  bool started = false;
  bool bounced = false;  // the invitation came back
  bool unknown = false;  // nobody knows whether a mail went out
};

enum class FunnelStep : std::uint8_t {
  invited,
  delivered,
  opened,
  accepted,
  started,
  submitted,
  declined,
  withdrawn,
  bounced,
  unknown
};

inline constexpr std::array funnel_steps = {
    FunnelStep::invited, FunnelStep::delivered, FunnelStep::opened,   FunnelStep::accepted,
    FunnelStep::started, FunnelStep::submitted, FunnelStep::declined, FunnelStep::withdrawn,
    FunnelStep::bounced, FunnelStep::unknown};

std::string_view to_string(FunnelStep step);

class Funnel {
 public:
  void count(const SchoolStanding& school);
  std::size_t at(FunnelStep step) const { return counts_[static_cast<std::size_t>(step)]; }

 private:
  std::array<std::size_t, funnel_steps.size()> counts_{};
};

}  // namespace smm::assessment
