// SPDX-License-Identifier: Apache-2.0
// Where an installation finds what graduates are looked up in: settings of the service. An empty path says
// that there is none, and pages say so.
#pragma once

#include <string>

#include "app/content.hpp"
#include "app/files.hpp"
#include "app/providers/registry_files.hpp"

namespace smm::app {

struct OutcomeSources {
  const Files& files;
  const Content& content;
  const providers::RegistryFiles& registry_files;
  std::string registry;        // folder of smm registry build
  std::string reference;       // folder of smm reference import
  std::string public_results;  // results.csv of measures that anybody may see
};

}  // namespace smm::app
