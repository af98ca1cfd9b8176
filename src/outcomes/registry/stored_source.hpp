// SPDX-License-Identifier: Apache-2.0
// A stored file as a stream, from its beginning to its end, telling how far it is.
#pragma once

#include <functional>

#include "base/byte_source.hpp"
#include "outcomes/registry/storage.hpp"

namespace smm::outcomes::registry {

// Called with how many bytes of the file were read so far, whenever some were.
using ReadProgress = std::function<void(std::uint64_t bytes)>;

class StoredSource final : public base::ByteSource {
 public:
  explicit StoredSource(const StoredBytes& file, ReadProgress progress = {})
      : file_(file), progress_(std::move(progress)) {}

  std::size_t read(char* into, std::size_t capacity) override {
    const std::size_t count = file_.read_at(offset_, into, capacity);
    offset_ += count;
    if (progress_) progress_(offset_);
    return count;
  }

 private:
  const StoredBytes& file_;
  ReadProgress progress_;
  std::uint64_t offset_ = 0;
};

}  // namespace smm::outcomes::registry
