// SPDX-License-Identifier: Apache-2.0
// Makes an Edition from the documents of its folder, or says everything that is wrong with them at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"
#include "instrument/edition.hpp"

namespace smm::instrument {

// One file of an edition's folder: `path` is relative to it ("areas/mission.yaml"), `bytes` are hashed.
struct EditionFile {
  std::string path;
  std::string bytes;
  base::Document document;
};

struct EditionSource {
  std::string folder;               // for messages
  std::vector<EditionFile> files;   // any order; every .yaml file of the folder
  std::optional<std::string> lock;  // content of edition.lock, when there is one
};

// SHA-256 over names and bytes of the files (not the lock), hex: what edition.lock holds.
std::string edition_hash(const EditionSource& source);

// Every problem is found in one pass, sorted by place. docs/reference/problems.md lists the codes.
base::Result<Edition> load_edition(const EditionSource& source);

}  // namespace smm::instrument
