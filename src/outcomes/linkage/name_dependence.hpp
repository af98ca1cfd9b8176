// SPDX-License-Identifier: Apache-2.0
// How far first names and surnames go together in a registry. Internal to linkage.
//
// The share of a first name among the n other bearers of a surname is taken as (x + a p) / (n + a): x of them
// bear it, p is its share among all persons, and a says how many persons independence is worth. a is the
// value under which persons of the registry are best told from the others (the highest product of these
// shares over a sample of persons, each left out of its own counts).
#pragma once

#include "outcomes/linkage/registry_index.hpp"

namespace smm::outcomes::linkage {

double worth_of_independence(const RegistryIndex& index);

}  // namespace smm::outcomes::linkage
