// SPDX-License-Identifier: Apache-2.0
#include "assessment/packet.hpp"

#include "assessment/problems.hpp"
#include "assessment/transitions.hpp"

namespace smm::assessment {
namespace {

constexpr std::array packet_states = {PacketState::in_work, PacketState::complete, PacketState::affirmed,
                                      PacketState::returned};

base::Result<Packet> after_act(const Packet& packet, PacketAct act) {
  const auto to = after(packet.state, act);
  if (!to) {
    return base::Problem(problem::packet_state_not_possible,
                         "the packet of " + packet.office + " is " + std::string(to_string(packet.state)) +
                             "; \"" + std::string(to_string(act)) + "\" is not possible now");
  }
  Packet next = packet;
  next.state = *to;
  ++next.version;
  return next;
}

std::optional<base::Problem> refusal_to_affirm(const Packet& packet, const PersonId& by) {
  if (!packet.affirmer) {
    return base::Problem(problem::no_affirmer, "nobody is named yet who affirms the packet of " +
                                                   packet.office + "; the coordinator names somebody");
  }
  if (*packet.affirmer != by) {
    return base::Problem(problem::not_the_affirmer,
                         "the packet of " + packet.office + " is affirmed by somebody else");
  }
  return std::nullopt;
}

// Back where answers can be changed: what was said of the answers no longer stands.
base::Result<Packet> back_in_work(const Packet& packet, PacketAct act) {
  auto next = after_act(packet, act);
  if (!next) return next;
  next->completed_by.reset();
  next->completed_at.reset();
  next->affirmed_by.reset();
  next->affirmed_at.reset();
  return next;
}

}  // namespace

std::string_view to_string(PacketState state) {
  switch (state) {
    case PacketState::in_work:
      return "in_work";
    case PacketState::complete:
      return "complete";
    case PacketState::affirmed:
      return "affirmed";
    case PacketState::returned:
      return "returned";
  }
  return "";
}

std::optional<PacketState> packet_state(std::string_view name) {
  for (const PacketState state : packet_states) {
    if (to_string(state) == name) return state;
  }
  return std::nullopt;
}

base::Result<Packet> completed(const Packet& packet, const PersonId& by, base::Instant now) {
  auto next = after_act(packet, PacketAct::complete);
  if (!next) return next;
  if (!packet.affirmer) return *refusal_to_affirm(packet, by);
  next->completed_by = by;
  next->completed_at = now;
  return next;
}

base::Result<Packet> affirmed(const Packet& packet, const PersonId& by, base::Instant now) {
  auto next = after_act(packet, PacketAct::affirm);
  if (!next) return next;
  if (auto refusal = refusal_to_affirm(packet, by)) return *std::move(refusal);
  next->affirmed_by = by;
  next->affirmed_at = now;
  return next;
}

base::Result<Packet> returned(const Packet& packet, const PersonId& by) {
  auto next = back_in_work(packet, PacketAct::send_back);
  if (!next) return next;
  if (auto refusal = refusal_to_affirm(packet, by)) return *std::move(refusal);
  return next;
}

base::Result<Packet> taken_back(const Packet& packet) {
  return back_in_work(packet, PacketAct::take_back);
}

base::Result<Packet> affirmed_alone(const Packet& packet, const PersonId& by, base::Instant now) {
  auto next = after_act(packet, PacketAct::affirm_alone);
  if (!next) return next;
  next->affirmer = by;
  if (!next->completed_by) {
    next->completed_by = by;
    next->completed_at = now;
  }
  next->affirmed_by = by;
  next->affirmed_at = now;
  return next;
}

std::optional<base::Problem> refusal_to_write(const Packet& packet) {
  if (packet.state == PacketState::in_work || packet.state == PacketState::returned) return std::nullopt;
  return base::Problem(problem::packet_locked, "the packet of " + packet.office + " is " +
                                                   std::string(to_string(packet.state)) +
                                                   "; take it back into work to change its answers");
}

std::vector<std::string> not_affirmed(const std::vector<Packet>& packets) {
  std::vector<std::string> offices;
  for (const Packet& packet : packets) {
    if (packet.state != PacketState::affirmed) offices.push_back(packet.office);
  }
  return offices;
}

}  // namespace smm::assessment
