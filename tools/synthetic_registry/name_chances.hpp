// SPDX-License-Identifier: Apache-2.0
// The chances with which a name of a person becomes a name of the roster: what roster.cpp does to names, told
// as probabilities.
#pragma once

#include <string>
#include <string_view>

namespace synthetic {

struct GivenNames {
  std::string first;
  std::string middle;
};

// The one slip of with_typo() in roster.cpp.
double slip_chance(std::string_view written, std::string_view original);
double surname_chance(std::string_view written, std::string_view original);
double given_chance(const GivenNames& written, const GivenNames& original);

}  // namespace synthetic
