// SPDX-License-Identifier: Apache-2.0
// Files some of which are in memory, so that use cases on files work on what was opened for them and nothing
// unsealed reaches the disk. Nothing can be written through it.
#pragma once

#include <map>
#include <string>

#include "app/files.hpp"

namespace smm::app {

class OverlaidFiles final : public Files {
 public:
  // Names in `memory` begin with a colon, as no path of an installation does.
  OverlaidFiles(const Files& below, std::map<std::string, std::string> memory)
      : below_(below), memory_(std::move(memory)) {}

  base::Result<std::string> read(const std::string& path) const override;
  base::Result<std::unique_ptr<base::ByteSource>> open(const std::string& path) const override;
  base::Result<std::vector<std::string>> list(const std::string& folder) const override;
  bool same(const std::string& one, const std::string& other) const override;
  void write(const std::string& path, std::string_view bytes) const override;
  void write_folder(const std::string& folder, const std::vector<NamedFile>& files) const override;

 private:
  const Files& below_;
  std::map<std::string, std::string> memory_;
};

}  // namespace smm::app
