// SPDX-License-Identifier: Apache-2.0
// Port: the installation that a command works on. What stands behind it (database, files, network) is wired
// in one place, for the server and for every command.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "app/installation/installation.hpp"
#include "app/installation/service_settings.hpp"
#include "base/result.hpp"

namespace smm::app {

// An installation that is open as long as this lives.
class HeldInstallation {
 public:
  virtual ~HeldInstallation() = default;
  virtual Installation& installation() = 0;
};

// Where the database and the key are, without opening it: for backup, restore, rotation and migration.
class Service {
 public:
  virtual ~Service() = default;

  // The database exists and is migrated, or is made; the key is read, or made with a new database.
  virtual base::Result<std::unique_ptr<HeldInstallation>> open(const ServiceSettings& settings) const = 0;

  // Serves until SIGTERM or SIGINT. `out` is told the address, and on the first start the set-up link.
  virtual base::Result<int> serve(const ServiceSettings& settings, std::ostream& out,
                                  std::ostream& log) const = 0;
};

}  // namespace smm::app
