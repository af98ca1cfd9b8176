// SPDX-License-Identifier: Apache-2.0
// Use case: apply a weekly file to the registry of a folder. Files are applied in the order of their days,
// and one that leaves a gap is refused. The days are those in the file's name; of a file without any, those
// on which its records say that something happened.
#pragma once

#include "app/providers/build_registry.hpp"

namespace smm::app::providers {

struct UpdateRegistryRequest {
  std::string folder;
  std::string file;
  unsigned threads = 1;
};

base::Result<BuiltRegistry> update_registry(const RegistryFiles& registry_files, const Files& files,
                                            const UpdateRegistryRequest& request);

}  // namespace smm::app::providers
