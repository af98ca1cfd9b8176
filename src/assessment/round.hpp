// SPDX-License-Identifier: Apache-2.0
// A round: one time at which schools are asked, with one edition, from a day to a day.
//
//   draft -> open -> closed -> checking -> frozen, and closed -> open for an extension.
//
// While it is open, schools answer. It ends at 23:59:59 of its last day in its zone; whoever asks says what
// moment that is (app/time_zones.hpp), since this room knows no zones. While it is checked, a school whose
// sheet was given back corrects it until the checks end, and attests anew. Frozen, it never changes again.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/participation.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace smm::assessment {

enum class RoundState : std::uint8_t { draft, open, closed, checking, frozen };

inline constexpr std::array round_states = {RoundState::draft, RoundState::open, RoundState::closed,
                                            RoundState::checking, RoundState::frozen};

std::string_view to_string(RoundState state);
std::optional<RoundState> round_state(std::string_view name);

// What the office may choose for a round. Said when the round is made, and never changed: schools answer
// knowing what they are asked, what counts, and what they get back.
struct RoundOptions {
  bool legacy_stars = false;       // reports also have quarters and stars, as earlier programs printed them
  bool leave_out_overall = false;  // and no figure over all areas
  bool score_composition = false;  // what the edition scores on request, such as composition by race, counts
  bool with_module = false;        // the edition's optional, unscored module is asked

  friend bool operator==(const RoundOptions&, const RoundOptions&) = default;
};

struct Round {
  RoundId id;
  std::string code;  // as in /rounds/2026
  std::string title;
  std::string edition;   // id of a published edition
  std::string zone;      // IANA, "America/New_York"
  std::string last_day;  // YYYY-MM-DD
  base::Instant closes;  // the end of the last day
  RoundState state = RoundState::draft;
  std::int64_t version = 1;
  std::optional<base::Instant> checks_end = std::nullopt;  // there from `checking` on
  RoundOptions options = {};
  std::vector<std::string> professions = {};  // ids of those that are asked; empty: all of the edition
  bool practice = false;                      // of invented schools: never frozen, and taken away whole

  friend bool operator==(const Round&, const Round&) = default;
};

// Does the round ask schools of this profession?
bool asks_profession(const Round& round, std::string_view profession);

// May it go from one state to the other? Problem: round_state_not_possible.
base::Result<Round> moved(const Round& round, RoundState to);

// Does it take answers of a school whose part is in this state, at this moment? Problem: round_not_open, with
// the reason.
std::optional<base::Problem> refusal_to_answer(const Round& round, ParticipationState part,
                                               base::Instant now);

}  // namespace smm::assessment
