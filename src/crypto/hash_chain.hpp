// SPDX-License-Identifier: Apache-2.0
// A hash chain: each link vouches for its own fields and for every link before it.
//
//   first link = SHA-256(framed("chain", name)),  next = SHA-256(previous || framed(fields))
//
// Whoever changes, drops, adds or moves an entry has to compute every later link anew, and then the last one
// differs from the head that was written down elsewhere. A chain alone does not show that its end was cut
// off. Links are 32 raw bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::crypto {

std::string first_link(std::string_view chain_name);
std::string next_link(std::string_view previous, const std::vector<std::string_view>& fields);

}  // namespace smm::crypto
