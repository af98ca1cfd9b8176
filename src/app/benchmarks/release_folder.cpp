// SPDX-License-Identifier: Apache-2.0
#include "app/benchmarks/release_folder.hpp"

#include "app/benchmarks/private_scores.hpp"
#include "benchmark/problems.hpp"

namespace smm::app::benchmarks {
namespace {

constexpr std::string_view release_file = "release.json";

std::string inside(const std::string& folder, std::string_view name) {
  return folder + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

}  // namespace

base::Result<benchmark::Release> read_release_folder(const Files& files, const std::string& folder) {
  const std::string path = inside(folder, release_file);
  const auto bytes = files.read(path);
  if (!bytes) return bytes.problems();
  return benchmark::read_release(*bytes, path);
}

base::Result<std::vector<benchmark::Release>> read_release_folders(const Files& files,
                                                                   const std::vector<std::string>& folders) {
  std::vector<benchmark::Release> releases;
  base::Problems problems;
  for (const std::string& folder : folders) {
    auto release = read_release_folder(files, folder);
    if (release)
      releases.push_back(std::move(*release));
    else
      problems.insert(problems.end(), release.problems().begin(), release.problems().end());
  }
  if (!problems.empty()) return problems;
  return releases;
}

base::Result<std::vector<benchmark::ReleaseFile>> read_release_files(const Files& files,
                                                                     const std::string& folder) {
  const auto names = files.list(folder);
  if (!names) return names.problems();
  std::vector<benchmark::ReleaseFile> found;
  for (const std::string& name : *names) {
    if (name == release_file) continue;
    auto bytes = files.read(inside(folder, name));
    if (!bytes) return std::move(bytes).problems();
    found.push_back({name, std::move(*bytes)});
  }
  return found;
}

base::Problems write_release_folder(const Files& files, const std::string& folder,
                                    const benchmark::Release& release, const std::string& private_scores) {
  if (const auto there = files.list(folder); there && !there->empty())
    return {base::Problem(benchmark::problem::release_exists,
                          "the folder has files in it; a release is never replaced, choose another folder",
                          base::Place{folder, 0, 0})};
  const std::string beside = private_scores_path(folder);
  if (const auto old = files.read(beside); old && *old != private_scores)
    return {
        base::Problem(benchmark::problem::release_exists,
                      "there are private scores of another release, which a later freeze may need; choose "
                      "another folder",
                      base::Place{beside, 0, 0})};
  std::vector<NamedFile> named;
  for (const benchmark::ReleaseFile& file : benchmark::files_of(release))
    named.push_back({file.name, file.bytes});
  files.write_private(beside, private_scores);
  files.write_folder(folder, named);
  return {};
}

}  // namespace smm::app::benchmarks
