// SPDX-License-Identifier: Apache-2.0
// A packet: the questions of one office on one school's sheet, and how far it is.
//
//   in_work -> complete -> affirmed
//   complete, affirmed -> in_work        (taken back into work)
//   complete -> returned -> complete     (the affirmer wants something changed, and says what)
//
// Answers of a packet can be written while it is in_work or returned. Affirming is an act of a named person
// on the answers as they were: the affirmation keeps a digest of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace smm::assessment {

enum class PacketState : std::uint8_t { in_work, complete, affirmed, returned };

std::string_view to_string(PacketState state);
std::optional<PacketState> packet_state(std::string_view name);

struct Packet {
  RoundId round;
  SchoolId school;
  std::string office;  // id of the edition's office
  PacketState state = PacketState::in_work;
  std::optional<PersonId> affirmer;
  std::optional<std::string> due;  // YYYY-MM-DD
  std::optional<PersonId> completed_by;
  std::optional<base::Instant> completed_at;
  std::optional<PersonId> affirmed_by;
  std::optional<base::Instant> affirmed_at;
  std::int64_t version = 1;

  friend bool operator==(const Packet&, const Packet&) = default;
};

// Problems: packet_state_not_possible, no_affirmer, not_the_affirmer.
base::Result<Packet> completed(const Packet& packet, const PersonId& by, base::Instant now);
base::Result<Packet> affirmed(const Packet& packet, const PersonId& by, base::Instant now);
base::Result<Packet> returned(const Packet& packet, const PersonId& by);
base::Result<Packet> taken_back(const Packet& packet);

// Complete and affirmed in one step, as in solo mode.
base::Result<Packet> affirmed_alone(const Packet& packet, const PersonId& by, base::Instant now);

// Can its answers be written? Problem: packet_locked.
std::optional<base::Problem> refusal_to_write(const Packet& packet);

// Offices whose packet is not affirmed, in the order given.
std::vector<std::string> not_affirmed(const std::vector<Packet>& packets);

}  // namespace smm::assessment
