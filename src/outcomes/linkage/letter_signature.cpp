// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/letter_signature.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "base/assert.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr unsigned first_shared_bit = 52;

unsigned bit_of(unsigned char byte, unsigned occurrence) {
  if (byte >= 'a' && byte <= 'z') {
    const unsigned letter = byte - 'a';
    if (occurrence == 0) return letter;
    if (occurrence == 1) return 26 + letter;
    return first_shared_bit + letter % 10;
  }
  if (byte >= '0' && byte <= '9') return first_shared_bit + (byte - '0');
  return 62 + (byte & 1u);
}

void scan_portably(std::span<const std::uint64_t> all, std::uint64_t bits, unsigned least,
                   std::vector<std::uint32_t>& found) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (static_cast<unsigned>(std::popcount(all[i] & bits)) >= least)
      found.push_back(static_cast<std::uint32_t>(i));
}

#if defined(__x86_64__)

void append_lanes(unsigned lanes, std::size_t begin, std::vector<std::uint32_t>& found) {
  for (; lanes != 0; lanes &= lanes - 1)
    found.push_back(static_cast<std::uint32_t>(begin + static_cast<unsigned>(std::countr_zero(lanes))));
}

void scan_rest(std::span<const std::uint64_t> all, std::size_t begin, std::uint64_t bits, unsigned least,
               std::vector<std::uint32_t>& found) {
  for (std::size_t i = begin; i < all.size(); ++i)
    if (static_cast<unsigned>(std::popcount(all[i] & bits)) >= least)
      found.push_back(static_cast<std::uint32_t>(i));
}

// Counts bits of four words at once: a table of 16 counts looked up by half bytes, summed per word.
__attribute__((target("avx2,popcnt"))) void scan_avx2(std::span<const std::uint64_t> all, std::uint64_t bits,
                                                      unsigned least, std::vector<std::uint32_t>& found) {
  const __m256i counts = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2,
                                          3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low = _mm256_set1_epi8(15);
  const __m256i wanted = _mm256_set1_epi64x(static_cast<long long>(bits));
  const __m256i below = _mm256_set1_epi64x(static_cast<long long>(least) - 1);
  std::size_t i = 0;
  for (; i + 4 <= all.size(); i += 4) {
    const __m256i four =
        _mm256_and_si256(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(&all[i])), wanted);
    const __m256i halves =
        _mm256_add_epi8(_mm256_shuffle_epi8(counts, _mm256_and_si256(four, low)),
                        _mm256_shuffle_epi8(counts, _mm256_and_si256(_mm256_srli_epi16(four, 4), low)));
    const __m256i sums = _mm256_sad_epu8(halves, _mm256_setzero_si256());
    const auto lanes =
        static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpgt_epi64(sums, below))));
    append_lanes(lanes, i, found);
  }
  scan_rest(all, i, bits, least, found);
}

__attribute__((target("avx512f,avx512vpopcntdq,popcnt"))) void scan_avx512(
    std::span<const std::uint64_t> all, std::uint64_t bits, unsigned least,
    std::vector<std::uint32_t>& found) {
  const __m512i wanted = _mm512_set1_epi64(static_cast<long long>(bits));
  const __m512i enough = _mm512_set1_epi64(static_cast<long long>(least));
  std::size_t i = 0;
  for (; i + 8 <= all.size(); i += 8) {
    const __m512i eight = _mm512_and_si512(_mm512_loadu_si512(&all[i]), wanted);
    append_lanes(_mm512_cmpge_epu64_mask(_mm512_popcnt_epi64(eight), enough), i, found);
  }
  scan_rest(all, i, bits, least, found);
}

#endif

ScanWay fastest_way() {
  if (machine_has(ScanWay::avx512)) return ScanWay::avx512;
  return machine_has(ScanWay::avx2) ? ScanWay::avx2 : ScanWay::portable;
}

}  // namespace

bool machine_has(ScanWay way) {
#if defined(__x86_64__)
  if (way == ScanWay::avx2) return __builtin_cpu_supports("avx2");
  if (way == ScanWay::avx512)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq");
#endif
  return way == ScanWay::fastest || way == ScanWay::portable;
}

LetterSignature signature_of(std::string_view name) {
  std::array<unsigned, 256> seen{};
  LetterSignature signature;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint64_t bit = std::uint64_t{1} << bit_of(byte, seen[byte]++);
    signature.crowded += (signature.bits & bit) != 0;
    signature.bits |= bit;
  }
  return signature;
}

unsigned common_letters_needed(std::size_t one, std::size_t other, unsigned prefix, double wanted) {
  const auto shorter = static_cast<unsigned>(std::min(one, other));
  const double lift = 0.1 * std::min({prefix, shorter, 4u});
  const double jaro = (wanted - lift) / (1 - lift);
  const double shares = 1 / static_cast<double>(one) + 1 / static_cast<double>(other);
  const double needed = (3 * jaro - 1) / shares;
  return needed <= 0 ? 0 : static_cast<unsigned>(std::ceil(needed - 1e-9));
}

void scan_signatures(std::span<const std::uint64_t> all, std::uint64_t bits, unsigned least,
                     std::vector<std::uint32_t>& found, ScanWay way) {
  static const ScanWay fastest = fastest_way();
  if (way == ScanWay::fastest) way = fastest;
#if defined(__x86_64__)
  if (way == ScanWay::avx512) return scan_avx512(all, bits, least, found);
  if (way == ScanWay::avx2) return scan_avx2(all, bits, least, found);
#endif
  scan_portably(all, bits, least, found);
}

}  // namespace smm::outcomes::linkage
