// SPDX-License-Identifier: Apache-2.0
// Columns of a cohort by which results can be parted, and the values persons have in them.
//
// A stratum is written column=value, such as "sex=female"; whose value is not known are "sex=unknown". Each
// column is a parting of its own (they are not crossed), except `programme`, which has a column of its own in
// results and is crossed with the others. A person with several exposures stands in the stratum of each.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcomes/measure/fact.hpp"

namespace smm::outcomes::measure {

struct Cohort;

// The fact behind a column that results can be parted by; nothing for any other word.
std::optional<Fact> stratum_fact(std::string_view column);
std::vector<std::string_view> stratum_columns();

// One line of results: who of which school, programme and stratum.
struct Group {
  std::size_t school = 0;
  std::optional<std::size_t> programme;  // nothing: all of them
  std::string stratum;                   // empty: everybody
};

// Which groups each person belongs to: those from begin[person] to begin[person + 1].
struct Grouping {
  std::vector<Group> groups;  // in the order in which results are written
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> members;

  std::span<const std::uint32_t> of(std::size_t person) const {
    return std::span(members).subspan(begin[person], begin[person + 1] - begin[person]);
  }
};

// `columns` are known to stratum_fact.
Grouping group_cohort(const Cohort& cohort, const std::vector<std::string>& columns);

}  // namespace smm::outcomes::measure
