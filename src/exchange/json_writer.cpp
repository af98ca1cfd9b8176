// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <charconv>
#include <cmath>

#include "exchange/json.hpp"
#include "exchange/utf8.hpp"

namespace smm::exchange {
namespace {

// The escape of a character that may not stand in a JSON text as it is; empty when it may.
std::string json_escape(char character) {
  switch (character) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(character);
  if (byte >= 0x20) return {};
  constexpr std::string_view digits = "0123456789abcdef";
  return std::string("\\u00") + digits[byte >> 4] + digits[byte & 15];
}

}  // namespace

JsonWriter& JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  open_.push_back({bracket});
  return *this;
}

JsonWriter& JsonWriter::end(char opened, char bracket) {
  SMM_ASSERT(!open_.empty() && open_.back().bracket == opened && !after_key_);
  const bool empty = open_.back().empty;
  open_.pop_back();
  if (!empty) new_line();
  out_ += bracket;
  complete_ = open_.empty();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  SMM_ASSERT(!open_.empty() && open_.back().bracket == '{' && !after_key_);
  new_entry();
  quoted(name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  before_value();
  quoted(value);
  complete_ = open_.empty();
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  SMM_ASSERT(std::isfinite(value));
  std::array<char, 32> digits{};
  const double without_minus_zero = value == 0 ? 0 : value;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), without_minus_zero).ptr;
  return plain({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

JsonWriter& JsonWriter::fixed(double value, int decimals) {
  SMM_ASSERT(std::isfinite(value) && decimals >= 0 && decimals <= 20);
  std::array<char, 512> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals)
          .ptr;
  std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
  if (written.find_first_not_of("-0.") == std::string_view::npos && written.front() == '-')
    written.remove_prefix(1);
  return plain(written);
}

JsonWriter& JsonWriter::plain(std::string_view value) {
  before_value();
  out_ += value;
  complete_ = open_.empty();
  return *this;
}

void JsonWriter::finish() {
  SMM_ASSERT(complete_);
  out_ += '\n';
}

void JsonWriter::before_value() {
  SMM_ASSERT(!complete_);
  if (open_.empty()) return;
  SMM_ASSERT((open_.back().bracket == '{') == after_key_);
  if (!after_key_) new_entry();
  after_key_ = false;
}

void JsonWriter::new_entry() {
  if (!open_.back().empty) out_ += ',';
  open_.back().empty = false;
  new_line();
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(2 * open_.size(), ' ');
}

std::string json_text(std::string_view value) {
  std::string text = "\"";
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t length = utf8_length(value.substr(at));
    const std::string escape = json_escape(value[at]);
    if (length == 0) {
      text += "\xEF\xBF\xBD";
    } else if (!escape.empty()) {
      text += escape;
    } else {
      text += value.substr(at, length);
    }
    at += length == 0 ? 1 : length;
  }
  return text + '"';
}

void JsonWriter::quoted(std::string_view value) {
  out_ += json_text(value);
}

}  // namespace smm::exchange
