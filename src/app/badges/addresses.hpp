// SPDX-License-Identifier: Apache-2.0
// Where an installation publishes what belongs to badges. These addresses are names inside signed badges:
// they must not change while badges hold, and so must not the address of the installation.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace smm::app {

std::string issuer_address(const std::string& public_url);  // the controller document
std::string status_address(const std::string& public_url, std::int64_t list);
std::string badge_round_address(const std::string& public_url, const std::string& round_code);
std::string badge_picture_address(const std::string& public_url, const std::string& round_code);
std::string badge_criteria_address(const std::string& public_url);

// The list that an address names; nothing when it is none of this installation's.
std::optional<std::int64_t> status_list_of(const std::string& public_url, const std::string& address);

}  // namespace smm::app
