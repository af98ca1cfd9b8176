// SPDX-License-Identifier: Apache-2.0
// What an act leaves behind, and that no sequence of acts leaves the graphs of transitions.cpp.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "assessment/sample_people_test.hpp"
#include "assessment/transitions.hpp"

namespace smm::assessment {
namespace {

const PersonId the_affirmer = sample::person("ana");
const PersonId somebody = sample::person("bo");

base::Result<Packet> act_on(const Packet& packet, PacketAct act, const PersonId& by) {
  switch (act) {
    case PacketAct::complete:
      return completed(packet, by, sample::now);
    case PacketAct::affirm:
      return affirmed(packet, by, sample::now);
    case PacketAct::send_back:
      return returned(packet, by);
    case PacketAct::take_back:
      return taken_back(packet);
    case PacketAct::affirm_alone:
      return affirmed_alone(packet, by, sample::now);
  }
  return packet;
}

base::Result<Participation> act_on(const Participation& part, ParticipationAct act) {
  switch (act) {
    case ParticipationAct::accept:
      return accepted(part, {}, sample::now);
    case ParticipationAct::decline:
      return declined(part);
    case ParticipationAct::submit:
      return submitted(part, sample::now);
    case ParticipationAct::reopen:
      return reopened(part);
    case ParticipationAct::withdraw:
      return withdrawn(part);
  }
  return part;
}

// What somebody said of the answers is kept exactly while it holds.
void expect_consistent(const Packet& packet) {
  const bool complete = packet.state == PacketState::complete || packet.state == PacketState::affirmed;
  const bool affirmed = packet.state == PacketState::affirmed;
  RC_ASSERT(packet.completed_by.has_value() == complete);
  RC_ASSERT(packet.completed_at.has_value() == complete);
  RC_ASSERT(packet.affirmed_by.has_value() == affirmed);
  RC_ASSERT(packet.affirmed_at.has_value() == affirmed);
  RC_ASSERT(!affirmed || packet.affirmed_by == packet.affirmer);
  RC_ASSERT(refusal_to_write(packet).has_value() == complete);
}

RC_GTEST_PROP(PacketActs, NeverLeaveTheGraph, ()) {
  Packet packet = sample::packet("finance", PacketState::in_work);
  packet.affirmer = the_affirmer;
  const auto acts = *rc::gen::container<std::vector<PacketAct>>(rc::gen::elementOf(packet_acts));
  for (const PacketAct act : acts) {
    const auto next = act_on(packet, act, *rc::gen::element(the_affirmer, somebody));
    if (!next) continue;
    RC_ASSERT(after(packet.state, act) == next->state);
    RC_ASSERT(next->version == packet.version + 1);
    packet = *next;
    expect_consistent(packet);
  }
}

RC_GTEST_PROP(ParticipationActs, NeverLeaveTheGraph, ()) {
  Participation part = sample::participation(ParticipationState::invited);
  const auto acts =
      *rc::gen::container<std::vector<ParticipationAct>>(rc::gen::elementOf(participation_acts));
  int attestations = 0;
  for (const ParticipationAct act : acts) {
    const auto next = act_on(part, act);
    RC_ASSERT(next.ok() == after(part.state, act).has_value());
    if (!next) continue;
    attestations += act == ParticipationAct::submit ? 1 : 0;
    RC_ASSERT(after(part.state, act) == next->state);
    RC_ASSERT(next->version == part.version + 1);
    part = *next;
    RC_ASSERT(part.submitted_at.has_value() == (part.state == ParticipationState::submitted));
    RC_ASSERT(part.attestations == attestations);
  }
}

TEST(Acceptance, KeepsEachPriorityOnceInTheOrderGiven) {
  const auto part = accepted(sample::participation(ParticipationState::invited),
                             {true, {"mission", "climate", "mission"}}, sample::now);
  ASSERT_TRUE(part);
  EXPECT_TRUE(part->solo);
  EXPECT_EQ(part->priorities, (std::vector<std::string>{"mission", "climate"}));
  EXPECT_EQ(part->accepted_at, sample::now);
}

TEST(AffirmedAlone, KeepsWhoCompletedThePacket) {
  Packet packet = sample::packet("finance", PacketState::in_work);
  packet.affirmer = the_affirmer;
  const auto complete = completed(packet, somebody, sample::now);
  ASSERT_TRUE(complete);
  const auto affirmed = affirmed_alone(*complete, the_affirmer, sample::now + 5);
  ASSERT_TRUE(affirmed);
  EXPECT_EQ(affirmed->completed_by, somebody);
  EXPECT_EQ(affirmed->completed_at, sample::now);
  EXPECT_EQ(affirmed->affirmed_by, the_affirmer);
}

TEST(NotAffirmed, NamesOfficesInTheOrderGiven) {
  EXPECT_EQ(
      not_affirmed({sample::packet("b", PacketState::returned), sample::packet("c", PacketState::affirmed),
                    sample::packet("a", PacketState::complete)}),
      (std::vector<std::string>{"b", "a"}));
}

template <class State, std::size_t N>
void expect_named_back(const std::array<State, N>& states, std::optional<State> (*named)(std::string_view)) {
  for (const State state : states) EXPECT_EQ(named(to_string(state)), state);
  EXPECT_EQ(named("lost"), std::nullopt);
  EXPECT_EQ(named(""), std::nullopt);
}

TEST(StateWords, AreReadBack) {
  expect_named_back(std::array{RoundState::draft, RoundState::open, RoundState::closed}, round_state);
  expect_named_back(
      std::array{ParticipationState::invited, ParticipationState::accepted, ParticipationState::declined,
                 ParticipationState::submitted, ParticipationState::reopened, ParticipationState::withdrawn},
      participation_state);
  expect_named_back(
      std::array{NotesFate::keep_until_close, NotesFate::keep, NotesFate::remove, NotesFate::legal_hold},
      notes_fate);
  expect_named_back(
      std::array{PacketState::in_work, PacketState::complete, PacketState::affirmed, PacketState::returned},
      packet_state);
}

}  // namespace
}  // namespace smm::assessment
