// SPDX-License-Identifier: Apache-2.0
// What goes into a statement and comes out of a row: null, whole numbers, real numbers, text, bytes.
//
// Text is UTF-8 without NUL bytes, and reals are finite, since not both engines keep others; a statement
// with such a value is refused (Failure::statement). Truth is 0 or 1, a time is whole microseconds since
// 1970 UTC, an id is its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace smm::store {

struct Blob {
  std::string bytes;

  friend bool operator==(const Blob&, const Blob&) = default;
};

using Null = std::monostate;
using Value = std::variant<Null, std::int64_t, double, std::string, Blob>;
using Values = std::vector<Value>;

template <class T>
Value value_or_null(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

// One row of a result; columns count from 0. Asking for another kind than the column holds is a broken
// belief, and so is asking for a null without saying that there may be one.
class Row {
 public:
  explicit Row(Values values) : values_(std::move(values)) {}

  std::size_t size() const { return values_.size(); }
  const Value& operator[](std::size_t column) const;
  Values values() && { return std::move(values_); }
  bool is_null(std::size_t column) const;

  std::int64_t integer(std::size_t column) const;
  double real(std::size_t column) const;
  const std::string& text(std::size_t column) const;
  const std::string& blob(std::size_t column) const;

  std::optional<std::int64_t> integer_or_null(std::size_t column) const;
  std::optional<double> real_or_null(std::size_t column) const;
  std::optional<std::string> text_or_null(std::size_t column) const;
  std::optional<std::string> blob_or_null(std::size_t column) const;

 private:
  Values values_;
};

using Rows = std::vector<Row>;

// The only row, if there is one. That there are more is a broken belief.
std::optional<Row> only_row(Rows rows);

}  // namespace smm::store
