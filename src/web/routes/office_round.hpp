// SPDX-License-Identifier: Apache-2.0
// A round and its schools as the program office sees them: states and counts, never answers.
#pragma once

#include "web/session/endpoint.hpp"

namespace smm::web {

struct PartShown {
  assessment::Participation part;
  assessment::School school;
  std::size_t affirmed = 0;  // packets
};

struct RoundShown {
  assessment::Round round;
  std::vector<PartShown> parts;  // by school code
};

// Of the round and, for load_part, the school that the call's path names. Problem: not_there.
base::Result<RoundShown> load_round(const Call& call);
base::Result<std::pair<RoundShown, PartShown>> load_part(const Call& call);

std::string round_path(const assessment::Round& round);
std::string part_path(const assessment::Round& round, const assessment::School& school);

// Who sees how far schools are; a data steward finds there the school whose answers are to be opened.
Access office_visitors();

bool office_may(const Call& call, assessment::Right right);

}  // namespace smm::web
