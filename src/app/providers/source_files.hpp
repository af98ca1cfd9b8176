// SPDX-License-Identifier: Apache-2.0
// The files a registry is built from: the registry's monthly or weekly zip with all its members, or single
// CSV files (each may also be a zip that holds it). What was named beside a zip goes before what is in it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/providers/registry_files.hpp"
#include "outcomes/registry/build.hpp"
#include "outcomes/registry/stored_source.hpp"

namespace smm::app::providers {

struct SourcePaths {
  std::string main;
  std::string other_names;  // empty: not given
  std::string locations;
  std::string medicare;
};

// How much of the main file was read, of how much (packed bytes of a zip).
using SourceProgress = std::function<void(std::uint64_t done, std::uint64_t all)>;

struct OpenSources {
  std::vector<std::unique_ptr<outcomes::registry::StoredBytes>> files;
  std::vector<std::unique_ptr<base::ByteSource>> streams;
  outcomes::registry::BuildSources sources;
  outcomes::registry::Provenance known;  // name, length, and the days that the name of the main file tells
};

base::Result<OpenSources> open_sources(const RegistryFiles& files, const SourcePaths& paths,
                                       const SourceProgress& progress);

// The days in a name such as npidata_pfile_20260406-20260412.csv; not given when there are none.
struct CoveredDays {
  outcomes::registry::Day first;
  outcomes::registry::Day last;
};
CoveredDays days_in_name(std::string_view name);

}  // namespace smm::app::providers
