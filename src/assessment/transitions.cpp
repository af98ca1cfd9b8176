// SPDX-License-Identifier: Apache-2.0
#include "assessment/transitions.hpp"

namespace smm::assessment {
namespace {

constexpr std::array<Transition<RoundState, RoundAct>, 5> round_graph = {{
    {RoundState::draft, RoundAct::open, RoundState::open},
    {RoundState::open, RoundAct::close, RoundState::closed},
    {RoundState::closed, RoundAct::extend, RoundState::open},
    {RoundState::closed, RoundAct::check, RoundState::checking},
    {RoundState::checking, RoundAct::freeze, RoundState::frozen},
}};

constexpr std::array<Transition<ParticipationState, ParticipationAct>, 10> participation_graph = {{
    {ParticipationState::invited, ParticipationAct::accept, ParticipationState::accepted},
    {ParticipationState::invited, ParticipationAct::decline, ParticipationState::declined},
    {ParticipationState::invited, ParticipationAct::withdraw, ParticipationState::withdrawn},
    {ParticipationState::declined, ParticipationAct::accept, ParticipationState::accepted},
    {ParticipationState::accepted, ParticipationAct::submit, ParticipationState::submitted},
    {ParticipationState::accepted, ParticipationAct::withdraw, ParticipationState::withdrawn},
    {ParticipationState::submitted, ParticipationAct::reopen, ParticipationState::reopened},
    {ParticipationState::submitted, ParticipationAct::withdraw, ParticipationState::withdrawn},
    {ParticipationState::reopened, ParticipationAct::submit, ParticipationState::submitted},
    {ParticipationState::reopened, ParticipationAct::withdraw, ParticipationState::withdrawn},
}};

constexpr std::array<Transition<PacketState, PacketAct>, 9> packet_graph = {{
    {PacketState::in_work, PacketAct::complete, PacketState::complete},
    {PacketState::in_work, PacketAct::affirm_alone, PacketState::affirmed},
    {PacketState::complete, PacketAct::affirm, PacketState::affirmed},
    {PacketState::complete, PacketAct::send_back, PacketState::returned},
    {PacketState::complete, PacketAct::take_back, PacketState::in_work},
    {PacketState::complete, PacketAct::affirm_alone, PacketState::affirmed},
    {PacketState::returned, PacketAct::complete, PacketState::complete},
    {PacketState::returned, PacketAct::affirm_alone, PacketState::affirmed},
    {PacketState::affirmed, PacketAct::take_back, PacketState::in_work},
}};

template <class Graph, class State, class Act>
std::optional<State> follow(const Graph& graph, State from, Act act) {
  for (const auto& row : graph) {
    if (row.from == from && row.act == act) return row.to;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(RoundAct act) {
  switch (act) {
    case RoundAct::open:
      return "open";
    case RoundAct::close:
      return "close";
    case RoundAct::extend:
      return "extend";
    case RoundAct::check:
      return "check";
    case RoundAct::freeze:
      return "freeze";
  }
  return "";
}

std::string_view to_string(ParticipationAct act) {
  switch (act) {
    case ParticipationAct::accept:
      return "accept";
    case ParticipationAct::decline:
      return "decline";
    case ParticipationAct::submit:
      return "submit";
    case ParticipationAct::reopen:
      return "reopen";
    case ParticipationAct::withdraw:
      return "withdraw";
  }
  return "";
}

std::string_view to_string(PacketAct act) {
  switch (act) {
    case PacketAct::complete:
      return "complete";
    case PacketAct::affirm:
      return "affirm";
    case PacketAct::send_back:
      return "send back";
    case PacketAct::take_back:
      return "take back";
    case PacketAct::affirm_alone:
      return "affirm alone";
  }
  return "";
}

std::span<const Transition<RoundState, RoundAct>> round_transitions() {
  return round_graph;
}
std::span<const Transition<ParticipationState, ParticipationAct>> participation_transitions() {
  return participation_graph;
}
std::span<const Transition<PacketState, PacketAct>> packet_transitions() {
  return packet_graph;
}

std::optional<ParticipationState> after(ParticipationState from, ParticipationAct act) {
  return follow(participation_graph, from, act);
}
std::optional<PacketState> after(PacketState from, PacketAct act) {
  return follow(packet_graph, from, act);
}

}  // namespace smm::assessment
