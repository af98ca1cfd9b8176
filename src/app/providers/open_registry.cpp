// SPDX-License-Identifier: Apache-2.0
#include "app/providers/open_registry.hpp"

namespace smm::app::providers {
namespace {

constexpr std::string_view snapshot_ending = ".smmr";

}  // namespace

std::string snapshot_path(const std::string& folder) {
  return folder + (folder.ends_with('/') ? "" : "/") + "snapshot" + std::string(snapshot_ending);
}

base::Result<OpenRegistry> open_registry(const RegistryFiles& files, const std::string& path) {
  const std::string file = path.ends_with(snapshot_ending) ? path : snapshot_path(path);
  auto mapped = files.map(file);
  if (!mapped) return std::move(mapped).problems();
  auto snapshot = outcomes::registry::Snapshot::open((*mapped)->bytes(), file);
  if (!snapshot) return std::move(snapshot).problems();
  return OpenRegistry{*std::move(mapped), *std::move(snapshot)};
}

}  // namespace smm::app::providers
