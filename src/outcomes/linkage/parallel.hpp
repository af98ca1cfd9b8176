// SPDX-License-Identifier: Apache-2.0
// Work cut into numbered pieces that any number of threads take in turn. Pieces write only what is their own,
// so that the result does not depend on the number of threads; sums are kept per piece and added in order.
#pragma once

#include <cstddef>
#include <functional>

namespace smm::outcomes::linkage {

// Runs work(0) ... work(pieces - 1) on up to `threads` threads. The first exception is thrown again here.
void in_parallel(unsigned threads, std::size_t pieces, const std::function<void(std::size_t piece)>& work);

struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The piece-th of `pieces` nearly equal stretches of 0 .. count.
Stretch stretch(std::size_t count, std::size_t pieces, std::size_t piece);

}  // namespace smm::outcomes::linkage
