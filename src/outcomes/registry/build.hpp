// SPDX-License-Identifier: Apache-2.0
// Builds a snapshot from the registry's own files: the main file of all providers, and whichever of the
// smaller ones are there. Reads each once, front to back; several threads share the work, and the bytes of
// the snapshot are the same for any number of them.
//
// Memory stays below about 600 MB for the whole country: rows are laid aside in scratch files until the
// dictionaries are known.
//
// A line that cannot be read, or is no record of the registry, is left out and told (RejectedLine); with more
// than BuildOptions::most_rejected of them nothing is built. When one NPI stands twice in the main file, the
// last row counts. Rows of the smaller files whose NPI is no person of the main file are read over.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "base/result.hpp"
#include "outcomes/registry/record_reader.hpp"
#include "outcomes/registry/snapshot.hpp"
#include "outcomes/registry/source_columns.hpp"
#include "outcomes/registry/storage.hpp"

namespace smm::outcomes::registry {

struct FurtherSource {
  FurtherFile file = FurtherFile::other_names;
  base::ByteSource* bytes = nullptr;
  std::string name;
};

struct BuildSources {
  base::ByteSource* main = nullptr;
  std::string main_name;
  std::vector<FurtherSource> further;
};

struct BuildOptions {
  unsigned threads = 1;
  ScanKind scan = best_scan();
  std::uint64_t most_rejected = 50'000;
  std::size_t chunk_bytes = std::size_t{1} << 20;
  bool may_be_empty = false;  // a weekly file may hold deactivations only
};

struct RejectedSourceLine {
  std::string source;
  RejectedLine line;
};

struct BuildOutcome {
  Provenance provenance;  // without id
  Row persons = 0;
  std::vector<RejectedSourceLine> rejected;
};

// `known` tells of the source what the caller knows (name, length, days, hash, previous snapshot); counts are
// added, and days where none are given: the last day on which any record says that something happened.
base::Result<BuildOutcome> build_snapshot(const BuildSources& sources, const Provenance& known,
                                          BuildSpace& space, const BuildOptions& options);

}  // namespace smm::outcomes::registry
