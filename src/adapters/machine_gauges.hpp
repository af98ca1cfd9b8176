// SPDX-License-Identifier: Apache-2.0
// Measures this machine: its disks, its clock, the rights of files. Nothing here judges, and nothing throws:
// what cannot be measured is told in words.
#pragma once

#include <string>

#include "app/operating/measured.hpp"

namespace smm::adapters {

// Writes a small file into the folder, waits until it is on disk, and removes it.
app::operating::DiskSeen measure_disk(const std::string& folder);

// Does a time server keep this machine's clock, as the system knows?
bool clock_is_kept();

struct FileSeen {
  bool there = false;
  unsigned rights = 0;  // 0600
  base::Instant written;
};

FileSeen look_at_file(const std::string& path);

}  // namespace smm::adapters
