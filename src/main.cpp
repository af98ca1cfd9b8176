// SPDX-License-Identifier: Apache-2.0
// Wiring only: which files, which content, which version.
#include <cstdlib>
#include <iostream>

#include "adapters/disk_files.hpp"
#include "adapters/disk_registry_files.hpp"
#include "adapters/program_content.hpp"
#include "cli/program.hpp"
#include "wiring/local_service.hpp"

int main(int argc, char** argv) {
  using namespace smm;
  std::ios::sync_with_stdio(false);
  const adapters::DiskFiles files;
  const adapters::DiskRegistryFiles registry_files;
  const cli::ProgramParts parts{files,
                                [](const std::string& folder) -> std::unique_ptr<app::Content> {
                                  if (folder.empty()) return std::make_unique<adapters::EmbeddedContent>();
                                  return std::make_unique<adapters::FolderContent>(folder);
                                },
                                [&files](const app::Content& content) -> std::unique_ptr<app::Service> {
                                  return std::make_unique<wiring::LocalService>(content, files, SMM_VERSION);
                                },
                                [](const std::string& name) -> std::optional<std::string> {
                                  const char* value = std::getenv(name.c_str());
                                  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
                                },
                                registry_files,
                                SMM_VERSION};
  return cli::run_program(argc, argv, parts, std::cout, std::cerr);
}
