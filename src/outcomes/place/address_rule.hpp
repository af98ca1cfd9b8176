// SPDX-License-Identifier: Apache-2.0
// Which of a person's addresses count: a named rule, recorded with each result, because the addresses that
// different sources know of one person disagree (in county for about every sixth).
//
//   latest          the one with the latest date; of one day the practice's before others, then the first
//   practice-first  of source practice, else of other locations and Medicare, else any, mailing and home
//   last;
//                   of one source the latest, then the first
//   all             each
//
// An address dated after the day asked for, or whose date cannot be read, does not count. One without a date
// does, as older than all others.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "outcomes/registry/day.hpp"

namespace smm::outcomes::place {

enum class AddressRule : std::uint8_t { latest, practice_first, all };
std::string_view name_of(AddressRule rule);
std::optional<AddressRule> address_rule(std::string_view name);

// 0 practice, 1 location and medicare, 2 any other source, 3 mailing and home.
std::uint8_t source_rank(std::string_view source);

struct DatedAddress {
  std::uint32_t person = 0;  // 0, 1, 2, ... as persons first appear
  registry::Day date;        // may be not given
  std::uint8_t rank = 0;     // source_rank
  bool usable = true;        // its date is no reason not to count it
};

// Places in `addresses` of those that count, ascending.
std::vector<std::uint32_t> counted_addresses(std::span<const DatedAddress> addresses, std::uint32_t persons,
                                             AddressRule rule);

}  // namespace smm::outcomes::place
