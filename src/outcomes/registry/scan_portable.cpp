// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/scan_loop.hpp"

namespace smm::outcomes::registry {
namespace {

struct PortableInstructions {
  static std::uint64_t running_xor(std::uint64_t bits) {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
  }

  // The high bit of each byte of `word` that equals the bytes of `wanted`, gathered into eight bits.
  static std::uint64_t equal_bytes(std::uint64_t word, std::uint64_t wanted) {
    constexpr std::uint64_t low_bits = 0x7f7f7f7f7f7f7f7f;
    const std::uint64_t different = word ^ wanted;
    const std::uint64_t zero = ~(((different & low_bits) + low_bits) | different | low_bits);
    return (zero >> 7) * 0x0102040810204080 >> 56;
  }

  static BlockMasks masks(const char* text) {
    BlockMasks masks{0, 0, 0};
    for (unsigned at = 0; at < 64; at += 8) {
      std::uint64_t word;
      __builtin_memcpy(&word, text + at, sizeof word);
      masks.quotes |= equal_bytes(word, 0x2222222222222222) << at;
      masks.commas |= equal_bytes(word, 0x2c2c2c2c2c2c2c2c) << at;
      masks.line_feeds |= equal_bytes(word, 0x0a0a0a0a0a0a0a0a) << at;
    }
    return masks;
  }
};

}  // namespace

bool scan_portable(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
                   PlainRecord& record) {
  return ScanLoop<PortableInstructions>::run(text, columns, kept, ends, record);
}

}  // namespace smm::outcomes::registry
