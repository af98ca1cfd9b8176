// SPDX-License-Identifier: Apache-2.0
// Several programme offices that one server serves. Each is an installation of its own, with its own
// database, key, address, sender and sign-in; they share the program, its network address and nothing that
// anybody said (docs/adr/0014-an-office-is-a-house-of-its-own.md).
#pragma once

#include <string>
#include <vector>

#include "app/installation/service_settings.hpp"

namespace smm::app {

struct OfficeSettings {
  std::string name;  // [a-z0-9-]+
  ServiceSettings settings;
};

struct OfficesSettings {
  ServiceSettings common;  // where the server listens, whom it believes, how many workers it has
  std::string folder;      // holds what outlives an office: the roof's signing key, certificates of deletion
  std::vector<OfficeSettings> offices;  // by name
};

}  // namespace smm::app
