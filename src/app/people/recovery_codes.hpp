// SPDX-License-Identifier: Apache-2.0
// Ten codes for paper, each good once: 80 random bits as "abcd-efgh-ijkl-mnop".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/installation/people.hpp"

namespace smm::app {

inline constexpr std::size_t recovery_code_count = 10;

// Makes them, and keeps their hashes instead of older ones.
std::vector<std::string> give_recovery_codes(People& people, const assessment::PersonId& person);

// True once for each code; dashes, spaces and upper case do not matter.
bool use_recovery_code(People& people, const assessment::PersonId& person, std::string_view typed,
                       base::Instant now);

}  // namespace smm::app
