// SPDX-License-Identifier: Apache-2.0
// The .sql files of this room, as they were when the program was built. cmake/embed.cmake puts them in.
#pragma once

#include <span>
#include <string_view>

namespace smm::store {

struct EmbeddedFile {
  std::string_view path;   // below src/store, such as "migrations/0001_installation.sql"
  std::string_view bytes;  // valid as long as the program runs
};

// Sorted by path.
std::span<const EmbeddedFile> embedded_files();

}  // namespace smm::store
