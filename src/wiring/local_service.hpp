// SPDX-License-Identifier: Apache-2.0
// app::Service on this machine: its disk, its network, its signals.
#pragma once

#include <string>

#include "app/content.hpp"
#include "app/files.hpp"
#include "app/installation/service.hpp"
#include "app/providers/registry_files.hpp"
#include "store/records/stored_installations.hpp"
#include "wiring/key_file.hpp"

namespace smm::wiring {

class LocalService final : public app::Service {
 public:
  LocalService(const app::Content& content, const app::Files& files,
               const app::providers::RegistryFiles& registry_files, std::string version)
      : content_(content), files_(files), registry_files_(registry_files), version_(std::move(version)) {}

  base::Result<std::unique_ptr<app::HeldInstallation>> open(const app::ServiceSettings& settings,
                                                            app::Hold hold) const override;
  base::Result<int> serve(const app::ServiceSettings& settings, std::ostream& out, std::ostream& log,
                          const std::function<void(app::Installation&)>& started) const override;

  base::Result<int> serve_offices(const app::OfficesSettings& offices, std::ostream& out,
                                  std::ostream& log) const override;

  app::Maintenance& maintenance() const override { return installations_; }
  const app::KeyFiles& key_files() const override { return key_files_; }
  const std::string& version() const override { return version_; }

 private:
  const app::Content& content_;
  const app::Files& files_;
  const app::providers::RegistryFiles& registry_files_;
  std::string version_;
  mutable store::records::StoredInstallations installations_;
  DiskKeyFiles key_files_;
};

}  // namespace smm::wiring
