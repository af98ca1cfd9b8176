// SPDX-License-Identifier: Apache-2.0
// Port: the installation that a command works on. What stands behind it (database, files, network) is wired
// in one place, for the server and for every command.
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "app/installation/installation.hpp"
#include "app/installation/maintenance.hpp"
#include "app/installation/offices.hpp"
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

  // Overwrites and removes the file and whatever rotation left beside it ("PATH.*"). The ids of the keys that
  // were in them. Throws EnvironmentError.
  virtual std::vector<std::string> destroy(const std::string& path) const = 0;
};

class Service {
 public:
  virtual ~Service() = default;

  // Makes what is not there yet: folder, database, key. Problems: key_missing, wrong_key, those of
  // Maintenance.
  virtual base::Result<std::unique_ptr<HeldInstallation>> open(const ServiceSettings& settings,
                                                               Hold hold) const = 0;

  // Serves until SIGTERM or SIGINT. `out` is told the address, and on the first start the set-up link.
  // `started`, unless it is empty, is called once it listens; by then the installation knows its address.
  virtual base::Result<int> serve(const ServiceSettings& settings, std::ostream& out, std::ostream& log,
                                  const std::function<void(Installation&)>& started) const = 0;

  // The same for several offices, each under the name of its own public_url; any other name is told nothing.
  // Each has to be there already. One that cannot be opened answers 503 and is tried again, while the others
  // are served. `out` is told of each.
  virtual base::Result<int> serve_offices(const OfficesSettings& offices, std::ostream& out,
                                          std::ostream& log) const = 0;

  virtual Maintenance& maintenance() const = 0;
  virtual const KeyFiles& key_files() const = 0;
  virtual const std::string& version() const = 0;  // of the program
};

}  // namespace smm::app
