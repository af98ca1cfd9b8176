// SPDX-License-Identifier: Apache-2.0
// What this room needs of files, without knowing any: bytes that can be read and written at a place. What
// stands behind them comes from above (app/registry_files.hpp), or from memory in tests. Failure of the
// disk throws EnvironmentError.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace smm::outcomes::registry {

// A file that is read. Thread-safe.
class StoredBytes {
 public:
  virtual ~StoredBytes() = default;
  virtual std::uint64_t size() const = 0;
  // Copies up to `capacity` bytes from `offset` on and returns how many; 0 only at the end.
  virtual std::size_t read_at(std::uint64_t offset, char* into, std::size_t capacity) const = 0;
};

// A file that is written, in any order, and read back. Thread-safe as long as places do not overlap.
class GrowingBytes : public StoredBytes {
 public:
  virtual void write_at(std::uint64_t offset, std::string_view bytes) = 0;
};

// Where a build keeps what does not fit into memory, and puts its result.
class BuildSpace {
 public:
  virtual ~BuildSpace() = default;
  // A file that is gone when the returned object is.
  virtual std::unique_ptr<GrowingBytes> scratch() = 0;
  // The new snapshot; nobody sees it before the owner of this space says so.
  virtual GrowingBytes& result() = 0;
};

// A whole file in memory.
class StoredText final : public StoredBytes {
 public:
  explicit StoredText(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t size() const override { return bytes_.size(); }
  std::size_t read_at(std::uint64_t offset, char* into, std::size_t capacity) const override {
    if (offset >= bytes_.size()) return 0;
    const std::string_view found = bytes_.substr(offset, capacity);
    std::memcpy(into, found.data(), found.size());
    return found.size();
  }

 private:
  std::string_view bytes_;
};

// A file that grows in memory; for tests and small work. Only one thread may make it longer.
class GrowingText final : public GrowingBytes {
 public:
  std::uint64_t size() const override { return bytes_.size(); }
  std::size_t read_at(std::uint64_t offset, char* into, std::size_t capacity) const override {
    return StoredText(bytes_).read_at(offset, into, capacity);
  }
  void write_at(std::uint64_t offset, std::string_view bytes) override {
    if (bytes_.size() < offset + bytes.size()) bytes_.resize(offset + bytes.size());
    std::memcpy(bytes_.data() + offset, bytes.data(), bytes.size());
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// A build that stays in memory; for tests and small work.
class MemorySpace final : public BuildSpace {
 public:
  std::unique_ptr<GrowingBytes> scratch() override { return std::make_unique<GrowingText>(); }
  GrowingBytes& result() override { return result_; }
  const std::string& snapshot() const { return result_.bytes(); }

 private:
  GrowingText result_;
};

}  // namespace smm::outcomes::registry
