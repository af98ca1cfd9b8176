// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/overlaid_files.hpp"

#include "app/problems.hpp"
#include "base/assert.hpp"

namespace smm::app {

base::Result<std::string> OverlaidFiles::read(const std::string& path) const {
  if (const auto found = memory_.find(path); found != memory_.end()) return found->second;
  if (path.starts_with(':')) return base::Problem(problem::file_not_found, "there is none", {path, 0, 0});
  return below_.read(path);
}

base::Result<std::unique_ptr<base::ByteSource>> OverlaidFiles::open(const std::string& path) const {
  if (const auto found = memory_.find(path); found != memory_.end())
    return std::unique_ptr<base::ByteSource>(std::make_unique<base::MemorySource>(found->second));
  return below_.open(path);
}

base::Result<std::vector<std::string>> OverlaidFiles::list(const std::string& folder) const {
  return below_.list(folder);
}

bool OverlaidFiles::same(const std::string& one, const std::string& other) const {
  return below_.same(one, other);
}

void OverlaidFiles::write(const std::string&, std::string_view) const {
  SMM_ASSERT(!"opened files are never written back");
}

void OverlaidFiles::write_folder(const std::string&, const std::vector<NamedFile>&) const {
  SMM_ASSERT(!"opened files are never written back");
}

}  // namespace smm::app
