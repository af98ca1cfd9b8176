// SPDX-License-Identifier: Apache-2.0
// The closed vocabularies of the resource library. Internal to catalog.
#pragma once

#include "catalog/resource.hpp"
#include "instrument/words.hpp"

namespace smm::catalog {

inline constexpr instrument::Word<Kind> kind_words[] = {
    {Kind::guide, "guide"},     {Kind::tool, "tool"},       {Kind::study, "study"},
    {Kind::program, "program"}, {Kind::network, "network"}, {Kind::policy, "policy"},
    {Kind::course, "course"},   {Kind::example, "example"}};
inline constexpr instrument::Word<Basis> basis_words[] = {{Basis::seen, "seen"},
                                                          {Basis::recalled, "recalled"}};

}  // namespace smm::catalog
