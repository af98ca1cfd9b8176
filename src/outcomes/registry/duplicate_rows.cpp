// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/duplicate_rows.hpp"

#include <algorithm>

#include "outcomes/registry/posting_lists.hpp"

namespace smm::outcomes::registry {
namespace {

// Rows whose NPI has a later row, ascending.
std::vector<std::uint32_t> superseded_rows(const BuiltRows& rows) {
  std::vector<std::uint32_t> superseded;
  for (std::size_t rank = 1; rank < rows.order.size(); ++rank)
    if (rows.npis[rows.order[rank - 1]] == rows.npis[rows.order[rank]])
      superseded.push_back(rows.order[rank - 1]);
  std::sort(superseded.begin(), superseded.end());
  return superseded;
}

// Takes the entries of `row` out and lets the rows behind it move up.
template <class Entries>
void erase_row_from(Entries& entries, std::uint32_t row) {
  std::erase_if(entries, [row](const auto& entry) { return entry.row == row; });
  for (auto& entry : entries)
    if (entry.row > row) --entry.row;
}

void erase_locations(RowBlock& block, std::uint32_t row) {
  std::string kept;
  std::size_t at = 0;
  for (const BlockLocation& location : block.locations) {
    if (location.row != row) kept.append(block.location_texts, at, location.text_bytes);
    at += location.text_bytes;
  }
  block.location_texts = std::move(kept);
  erase_row_from(block.locations, row);
}

void erase_row(RowBlock& block, std::uint32_t row) {
  std::size_t text = 0;
  std::ptrdiff_t taxonomy = 0;
  for (std::uint32_t before = 0; before < row; ++before) {
    text += block.persons[before].text_bytes;
    taxonomy += block.persons[before].taxonomies;
  }
  const BlockPerson person = block.persons[row];
  block.texts.erase(text, person.text_bytes);
  block.taxonomies.erase(block.taxonomies.begin() + taxonomy,
                         block.taxonomies.begin() + taxonomy + person.taxonomies);
  erase_row_from(block.other_names, row);
  erase_row_from(block.standings, row);
  erase_row_from(block.medicare, row);
  erase_locations(block, row);
  block.persons.erase(block.persons.begin() + row);
}

// `superseded` ascending; each block is written again at most once.
void rewrite_blocks(BuiltRows& rows, const std::vector<std::uint32_t>& superseded, GrowingBytes& file) {
  std::uint64_t end = 0;
  std::uint64_t first = 0;
  auto next = superseded.begin();
  for (BlockPlace& place : rows.blocks) {
    const std::uint64_t last = first + place.persons();
    const auto mine = std::lower_bound(next, superseded.end(), last);
    if (mine != next) {
      RowBlock block;
      fetch(place, block);
      for (auto row = mine; row != next;) erase_row(block, static_cast<std::uint32_t>(*--row - first));
      place = lay_aside(block, file, end, place.thread);
    }
    next = mine;
    first = last;
  }
}

}  // namespace

std::vector<std::uint32_t> drop_duplicate_rows(BuiltRows& rows, BuildSpace& space,
                                               std::vector<std::unique_ptr<GrowingBytes>>& scratch) {
  rows.order = order_by_npi(rows.npis);
  const std::vector<std::uint32_t> superseded = superseded_rows(rows);
  if (superseded.empty()) return {};
  scratch.push_back(space.scratch());
  rewrite_blocks(rows, superseded, *scratch.back());
  std::vector<std::uint32_t> dropped;
  std::vector<std::uint32_t> npis;
  auto next = superseded.begin();
  for (std::uint32_t row = 0; row < rows.npis.size(); ++row) {
    const bool gone = next != superseded.end() && *next == row;
    if (gone) ++next;
    (gone ? dropped : npis).push_back(rows.npis[row]);
  }
  rows.npis = std::move(npis);
  rows.order = order_by_npi(rows.npis);
  std::sort(dropped.begin(), dropped.end());
  return dropped;
}

void sort_bare_deactivations(std::vector<BareDeactivation>& bare) {
  std::sort(bare.begin(), bare.end(), [](const BareDeactivation& one, const BareDeactivation& other) {
    return one.npi != other.npi ? one.npi < other.npi : one.day > other.day;
  });
  bare.erase(std::unique(bare.begin(), bare.end(),
                         [](const auto& one, const auto& other) { return one.npi == other.npi; }),
             bare.end());
}

}  // namespace smm::outcomes::registry
