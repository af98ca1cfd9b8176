// SPDX-License-Identifier: Apache-2.0
#include "exchange/byte_window.hpp"

#include <algorithm>
#include <cstring>

namespace smm::exchange {

ByteWindow::ByteWindow(base::ByteSource& source, std::size_t capacity)
    : source_(source),
      capacity_(std::max<std::size_t>(capacity, 1)),
      memory_(std::make_unique<char[]>(capacity_ + slack)) {}

void ByteWindow::make_room() {
  const std::size_t size = end_ - begin_;
  if (size == capacity_) {
    auto larger = std::make_unique<char[]>(capacity_ * 2 + slack);
    std::memcpy(larger.get(), memory_.get() + begin_, size);
    memory_ = std::move(larger);
    capacity_ *= 2;
  } else if (begin_ > 0 && size > 0) {
    std::memmove(memory_.get(), memory_.get() + begin_, size);
  }
  begin_ = 0;
  end_ = size;
}

bool ByteWindow::more() {
  if (at_end_) return false;
  make_room();
  const std::size_t count = source_.read(memory_.get() + end_, capacity_ - end_);
  end_ += count;
  at_end_ = count == 0;
  return !at_end_;
}

void ByteWindow::more_until(std::size_t size) {
  while (end_ - begin_ < size && more()) {
  }
}

}  // namespace smm::exchange
