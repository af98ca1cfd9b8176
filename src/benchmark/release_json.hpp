// SPDX-License-Identifier: Apache-2.0
// The canonical text of a release, and its hash: SHA-256 of that text without the line "sha256". Internal to
// benchmark; release.hpp has what others call.
#pragma once

#include <string>

#include "benchmark/release.hpp"

namespace smm::benchmark {

std::string content_hash(const ReleaseContent& content);
std::string content_json(const ReleaseContent& content);

}  // namespace smm::benchmark
