// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/posting_lists.hpp"

#include <array>
#include <numeric>

namespace smm::outcomes::registry {

PostingLists index_of(std::span<const Code> codes, Code size) {
  PostingLists lists;
  lists.offsets.assign(std::size_t{size} + 1, 0);
  for (const Code code : codes) ++lists.offsets[code + 1];
  std::partial_sum(lists.offsets.begin(), lists.offsets.end(), lists.offsets.begin());
  lists.rows.resize(lists.offsets.back());
  std::vector<std::uint32_t> next(lists.offsets.begin(), lists.offsets.end() - 1);
  for (std::uint32_t row = 0; row < codes.size(); ++row) lists.rows[next[codes[row]]++] = row;
  return lists;
}

PostingLists index_of_pairs(const std::vector<std::pair<std::uint32_t, Code>>& pairs, Code size) {
  std::vector<std::vector<std::uint32_t>> by_code(size);
  for (const auto& [row, code] : pairs)
    if (code != 0 && (by_code[code].empty() || by_code[code].back() != row)) by_code[code].push_back(row);
  PostingLists lists;
  lists.offsets.push_back(0);
  for (const auto& rows : by_code) {
    lists.rows.insert(lists.rows.end(), rows.begin(), rows.end());
    lists.offsets.push_back(static_cast<std::uint32_t>(lists.rows.size()));
  }
  return lists;
}

std::vector<std::uint32_t> order_by_npi(std::span<const std::uint32_t> npis) {
  struct Ranked {
    std::uint32_t npi;
    std::uint32_t row;
  };
  std::vector<Ranked> from(npis.size());
  std::vector<Ranked> into(npis.size());
  for (std::uint32_t row = 0; row < npis.size(); ++row) from[row] = {npis[row], row};
  for (unsigned shift = 0; shift < 33; shift += 11) {
    std::array<std::uint32_t, 2049> begins{};
    for (const Ranked& ranked : from) ++begins[(ranked.npi >> shift & 2047U) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    for (const Ranked& ranked : from) into[begins[ranked.npi >> shift & 2047U]++] = ranked;
    from.swap(into);
  }
  std::vector<std::uint32_t> order(npis.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank) order[rank] = from[rank].row;
  return order;
}

}  // namespace smm::outcomes::registry
