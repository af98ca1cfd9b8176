// SPDX-License-Identifier: Apache-2.0
// Installation keys in files on this machine: one line of text each (crypto/key_wrap.hpp).
#pragma once

#include "app/installation/service.hpp"

namespace smm::wiring {

class DiskKeyFiles final : public app::KeyFiles {
 public:
  std::string path(const app::DatabaseSettings& settings) const override;
  bool exists(const std::string& path) const override;
  base::Result<crypto::InstallationKey> read(const std::string& path) const override;
  crypto::InstallationKey make(const std::string& path) const override;
  void rename(const std::string& from, const std::string& to) const override;
  std::vector<std::string> destroy(const std::string& path) const override;
};

}  // namespace smm::wiring
