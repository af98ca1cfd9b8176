// SPDX-License-Identifier: Apache-2.0
// Port: the large files that the provider registry lives in. Apart from Files, because these are read at a
// place, mapped, and written in any order.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "outcomes/registry/storage.hpp"

namespace smm::app::providers {

// A file in memory as long as this lives; begins at an address divisible by 8.
class MappedFile {
 public:
  virtual ~MappedFile() = default;
  virtual std::string_view bytes() const = 0;
  // Frees the memory that reading has filled; the bytes can be read as before.
  virtual void let_go() const = 0;
};

// A file that is being made. Unless commit() is reached, nothing of it stays and the old file stands.
class FileDraft : public outcomes::registry::BuildSpace {
 public:
  // What was written so far, to look at before it stands.
  virtual std::unique_ptr<MappedFile> map() const = 0;

  // On disk, and in the place of the old file, in one step.
  virtual void commit() = 0;
};

class RegistryFiles {
 public:
  virtual ~RegistryFiles() = default;

  // Each gives one problem (file_not_found, file_unreadable) when the file cannot be had.
  virtual base::Result<std::unique_ptr<outcomes::registry::StoredBytes>> open(
      const std::string& path) const = 0;
  virtual base::Result<std::unique_ptr<MappedFile>> map(const std::string& path) const = 0;

  virtual bool exists(const std::string& path) const = 0;

  // Begins a file that will stand at `path`; its folder is made if it is missing. What builds that were
  // killed left beside it is cleared away.
  virtual std::unique_ptr<FileDraft> draft(const std::string& path) const = 0;
};

}  // namespace smm::app::providers
