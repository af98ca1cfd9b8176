// SPDX-License-Identifier: Apache-2.0
// The files below content/, as they were when the program was built. cmake/embed.cmake puts them in.
//
// They are the default; `--content DIR` reads a folder instead. Why they are in the program: docs/adr/0003.
#pragma once

#include <span>
#include <string_view>

namespace smm::adapters {

struct EmbeddedFile {
  std::string_view path;   // below content/, with '/', such as "instruments/smm-2026/edition.yaml"
  std::string_view bytes;  // unchanged, and valid as long as the program runs
};

// Sorted by path, bytewise; the same list for the same tree.
std::span<const EmbeddedFile> embedded_files();

}  // namespace smm::adapters
