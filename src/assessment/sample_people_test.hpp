// SPDX-License-Identifier: Apache-2.0
// People, a round, a school's part and packets for the tests of this room. Ids come from names: the same
// name is the same person.
#pragma once

#include <string>

#include "assessment/packet.hpp"
#include "assessment/participation.hpp"
#include "assessment/round.hpp"
#include "base/random_bytes.hpp"

namespace smm::assessment::sample {

inline constexpr base::Instant now{1'790'000'000 * base::one_second};

template <class Id>
Id id_of(const std::string& name) {
  std::uint64_t seed = 14695981039346656037U;
  for (const char c : name) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211U;
  base::SeededRandomBytes random(seed);
  return Id::make(random);
}

inline PersonId person(const std::string& name) {
  return id_of<PersonId>(name);
}

inline Round round(RoundState state) {
  return {id_of<RoundId>("r"),
          "2026",
          "Round 2026",
          "smm-2026",
          "America/New_York",
          "2026-10-31",
          now + base::one_day,
          state,
          1};
}

inline Participation participation(ParticipationState state) {
  return {id_of<RoundId>("r"),
          id_of<SchoolId>("s"),
          state,
          false,
          {},
          NotesFate::keep_until_close,
          false,
          0,
          now,
          {},
          {},
          1};
}

inline Packet packet(const std::string& office, PacketState state) {
  return {id_of<RoundId>("r"), id_of<SchoolId>("s"), office, state, {}, {}, {}, {}, {}, {}, 1};
}

}  // namespace smm::assessment::sample
