// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_values.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>

#include "base/assert.hpp"

namespace smm::store {
namespace {

// Fixed numbers of the built-in types (src/include/catalog/pg_type.dat).
enum PostgresType : unsigned {
  pg_bool = 16,
  pg_bytea = 17,
  pg_name = 19,
  pg_int8 = 20,
  pg_int2 = 21,
  pg_int4 = 23,
  pg_text = 25,
  pg_float4 = 700,
  pg_float8 = 701,
  pg_varchar = 1043,
};

template <class Number>
std::string number_text(Number number) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number);  // reads back exactly
  return {text.data(), end.ptr};
}

std::uint64_t network_order(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = (number << 8) | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

PostgresArguments::PostgresArguments(const Values& values) {
  numbers_.reserve(values.size());  // short texts live inside: they must not move
  for (const Value& value : values) {
    const std::string* text = std::get_if<std::string>(&value);
    const Blob* blob = std::get_if<Blob>(&value);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
      text = &numbers_.emplace_back(number_text(*whole));
    if (const auto* real = std::get_if<double>(&value)) text = &numbers_.emplace_back(number_text(*real));
    if (blob != nullptr) text = &blob->bytes;
    texts.push_back(text == nullptr ? nullptr : text->c_str());
    lengths.push_back(text == nullptr ? 0 : static_cast<int>(text->size()));
    formats.push_back(blob == nullptr ? 0 : 1);
  }
}

bool holds_postgres_type(unsigned type) {
  switch (type) {
    case pg_bool:
    case pg_bytea:
    case pg_name:
    case pg_int8:
    case pg_int2:
    case pg_int4:
    case pg_text:
    case pg_float4:
    case pg_float8:
    case pg_varchar:
      return true;
    default:
      return false;
  }
}

Value postgres_value(unsigned type, std::string_view bytes) {
  SMM_ASSERT(holds_postgres_type(type));
  const std::uint64_t number = bytes.size() <= 8 ? network_order(bytes) : 0;
  switch (type) {
    case pg_bool:
      return static_cast<std::int64_t>(number);
    case pg_int2:
      return std::int64_t{static_cast<std::int16_t>(number)};
    case pg_int4:
      return std::int64_t{static_cast<std::int32_t>(number)};
    case pg_int8:
      return static_cast<std::int64_t>(number);
    case pg_float4:
      return double{std::bit_cast<float>(static_cast<std::uint32_t>(number))};
    case pg_float8:
      return std::bit_cast<double>(number);
    case pg_bytea:
      return Blob{std::string(bytes)};
    default:
      return std::string(bytes);
  }
}

}  // namespace smm::store
