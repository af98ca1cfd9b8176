// SPDX-License-Identifier: Apache-2.0
#include "base/problem.hpp"

#include <algorithm>
#include <tuple>

namespace smm::base {

std::string to_string(const Problem& problem) {
  std::string text = std::string(problem.code) + ": " + problem.sentence;
  if (!problem.place.source.empty()) text += " (" + to_string(problem.place) + ")";
  // Sentences quote the input; what it holds must not steer a terminal.
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return text;
}

void sort_problems(Problems& problems) {
  const auto key = [](const Problem& p) { return std::tie(p.place, p.code, p.sentence); };
  std::sort(problems.begin(), problems.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  problems.erase(std::unique(problems.begin(), problems.end(),
                             [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                 problems.end());
}

}  // namespace smm::base
