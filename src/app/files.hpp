// SPDX-License-Identifier: Apache-2.0
// Port: the files a person names on the command line.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "base/environment_error.hpp"
#include "base/result.hpp"

namespace smm::app {

struct NamedFile {
  std::string name;  // within a folder, without '/'
  std::string bytes;
};

class Files {
 public:
  virtual ~Files() = default;

  // The whole file, or one problem (file_not_found, file_unreadable).
  virtual base::Result<std::string> read(const std::string& path) const = 0;

  // The file as a stream, for what is too large to hold.
  virtual base::Result<std::unique_ptr<base::ByteSource>> open(const std::string& path) const = 0;

  // Paths of all regular files below `folder`, relative to it, with '/', sorted bytewise.
  virtual base::Result<std::vector<std::string>> list(const std::string& folder) const = 0;

  // Are both names of one regular file that exists?
  virtual bool same(const std::string& one, const std::string& other) const = 0;

  // Writes the whole file or leaves the old one: a new file beside it is renamed over it, with the old one's
  // permissions; a link stays a link. Devices and pipes are written into. Creates missing folders. Throws
  // EnvironmentError when that fails.
  virtual void write(const std::string& path, std::string_view bytes) const = 0;

  // The same for a file that its owner alone may read and write (0600), whatever stood there before. Throws
  // EnvironmentError also where files cannot be kept so.
  virtual void write_private(const std::string& path, std::string_view) const {
    throw base::EnvironmentError("cannot keep private: " + path);
  }

  // Makes a folder of these files, or none: they are written into a new folder beside it, which then gets its
  // name. A folder of this name may exist when nothing is in it. Throws EnvironmentError when that fails.
  virtual void write_folder(const std::string& folder, const std::vector<NamedFile>& files) const = 0;
};

}  // namespace smm::app
