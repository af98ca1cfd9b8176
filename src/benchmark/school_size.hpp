// SPDX-License-Identifier: Apache-2.0
// The size of a school as half steps from 0 to 4: small 0, medium 2, large 4; 1 to 5 are 0 to 4.
#pragma once

#include <optional>
#include <string_view>

namespace smm::benchmark {

inline std::optional<int> half_steps_of_size(std::string_view size) {
  if (size == "small") return 0;
  if (size == "medium") return 2;
  if (size == "large") return 4;
  if (size.size() == 1 && size[0] >= '1' && size[0] <= '5') return size[0] - '1';
  return std::nullopt;
}

}  // namespace smm::benchmark
