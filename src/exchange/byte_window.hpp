// SPDX-License-Identifier: Apache-2.0
// A sliding window over a ByteSource: the bytes read but not yet consumed, in one piece of memory.
// Internal to exchange.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/byte_source.hpp"

namespace smm::exchange {

class ByteWindow {
 public:
  // This many bytes after the seen ones may be loaded (not trusted), so that a scan can go word by word.
  static constexpr std::size_t slack = 8;

  ByteWindow(base::ByteSource& source, std::size_t capacity);

  std::string_view seen() const { return {memory_.get() + begin_, end_ - begin_}; }
  char* data() { return memory_.get() + begin_; }
  bool at_end() const { return at_end_; }  // nothing comes after what is seen

  // Reads further, moving what is seen: views and pointers into it become invalid. False at the end.
  bool more();
  // Reads until at least `size` bytes are seen or the input ends.
  void more_until(std::size_t size);
  void consume(std::size_t count) { begin_ += count; }

 private:
  void make_room();

  base::ByteSource& source_;
  std::size_t capacity_;
  std::unique_ptr<char[]> memory_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool at_end_ = false;
};

}  // namespace smm::exchange
