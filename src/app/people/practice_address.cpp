// SPDX-License-Identifier: Apache-2.0
#include "app/people/practice_address.hpp"

#include "app/people/email_address.hpp"

namespace smm::app {
namespace {

constexpr std::string_view practice_domain = ".practice.invalid";

}  // namespace

bool is_practice_address(std::string_view email) {
  const std::string folded = folded_email(email);
  return folded.ends_with(practice_domain) || folded.ends_with("@practice.invalid");
}

std::string practice_address(std::string_view local, std::string_view round_code) {
  return std::string(local) + "@" + std::string(round_code) + std::string(practice_domain);
}

std::optional<std::string> round_of_practice_address(std::string_view email) {
  const std::string folded = folded_email(email);
  const std::size_t at = folded.rfind('@');
  if (at == std::string::npos || !folded.ends_with(practice_domain)) return std::nullopt;
  return folded.substr(at + 1, folded.size() - at - 1 - practice_domain.size());
}

}  // namespace smm::app
