// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__)
#include <immintrin.h>

#include "outcomes/registry/scan_loop.hpp"

namespace smm::outcomes::registry {
namespace {

struct Avx2Instructions {
  static std::uint64_t running_xor(std::uint64_t bits) {
    const __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)), _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
  }

  static std::uint64_t equal_bytes(__m256i low, __m256i high, char wanted) {
    const __m256i pattern = _mm256_set1_epi8(wanted);
    const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern)));
    const auto second = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern)));
    return first | std::uint64_t{second} << 32;
  }

  static BlockMasks masks(const char* text) {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32));
    return {equal_bytes(low, high, '"'), equal_bytes(low, high, ','), equal_bytes(low, high, '\n')};
  }
};

}  // namespace

bool scan_avx2(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
               PlainRecord& record) {
  return ScanLoop<Avx2Instructions>::run(text, columns, kept, ends, record);
}

}  // namespace smm::outcomes::registry

#endif
