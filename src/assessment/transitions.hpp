// SPDX-License-Identifier: Apache-2.0
// The state graphs of a round, a school's part in it, and a packet: each one table of (from, act, to), and
// nothing else moves a state. docs/reference/states.md is made from these tables.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "assessment/packet.hpp"
#include "assessment/participation.hpp"
#include "assessment/round.hpp"

namespace smm::assessment {

enum class RoundAct : std::uint8_t { open, close, extend, check, freeze };
enum class ParticipationAct : std::uint8_t { accept, decline, submit, reopen, withdraw };
enum class PacketAct : std::uint8_t { complete, affirm, send_back, take_back, affirm_alone };

inline constexpr std::array round_acts = {RoundAct::open, RoundAct::close, RoundAct::extend, RoundAct::check,
                                          RoundAct::freeze};
inline constexpr std::array participation_acts = {ParticipationAct::accept, ParticipationAct::decline,
                                                  ParticipationAct::submit, ParticipationAct::reopen,
                                                  ParticipationAct::withdraw};
inline constexpr std::array packet_acts = {PacketAct::complete, PacketAct::affirm, PacketAct::send_back,
                                           PacketAct::take_back, PacketAct::affirm_alone};

// As a person reads them: "take back".
std::string_view to_string(RoundAct act);
std::string_view to_string(ParticipationAct act);
std::string_view to_string(PacketAct act);

template <class State, class Act>
struct Transition {
  State from;
  Act act;
  State to;
};

std::span<const Transition<RoundState, RoundAct>> round_transitions();
std::span<const Transition<ParticipationState, ParticipationAct>> participation_transitions();
std::span<const Transition<PacketState, PacketAct>> packet_transitions();

// Where an act leads from a state; nothing when it is not possible there.
std::optional<ParticipationState> after(ParticipationState from, ParticipationAct act);
std::optional<PacketState> after(PacketState from, PacketAct act);

}  // namespace smm::assessment
