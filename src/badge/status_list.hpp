// SPDX-License-Identifier: Apache-2.0
// A Bitstring Status List (W3C Bitstring Status List 1.0): one bit for each badge that there may be, set when
// it was revoked.
//
// A list always has 131,072 entries, the least the standard allows: its length tells nothing of how many
// badges there are, and entries are given out at random places, so an index tells nothing of whose it is or
// when it was issued. What it does tell to everybody is how many badges were revoked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace smm::badge {

inline constexpr std::uint32_t status_list_entries = 131'072;

class StatusList {
 public:
  StatusList() : bits_(status_list_entries / 8, '\0') {}

  void revoke(std::uint32_t index);            // index < status_list_entries
  bool is_revoked(std::uint32_t index) const;  // also false beyond the end
  std::size_t entries() const { return bits_.size() * 8; }

  // "u" and the base64 of the gzipped bits; the same bits give the same text.
  std::string encoded() const;
  // Problem: badge_status_list, also for a list that is shorter than the standard allows or longer than 8
  // million entries.
  static base::Result<StatusList> decoded(std::string_view text);

 private:
  std::string bits_;  // the first entry is the highest bit of the first byte
};

}  // namespace smm::badge
