// SPDX-License-Identifier: Apache-2.0
// A bound on how many letters two names share, from one machine word each.
//
// A name's signature has a bit for the first of each letter, one for the second, and shared bits for further
// ones and for digits and other bytes; `crowded` counts letters that found their bit taken. Whatever order
// the letters stand in,
//   letters in common  <=  bits in common + the smaller of both `crowded`.
// Every bit of a shared letter is set on both sides, so the bound never falls short; a test tries it.
//
// common_letters_needed turns a wanted similarity into the least number of shared letters with which it can
// still be reached: Jaro-Winkler rises with the letters in common, and is highest without any out of order
// and with as long a beginning as may be.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace smm::outcomes::linkage {

struct LetterSignature {
  std::uint64_t bits = 0;
  unsigned crowded = 0;
};

LetterSignature signature_of(std::string_view name);

// The least m for names of these lengths to have a Jaro-Winkler similarity of at least `wanted` when `prefix`
// letters at the start may be equal; above the shorter length when it cannot be reached.
unsigned common_letters_needed(std::size_t one, std::size_t other, unsigned prefix, double wanted);

// Which way of scanning: the fastest this machine has, or one of them for tests.
enum class ScanWay { fastest, portable, avx2, avx512 };
bool machine_has(ScanWay way);

// Appends the index of each of `all` that shares at least `least` bits with `bits`, in ascending order.
void scan_signatures(std::span<const std::uint64_t> all, std::uint64_t bits, unsigned least,
                     std::vector<std::uint32_t>& found, ScanWay way = ScanWay::fastest);

}  // namespace smm::outcomes::linkage
