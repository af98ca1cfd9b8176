// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/further_files.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "outcomes/registry/chunk_source.hpp"
#include "outcomes/registry/clean_text.hpp"
#include "outcomes/registry/person_reader.hpp"
#include "outcomes/registry/source_header.hpp"

namespace smm::outcomes::registry {
namespace {

// "LAST, FIRST MIDDLE"
OtherNameText split_joined_name(std::string_view joined) {
  const std::size_t comma = joined.find(',');
  OtherNameText name;
  name.last = joined.substr(0, comma);
  if (comma == std::string_view::npos) return name;
  std::string_view given = joined.substr(comma + 1);
  given.remove_prefix(std::min(given.find_first_not_of(' '), given.size()));
  const std::size_t space = std::min(given.find(' '), given.size());
  name.first = given.substr(0, space);
  name.middle = given.substr(std::min(space + 1, given.size()));
  return name;
}

std::uint16_t read_year(std::string_view text) {
  std::uint16_t year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  return read.ec == std::errc() && year >= 1900 && year < 2100 ? year : std::uint16_t{0};
}

auto key_of(const BlockOtherName& name) {
  return std::tie(name.row, name.last, name.first, name.middle, name.kind);
}

template <class Entries, class Row>
void sort_by_row(Entries& entries, Row row_of) {
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& one, const auto& other) { return row_of(one) < row_of(other); });
}

}  // namespace

void FurtherFiles::take_name(const FurtherColumns& columns, const Cells& cells, std::uint32_t row) {
  OtherNameText name{cells.at(columns.name.last), cells.at(columns.name.first), cells.at(columns.name.middle),
                     NameKind::not_given};
  if (name.last.empty() && name.first.empty()) name = split_joined_name(cells.at(columns.joined_name));
  if (name.last.empty() && name.first.empty()) return;
  name.kind = read_name_kind(cells.at(columns.name.kind));
  entries_.other_names.push_back(encode_other_name(name, words_));
  entries_.other_names.back().row = row;
}

void FurtherFiles::take_location(FurtherFile file, const FurtherColumns& columns, const Cells& cells,
                                 std::uint32_t row) {
  const AddressText address = read_address(columns.address, cells);
  if (address.city.empty() && address.state.empty() && address.postal.empty()) return;
  std::string scratch;
  const std::string_view street = clean_text(address.street, scratch);
  const std::uint32_t source = file == FurtherFile::medicare ? 1 : 0;
  entries_.locations.push_back(
      {{row, source, encode_address(address, words_), static_cast<std::uint32_t>(street.size())},
       static_cast<std::uint32_t>(entries_.location_texts.size())});
  entries_.location_texts += street;
}

void FurtherFiles::take_medicare(const FurtherColumns& columns, const Cells& cells, std::uint32_t row) {
  const std::string_view school = cells.at(columns.school);
  const std::uint16_t year = read_year(cells.at(columns.graduation_year));
  if (school.empty() && year == 0) return;
  entries_.medicare.push_back({row, words_.code(Words::schools, school), year});
}

std::optional<RejectReason> FurtherFiles::take(FurtherFile file, const FurtherColumns& columns,
                                               const Cells& cells) {
  const auto npi = Npi::parse(cells.at(columns.npi));
  if (!npi) return RejectReason::bad_npi;
  const auto row = finder_.find(npi->number());
  if (!row) return std::nullopt;
  if (file == FurtherFile::other_names) take_name(columns, cells, *row);
  if (file != FurtherFile::other_names) take_location(file, columns, cells, *row);
  if (file == FurtherFile::medicare) take_medicare(columns, cells, *row);
  return std::nullopt;
}

base::Result<bool> FurtherFiles::read(const FurtherSource& source,
                                      std::vector<RejectedSourceLine>& rejected) {
  auto header = read_source_header(*source.bytes, source.name);
  if (!header) return std::move(header).problems();
  const auto columns = find_further_columns(source.file, header->columns, source.name);
  if (!columns) return columns.problems();
  const auto count = static_cast<std::uint32_t>(header->columns.size());
  ChunkSource chunks(*source.bytes, count, options_.chunk_bytes);
  chunks.begin_with(header->rest);
  RecordReader reader(count, columns_in_use(*columns), record_scan(options_.scan));
  std::uint64_t lines = 1;
  for (Chunk chunk; chunks.next(chunk);) {
    std::vector<RejectedLine> of_chunk;
    const ChunkCounts counts = reader.read(
        chunk.text, of_chunk, [&](const Cells& cells) { return take(source.file, *columns, cells); });
    for (RejectedLine& line : of_chunk) {
      line.line += lines;
      rejected.push_back({source.name, std::move(line)});
    }
    lines += counts.lines;
    if (rejected.size() > options_.most_rejected) return false;
  }
  return true;
}

FurtherEntries FurtherFiles::finish() {
  sort_by_row(entries_.other_names, [](const auto& name) { return name.row; });
  entries_.other_names.erase(
      std::unique(entries_.other_names.begin(), entries_.other_names.end(),
                  [](const auto& one, const auto& other) { return key_of(one) == key_of(other); }),
      entries_.other_names.end());
  const auto street_of = [this](const FurtherLocation& at) {
    return std::string_view(entries_.location_texts).substr(at.text_begin, at.entry.text_bytes);
  };
  const auto address_of = [&](const FurtherLocation& at) {
    const BlockAddress& address = at.entry.address;
    return std::tuple(at.entry.row, at.entry.source, address.postal.bits, address.city, address.state,
                      street_of(at));
  };
  std::stable_sort(
      entries_.locations.begin(), entries_.locations.end(), [](const auto& one, const auto& other) {
        return std::tie(one.entry.row, one.entry.source) < std::tie(other.entry.row, other.entry.source);
      });
  entries_.locations.erase(
      std::unique(entries_.locations.begin(), entries_.locations.end(),
                  [&](const auto& one, const auto& other) { return address_of(one) == address_of(other); }),
      entries_.locations.end());
  sort_by_row(entries_.medicare, [](const auto& record) { return record.row; });
  entries_.medicare.erase(
      std::unique(entries_.medicare.begin(), entries_.medicare.end(),
                  [](const auto& one, const auto& other) { return one.row == other.row; }),
      entries_.medicare.end());
  return std::move(entries_);
}

}  // namespace smm::outcomes::registry
