// SPDX-License-Identifier: Apache-2.0
// Who is meant by "@name" in a comment.
//
// After an @ that does not follow a letter, digit, or one of . _ - (so that an e-mail address is no mention),
// the longest of these that stands there and does not go on as a word:
//   a person's whole name ("@Ana Ruiz"), the name without spaces ("@AnaRuiz"), one word of the name ("@ana"),
//   what stands before the @ of their e-mail address ("@aruiz")
// Case does not count, for ASCII letters and the accented Latin ones of U+00C0 to U+00DE. Where the words fit
// two people, nobody is meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/ids.hpp"

namespace smm::assessment {

struct Mentionable {
  PersonId person;
  std::string name;
  std::string email;
};

// Each person once, in the order of their first mention.
std::vector<PersonId> mentions_in(std::string_view comment, std::span<const Mentionable> people);

}  // namespace smm::assessment
