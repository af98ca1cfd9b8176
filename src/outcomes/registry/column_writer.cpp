// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/column_writer.hpp"

#include "outcomes/registry/section_shape.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr Section next_section(Section section, unsigned steps) {
  return static_cast<Section>(static_cast<std::uint32_t>(section) + steps);
}

// Where an entry kind of a block begins; nothing for sections that blocks do not fill.
std::optional<std::uint64_t> first_entry(Section section, const BlockStart& start) {
  if (section == Section::npi_order) return std::nullopt;
  switch (shape_of(section).entry) {
    case EntryOf::person:
      return start.row;
    case EntryOf::taxonomy:
      return start.taxonomy;
    case EntryOf::other_name:
      return start.other_name;
    case EntryOf::standing:
      return start.standing;
    case EntryOf::location:
      return start.location;
    case EntryOf::medicare:
      return start.medicare;
    case EntryOf::offset:
      if (section == Section::text_offsets || section == Section::taxonomy_offsets) return start.row;
      if (section == Section::location_text_offsets) return start.location;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

ColumnWriter::ColumnWriter(const BuiltRows& rows, const std::vector<BlockStart>& starts,
                           const MergedWords& words, SectionFile& file, IndexedCodes& indexed)
    : rows_(rows), starts_(starts), words_(words), file_(file), indexed_(indexed) {
  for (std::size_t at = 0; at < section_count; ++at)
    pieces_.emplace_back(file.width(static_cast<Section>(at)));
}

ColumnWriter::Maps ColumnWriter::maps_of(std::size_t thread) const {
  Maps maps{};
  for (std::size_t at = 0; at < words_count; ++at) maps[at] = words_[at].codes[thread].data();
  return maps;
}

void ColumnWriter::write(std::size_t first, std::size_t last) {
  location_text_end_ = starts_[first].location_text;
  for (std::size_t number = first; number < last; ++number) add_block(number);
  flush(starts_[first]);
}

void ColumnWriter::flush(const BlockStart& start) {
  for (std::size_t at = 0; at < section_count; ++at) {
    const auto section = static_cast<Section>(at);
    if (const auto first = first_entry(section, start)) file_.put(section, *first, pieces_[at].bytes());
    pieces_[at].clear();
  }
  file_.put(Section::texts, start.text, texts_);
  file_.put(Section::location_texts, start.location_text, location_texts_);
  texts_.clear();
  location_texts_.clear();
}

void ColumnWriter::add_block(std::size_t number) {
  const BlockPlace& place = rows_.blocks[number];
  fetch(place, block_);
  const Maps map = maps_of(place.thread);
  const BlockStart& start = starts_[number];
  add_other_names(number, map);
  add_standings(start, map);
  add_locations(number, map);
  add_medicare(number, map);
  add_persons(start, map);
  add_taxonomies(map);
  texts_ += block_.texts;
}

void ColumnWriter::add_address(const BlockAddress& address, Section first, const Maps& map) {
  const auto of = [&](Words words, Code code) { return map[static_cast<std::size_t>(words)][code]; };
  PostalCode postal = address.postal;
  if (postal.is_text()) postal = PostalCode::of_text(of(Words::postal_texts, postal.number()));
  if (postal == PostalCode::of_text(0)) postal = {};  // nothing but blanks
  add(first, postal.bits);
  add(next_section(first, 1), of(Words::cities, address.city));
  add(next_section(first, 2), of(Words::states, address.state));
  add(next_section(first, 3), of(Words::countries, address.country));
}

void ColumnWriter::add_persons(const BlockStart& start, const Maps& map) {
  const auto of = [&](Words words, Code code) { return map[static_cast<std::size_t>(words)][code]; };
  std::uint64_t row = start.row;
  std::uint64_t text = start.text;
  std::uint64_t taxonomy = start.taxonomy;
  for (const BlockPerson& person : block_.persons) {
    const Code last = of(Words::surnames, person.last);
    const Code first = of(Words::given_names, person.first);
    indexed_.last[row] = last;
    indexed_.first[row++] = first;
    add(Section::npi, person.npi);
    add(Section::last, last);
    add(Section::first, first);
    add(Section::middle, of(Words::given_names, person.middle));
    add(Section::suffix, of(Words::suffixes, person.suffix));
    add(Section::credential, of(Words::credentials, person.credential));
    add(Section::flags, person.flags);
    add(Section::enumerated, person.enumerated.number);
    add(Section::updated, person.updated.number);
    add_address(person.practice, Section::practice_postal, map);
    add_address(person.mailing, Section::mailing_postal, map);
    add(Section::text_offsets, static_cast<std::uint32_t>(text));
    add(Section::taxonomy_offsets, static_cast<std::uint32_t>(taxonomy));
    text += person.text_bytes;
    taxonomy += person.taxonomies;
  }
}

void ColumnWriter::add_taxonomies(const Maps& map) {
  for (const BlockTaxonomy& taxonomy : block_.taxonomies) {
    add(Section::taxonomy_code, map[static_cast<std::size_t>(Words::taxonomies)][taxonomy.code]);
    add(Section::taxonomy_state, map[static_cast<std::size_t>(Words::states)][taxonomy.state]);
    add(Section::taxonomy_place, taxonomy.place);
  }
}

void ColumnWriter::add_standings(const BlockStart& start, const Maps& map) {
  for (const BlockStanding& standing : block_.standings) {
    add(Section::standing_row, static_cast<std::uint32_t>(start.row) + standing.row);
    add(Section::standing_deactivated, standing.deactivated.number);
    add(Section::standing_reactivated, standing.reactivated.number);
    add(Section::standing_reason, map[static_cast<std::size_t>(Words::reasons)][standing.reason]);
  }
}

void ColumnWriter::add_other_name(const BlockOtherName& name, std::uint32_t row, const Maps& map,
                                  std::uint64_t entry) {
  const Code last = map[static_cast<std::size_t>(Words::surnames)][name.last];
  const Code* given = map[static_cast<std::size_t>(Words::given_names)];
  indexed_.other_last[entry] = {row, last};
  add(Section::other_row, row);
  add(Section::other_last, last);
  add(Section::other_first, given[name.first]);
  add(Section::other_middle, given[name.middle]);
  add(Section::other_kind, name.kind);
}

// Entries of the block and further ones, both ascending by row, become one list; the block's own come first.
void ColumnWriter::add_other_names(std::size_t number, const Maps& map) {
  const auto first_row = static_cast<std::uint32_t>(starts_[number].row);
  const auto& further = rows_.further.other_names;
  std::size_t next = starts_[number].further_name;
  const std::size_t end = starts_[number + 1].further_name;
  const Maps further_map = maps_of(rows_.words.size() - 1);
  std::uint64_t entry = starts_[number].other_name;
  for (const BlockOtherName& name : block_.other_names) {
    for (; next < end && further[next].row < first_row + name.row; ++next)
      add_other_name(further[next], further[next].row, further_map, entry++);
    add_other_name(name, first_row + name.row, map, entry++);
  }
  for (; next < end; ++next) add_other_name(further[next], further[next].row, further_map, entry++);
  for (std::size_t at = starts_[number].further_name; at < end; ++at)
    block_.persons[further[at].row - first_row].flags |= flag_other_name;
}

void ColumnWriter::add_location(const BlockLocation& location, std::uint32_t row, std::string_view street,
                                const Maps& map) {
  add(Section::location_row, row);
  add(Section::location_source, location.source);
  add_address(location.address, Section::location_postal, map);
  add(Section::location_text_offsets, static_cast<std::uint32_t>(location_text_end_));
  location_texts_ += street;
  location_text_end_ += street.size();
}

void ColumnWriter::add_locations(std::size_t number, const Maps& map) {
  const auto first_row = static_cast<std::uint32_t>(starts_[number].row);
  const FurtherEntries& further = rows_.further;
  std::size_t next = starts_[number].further_location;
  const std::size_t end = starts_[number + 1].further_location;
  const Maps further_map = maps_of(rows_.words.size() - 1);
  const auto add_further = [&](std::uint32_t before_row) {
    for (; next < end && further.locations[next].entry.row < before_row; ++next) {
      const FurtherLocation& at = further.locations[next];
      const std::string_view street =
          std::string_view(further.location_texts).substr(at.text_begin, at.entry.text_bytes);
      add_location(at.entry, at.entry.row, street, further_map);
      block_.persons[at.entry.row - first_row].flags |= flag_location;
    }
  };
  std::string_view streets = block_.location_texts;
  for (const BlockLocation& location : block_.locations) {
    add_further(first_row + location.row);
    add_location(location, first_row + location.row, streets.substr(0, location.text_bytes), map);
    streets.remove_prefix(location.text_bytes);
  }
  add_further(0xffffffff);
}

void ColumnWriter::add_medicare_entry(const BlockMedicare& medicare, std::uint32_t row, const Maps& map) {
  add(Section::medicare_row, row);
  add(Section::medicare_school, map[static_cast<std::size_t>(Words::schools)][medicare.school]);
  add(Section::medicare_year, medicare.year);
}

// A block has either its own records (from an earlier snapshot) or further ones, never both.
void ColumnWriter::add_medicare(std::size_t number, const Maps& map) {
  const auto first_row = static_cast<std::uint32_t>(starts_[number].row);
  for (const BlockMedicare& medicare : block_.medicare)
    add_medicare_entry(medicare, first_row + medicare.row, map);
  const Maps further_map = maps_of(rows_.words.size() - 1);
  for (std::size_t at = starts_[number].further_medicare; at < starts_[number + 1].further_medicare; ++at) {
    const BlockMedicare& medicare = rows_.further.medicare[at];
    add_medicare_entry(medicare, medicare.row, further_map);
    block_.persons[medicare.row - first_row].flags |= flag_medicare;
  }
}

}  // namespace smm::outcomes::registry
