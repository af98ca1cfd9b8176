// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/snapshot_writer.hpp"

#include <algorithm>
#include <atomic>
#include <limits>

#include "outcomes/registry/column_writer.hpp"
#include "outcomes/registry/posting_lists.hpp"
#include "outcomes/registry/problems.hpp"
#include "outcomes/registry/provenance_text.hpp"
#include "outcomes/registry/section_shape.hpp"
#include "outcomes/registry/worker_threads.hpp"

namespace smm::outcomes::registry {
namespace {

// Blocks that are written at a time: some 15,000 persons.
constexpr std::size_t blocks_at_a_time = 16;

// Which dictionary the codes of a column come from; nothing for columns of numbers.
std::optional<Words> words_of(Section section) {
  switch (section) {
    case Section::last:
    case Section::other_last:
      return Words::surnames;
    case Section::first:
    case Section::middle:
    case Section::other_first:
    case Section::other_middle:
      return Words::given_names;
    case Section::suffix:
      return Words::suffixes;
    case Section::credential:
      return Words::credentials;
    case Section::practice_city:
    case Section::mailing_city:
    case Section::location_city:
      return Words::cities;
    case Section::practice_state:
    case Section::mailing_state:
    case Section::location_state:
    case Section::taxonomy_state:
      return Words::states;
    case Section::practice_country:
    case Section::mailing_country:
    case Section::location_country:
      return Words::countries;
    case Section::taxonomy_code:
      return Words::taxonomies;
    case Section::standing_reason:
      return Words::reasons;
    case Section::medicare_school:
      return Words::schools;
    default:
      return std::nullopt;
  }
}

class SnapshotWriting {
 public:
  SnapshotWriting(BuiltRows& rows, GrowingBytes& file, unsigned threads)
      : rows_(rows), file_(file), threads_(threads), starts_(block_starts(rows)) {}

  bool fits() const {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    const BlockStart& all = starts_.back();
    return all.row < most && all.text <= most && all.taxonomy <= most && all.location_text <= most;
  }

  void run(const Provenance& provenance) {
    merge_words();
    const std::string about = provenance_text(provenance);
    plan(about.size());
    sections_.place();
    sections_.put(Section::about, 0, about);
    put_words();
    put_columns();
    put_ends();
    put_indexes();
    sections_.seal(starts_.back().row, threads_);
  }

 private:
  void merge_words() {
    std::atomic<std::size_t> next = 0;
    on_threads(threads_, [&](unsigned) {
      for (std::size_t at = next++; at < words_count; at = next++) {
        std::vector<const TextCodes*> parts;
        for (const auto& words : rows_.words) parts.push_back(&words->of(static_cast<Words>(at)));
        words_[at] = merge_dictionaries(parts);
        for (const auto& words : rows_.words) words->of(static_cast<Words>(at)) = TextCodes();
      }
    });
  }

  std::uint64_t entries(EntryOf kind, std::uint64_t about_bytes) const {
    const BlockStart& all = starts_.back();
    const std::uint64_t counts[entry_kinds] = {about_bytes,  all.row,      all.taxonomy, all.other_name,
                                               all.standing, all.location, all.medicare, rows_.bare.size()};
    return counts[static_cast<std::size_t>(kind)];
  }

  void plan(std::uint64_t about_bytes) {
    const BlockStart& all = starts_.back();
    for (std::size_t at = 0; at < section_count; ++at) {
      const auto section = static_cast<Section>(at);
      const SectionShape& shape = shape_of(section);
      const auto words = words_of(section);
      const unsigned width = words ? width_for(dictionary(*words).size() - 1) : shape.width;
      sections_.plan(section, width, entries(shape.entry, about_bytes));
    }
    sections_.plan(Section::texts, 1, all.text);
    sections_.plan(Section::location_texts, 1, all.location_text);
    sections_.plan(Section::text_offsets, 4, all.row + 1);
    sections_.plan(Section::taxonomy_offsets, 4, all.row + 1);
    sections_.plan(Section::location_text_offsets, 4, all.location + 1);
    for (std::size_t at = 0; at < words_count; ++at) {
      sections_.plan(offsets_of(static_cast<Words>(at)), 4, words_[at].offsets.size());
      sections_.plan(texts_of(static_cast<Words>(at)), 1, words_[at].texts.size());
    }
    sections_.plan(Section::last_index_offsets, 4, dictionary(Words::surnames).offsets.size());
    sections_.plan(Section::last_index, 4, all.row);
    sections_.plan(Section::first_index_offsets, 4, dictionary(Words::given_names).offsets.size());
    sections_.plan(Section::first_index, 4, all.row);
    sections_.plan(Section::other_last_index_offsets, 4, dictionary(Words::surnames).offsets.size());
    sections_.plan(Section::other_last_index, 4, 0);
    indexed_.last.resize(all.row);
    indexed_.first.resize(all.row);
    indexed_.other_last.resize(all.other_name);
  }

  void put_words() {
    for (std::size_t at = 0; at < words_count; ++at) {
      sections_.put_numbers(offsets_of(static_cast<Words>(at)), 0, words_[at].offsets);
      sections_.put(texts_of(static_cast<Words>(at)), 0, words_[at].texts);
    }
  }

  void put_columns() {
    std::atomic<std::size_t> next = 0;
    on_threads(threads_, [&](unsigned) {
      ColumnWriter writer(rows_, starts_, words_, sections_, indexed_);
      for (;;) {
        const std::size_t first = blocks_at_a_time * next++;
        if (first >= rows_.blocks.size()) return;
        writer.write(first, std::min(first + blocks_at_a_time, rows_.blocks.size()));
      }
    });
  }

  // The last of each list of offsets, and what is not in blocks.
  void put_ends() {
    const BlockStart& all = starts_.back();
    const auto put_end = [&](Section section, std::uint64_t at, std::uint64_t end) {
      sections_.put_numbers(section, at, std::vector<std::uint32_t>{static_cast<std::uint32_t>(end)});
    };
    put_end(Section::text_offsets, all.row, all.text);
    put_end(Section::taxonomy_offsets, all.row, all.taxonomy);
    put_end(Section::location_text_offsets, all.location, all.location_text);
    sections_.put_numbers(Section::npi_order, 0, rows_.order);
    std::vector<std::uint32_t> npis;
    std::vector<std::uint16_t> days;
    for (const BareDeactivation& bare : rows_.bare) {
      npis.push_back(bare.npi);
      days.push_back(bare.day.number);
    }
    sections_.put_numbers(Section::bare_npi, 0, npis);
    sections_.put_numbers(Section::bare_day, 0, days);
  }

  void put_index(Section offsets, const PostingLists& lists) {
    sections_.put_numbers(offsets, 0, lists.offsets);
    sections_.put_numbers(static_cast<Section>(static_cast<std::uint32_t>(offsets) + 1), 0, lists.rows);
  }

  void put_indexes() {
    const Code surnames = dictionary(Words::surnames).size();
    put_index(Section::last_index_offsets, index_of(indexed_.last, surnames));
    put_index(Section::first_index_offsets, index_of(indexed_.first, dictionary(Words::given_names).size()));
    const PostingLists others = index_of_pairs(indexed_.other_last, surnames);
    sections_.end_with(others.rows.size());
    put_index(Section::other_last_index_offsets, others);
  }

  const MergedDictionary& dictionary(Words words) const { return words_[static_cast<std::size_t>(words)]; }

  BuiltRows& rows_;
  GrowingBytes& file_;
  unsigned threads_;
  std::vector<BlockStart> starts_;
  SectionFile sections_{file_};
  MergedWords words_;
  IndexedCodes indexed_;
};

}  // namespace

std::optional<base::Problem> write_snapshot(BuiltRows& rows, const Provenance& provenance, GrowingBytes& file,
                                            unsigned threads) {
  SnapshotWriting writing(rows, file, threads);
  if (!writing.fits())
    return base::Problem(problem::registry_too_large,
                         "the source holds more persons or text than a snapshot can");
  writing.run(provenance);
  return std::nullopt;
}

}  // namespace smm::outcomes::registry
