// SPDX-License-Identifier: Apache-2.0
// Any bytes are refused as an archive, or unpack to what the directory promises, or are found to be damaged.
#include <cstdint>
#include <string>
#include <vector>

#include "base/assert.hpp"
#include "outcomes/registry/damaged_source.hpp"
#include "outcomes/registry/zip_source.hpp"

using namespace smm::outcomes::registry;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const StoredText file({reinterpret_cast<const char*>(data), size});
  const auto members = read_zip_directory(file, "f.zip");
  if (!members) return 0;
  std::vector<char> piece(4096);
  for (const ZipMember& member : *members) {
    try {
      ZipSource source(file, member);
      std::uint64_t all = 0;
      // A member of a few bytes may unpack to gigabytes; the beginning is enough here.
      for (std::size_t count = 1; count > 0 && all < (1U << 20); all += count)
        count = source.read(piece.data(), piece.size());
      SMM_ASSERT(all >= (1U << 20) || all == member.bytes);
    } catch (const DamagedSource&) {
      continue;
    }
  }
  return 0;
}
