// SPDX-License-Identifier: Apache-2.0
#include "benchmark/block_names.hpp"

#include <algorithm>

namespace smm::benchmark {

std::vector<std::string> block_names(const std::string& profession, std::size_t count) {
  const std::size_t digits = std::max<std::size_t>(2, std::to_string(count).size());
  std::vector<std::string> names;
  for (std::size_t number = 1; number <= count; ++number) {
    std::string text = std::to_string(number);
    text.insert(0, digits - text.size(), '0');
    names.push_back(profession + "-" + text);
  }
  return names;
}

std::string joined_name(const std::vector<std::string>& names, const std::vector<std::size_t>& joined) {
  std::string name;
  for (const std::size_t block : joined) name += (name.empty() ? "" : "+") + names[block];
  return name;
}

}  // namespace smm::benchmark
