// SPDX-License-Identifier: Apache-2.0
#include "store/records/house_rows.hpp"

#include "base/assert.hpp"

namespace smm::store::records {
namespace {

constexpr std::size_t longest_word = std::size_t{1} << 30;
constexpr std::size_t most_columns = 1000;

void add_number(std::string& bytes, std::uint64_t number, unsigned length) {
  for (unsigned at = 0; at < length; ++at)
    bytes += static_cast<char>(static_cast<unsigned char>(number >> (8 * at)));
}

void add_word(std::string& bytes, std::string_view word) {
  SMM_ASSERT(word.size() <= longest_word);
  add_number(bytes, word.size(), 4);
  bytes += word;
}

std::uint64_t number_in(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    number |= std::uint64_t{static_cast<unsigned char>(bytes[at])} << (8 * at);
  return number;
}

void add_value(std::string& bytes, const Value& value) {
  if (std::holds_alternative<Null>(value)) {
    bytes += 'n';
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    bytes += 'i';
    add_number(bytes, static_cast<std::uint64_t>(*number), 8);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    bytes += 't';
    add_word(bytes, *text);
  } else {
    const auto* blob = std::get_if<Blob>(&value);
    SMM_ASSERT(blob != nullptr);  // no column holds real numbers
    bytes += 'b';
    add_word(bytes, blob->bytes);
  }
}

}  // namespace

HouseRowWriter::HouseRowWriter(HouseWriter& pieces, std::int64_t schema) : pieces_(pieces) {
  bytes_ = "S";
  add_number(bytes_, static_cast<std::uint64_t>(schema), 8);
  pieces_.append(bytes_);
}

void HouseRowWriter::begin(const HouseTable& table) {
  rows_ = 0;
  bytes_ = "T";
  add_word(bytes_, table.name);
  add_number(bytes_, table.columns.size(), 4);
  for (const std::string& column : table.columns) add_word(bytes_, column);
  pieces_.append(bytes_);
}

void HouseRowWriter::row(const Row& values) {
  bytes_ = "R";
  for (std::size_t at = 0; at < values.size(); ++at) add_value(bytes_, values[at]);
  pieces_.append(bytes_);
  ++rows_;
}

void HouseRowWriter::end() {
  bytes_ = "E";
  add_number(bytes_, static_cast<std::uint64_t>(rows_), 8);
  pieces_.append(bytes_);
  all_ += rows_;
}

std::int64_t HouseRowWriter::finish() {
  bytes_ = "Z";
  add_number(bytes_, static_cast<std::uint64_t>(all_), 8);
  pieces_.append(bytes_);
  return all_;
}

std::optional<std::int64_t> HouseRowReader::schema() {
  const auto begins = mark();
  return begins == 'S' ? number() : std::nullopt;
}

std::optional<HouseTable> HouseRowReader::table() {
  const auto begins = mark();
  if (begins == 'Z') {
    const auto said = number();
    return said == all_ && pieces_.at_end() ? std::optional(HouseTable{}) : std::nullopt;
  }
  auto name = begins == 'T' ? word() : std::nullopt;
  if (!name || name->empty() || !pieces_.take(4, taken_)) return std::nullopt;
  const std::uint64_t columns = number_in(taken_);
  if (columns == 0 || columns > most_columns) return std::nullopt;
  HouseTable table{std::move(*name), {}, {}};
  for (std::uint64_t at = 0; at < columns; ++at) {
    auto column = word();
    if (!column) return std::nullopt;
    table.columns.push_back(std::move(*column));
  }
  rows_ = 0;
  return table;
}

HouseRowReader::Next HouseRowReader::row(std::size_t columns, Values& values) {
  const auto begins = mark();
  if (begins == 'E') {
    const auto said = number();
    all_ += rows_;
    return said == rows_ ? Next::end : Next::damaged;
  }
  if (begins != 'R') return Next::damaged;
  values.resize(columns);
  for (Value& each : values)
    if (!value(each)) return Next::damaged;
  ++rows_;
  return Next::row;
}

std::optional<char> HouseRowReader::mark() {
  return pieces_.take(1, taken_) ? std::optional(taken_[0]) : std::nullopt;
}

std::optional<std::int64_t> HouseRowReader::number() {
  if (!pieces_.take(8, taken_)) return std::nullopt;
  return static_cast<std::int64_t>(number_in(taken_));
}

std::optional<std::string> HouseRowReader::word() {
  if (!pieces_.take(4, taken_)) return std::nullopt;
  const std::uint64_t length = number_in(taken_);
  std::string text;
  if (length > longest_word || !pieces_.take(length, text)) return std::nullopt;
  return text;
}

bool HouseRowReader::value(Value& into) {
  const auto kind = mark();
  if (kind == 'n') {
    into = Null();
    return true;
  }
  if (kind == 'i') {
    const auto read = number();
    if (read) into = *read;
    return read.has_value();
  }
  if (kind != 't' && kind != 'b') return false;
  auto text = word();
  if (!text) return false;
  if (kind == 't')
    into = std::move(*text);
  else
    into = Blob{std::move(*text)};
  return true;
}

}  // namespace smm::store::records
