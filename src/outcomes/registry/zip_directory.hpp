// SPDX-License-Identifier: Apache-2.0
// The directory of a zip archive (APPNOTE 6.3.9, zip64 included): which members it has and where they lie.
// Not read: archives in parts, encrypted members, methods other than stored and deflated.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "outcomes/registry/storage.hpp"

namespace smm::outcomes::registry {

struct ZipMember {
  std::string name;
  std::uint16_t method = 0;  // 0 stored, 8 deflated
  std::uint32_t crc = 0;
  std::uint64_t packed_bytes = 0;
  std::uint64_t bytes = 0;
  std::uint64_t header_offset = 0;  // of the member's own header
};

bool is_zip(const StoredBytes& file);

// Members that are files, in the order of the directory. `source` names the archive in problems.
base::Result<std::vector<ZipMember>> read_zip_directory(const StoredBytes& file, const std::string& source);

}  // namespace smm::outcomes::registry
