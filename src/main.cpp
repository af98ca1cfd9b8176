// SPDX-License-Identifier: Apache-2.0
// Wiring only: which files, which content, which version.
#include <iostream>

#include "adapters/disk_files.hpp"
#include "adapters/program_content.hpp"
#include "cli/program.hpp"

int main(int argc, char** argv) {
  using namespace smm;
  std::ios::sync_with_stdio(false);
  const adapters::DiskFiles files;
  const cli::ProgramParts parts{files,
                                [](const std::string& folder) -> std::unique_ptr<app::Content> {
                                  if (folder.empty()) return std::make_unique<adapters::EmbeddedContent>();
                                  return std::make_unique<adapters::FolderContent>(folder);
                                },
                                SMM_VERSION};
  return cli::run_program(argc, argv, parts, std::cout, std::cerr);
}
