// SPDX-License-Identifier: Apache-2.0
// The words for roles in taxonomy sets.
#pragma once

#include <optional>
#include <string_view>

#include "outcomes/reference/lists.hpp"

namespace smm::outcomes::reference {

std::string_view word_of(TaxonomyRole role);
std::optional<TaxonomyRole> taxonomy_role(std::string_view word);

}  // namespace smm::outcomes::reference
