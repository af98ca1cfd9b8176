// SPDX-License-Identifier: Apache-2.0
// Reads addresses.csv: person_id,source,date,line1,city,state,zip and, if there, tract, school_state,
// country. Dates are YYYY-MM-DD, or MM/DD/YYYY. Texts of all rows stand in one piece of memory; a million
// addresses take about 150 MB.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "base/result.hpp"
#include "outcomes/place/address_rule.hpp"
#include "outcomes/place/placed.hpp"

namespace smm::outcomes::place {

enum class AddressField : std::uint8_t {
  person_id,
  source,
  date,
  line1,
  city,
  state,
  zip,
  tract,
  school_state,
  country
};
inline constexpr std::size_t address_fields = 10;

class AddressFile {
 public:
  // Rows that are none, or name no person, are left out and told. `day`: the day asked for; addresses whose
  // date is after it, or none, do not count, and the first hundred are told, too.
  static base::Result<AddressFile> read(base::ByteSource& bytes, const std::string& name, registry::Day day);

  std::size_t size() const { return rows_.size(); }
  std::string_view text(std::size_t row, AddressField field) const;
  AddressText address(std::size_t row) const;
  const std::vector<DatedAddress>& dated() const { return dated_; }
  std::uint32_t persons() const { return persons_; }
  int line(std::size_t row) const { return rows_[row].line; }
  // future_date, bad_date or none: why the address of this row does not count.
  PlaceReason refusal(std::size_t row) const { return rows_[row].refusal; }
  std::size_t text_bytes() const { return texts_.size(); }

  // The rows left out, and addresses that do not count for their date.
  const base::Problems& problems() const { return problems_; }

 private:
  struct Row {
    std::uint64_t begin = 0;  // in texts_
    std::array<std::uint16_t, address_fields> lengths{};
    PlaceReason refusal = PlaceReason::none;
    int line = 0;
  };

  void add(std::span<const std::string_view> cells, const base::Place& place, registry::Day day);
  void tell_refusal(const base::Place& place);
  void number_persons();

  std::string texts_;
  std::vector<Row> rows_;
  std::vector<DatedAddress> dated_;
  std::uint32_t persons_ = 0;
  std::size_t refusals_ = 0;
  base::Problems problems_;
};

}  // namespace smm::outcomes::place
