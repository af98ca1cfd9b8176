// SPDX-License-Identifier: Apache-2.0
// The files of a person who has them in memory.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/files.hpp"
#include "app/problems.hpp"

namespace smm::test {

class FilesInMemory final : public app::Files {
 public:
  explicit FilesInMemory(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  base::Result<std::string> read(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end())
      return base::Problem(app::problem::file_not_found, "no such file", {path, 0, 0});
    return found->second;
  }

  base::Result<std::unique_ptr<base::ByteSource>> open(const std::string& path) const override {
    const auto found = files_.find(path);
    if (found == files_.end())
      return base::Problem(app::problem::file_not_found, "no such file", {path, 0, 0});
    return std::unique_ptr<base::ByteSource>(std::make_unique<base::MemorySource>(found->second));
  }

  base::Result<std::vector<std::string>> list(const std::string& folder) const override {
    return base::Problem(app::problem::file_not_found, "no folders here", {folder, 0, 0});
  }

  bool same(const std::string& one, const std::string& other) const override { return one == other; }

  void write(const std::string&, std::string_view) const override {}
  void write_folder(const std::string&, const std::vector<app::NamedFile>&) const override {}

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace smm::test
