// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_array.hpp"

#include "base/assert.hpp"
#include "store/checked_values.hpp"

namespace smm::store {
namespace {

// Fixed numbers of the built-in types (src/include/catalog/pg_type.dat).
constexpr std::uint32_t bytea_type = 17;
constexpr std::uint32_t bigint_type = 20;
constexpr std::uint32_t text_type = 25;

constexpr std::uint32_t null_length = 0xffffffff;

std::uint32_t element_type(const Value& value) {
  if (std::holds_alternative<Blob>(value)) return bytea_type;
  if (std::holds_alternative<std::int64_t>(value)) return bigint_type;
  SMM_ASSERT(std::holds_alternative<std::string>(value));
  return text_type;
}

std::uint32_t element_type(const std::vector<Values>& rows, std::size_t column) {
  for (const Values& row : rows)
    if (!std::holds_alternative<Null>(row[column])) return element_type(row[column]);
  return text_type;
}

template <class Number>
void add_number(std::string& bytes, Number number) {
  for (int shift = static_cast<int>(sizeof number) * 8 - 8; shift >= 0; shift -= 8)
    bytes += static_cast<char>((number >> shift) & 0xff);
}

void add_bytes(std::string& array, const std::string& bytes) {
  add_number(array, static_cast<std::uint32_t>(bytes.size()));
  array += bytes;
}

void add_element(std::string& array, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return add_bytes(array, *text);
  if (const auto* blob = std::get_if<Blob>(&value)) return add_bytes(array, blob->bytes);
  add_number(array, std::uint32_t{sizeof(std::int64_t)});
  add_number(array, static_cast<std::uint64_t>(std::get<std::int64_t>(value)));
}

}  // namespace

Value postgres_array(const std::vector<Values>& rows, std::size_t column) {
  const std::uint32_t type = element_type(rows, column);
  std::string array;
  for (const std::uint32_t field : {std::uint32_t{1}, std::uint32_t{1}, type,  // dimensions, may hold nulls
                                    static_cast<std::uint32_t>(rows.size()), std::uint32_t{1}})
    add_number(array, field);
  for (const Values& row : rows) {
    const Value& value = row[column];
    refuse_unkept_value(value);
    if (std::holds_alternative<Null>(value)) {
      add_number(array, null_length);
      continue;
    }
    SMM_ASSERT(element_type(value) == type);
    add_element(array, value);
  }
  return Blob{std::move(array)};
}

}  // namespace smm::store
