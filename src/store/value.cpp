// SPDX-License-Identifier: Apache-2.0
#include "store/value.hpp"

#include "base/assert.hpp"

namespace smm::store {
namespace {

template <class T>
const T& held(const Value& value) {
  const T* found = std::get_if<T>(&value);
  SMM_ASSERT(found != nullptr);
  return *found;
}

}  // namespace

const Value& Row::operator[](std::size_t column) const {
  SMM_ASSERT(column < values_.size());
  return values_[column];
}

bool Row::is_null(std::size_t column) const {
  return std::holds_alternative<Null>((*this)[column]);
}

std::int64_t Row::integer(std::size_t column) const {
  return held<std::int64_t>((*this)[column]);
}
double Row::real(std::size_t column) const {
  return held<double>((*this)[column]);
}
const std::string& Row::text(std::size_t column) const {
  return held<std::string>((*this)[column]);
}
const std::string& Row::blob(std::size_t column) const {
  return held<Blob>((*this)[column]).bytes;
}

std::optional<std::int64_t> Row::integer_or_null(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Row::real_or_null(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(real(column));
}

std::optional<std::string> Row::text_or_null(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::string> Row::blob_or_null(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(blob(column));
}

std::optional<Row> only_row(Rows rows) {
  SMM_ASSERT(rows.size() <= 1);
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

}  // namespace smm::store
