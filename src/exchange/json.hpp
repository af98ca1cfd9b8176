// SPDX-License-Identifier: Apache-2.0
// JSON (RFC 8259) in and out.
//
// parse_json is strict: no comments, no trailing commas, no NaN, and it refuses duplicate keys, halves of
// surrogate pairs, nesting deeper than 50, invalid UTF-8 and more than 64 MiB, each with its place (lines and
// bytes from 1). Text is a quoted scalar; numbers, true and false are plain scalars as written, so that no
// digit is lost; null is null. A byte order mark at the start is skipped.
//
// JsonWriter builds a text as it is told, indented by two spaces, so that the same calls give the same bytes.
// Calls in an order that makes no JSON, and numbers that are not finite, are broken beliefs (SMM_ASSERT).
// It does not escape for HTML: "</script>" is written as it is.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::exchange {

base::Result<base::Document> parse_json(std::string_view bytes, std::string source);

// One text in quotes, on one line: for a log that is written line by line.
std::string json_text(std::string_view value);

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('{', '}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end('[', ']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);  // bytes that are not UTF-8 become U+FFFD
  JsonWriter& number(double value);          // the shortest text that reads back as the same number
  JsonWriter& fixed(double value, int decimals);
  JsonWriter& flag(bool value) { return plain(value ? "true" : "false"); }
  JsonWriter& null() { return plain("null"); }
  template <std::integral I>
    requires(!std::same_as<I, bool>)
  JsonWriter& number(I value) {
    return plain(std::to_string(value));
  }

  // Ends the text with a line end once everything that was begun is ended.
  void finish();

 private:
  struct Open {
    char bracket;
    bool empty = true;
  };

  JsonWriter& begin(char bracket);
  JsonWriter& end(char opened, char bracket);
  JsonWriter& plain(std::string_view value);
  void before_value();
  void new_entry();
  void new_line();
  void quoted(std::string_view value);

  std::string& out_;
  std::vector<Open> open_;
  bool after_key_ = false;
  bool complete_ = false;  // the outermost value has been written
};

}  // namespace smm::exchange
