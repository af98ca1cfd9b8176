// SPDX-License-Identifier: Apache-2.0
// Use case: build the registry of a folder from the files that CMS publishes. The folder then holds
//
//   snapshot.smmr       the persons, replaced in one step when all else is done
//   rejected.csv        lines of the sources that could not be read
//   history/ID.csv      what the snapshot with this id changed against the one before it
//
// A build that is interrupted leaves the old snapshot as it was.
#pragma once

#include <string>

#include "app/files.hpp"
#include "app/providers/registry_files.hpp"
#include "app/providers/source_files.hpp"

namespace smm::app::providers {

struct BuildRegistryRequest {
  SourcePaths sources;
  std::string folder;
  unsigned threads = 1;
  bool hash_source = false;
};

struct BuiltRegistry {
  outcomes::registry::Provenance provenance;
  outcomes::registry::Row persons = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t changes = 0;  // lines of history, when there was a snapshot before
};

base::Result<BuiltRegistry> build_registry(const RegistryFiles& registry_files, const Files& files,
                                           const BuildRegistryRequest& request,
                                           const SourceProgress& progress);

}  // namespace smm::app::providers
