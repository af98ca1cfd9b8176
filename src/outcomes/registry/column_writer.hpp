// SPDX-License-Identifier: Apache-2.0
// Turns blocks of rows into pieces of columns with the codes of the merged dictionaries. One per thread; each
// writes its own stretch of every section.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "outcomes/registry/block_starts.hpp"
#include "outcomes/registry/dictionary_merge.hpp"
#include "outcomes/registry/section_file.hpp"

namespace smm::outcomes::registry {

using MergedWords = std::array<MergedDictionary, words_count>;

// What the indexes are made from: filled by all threads, each its own rows.
struct IndexedCodes {
  std::vector<Code> last;
  std::vector<Code> first;
  std::vector<std::pair<std::uint32_t, Code>> other_last;  // by entry: row and surname
};

class ColumnWriter {
 public:
  ColumnWriter(const BuiltRows& rows, const std::vector<BlockStart>& starts, const MergedWords& words,
               SectionFile& file, IndexedCodes& indexed);

  // Reads blocks [first, last) back and writes them.
  void write(std::size_t first, std::size_t last);

 private:
  using Maps = std::array<const Code*, words_count>;

  void add_block(std::size_t number);
  void add_persons(const BlockStart& start, const Maps& map);
  void add_taxonomies(const Maps& map);
  void add_other_names(std::size_t number, const Maps& map);
  void add_standings(const BlockStart& start, const Maps& map);
  void add_locations(std::size_t number, const Maps& map);
  void add_medicare(std::size_t number, const Maps& map);
  void add_other_name(const BlockOtherName& name, std::uint32_t row, const Maps& map, std::uint64_t entry);
  void add_location(const BlockLocation& location, std::uint32_t row, std::string_view street,
                    const Maps& map);
  void add_medicare_entry(const BlockMedicare& medicare, std::uint32_t row, const Maps& map);
  void add_address(const BlockAddress& address, Section first, const Maps& map);

  Maps maps_of(std::size_t thread) const;
  void add(Section section, std::uint32_t number) { pieces_[static_cast<std::size_t>(section)].add(number); }
  void flush(const BlockStart& start);

  const BuiltRows& rows_;
  const std::vector<BlockStart>& starts_;
  const MergedWords& words_;
  SectionFile& file_;
  IndexedCodes& indexed_;
  std::vector<PackedNumbers> pieces_;
  std::string texts_;
  std::string location_texts_;
  std::uint64_t location_text_end_ = 0;
  RowBlock block_;
};

}  // namespace smm::outcomes::registry
