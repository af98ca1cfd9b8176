// SPDX-License-Identifier: Apache-2.0
// Files on the disk of this machine.
#pragma once

#include "app/files.hpp"

namespace smm::adapters {

class DiskFiles final : public app::Files {
 public:
  base::Result<std::string> read(const std::string& path) const override;
  base::Result<std::unique_ptr<base::ByteSource>> open(const std::string& path) const override;
  base::Result<std::vector<std::string>> list(const std::string& folder) const override;
  bool same(const std::string& one, const std::string& other) const override;
  void write(const std::string& path, std::string_view bytes) const override;
  void write_private(const std::string& path, std::string_view bytes) const override;
  void write_folder(const std::string& folder, const std::vector<app::NamedFile>& files) const override;
};

}  // namespace smm::adapters
