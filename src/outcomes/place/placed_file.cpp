// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/placed_file.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "exchange/csv.hpp"

namespace smm::outcomes::place {
namespace {

constexpr long millionths = 1'000'000;

void append_number(std::uint64_t number, std::size_t digits, std::string& out) {
  char text[20];
  std::size_t at = sizeof text;
  for (; number > 0 || digits > 0; number /= 10, digits -= digits > 0)
    text[--at] = static_cast<char>('0' + number % 10);
  out.append(text + at, sizeof text - at);
}

// "0", "1", "0.838115"
void append_share(double share, std::string& out) {
  const long rounded = std::lround(share * static_cast<double>(millionths));
  if (rounded <= 0 || rounded >= millionths) {
    out += rounded <= 0 ? '0' : '1';
    return;
  }
  out += "0.";
  append_number(static_cast<std::uint64_t>(rounded), 6, out);
  while (out.back() == '0') out.pop_back();
}

void append_share(const std::optional<double>& share, std::string& out) {
  out += ',';
  if (share) append_share(*share, out);
}

void append_bounds(const std::optional<Bounds>& bounds, std::string& out) {
  append_share(bounds ? std::optional(bounds->low) : std::nullopt, out);
  append_share(bounds ? std::optional(bounds->high) : std::nullopt, out);
}

void append_flag(const std::optional<bool>& flag, std::string& out) {
  out += ',';
  if (flag) out += *flag ? '1' : '0';
}

template <class Area>
void append_area(const std::optional<Area>& area, std::size_t digits, std::string& out) {
  out += ',';
  if (area) append_number(area->number, digits, out);
}

bool agree(const Bounds& bounds) {
  return std::lround(bounds.low * static_cast<double>(millionths)) ==
         std::lround(bounds.high * static_cast<double>(millionths));
}

void append_shortage(const Placed& placed, std::string& out) {
  append_bounds(placed.hpsa_geographic, out);
  append_bounds(placed.hpsa_population, out);
  append_flag(placed.hpsa_facility, out);
  append_share(placed.mua && agree(*placed.mua) ? std::optional(placed.mua->low) : std::nullopt, out);
}

class Placing {
 public:
  Placing(const AddressFile& addresses, const Places& places) : addresses_(addresses), places_(places) {
    constexpr std::size_t bytes_of_a_row =
        110;  // beside person, source and date, which are shorter than the texts
    file_.csv.reserve(placed_columns.size() + addresses.size() * bytes_of_a_row);
    file_.csv += placed_columns;
    file_.counts.rows = addresses.size();
    file_.counts.persons = addresses.persons();
  }

  void write(std::uint32_t row, const Placed& placed) {
    append_placed_row(addresses_.text(row, AddressField::person_id),
                      addresses_.text(row, AddressField::source), addresses_.text(row, AddressField::date),
                      placed, file_.csv);
  }

  void place(std::uint32_t row) {
    const Placed placed = places_.place(addresses_.address(row));
    PlacingCounts& counts = file_.counts;
    ++counts.counted;
    counts.placed += placed.placed();
    ++counts.methods[static_cast<std::size_t>(placed.method)];
    const auto& hpsa = placed.hpsa_geographic;
    counts.county_only_part += !placed.tract && hpsa && !agree(*hpsa);
    count_reason(row, placed.reason);
    write(row, placed);
  }

  void refuse(std::uint32_t row) {
    ++file_.counts.persons_without;
    Placed refused;
    refused.reason = addresses_.refusal(row);
    write(row, refused);
  }

  void count_reason(std::uint32_t row, PlaceReason reason) {
    const auto at = static_cast<std::size_t>(reason);
    int& first = file_.counts.first_lines[at];
    if (file_.counts.reasons[at]++ == 0 || addresses_.line(row) < first) first = addresses_.line(row);
  }

  PlacedFile take() { return std::move(file_); }

 private:
  const AddressFile& addresses_;
  const Places& places_;
  PlacedFile file_;
};

// Which persons have an address that counts.
std::vector<bool> persons_of(const std::vector<DatedAddress>& dated,
                             const std::vector<std::uint32_t>& counted, std::uint32_t persons) {
  std::vector<bool> have(persons);
  for (const std::uint32_t row : counted) have[dated[row].person] = true;
  return have;
}

}  // namespace

void append_placed_row(std::string_view person, std::string_view source, std::string_view date,
                       const Placed& placed, std::string& out) {
  exchange::CsvWriter(out).cell(person).cell(source).cell(date);
  append_area(placed.county, 5, out);
  append_share(placed.county_probability, out);
  append_area(placed.tract, 11, out);
  append_share(placed.tract_probability, out);
  out += ',';
  out += name_of(placed.method);
  append_shortage(placed, out);
  out += ',';
  if (placed.ruca) append_number(*placed.ruca, 1, out);
  append_flag(placed.rural, out);
  append_flag(placed.in_state, out);
  out += ',';
  out += name_of(placed.reason);
  out += '\n';
}

PlacedFile place_addresses(const AddressFile& addresses, const Places& places, AddressRule rule) {
  const auto& dated = addresses.dated();
  const auto counted = counted_addresses(dated, addresses.persons(), rule);
  std::vector<bool> told = persons_of(dated, counted, addresses.persons());
  Placing placing(addresses, places);
  auto next = counted.begin();
  for (std::uint32_t row = 0; row < addresses.size(); ++row) {
    const bool counts = next != counted.end() && *next == row;
    if (counts) {
      placing.place(row);
      ++next;
      continue;
    }
    if (addresses.refusal(row) == PlaceReason::none) continue;
    placing.count_reason(row, addresses.refusal(row));
    if (told[dated[row].person]) continue;
    told[dated[row].person] = true;
    placing.refuse(row);
  }
  return placing.take();
}

}  // namespace smm::outcomes::place
