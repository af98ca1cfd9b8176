// SPDX-License-Identifier: Apache-2.0
// Wiring only: which files, which content, which version.
#include <iostream>

#include "adapters/disk_files.hpp"
#include "adapters/disk_registry_files.hpp"
#include "adapters/program_content.hpp"
#include "adapters/web_links.hpp"
#include "cli/program.hpp"
#include "wiring/local_gauges.hpp"
#include "wiring/local_service.hpp"
#include "wiring/printer.hpp"

int main(int argc, char** argv) {
  using namespace smm;
  std::ios::sync_with_stdio(false);
  const adapters::DiskFiles files;
  const adapters::DiskRegistryFiles registry_files;
  const adapters::WebLinks links;
  const wiring::Environment environment = wiring::variable_of_this_process;
  const wiring::LocalGauges gauges(environment);
  const wiring::LocalPrintServer print_server(environment);
  const auto printer = wiring::printer_of("", environment);
  const cli::ProgramParts parts{files,
                                [](const std::string& folder) -> std::unique_ptr<app::Content> {
                                  if (folder.empty()) return std::make_unique<adapters::EmbeddedContent>();
                                  return std::make_unique<adapters::FolderContent>(folder);
                                },
                                [&](const app::Content& content) -> std::unique_ptr<app::Service> {
                                  return std::make_unique<wiring::LocalService>(content, files,
                                                                                registry_files, SMM_VERSION);
                                },
                                environment,
                                registry_files,
                                links,
                                gauges,
                                print_server,
                                SMM_VERSION,
                                printer.get()};
  return cli::run_program(argc, argv, parts, std::cout, std::cerr);
}
