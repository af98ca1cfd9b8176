// SPDX-License-Identifier: Apache-2.0
#include "app/badges/addresses.hpp"

#include "base/document_reader.hpp"

namespace smm::app {

std::string issuer_address(const std::string& public_url) {
  return public_url + "/badges/issuer";
}

std::string status_address(const std::string& public_url, std::int64_t list) {
  return public_url + "/badges/status/" + std::to_string(list);
}

std::string badge_round_address(const std::string& public_url, const std::string& round_code) {
  return public_url + "/badges/rounds/" + round_code;
}

std::string badge_picture_address(const std::string& public_url, const std::string& round_code) {
  return badge_round_address(public_url, round_code) + "/picture.png";
}

std::string badge_criteria_address(const std::string& public_url) {
  return public_url + "/about/badge";
}

std::optional<std::int64_t> status_list_of(const std::string& public_url, const std::string& address) {
  const auto list = base::parse_integer(std::string_view(address).substr(address.rfind('/') + 1));
  if (!list || *list < 1 || status_address(public_url, *list) != address) return std::nullopt;
  return list;
}

}  // namespace smm::app
