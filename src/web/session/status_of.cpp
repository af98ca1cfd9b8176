// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "web/session/answering.hpp"

namespace smm::web {
namespace {

struct CodeStatus {
  std::string_view code;
  int status;
};

// What is not listed was understood and cannot be done as it was given: 422.
constexpr std::array statuses = std::to_array<CodeStatus>({
    {"not_signed_in", 401},
    {"not_allowed", 403},
    {"second_factor_needed", 403},
    {"confirm_first", 403},
    {"cross_site", 403},
    {"form_expired", 403},
    {"not_there", 404},
    {"round_not_found", 404},
    {"bad_form", 400},
    {"too_many_attempts", 429},
    {"answer_conflict", 409},
    {"round_state_not_possible", 409},
    {"round_not_open", 409},
    {"participation_state_not_possible", 409},
    {"not_accepted", 409},
    {"sheet_locked", 409},
    {"packet_state_not_possible", 409},
    {"packet_locked", 409},
    {"packets_not_affirmed", 409},
    {"checks_not_over", 409},
    {"round_moved", 409},
    {"round_not_checked", 409},
    {"question_settled", 409},
    {"not_frozen", 409},
    {"not_attested", 409},
    {"give_to_get", 409},
    {"plan_elsewhere", 409},
    {"goal_changed", 409},
    {"goal_state_not_possible", 409},
    {"story_changed", 409},
    {"story_state_not_possible", 409},
    {"graduates_off", 409},
    {"graduates_elsewhere", 409},
    {"registry_not_set", 409},
    {"roster_missing", 409},
    {"linkage_missing", 409},
    {"pair_not_found", 404},
    {"class_over", 404},
    {"mail_not_unknown", 409},
    {"mail_not_sent", 409},
    {"key_unavailable", 503},
    {"busy", 503},
    {"identity_provider_unreachable", 503},
});

}  // namespace

int status_of(const base::Problems& problems) {
  const auto found = std::ranges::find(statuses, problems.front().code, &CodeStatus::code);
  return found == statuses.end() ? 422 : found->status;
}

}  // namespace smm::web
