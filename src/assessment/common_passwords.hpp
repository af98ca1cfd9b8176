// SPDX-License-Identifier: Apache-2.0
// The shipped list of common passwords (content/security/common-passwords.txt): one a line in the form that
// looked_up() makes, lines with '#' are remarks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::assessment {

class CommonPasswords {
 public:
  explicit CommonPasswords(std::string_view lines);

  bool holds(std::string_view looked_up) const;
  std::size_t size() const { return passwords_.size(); }

 private:
  std::vector<std::string> passwords_;  // sorted
};

// Lower case without spaces and punctuation, so that "Pass word" and "password" are one.
std::string looked_up(std::string_view password);

}  // namespace smm::assessment
