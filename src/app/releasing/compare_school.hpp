// SPDX-License-Identifier: Apache-2.0
// Use case: a school beside its profession, its peers and all participants, from the round's release and the
// scores it attested before the freeze. docs/methods/comparison.md.
#pragma once

#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "benchmark/comparison.hpp"

namespace smm::app {

// A school that takes part, as those who take part may know it.
struct Participant {
  std::string code;
  std::string name;
  std::string profession;
};

// Of whom peers can be chosen.
struct PeersToPick {
  std::vector<Participant> participants;   // that answered, by name; without the school itself
  std::vector<benchmark::FrameRow> frame;  // rows of all participants: what filters ask for
};

struct SchoolComparison {
  std::vector<benchmark::Publishable<benchmark::Comparison>> professions;
  PeersToPick peers;
};

// Problem: not_frozen.
base::Result<PeersToPick> peers_to_pick(Installation& installation, const OpenSheet& sheet);

// Problems: not_frozen, not_attested, key_unavailable, those of benchmark::compare.
base::Result<SchoolComparison> compare_school(Installation& installation, const OpenSheet& sheet,
                                              const std::optional<benchmark::PeerChoice>& peers);

// The release of a round. Problem: not_frozen.
base::Result<benchmark::Release> release_of_round(Installation& installation, const assessment::Round& round);

}  // namespace smm::app
