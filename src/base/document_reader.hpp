// SPDX-License-Identifier: Apache-2.0
// Reads one map of a Document field by field, collecting every problem instead of stopping at the first:
// missing fields, wrong types, and keys that nobody asked for.
//
//   DocumentReader reader(document, problems);
//   area.id = reader.id("area");
//   area.intro = reader.text("intro");
//   reader.finish();   // reports keys that were never asked for
//
// Every getter returns a neutral value (empty text, 0, false) after it reported a problem, so that a
// caller can go on and find the next one.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"
#include "base/problem.hpp"

namespace smm::base {

class DocumentReader {
 public:
  DocumentReader(const Document& document, Problems& problems);

  bool has(std::string_view key);          // present and not null
  std::string text(std::string_view key);  // required, not blank
  std::optional<std::string> optional_text(std::string_view key);
  std::string id(std::string_view key);                         // required content id
  std::optional<double> optional_number(std::string_view key);  // finite decimal
  double number(std::string_view key);
  std::optional<std::int64_t> optional_integer(std::string_view key);
  std::int64_t integer(std::string_view key);
  bool flag(std::string_view key, bool otherwise);     // yes/no/true/false
  const List& list(std::string_view key);              // empty when absent
  const Document* child(std::string_view key);         // null when absent
  std::vector<std::string> ids(std::string_view key);  // a list of content ids, empty when absent

  Place place(std::string_view key) const;  // of the value, or of the map when absent
  void finish();

 private:
  const Scalar* scalar(std::string_view key, bool required);

  const Document& document_;
  Problems& problems_;
  std::set<std::string, std::less<>> asked_;
};

// Strict decimal: optional sign, digits, optional fraction; no exponent, no spaces, no "nan".
std::optional<double> parse_decimal(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace smm::base
