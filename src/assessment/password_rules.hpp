// SPDX-License-Identifier: Apache-2.0
// Whether a new password will do (after NIST SP 800-63B-4: length and what others take, no composition
// rules).
//
//   password_too_short  fewer than 15 characters (Unicode code points, spaces counted)
//   password_too_long   more than 1000 bytes
//   password_not_text   not UTF-8, or with control characters that cannot be typed again
//   password_common     in the shipped list, as it is, with up to four digits behind it, or with letters
//                       written as digits and signs ("p@ssw0rd")
//   password_pattern    a pattern of up to 10 characters over and over; or three steps in four that lead to
//                       the same, a neighboring or the next character (keys of a US keyboard, alphabet,
//                       digits)
//   password_about_you  little but the person's e-mail address, name, school, or this program's name: fewer
//                       than 10 letters and digits are left without them
//
// All that is wrong is reported at once. No sentence repeats the password. Case, spaces and punctuation play
// no part in the last three. Not done here: whether a password was seen in a breach.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/common_passwords.hpp"
#include "base/problem.hpp"

namespace smm::assessment {

inline constexpr std::size_t fewest_password_characters = 15;
inline constexpr std::size_t most_password_bytes = 1000;

struct PasswordOwner {
  std::string email;
  std::string name;
  std::vector<std::string> schools;  // names
};

// Empty when it will do.
base::Problems password_problems(std::string_view password, const PasswordOwner& owner,
                                 const CommonPasswords& common);

}  // namespace smm::assessment
