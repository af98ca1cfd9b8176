// SPDX-License-Identifier: Apache-2.0
// Removing a file for good: its bytes are overwritten on disk before its name goes. Disks and file systems
// that write elsewhere (flash, copy on write, snapshots) may keep the old bytes all the same; what counts is
// that whatever is confidential in them is sealed under a key that is gone.
#pragma once

#include <string>

namespace smm::store::records {

// Nothing when it is not there. Throws EnvironmentError.
void erase_file(const std::string& path);

}  // namespace smm::store::records
