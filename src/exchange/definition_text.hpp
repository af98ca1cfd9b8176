// SPDX-License-Identifier: Apache-2.0
// What every text of a definition (YAML, JSON) must be before it is parsed: not too large and valid UTF-8.
// Internal to exchange.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace smm::exchange {

inline constexpr int definition_depth_limit = 50;

// Line and byte column, both from 1, of the byte at `offset`.
base::Place place_of_offset(std::string_view bytes, std::size_t offset, const std::string& source);

// The first thing that keeps `bytes` from being the text of a definition, if there is one.
std::optional<base::Problem> check_definition_text(std::string_view bytes, std::size_t limit,
                                                   const std::string& source);

}  // namespace smm::exchange
