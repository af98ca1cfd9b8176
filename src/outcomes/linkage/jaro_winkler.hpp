// SPDX-License-Identifier: Apache-2.0
// How alike two names are spelled: the Jaro-Winkler similarity and the distance of Damerau and Levenshtein
// with adjacent swaps (restricted edit distance), of bytes.
//
// Jaro: with m letters in common within a window of max(a, b) / 2 - 1 and t of them out of order,
//   J = ( m/a + m/b + (m - t/2)/m ) / 3,   0 when nothing is in common; two empty names are 1.
// Winkler: J + 0.1 p (1 - J) with p equal letters at the start, at most 4, when J is above 0.7.
// Source: Jaro (1989), Journal of the American Statistical Association 84:414-420; Winkler (1990),
// Proceedings of the Section on Survey Research Methods, 354-359.
//
// NamePattern holds one name and compares it with many by bits of one machine word; names beyond 64 bytes
// take the plain way. jaro_winkler_plainly is the definition written out, for tests and for long names.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace smm::outcomes::linkage {

double jaro_winkler_plainly(std::string_view one, std::string_view other);

class NamePattern {
 public:
  explicit NamePattern(std::string_view name);

  double jaro_winkler(std::string_view other) const;

 private:
  std::string name_;
  std::array<std::uint64_t, 256> places_{};  // of each byte in the name
};

// Is one edit (insert, delete, replace, swap neighbours) enough? Equal names need none and are within.
bool within_one_edit(std::string_view one, std::string_view other);

int edit_distance(std::string_view one, std::string_view other);

}  // namespace smm::outcomes::linkage
