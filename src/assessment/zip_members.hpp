// SPDX-License-Identifier: Apache-2.0
// The names in a zip file, for telling what kind of document it is. Nothing is unpacked.
//
// Strict, because two readers of a sloppy zip see two different files: the archive is the whole file, from a
// member at byte 0 to an end record without comment; the central directory lies directly before that record;
// each entry has a local header with the same name, before the directory. No encryption, no several disks, no
// zip64 (a document of 20 MB needs none), no name twice, absolute, with "..", a backslash or a control
// character.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smm::assessment {

struct ZipMember {
  std::string name;
  bool stored = false;         // not compressed
  std::string_view bytes;      // as they lie in the file
  std::uint32_t unpacked = 0;  // bytes, as the archive says
};

// In the order of the directory; nothing when the bytes are no zip of this strict kind.
std::optional<std::vector<ZipMember>> zip_members(std::string_view bytes);

}  // namespace smm::assessment
