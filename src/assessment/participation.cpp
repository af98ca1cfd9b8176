// SPDX-License-Identifier: Apache-2.0
#include "assessment/participation.hpp"

#include <algorithm>

#include "assessment/problems.hpp"
#include "assessment/transitions.hpp"

namespace smm::assessment {
namespace {

constexpr std::array participation_states = {ParticipationState::invited,  ParticipationState::accepted,
                                             ParticipationState::declined, ParticipationState::submitted,
                                             ParticipationState::reopened, ParticipationState::withdrawn};
constexpr std::array notes_fates = {NotesFate::keep_until_close, NotesFate::keep, NotesFate::remove,
                                    NotesFate::legal_hold};

base::Result<Participation> after_act(const Participation& participation, ParticipationAct act) {
  const auto to = after(participation.state, act);
  if (!to) {
    return base::Problem(problem::participation_state_not_possible,
                         "the school's part is " + std::string(to_string(participation.state)) + "; \"" +
                             std::string(to_string(act)) + "\" is not possible now");
  }
  Participation next = participation;
  next.state = *to;
  ++next.version;
  return next;
}

std::vector<std::string> each_once(const std::vector<std::string>& names) {
  std::vector<std::string> kept;
  for (const std::string& name : names) {
    if (std::ranges::find(kept, name) == kept.end()) kept.push_back(name);
  }
  return kept;
}

}  // namespace

std::string_view to_string(ParticipationState state) {
  switch (state) {
    case ParticipationState::invited:
      return "invited";
    case ParticipationState::accepted:
      return "accepted";
    case ParticipationState::declined:
      return "declined";
    case ParticipationState::submitted:
      return "submitted";
    case ParticipationState::reopened:
      return "reopened";
    case ParticipationState::withdrawn:
      return "withdrawn";
  }
  return "";
}

std::string_view to_string(NotesFate fate) {
  switch (fate) {
    case NotesFate::keep_until_close:
      return "keep_until_close";
    case NotesFate::keep:
      return "keep";
    case NotesFate::remove:
      return "remove";
    case NotesFate::legal_hold:
      return "legal_hold";
  }
  return "";
}

std::optional<ParticipationState> participation_state(std::string_view name) {
  for (const ParticipationState state : participation_states) {
    if (to_string(state) == name) return state;
  }
  return std::nullopt;
}

std::optional<NotesFate> notes_fate(std::string_view name) {
  for (const NotesFate fate : notes_fates) {
    if (to_string(fate) == name) return fate;
  }
  return std::nullopt;
}

base::Result<Participation> accepted(const Participation& participation, const Acceptance& acceptance,
                                     base::Instant now) {
  std::vector<std::string> priorities = each_once(acceptance.priorities);
  if (priorities.size() > most_priorities) {
    return base::Problem(problem::too_many_priorities, "choose at most " + std::to_string(most_priorities) +
                                                           " priority areas, not " +
                                                           std::to_string(priorities.size()));
  }
  auto next = after_act(participation, ParticipationAct::accept);
  if (!next) return next;
  next->solo = acceptance.solo;
  next->priorities = std::move(priorities);
  next->accepted_at = now;
  return next;
}

base::Result<Participation> declined(const Participation& participation) {
  return after_act(participation, ParticipationAct::decline);
}

base::Result<Participation> withdrawn(const Participation& participation) {
  auto next = after_act(participation, ParticipationAct::withdraw);
  if (next) next->submitted_at.reset();
  return next;
}

base::Result<Participation> submitted(const Participation& participation, base::Instant now) {
  auto next = after_act(participation, ParticipationAct::submit);
  if (!next) return next;
  ++next->attestations;
  next->submitted_at = now;
  return next;
}

base::Result<Participation> reopened(const Participation& participation) {
  auto next = after_act(participation, ParticipationAct::reopen);
  if (next) next->submitted_at.reset();
  return next;
}

std::optional<base::Problem> refusal_to_write(const Participation& participation) {
  switch (participation.state) {
    case ParticipationState::accepted:
    case ParticipationState::reopened:
      return std::nullopt;
    case ParticipationState::invited:
      return base::Problem(problem::not_accepted, "the dean has not accepted the invitation yet");
    case ParticipationState::declined:
      return base::Problem(problem::not_accepted, "the dean declined the invitation");
    case ParticipationState::withdrawn:
      return base::Problem(problem::not_accepted, "the school has withdrawn from the round");
    case ParticipationState::submitted:
      return base::Problem(problem::sheet_locked,
                           "the sheet was submitted; ask the program office to give it back");
  }
  return std::nullopt;
}

}  // namespace smm::assessment
