// SPDX-License-Identifier: Apache-2.0
// The registry's large files on the disk of this machine.
#pragma once

#include "app/providers/registry_files.hpp"

namespace smm::adapters {

class DiskRegistryFiles final : public app::providers::RegistryFiles {
 public:
  base::Result<std::unique_ptr<outcomes::registry::StoredBytes>> open(const std::string& path) const override;
  base::Result<std::unique_ptr<app::providers::MappedFile>> map(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::unique_ptr<app::providers::FileDraft> draft(const std::string& path) const override;
};

}  // namespace smm::adapters
