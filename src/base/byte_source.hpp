// SPDX-License-Identifier: Apache-2.0
// Where bytes come from, seen by a reader that wants them piece by piece: a file, a pipe, an archive member,
// or a text in memory. A source that cannot go on (a disk error) throws EnvironmentError.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace smm::base {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Copies at most `capacity` bytes into `into` and returns how many; 0 only at the end (or for capacity 0).
  virtual std::size_t read(char* into, std::size_t capacity) = 0;
};

// Reads a text that outlives it.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}

  std::size_t read(char* into, std::size_t capacity) override {
    const std::size_t count = std::min(capacity, rest_.size());
    if (count > 0) std::memcpy(into, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

}  // namespace smm::base
