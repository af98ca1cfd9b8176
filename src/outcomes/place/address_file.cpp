// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/address_file.hpp"

#include <limits>
#include <optional>
#include <unordered_map>

#include "exchange/csv.hpp"
#include "outcomes/place/problems.hpp"
#include "outcomes/reference/imported_rows.hpp"
#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::place {
namespace {

constexpr std::string_view field_names[address_fields] = {
    "person_id", "source", "date", "line1", "city", "state", "zip", "tract", "school_state", "country"};
constexpr std::size_t refusals_told = 100;
constexpr std::size_t longest_cell = std::numeric_limits<std::uint16_t>::max();

std::size_t place_of_field(AddressField field) {
  return static_cast<std::size_t>(field);
}

}  // namespace

base::Result<AddressFile> AddressFile::read(base::ByteSource& bytes, const std::string& name,
                                            registry::Day day) {
  exchange::CsvReader reader(bytes, name);
  if (!reader.require({"person_id", "source", "date", "line1", "city", "state", "zip"}))
    return reader.problems();
  std::array<std::optional<std::size_t>, address_fields> columns;
  for (std::size_t at = 0; at < address_fields; ++at) columns[at] = reader.column(field_names[at]);
  AddressFile file;
  std::array<std::string_view, address_fields> cells;
  exchange::CsvRow row;
  while (reader.next(row)) {
    for (std::size_t at = 0; at < address_fields; ++at)
      cells[at] = columns[at] ? reference::trimmed(row.cells[*columns[at]]).substr(0, longest_cell)
                              : std::string_view();
    if (cells[0].empty()) {
      file.problems_.emplace_back(problem::address_without_person, "person_id is empty; the row was left out",
                                  reader.place(row));
    } else {
      file.add(cells, reader.place(row), day);
    }
  }
  file.problems_.insert(file.problems_.end(), reader.problems().begin(), reader.problems().end());
  file.number_persons();
  return file;
}

void AddressFile::add(std::span<const std::string_view> cells, const base::Place& place, registry::Day day) {
  Row row;
  row.begin = texts_.size();
  row.line = place.line;
  for (std::size_t at = 0; at < address_fields; ++at) {
    row.lengths[at] = static_cast<std::uint16_t>(cells[at].size());
    texts_ += cells[at];
  }
  const auto date = reference::read_list_day(cells[place_of_field(AddressField::date)]);
  if (!date)
    row.refusal = PlaceReason::bad_date;
  else if (*date > day)
    row.refusal = PlaceReason::future_date;
  dated_.push_back({0, date.value_or(registry::Day{}),
                    source_rank(cells[place_of_field(AddressField::source)]),
                    row.refusal == PlaceReason::none});
  rows_.push_back(row);
  if (row.refusal != PlaceReason::none) tell_refusal(place);
}

void AddressFile::tell_refusal(const base::Place& place) {
  if (++refusals_ > refusals_told) return;
  const bool future = rows_.back().refusal == PlaceReason::future_date;
  problems_.emplace_back(future ? problem::address_future_date : problem::address_bad_date,
                         future ? "the address is dated after the reference day and does not count"
                                : "the date is not YYYY-MM-DD or MM/DD/YYYY; the address does not count",
                         place);
}

// Only now, when the texts no longer move.
void AddressFile::number_persons() {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  numbers.reserve(rows_.size());
  for (std::size_t row = 0; row < rows_.size(); ++row)
    dated_[row].person =
        numbers.emplace(text(row, AddressField::person_id), static_cast<std::uint32_t>(numbers.size()))
            .first->second;
  persons_ = static_cast<std::uint32_t>(numbers.size());
}

std::string_view AddressFile::text(std::size_t row, AddressField field) const {
  const Row& found = rows_[row];
  std::size_t begin = found.begin;
  for (std::size_t at = 0; at < place_of_field(field); ++at) begin += found.lengths[at];
  return std::string_view(texts_).substr(begin, found.lengths[place_of_field(field)]);
}

AddressText AddressFile::address(std::size_t row) const {
  return {text(row, AddressField::line1),  text(row, AddressField::city),
          text(row, AddressField::state),  text(row, AddressField::zip),
          text(row, AddressField::tract),  text(row, AddressField::school_state),
          text(row, AddressField::country)};
}

}  // namespace smm::outcomes::place
