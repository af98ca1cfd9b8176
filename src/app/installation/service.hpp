// SPDX-License-Identifier: Apache-2.0
// Port: the installation that a command works on. What stands behind it (database, files, network) is wired
// in one place, for the server and for every command.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "app/installation/installation.hpp"
#include "app/installation/maintenance.hpp"
#include "app/installation/service_settings.hpp"
#include "base/result.hpp"

namespace smm::app {

// An installation that is open as long as this lives.
class HeldInstallation {
 public:
  virtual ~HeldInstallation() = default;
  virtual Installation& installation() = 0;
};

// The files that hold installation keys: 0600, outside the data folder.
class KeyFiles {
 public:
  virtual ~KeyFiles() = default;

  // The named file, or DIR.key beside the folder.
  virtual std::string path(const DatabaseSettings& settings) const = 0;
  virtual bool exists(const std::string& path) const = 0;

  // Problem: key_missing, also for a file that others than its owner may read.
  virtual base::Result<crypto::InstallationKey> read(const std::string& path) const = 0;

  // Never replaces one. Throws EnvironmentError.
  virtual crypto::InstallationKey make(const std::string& path) const = 0;

  // `from` takes the name `to`; nothing may be there. Throws EnvironmentError.
  virtual void rename(const std::string& from, const std::string& to) const = 0;
};

class Service {
 public:
  virtual ~Service() = default;

  // Makes what is not there yet: folder, database, key. Problems: key_missing, wrong_key, those of
  // Maintenance.
  virtual base::Result<std::unique_ptr<HeldInstallation>> open(const ServiceSettings& settings,
                                                               Hold hold) const = 0;

  // Serves until SIGTERM or SIGINT. `out` is told the address, and on the first start the set-up link.
  virtual base::Result<int> serve(const ServiceSettings& settings, std::ostream& out,
                                  std::ostream& log) const = 0;

  virtual Maintenance& maintenance() const = 0;
  virtual const KeyFiles& key_files() const = 0;
};

}  // namespace smm::app
