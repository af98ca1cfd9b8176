// SPDX-License-Identifier: Apache-2.0
// RowBlock: some persons in the form in which a build lays them aside until it knows the dictionaries. Codes
// are those of the thread that made the block. Blocks go to scratch files as they stand in memory; they are
// never read by another run of the program.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "outcomes/registry/person_text.hpp"
#include "outcomes/registry/storage.hpp"
#include "outcomes/registry/text_codes.hpp"

namespace smm::outcomes::registry {

// The codes of one thread.
class ThreadWords {
 public:
  Code code(Words words, std::string_view text) { return of(words).code(text); }
  TextCodes& of(Words words) { return codes_[static_cast<std::size_t>(words)]; }
  const TextCodes& of(Words words) const { return codes_[static_cast<std::size_t>(words)]; }

 private:
  std::array<TextCodes, words_count> codes_;
};

struct BlockAddress {
  PostalCode postal;
  Code city = 0;
  Code state = 0;
  Code country = 0;
};

struct BlockPerson {
  std::uint32_t npi = 0;
  Code last = 0;
  Code first = 0;
  Code middle = 0;
  Code suffix = 0;
  Code credential = 0;
  BlockAddress practice;
  BlockAddress mailing;
  Day enumerated;
  Day updated;
  std::uint8_t flags = 0;
  std::uint8_t taxonomies = 0;
  std::uint16_t text_bytes = 0;
};
static_assert(sizeof(BlockPerson) == 64);

struct BlockTaxonomy {
  Code code = 0;
  Code state = 0;
  std::uint32_t place = 0;
};

// Entries that few persons have name the person by its place in the block.
struct BlockOtherName {
  std::uint32_t row = 0;
  Code last = 0;
  Code first = 0;
  Code middle = 0;
  std::uint32_t kind = 0;
};

struct BlockStanding {
  std::uint32_t row = 0;
  Code reason = 0;
  Day deactivated;
  Day reactivated;
};

struct BlockLocation {
  std::uint32_t row = 0;
  std::uint32_t source = 0;  // 0 the file of other locations, 1 Medicare
  BlockAddress address;
  std::uint32_t text_bytes = 0;
};

struct BlockMedicare {
  std::uint32_t row = 0;
  Code school = 0;
  std::uint32_t year = 0;
};

struct RowBlock {
  std::vector<BlockPerson> persons;
  std::vector<BlockTaxonomy> taxonomies;
  std::vector<BlockOtherName> other_names;
  std::vector<BlockStanding> standings;
  std::vector<BlockLocation> locations;
  std::vector<BlockMedicare> medicare;
  std::string texts;           // see row_texts.hpp
  std::string location_texts;  // streets, one behind the other

  void add(const PersonText& person, ThreadWords& words);
  void clear();
};

// Where a block lies in a scratch file, and how much of each it holds.
struct BlockPlace {
  const GrowingBytes* file = nullptr;
  std::uint32_t thread = 0;  // whose codes it has
  std::uint64_t offset = 0;
  std::array<std::uint64_t, 8> counts{};  // in the order of RowBlock's members

  std::uint64_t persons() const { return counts[0]; }
  std::uint64_t taxonomies() const { return counts[1]; }
  std::uint64_t text_bytes() const { return counts[6]; }
};

// Appends to `file`, whose end is `end`.
BlockPlace lay_aside(const RowBlock& block, GrowingBytes& file, std::uint64_t& end, std::uint32_t thread);
void fetch(const BlockPlace& place, RowBlock& block);

BlockAddress encode_address(const AddressText& address, ThreadWords& words);
BlockOtherName encode_other_name(const OtherNameText& name, ThreadWords& words);

}  // namespace smm::outcomes::registry
