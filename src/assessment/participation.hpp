// SPDX-License-Identifier: Apache-2.0
// A school's part in a round: from the invitation to the submitted sheet. Pure decisions: each takes what is,
// and gives what becomes of it or the problem that stands against it.
//
//   invited -> accepted -> submitted -> reopened -> submitted ...
//   invited -> declined -> accepted (the dean thinks again)
//   invited, accepted, submitted, reopened -> withdrawn (until the round is frozen)
//
// Answers can be written while it is accepted or reopened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace smm::assessment {

enum class ParticipationState : std::uint8_t { invited, accepted, declined, submitted, reopened, withdrawn };

// What becomes of working notes when the round closes.
enum class NotesFate : std::uint8_t { keep_until_close, keep, remove, legal_hold };

std::string_view to_string(ParticipationState state);
std::string_view to_string(NotesFate fate);
std::optional<ParticipationState> participation_state(std::string_view name);
std::optional<NotesFate> notes_fate(std::string_view name);

struct Participation {
  RoundId round;
  SchoolId school;
  ParticipationState state = ParticipationState::invited;
  bool solo = false;
  std::vector<std::string> priorities;  // up to three ids of areas
  NotesFate notes = NotesFate::keep_until_close;
  bool authors_see_all = false;  // the coordinator opened the whole sheet for reading
  int attestations = 0;          // how often it was attested so far
  base::Instant invited_at;
  std::optional<base::Instant> accepted_at;
  std::optional<base::Instant> submitted_at;
  std::int64_t version = 1;  // grows with every change

  friend bool operator==(const Participation&, const Participation&) = default;
};

inline constexpr std::size_t most_priorities = 3;

struct Acceptance {
  bool solo = false;
  std::vector<std::string> priorities;
};

// Problems: participation_state_not_possible, too_many_priorities.
base::Result<Participation> accepted(const Participation& participation, const Acceptance& acceptance,
                                     base::Instant now);
base::Result<Participation> declined(const Participation& participation);
base::Result<Participation> withdrawn(const Participation& participation);
// Submitting needs every packet affirmed: packet.hpp has that check.
base::Result<Participation> submitted(const Participation& participation, base::Instant now);
base::Result<Participation> reopened(const Participation& participation);

// Can answers be written now? Problem: sheet_locked or not_accepted.
std::optional<base::Problem> refusal_to_write(const Participation& participation);

}  // namespace smm::assessment
