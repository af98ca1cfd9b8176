// SPDX-License-Identifier: Apache-2.0
// Use cases: open an edition by name, check a folder, list what there is, publish.
#pragma once

#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "base/result.hpp"
#include "instrument/edition.hpp"

namespace smm::app {

// `name` is the id of an edition that ships with the program, or, when it holds a '/', a folder.
base::Result<instrument::Edition> open_edition(const Content& content, const Files& files,
                                               const std::string& name);

// An edition in a folder on disk.
base::Result<instrument::Edition> check_edition_folder(const Files& files, const std::string& folder);

// Ids of the editions that ship with the program, sorted.
std::vector<std::string> edition_ids(const Content& content);

// Writes edition.lock with the content hash into the folder of an edition that says it is published. From
// then on any change to it is a problem. Refuses when there is a lock already.
base::Result<instrument::Edition> publish_edition(const Files& files, const std::string& folder);

}  // namespace smm::app
