// SPDX-License-Identifier: Apache-2.0
// Provenance as the section `about` of a snapshot has it: lines "key=value" in a fixed order. The id is not
// among them, since it is the hash of them and all else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::registry {

std::string provenance_text(const Provenance& provenance);

// Nothing when a line is none of these or a number is none.
std::optional<Provenance> read_provenance(std::string_view text);

}  // namespace smm::outcomes::registry
