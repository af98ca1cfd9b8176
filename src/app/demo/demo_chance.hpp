// SPDX-License-Identifier: Apache-2.0
// Chance that hangs on names alone: whatever the demo invents about one school and one question is the same
// in whatever order, and on however many threads, it is invented.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "base/random.hpp"

namespace smm::app {

// FNV-1a over the words, each ended by a byte that no word holds; then mixed, since neighbors must not look
// alike.
inline base::Random chance_of(std::uint64_t seed, std::initializer_list<std::string_view> words) {
  std::uint64_t hash = 0xcbf29ce484222325 ^ seed;
  const auto take = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
  for (const std::string_view word : words) {
    for (const char letter : word) take(static_cast<unsigned char>(letter));
    take(0xff);
  }
  hash = (hash ^ (hash >> 31)) * 0x9e3779b97f4a7c15;
  return base::Random(hash ^ (hash >> 29));
}

}  // namespace smm::app
