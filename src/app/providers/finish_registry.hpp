// SPDX-License-Identifier: Apache-2.0
// The last steps of a build or an update: what changed goes into the history, what was rejected beside it,
// and the new snapshot into the place of the old one.
#pragma once

#include "app/files.hpp"
#include "app/providers/build_registry.hpp"
#include "app/providers/open_registry.hpp"
#include "outcomes/registry/build.hpp"

namespace smm::app::providers {

// `before`: the snapshot that `draft` will replace, if there is one.
base::Result<BuiltRegistry> finish_registry(
    FileDraft& draft, const Files& files, const std::string& folder, const OpenRegistry* before,
    const std::vector<outcomes::registry::RejectedSourceLine>& rejected);

}  // namespace smm::app::providers
