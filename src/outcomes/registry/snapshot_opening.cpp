// SPDX-License-Identifier: Apache-2.0
// Opening: everything that can be checked without reading the sections.
#include <algorithm>
#include <cstring>
#include <limits>

#include "crypto/hash.hpp"
#include "outcomes/registry/problems.hpp"
#include "outcomes/registry/provenance_text.hpp"
#include "outcomes/registry/section_shape.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::registry {

class SnapshotOpening {
 public:
  explicit SnapshotOpening(std::string_view bytes) : bytes_(bytes) {}

  // What is wrong, or empty when snapshot() is whole.
  std::string run() {
    for (const auto step :
         {&SnapshotOpening::read_table, &SnapshotOpening::place_sections, &SnapshotOpening::count_entries,
          &SnapshotOpening::read_about, &SnapshotOpening::make_lists, &SnapshotOpening::make_dictionaries}) {
      if (std::string fault = (this->*step)(); !fault.empty()) return fault;
    }
    return "";
  }

  Snapshot& snapshot() { return snapshot_; }

 private:
  static std::size_t index(Section section) { return static_cast<std::size_t>(section); }

  std::string read_table() {
    if (bytes_.size() < sizeof header_) return "it is shorter than a header";
    if (reinterpret_cast<std::uintptr_t>(bytes_.data()) % 8 != 0) return "its bytes are not aligned";
    std::memcpy(&header_, bytes_.data(), sizeof header_);
    if (header_.magic != snapshot_magic) return "it does not begin as a snapshot of this version does";
    if (header_.sections != section_count || header_.file_bytes != bytes_.size())
      return "it has not the length that its header tells";
    const std::size_t table_end = sizeof header_ + section_count * sizeof(SectionEntry);
    if (bytes_.size() < table_end + seal_bytes) return "it is shorter than its table of sections";
    const std::string seal = crypto::sha256_bytes(bytes_.substr(0, table_end));
    if (bytes_.substr(table_end, seal_bytes) != seal) return "its table of sections was changed";
    snapshot_.provenance_.id = crypto::sha256_hex(bytes_.substr(0, table_end));
    snapshot_.table_.resize(section_count);
    std::memcpy(snapshot_.table_.data(), bytes_.data() + sizeof header_, table_end - sizeof header_);
    if (header_.persons >= std::numeric_limits<Row>::max()) return "it has more persons than there can be";
    snapshot_.persons_ = static_cast<Row>(header_.persons);
    end_of_table_ = table_end + seal_bytes;
    return "";
  }

  // Sections stand in the order of their numbers, one behind the other.
  std::string place_sections() {
    snapshot_.bytes_ = bytes_;
    std::uint64_t end = end_of_table_;
    for (std::size_t at = 0; at < section_count; ++at) {
      const SectionEntry& entry = snapshot_.table_[at];
      const SectionShape& shape = shape_of(static_cast<Section>(at));
      const bool known = entry.section == at && entry.offset % section_alignment == 0;
      const bool wide = shape.width == 0 ? entry.width == 1 || entry.width == 2 || entry.width == 4
                                         : entry.width == shape.width;
      if (!known || !wide || entry.length % entry.width != 0) return fault_of(shape);
      if (entry.offset < end || entry.offset > bytes_.size() || entry.length > bytes_.size() - entry.offset)
        return fault_of(shape);
      end = entry.offset + entry.length;
      snapshot_.columns_[at] = Column(bytes_.substr(entry.offset, entry.length), entry.width);
    }
    return end == bytes_.size() ? "" : "it is longer than its sections";
  }

  std::string count_entries() {
    std::array<std::uint64_t, entry_kinds> counts;
    counts.fill(std::numeric_limits<std::uint64_t>::max());
    counts[static_cast<std::size_t>(EntryOf::person)] = header_.persons;
    for (std::size_t at = 0; at < section_count; ++at) {
      const SectionShape& shape = shape_of(static_cast<Section>(at));
      if (shape.entry == EntryOf::byte || shape.entry == EntryOf::offset ||
          shape.entry == EntryOf::indexed_row)
        continue;
      std::uint64_t& count = counts[static_cast<std::size_t>(shape.entry)];
      if (count == std::numeric_limits<std::uint64_t>::max()) count = snapshot_.columns_[at].size();
      if (count != snapshot_.columns_[at].size() || count > std::numeric_limits<std::uint32_t>::max())
        return fault_of(shape);
    }
    return "";
  }

  std::string read_about() {
    auto read = read_provenance(snapshot_.section_bytes(Section::about));
    if (!read) return fault_of(shape_of(Section::about));
    read->id = std::move(snapshot_.provenance_.id);
    snapshot_.provenance_ = *std::move(read);
    return "";
  }

  std::span<const std::uint32_t> numbers(Section section) const {
    const std::string_view bytes = snapshot_.section_bytes(section);
    return {reinterpret_cast<const std::uint32_t*>(bytes.data()), bytes.size() / sizeof(std::uint32_t)};
  }

  std::string make_lists() {
    const std::size_t rows = std::size_t{snapshot_.persons_} + 1;
    const std::size_t locations = numbers(Section::location_row).size();
    for (const auto& [section, count] :
         {std::pair{Section::text_offsets, rows}, std::pair{Section::taxonomy_offsets, rows},
          std::pair{Section::location_text_offsets, locations + 1}})
      if (numbers(section).size() != count) return fault_of(shape_of(section));
    snapshot_.taxonomy_lists_ = {numbers(Section::taxonomy_offsets),
                                 snapshot_.columns_[index(Section::taxonomy_code)].size()};
    snapshot_.text_lists_ = {numbers(Section::text_offsets), snapshot_.section_bytes(Section::texts).size()};
    snapshot_.location_texts_ = {numbers(Section::location_text_offsets),
                                 snapshot_.section_bytes(Section::location_texts).size()};
    snapshot_.other_names_ = RareEntries(numbers(Section::other_row));
    snapshot_.standings_ = RareEntries(numbers(Section::standing_row));
    snapshot_.locations_ = RareEntries(numbers(Section::location_row));
    snapshot_.medicare_ = RareEntries(numbers(Section::medicare_row));
    return "";
  }

  // Every dictionary has at least the empty text; an index has a list for every text.
  std::string make_dictionaries() {
    for (std::size_t at = 0; at < words_count; ++at) {
      const auto words = static_cast<Words>(at);
      const auto offsets = numbers(offsets_of(words));
      if (offsets.size() < 2) return fault_of(shape_of(offsets_of(words)));
      snapshot_.dictionaries_[at] = Dictionary(offsets, snapshot_.section_bytes(texts_of(words)));
    }
    const std::size_t surnames = numbers(offsets_of(Words::surnames)).size();
    const std::size_t given_names = numbers(offsets_of(Words::given_names)).size();
    for (const auto& [section, count] : {std::pair{Section::last_index_offsets, surnames},
                                         std::pair{Section::first_index_offsets, given_names},
                                         std::pair{Section::other_last_index_offsets, surnames}})
      if (numbers(section).size() != count) return fault_of(shape_of(section));
    snapshot_.by_last_ = {numbers(Section::last_index_offsets), numbers(Section::last_index)};
    snapshot_.by_first_ = {numbers(Section::first_index_offsets), numbers(Section::first_index)};
    snapshot_.by_other_last_ = {numbers(Section::other_last_index_offsets),
                                numbers(Section::other_last_index)};
    return "";
  }

  static std::string fault_of(const SectionShape& shape) {
    return "its section " + std::string(shape.name) + " does not fit the others";
  }

  std::string_view bytes_;
  SnapshotHeader header_;
  std::uint64_t end_of_table_ = 0;
  Snapshot snapshot_;
};

base::Result<Snapshot> Snapshot::open(std::string_view bytes, const std::string& name) {
  SnapshotOpening opening(bytes);
  const std::string fault = opening.run();
  if (fault.empty()) return std::move(opening.snapshot());
  return base::Problem(problem::snapshot_damaged, "\"" + name + "\" cannot be read as a snapshot: " + fault);
}

}  // namespace smm::outcomes::registry
