// SPDX-License-Identifier: Apache-2.0
// A new file that comes into its place whole and on disk, or not at all: written beside it under another name
// (".part" behind it), synced, then renamed. Its owner alone can read it. Throws EnvironmentError.
#pragma once

#include <string>
#include <string_view>

namespace smm::store::records {

class DurableFile {
 public:
  // Empty at first; what an earlier try left is removed.
  explicit DurableFile(std::string path);
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;
  ~DurableFile();  // removes what did not come into its place

  // Others may write it under this name meanwhile.
  const std::string& part() const { return part_; }

  void append(std::string_view bytes);

  // Syncs the file, renames it over what was there, syncs the folder.
  void put_in_place();

 private:
  std::string path_;
  std::string part_;
  int descriptor_ = -1;
  bool in_place_ = false;
};

}  // namespace smm::store::records
