// SPDX-License-Identifier: Apache-2.0
// A release as a folder of files.
#pragma once

#include "app/files.hpp"
#include "benchmark/release_files.hpp"

namespace smm::app::benchmarks {

// What release.json says; the other files are not looked at.
base::Result<benchmark::Release> read_release_folder(const Files& files, const std::string& folder);
base::Result<std::vector<benchmark::Release>> read_release_folders(const Files& files,
                                                                   const std::vector<std::string>& folders);

// All files of the folder but release.json, with what they say.
base::Result<std::vector<benchmark::ReleaseFile>> read_release_files(const Files& files,
                                                                     const std::string& folder);

// All files or none, after what it was frozen from (private_scores.hpp), so that no release stands without. A
// folder that has files in it is refused (release_exists), and so are private scores of another release: none
// is ever replaced.
base::Problems write_release_folder(const Files& files, const std::string& folder,
                                    const benchmark::Release& release, const std::string& private_scores);

}  // namespace smm::app::benchmarks
