// SPDX-License-Identifier: Apache-2.0
#include "app/installation/release_shelf.hpp"

#include <algorithm>

namespace smm::app {
namespace {

constexpr std::size_t most_shelved = 8;  // rounds that people still compare in

}  // namespace

base::Result<std::shared_ptr<const benchmark::ReleaseIndex>> ReleaseShelf::release(const KeptRelease& kept) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(shelved_, kept.sha256, &Shelved::sha256);
  if (found != shelved_.end()) return found->index;
  auto release = benchmark::read_release(kept.bytes, "release " + kept.sha256);
  if (!release) return std::move(release).problems();
  auto index = std::make_shared<const benchmark::ReleaseIndex>(
      std::make_shared<const benchmark::Release>(std::move(*release)));
  shelved_.push_back({kept.sha256, index});
  if (shelved_.size() > most_shelved) shelved_.pop_front();
  return index;
}

}  // namespace smm::app
