// SPDX-License-Identifier: Apache-2.0
// Names of blocks: "medicine-01", numbered by their first unit and padded so that they sort as they are
// numbered. Internal to benchmark.
#pragma once

#include <string>
#include <vector>

namespace smm::benchmark {

std::vector<std::string> block_names(const std::string& profession, std::size_t count);
std::string joined_name(const std::vector<std::string>& names, const std::vector<std::size_t>& joined);

}  // namespace smm::benchmark
