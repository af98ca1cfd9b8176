// SPDX-License-Identifier: Apache-2.0
// Applies an update to a snapshot: both are snapshots, the update a small one made of a weekly file.
//
// A person of the update takes the place of the one with the same NPI; other names, further addresses and the
// Medicare record that the old one had are kept. Persons who are new come behind all others. Where the update
// says no more of an NPI than that it was deactivated, the person stays, marked so.
#pragma once

#include <optional>

#include "base/problem.hpp"
#include "outcomes/registry/build.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::registry {

// Why an update that covers `first` to `last` cannot follow a snapshot that reaches to `reached`.
// `exact`: the days are told, not guessed from the records of the file; a guess may leave six days between,
// since nothing need have happened on them.
std::optional<base::Problem> refuse_update(Day reached, Day first, Day last, bool exact,
                                           const std::string& source);

std::optional<base::Problem> merge_update(const Snapshot& before, const Snapshot& update, BuildSpace& space,
                                          unsigned threads);

}  // namespace smm::outcomes::registry
