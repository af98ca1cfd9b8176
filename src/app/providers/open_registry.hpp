// SPDX-License-Identifier: Apache-2.0
// Opens the registry that lives in a folder: its current snapshot, mapped.
#pragma once

#include <memory>
#include <string>

#include "app/providers/registry_files.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::app::providers {

struct OpenRegistry {
  std::unique_ptr<MappedFile> file;  // what the snapshot reads
  outcomes::registry::Snapshot snapshot;
};

// The snapshot's file in the folder of a registry.
std::string snapshot_path(const std::string& folder);

// `path`: the folder of a registry, or a snapshot file.
base::Result<OpenRegistry> open_registry(const RegistryFiles& files, const std::string& path);

}  // namespace smm::app::providers
