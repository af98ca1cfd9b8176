// SPDX-License-Identifier: Apache-2.0
// A list that only grows, in blocks of 65,536: adding never copies what is there, so that the rows of a large
// file never stand in memory twice, and a position is found by a shift and a mask.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace smm::scoring {

template <class Row>
class RowBlocks {
 public:
  void push_back(const Row& row) {
    if ((size_ & within) == 0) blocks_.push_back(std::make_unique_for_overwrite<Row[]>(within + 1));
    (*this)[size_++] = row;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Row& operator[](std::size_t position) { return blocks_[position >> shift][position & within]; }
  const Row& operator[](std::size_t position) const { return blocks_[position >> shift][position & within]; }
  const Row& back() const { return (*this)[size_ - 1]; }

 private:
  static constexpr std::size_t shift = 16;
  static constexpr std::size_t within = (std::size_t{1} << shift) - 1;

  std::vector<std::unique_ptr<Row[]>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace smm::scoring
