// SPDX-License-Identifier: Apache-2.0
// Who acts, and what stands behind them: the one place where rights are decided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/installation/database.hpp"
#include "assessment/rights.hpp"
#include "base/result.hpp"

namespace smm::app {

// A person with a live session, as of this request.
struct Actor {
  Person person;
  Session session;
  std::vector<assessment::OfficeRole> office_roles;

  // How the audit log names them.
  std::string name_in_log() const { return person.id.text(); }
};

// A session is live when it was not ended, has not run out, was used within the idle time, and its person was
// not deactivated.
std::optional<Actor> actor_of(Records& records, std::string_view token_hash, base::Instant now);

inline constexpr std::int64_t session_idle_time = 8 * base::one_hour;

// With regard to one school in one round.
assessment::Standing standing_of(Records& records, const Actor& actor, const SheetKey& sheet,
                                 base::Instant now);

// The same where the school's part was loaded already.
assessment::Standing standing_of(Records& records, const Actor& actor, const assessment::Participation& part,
                                 base::Instant now);

// With regard to the office.
assessment::Standing office_standing(const Actor& actor);

// Problems: not_allowed; for an office right without a second factor, second_factor_needed.
std::optional<base::Problem> refusal(const Actor& actor, const assessment::Standing& standing,
                                     assessment::Right right);

// Dangerous acts need that the person proved who they are within the last ten minutes: confirm_first.
std::optional<base::Problem> refusal_unless_confirmed(const Actor& actor, base::Instant now);

inline constexpr std::int64_t confirmation_lasts = 10 * base::one_minute;

}  // namespace smm::app
