// SPDX-License-Identifier: Apache-2.0
#if defined(__x86_64__)
#include <immintrin.h>

#include "outcomes/registry/scan_loop.hpp"

namespace smm::outcomes::registry {
namespace {

struct Avx512Instructions {
  static std::uint64_t running_xor(std::uint64_t bits) {
    const __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)), _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
  }

  static BlockMasks masks(const char* text) {
    const __m512i block = _mm512_loadu_si512(text);
    return {_mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('"')),
            _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(',')),
            _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\n'))};
  }
};

}  // namespace

bool scan_avx512(const char* text, std::uint32_t columns, std::uint32_t kept, std::uint32_t* ends,
                 PlainRecord& record) {
  return ScanLoop<Avx512Instructions>::run(text, columns, kept, ends, record);
}

}  // namespace smm::outcomes::registry

#endif
