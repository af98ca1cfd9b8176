// SPDX-License-Identifier: Apache-2.0
// Between the fields of a record and the columns of a row: ids and words of an enumeration are text, moments
// whole microseconds, truth 0 or 1, lists of ids one text with spaces.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "store/value.hpp"

namespace smm::store::records {

inline Value column(base::Instant at) {
  return at.microseconds;
}
inline Value column(std::int64_t number) {
  return number;
}
inline Value column(int number) {
  return std::int64_t{number};
}
inline Value column(bool truth) {
  return std::int64_t{truth ? 1 : 0};
}
inline Value column(std::string_view text) {
  return std::string(text);
}
inline Value column(const std::string& text) {
  return text;
}
inline Value column(const char* text) {
  return std::string(text);
}
inline Value column(Blob blob) {
  return blob;
}
template <class Tag>
Value column(const base::Id<Tag>& id) {
  return id.text();
}
template <class T>
Value column(const std::optional<T>& field) {
  return field ? column(*field) : Value();
}

// The values of a statement, in the order of its question marks.
template <class... Fields>
Values columns(const Fields&... fields) {
  Values values;
  values.reserve(sizeof...(fields));
  (values.push_back(column(fields)), ...);
  return values;
}

// Ids hold no space.
std::string spaced(const std::vector<std::string>& ids);
std::vector<std::string> from_spaced(const std::string& text);

// Reads a row's columns one after the other. Throws Failure::other for an id or word that is none: somebody
// changed the database by hand.
class RowReader {
 public:
  explicit RowReader(const Row& row, std::size_t first = 0) : row_(row), next_(first) {}

  const std::string& text() { return row_.text(next_++); }
  const std::string& blob() { return row_.blob(next_++); }
  std::int64_t integer() { return row_.integer(next_++); }
  bool truth() { return integer() != 0; }
  base::Instant time() { return {integer()}; }

  template <class Id>
  Id id() {
    return parsed(Id::parse(text()));
  }
  // One of an enumeration's words, by its reading function.
  template <class T>
  T word(std::optional<T> (*read)(std::string_view)) {
    return parsed(read(text()));
  }

  bool is_null() const { return row_.is_null(next_); }
  std::optional<std::string> text_or_null() { return row_.text_or_null(next_++); }
  std::optional<base::Instant> time_or_null() {
    const auto found = row_.integer_or_null(next_++);
    return found ? std::optional(base::Instant{*found}) : std::nullopt;
  }
  template <class Id>
  std::optional<Id> id_or_null() {
    if (!row_.is_null(next_)) return id<Id>();
    ++next_;
    return std::nullopt;
  }

 private:
  template <class T>
  static T parsed(std::optional<T> read) {
    if (!read) throw_unreadable();
    return std::move(*read);
  }

  [[noreturn]] static void throw_unreadable();

  const Row& row_;
  std::size_t next_;
};

// Each row as a record.
template <class Make>
auto each(const Rows& rows, Make make) {
  std::vector<decltype(make(rows.front()))> made;
  made.reserve(rows.size());
  for (const Row& row : rows) made.push_back(make(row));
  return made;
}

template <class Make>
auto one(const std::optional<Row>& row, Make make) {
  return row ? std::optional(make(*row)) : std::nullopt;
}

}  // namespace smm::store::records
