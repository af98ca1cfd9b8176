// SPDX-License-Identifier: Apache-2.0
// Columns of a snapshot: numbers in 1, 2 or 4 bytes (little-endian, as wide as the largest one asks), and
// lists per row. They read bytes that they do not own; an index beyond the end throws EnvironmentError.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "outcomes/registry/dictionary.hpp"

namespace smm::outcomes::registry {

class Column {
 public:
  Column() = default;
  Column(std::string_view bytes, unsigned width)
      : bytes_(bytes.data()), width_(width), size_(bytes.size() / width) {}

  std::size_t size() const { return size_; }

  std::uint32_t at(std::size_t index) const {
    if (index >= size_) snapshot_is_damaged();
    if (width_ == 4) return load<std::uint32_t>(index);
    return width_ == 2 ? load<std::uint16_t>(index) : load<std::uint8_t>(index);
  }

 private:
  template <class Number>
  std::uint32_t load(std::size_t index) const {
    Number number;
    std::memcpy(&number, bytes_ + index * sizeof number, sizeof number);
    return number;
  }

  const char* bytes_ = nullptr;
  unsigned width_ = 1;
  std::size_t size_ = 0;
};

struct EntryRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // behind the last

  std::uint32_t size() const { return end - begin; }
};

// Which entries belong to each row: those from offset[row] to offset[row + 1].
class EntryLists {
 public:
  EntryLists() = default;
  EntryLists(std::span<const std::uint32_t> offsets, std::size_t entries)
      : offsets_(offsets), entries_(entries) {}

  EntryRange at(std::size_t row) const {
    if (row + 1 >= offsets_.size()) snapshot_is_damaged();
    const EntryRange range{offsets_[row], offsets_[row + 1]};
    if (range.begin > range.end || range.end > entries_) snapshot_is_damaged();
    return range;
  }

 private:
  std::span<const std::uint32_t> offsets_;
  std::size_t entries_ = 0;
};

// Entries that few rows have: their rows in ascending order, an entry each.
class RareEntries {
 public:
  RareEntries() = default;
  explicit RareEntries(std::span<const std::uint32_t> rows) : rows_(rows) {}

  EntryRange of(std::uint32_t row) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  std::uint32_t row(std::uint32_t entry) const {
    if (entry >= rows_.size()) snapshot_is_damaged();
    return rows_[entry];
  }

 private:
  std::span<const std::uint32_t> rows_;
};

// Rows by the code they hold, ascending: an index.
class Postings {
 public:
  Postings() = default;
  Postings(std::span<const std::uint32_t> offsets, std::span<const std::uint32_t> rows)
      : lists_(offsets, rows.size()), rows_(rows) {}

  std::span<const std::uint32_t> of(Code code) const {
    const EntryRange range = lists_.at(code);
    return rows_.subspan(range.begin, range.size());
  }

 private:
  EntryLists lists_;
  std::span<const std::uint32_t> rows_;
};

}  // namespace smm::outcomes::registry
