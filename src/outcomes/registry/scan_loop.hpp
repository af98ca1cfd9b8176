// SPDX-License-Identifier: Apache-2.0
// The loop that the kinds of scan share, included by one file per kind so that each compiles it for its own
// instructions. It uses nothing of the standard library: a function compiled here for a newer processor must
// not become the one that the rest of the program calls.
//
// Per block of 64 bytes a mask each of quotes, commas and line feeds, one bit a byte. The running exclusive
// or of the quotes is "inside quotes", counting an opening quote as inside and a closing one as outside. In a
// plain record every opening quote stands behind a separator and every closing quote before one.
#pragma once

#include <cstdint>

#include "outcomes/registry/record_scan.hpp"

namespace smm::outcomes::registry {
namespace {

struct BlockMasks {
  std::uint64_t quotes;
  std::uint64_t commas;
  std::uint64_t line_feeds;
};

// What one block tells the next.
struct ScanCarry {
  std::uint64_t inside = 0;           // all ones inside quotes
  std::uint64_t after_separator = 1;  // the byte before the block was a separator (or there was none)
  std::uint64_t after_closing = 0;    // the byte before the block was a closing quote
  std::uint32_t cells = 0;
};

template <class Instructions>
struct ScanLoop {
  // Separators of a block whose first `used` bits count; false when the record is not plain.
  static inline bool separators(const BlockMasks& masks, std::uint64_t line_end, std::uint64_t used,
                                ScanCarry& carry, std::uint64_t& found) {
    const std::uint64_t quotes = masks.quotes & used;
    const std::uint64_t inside = Instructions::running_xor(quotes) ^ carry.inside;
    found = ((masks.commas & ~inside) | line_end) & used;
    const std::uint64_t opening = quotes & inside;
    const std::uint64_t closing = quotes & ~inside;
    const std::uint64_t behind_separator = found << 1 | carry.after_separator;
    const std::uint64_t behind_closing = closing << 1 | carry.after_closing;
    const std::uint64_t odd =
        (opening & ~behind_separator) | (behind_closing & ~found & used) | (line_end & inside);
    carry.inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
    carry.after_separator = found >> 63;
    carry.after_closing = closing >> 63;
    return odd == 0;
  }

  static inline void keep(std::uint64_t found, std::uint32_t base, ScanCarry& carry, std::uint32_t kept,
                          std::uint32_t* ends) {
    const auto count = static_cast<std::uint32_t>(__builtin_popcountll(found));
    if (carry.cells < kept) {
      std::uint32_t* into = ends + carry.cells;
      for (; found != 0; found &= found - 1)
        *into++ = base + static_cast<std::uint32_t>(__builtin_ctzll(found));
    }
    carry.cells += count;
  }

  static bool run(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
                  PlainRecord& record) {
    ScanCarry carry;
    std::uint64_t found = 0;
    for (std::uint32_t base = 0;; base += 64) {
      const BlockMasks masks = Instructions::masks(text + base);
      if (masks.line_feeds == 0) {
        if (!separators(masks, 0, ~std::uint64_t{0}, carry, found)) return false;
        keep(found, base, carry, kept, ends);
        continue;
      }
      const auto bit = static_cast<std::uint32_t>(__builtin_ctzll(masks.line_feeds));
      // A carriage return before the line feed belongs to the line end, where the block shows both.
      const std::uint32_t end = bit > 0 && text[base + bit - 1] == '\r' ? bit - 1 : bit;
      const std::uint64_t line_end = std::uint64_t{1} << end;
      if (!separators(masks, line_end, line_end | (line_end - 1), carry, found)) return false;
      keep(found, base, carry, kept, ends);
      record = {base + end, base + bit + 1};
      return carry.cells == columns && (bit > 0 || base == 0 || text[base - 1] != '\r');
    }
  }
};

}  // namespace
}  // namespace smm::outcomes::registry
