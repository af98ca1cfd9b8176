// SPDX-License-Identifier: Apache-2.0
#include "registry_file.hpp"

#include <array>
#include <initializer_list>

#include "assumptions.hpp"
#include "column_names.hpp"

namespace synthetic {
namespace {

using Values = std::array<std::string_view, column_names.size()>;

void append_quoted(std::string& text, std::initializer_list<std::string_view> values) {
  const char* before = "\"";
  for (const std::string_view value : values) {
    text.append(before).append(value).append("\"");
    before = ",\"";
  }
  text += '\n';
}

void fill_address(Values& values, std::size_t first, const InventedAddress& address) {
  values[first] = address.street;
  values[first + 2] = address.city;
  values[first + 3] = address.state;
  values[first + 4] = address.zip;
  values[first + 5] = "US";
  values[first + 6] = "5555550100";
}

void fill_person(Values& values, const InventedPerson& person) {
  values[5] = person.last;
  values[6] = person.first;
  values[7] = person.registry_middle.empty() ? person.middle : person.registry_middle;
  values[9] = person.suffix;
  values[10] = person.profession->credential;
  if (!person.other_last.empty()) {
    values[13] = person.other_last;
    values[14] = person.first;
    values[15] = person.middle;
    values[19] = person.other_last == person.birth_last ? "1" : "2";
  }
  values[41] = person.female ? "F" : "M";
  values[307] = "N";
}

void fill_organization(Values& values, const InventedPerson& person) {
  values[4] = "INVENTED CLINIC, LLC";
  values[42] = person.last;
  values[43] = person.first;
  values[45] = "PRESIDENT";
  values[46] = "5555550101";
  values[308] = "N";
}

void fill_taxonomies(Values& values, const InventedPerson& person) {
  for (std::size_t at = 0; at < person.taxonomies.size(); ++at) {
    const InventedTaxonomy& taxonomy = person.taxonomies[at];
    values[47 + 4 * at] = taxonomy.code;
    values[48 + 4 * at] = taxonomy.licence;
    values[49 + 4 * at] = taxonomy.state;
    values[50 + 4 * at] = taxonomy.primary ? "Y" : "N";
  }
}

void fill(Values& values, const InventedPerson& person) {
  values[39] = person.deactivated;
  if (person.kind == RowKind::bare) return;
  values[1] = person.kind == RowKind::person ? "1" : "2";
  if (person.kind == RowKind::person) {
    fill_person(values, person);
  } else {
    fill_organization(values, person);
  }
  fill_address(values, 20, person.mailing);
  fill_address(values, 28, person.practice);
  values[36] = person.enumerated;
  values[37] = person.updated;
  values[40] = person.reactivated;
  fill_taxonomies(values, person);
}

}  // namespace

std::string header_line() {
  std::string text;
  for (const std::string_view name : column_names) {
    text += text.empty() ? "\"" : ",\"";
    text.append(name).append("\"");
  }
  return text += '\n';
}

void append_row(std::string& text, const InventedPerson& person, std::uint64_t row, bool odd) {
  Values values{};
  const std::string npi = std::to_string(person.npi);
  values[0] = npi;
  fill(values, person);
  const std::string odd_street = row % 2 == 0 ? "1 \"OLD MILL\" RD" : "1 OLD MILL\" RD";
  if (odd) values[20] = odd_street;
  const char* before = "\"";
  for (const std::string_view value : values) {
    text.append(before).append(value).append("\"");
    before = ",\"";
  }
  text += '\n';
}

std::string other_names_header() {
  return "\"NPI\",\"Provider Other Last Name\",\"Provider Other First Name\",\"Provider Other Middle Name\","
         "\"Provider Other Last Name Type Code\"\n";
}

void append_other_name(std::string& text, const InventedPerson& person) {
  if (person.kind != RowKind::person || person.last == person.birth_last || !person.other_last.empty())
    return;
  if (is_told_elsewhere(person.npi))
    append_quoted(text, {std::to_string(person.npi), person.birth_last, person.first, person.middle, "1"});
}

std::string locations_header() {
  return "\"NPI\",\"Provider Secondary Practice Location Address- Address Line 1\",\"Provider Secondary "
         "Practice "
         "Location Address-  Address Line 2\",\"Provider Secondary Practice Location Address - City "
         "Name\",\"Provider Secondary Practice Location Address - State Name\",\"Provider Secondary Practice "
         "Location Address - Postal Code\",\"Provider Secondary Practice Location Address - Country Code (If "
         "outside U.S.)\",\"Provider Secondary Practice Location Address - Telephone Number\",\"Provider "
         "Secondary "
         "Practice Location Address - Telephone Extension\",\"Provider Practice Location Address - Fax "
         "Number\"\n";
}

void append_location(std::string& text, const InventedPerson& person, std::uint64_t seed, std::uint64_t row) {
  if (person.kind != RowKind::person) return;
  smm::base::Random random(seed * 31 ^ (row + 3) * 0x9e3779b97f4a7c15);
  if (!random.chance(assumed().further_location)) return;
  const State& state = draw_state(random);
  append_quoted(text, {std::to_string(person.npi), draw_street(random), "", draw_city(random, state),
                       state.code, draw_zip(random, state), "US", "5555550102", "", ""});
}

}  // namespace synthetic
