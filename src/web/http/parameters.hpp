// SPDX-License-Identifier: Apache-2.0
// Names and values of a query or of a form (application/x-www-form-urlencoded), decoded, in their order.
//
// Nothing is given when an escape is broken or when a name or value, decoded, holds NUL or is no UTF-8: no
// honest form sends that, and what is stored must be text on every database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smm::web::http {

struct Parameter {
  std::string name;
  std::string value;

  bool operator==(const Parameter&) const = default;
};

class Parameters {
 public:
  // The value of the first parameter of this name, or null.
  const std::string* find(std::string_view name) const;

  // The same, or an empty text.
  std::string_view value(std::string_view name) const;

  // Of all parameters of this name, as check boxes send them.
  std::vector<std::string_view> values(std::string_view name) const;

  void add(Parameter parameter) { parameters_.push_back(std::move(parameter)); }
  std::size_t size() const { return parameters_.size(); }
  auto begin() const { return parameters_.begin(); }
  auto end() const { return parameters_.end(); }

  bool operator==(const Parameters&) const = default;

 private:
  std::vector<Parameter> parameters_;
};

// Of a query without its '?', or of the body of a form.
std::optional<Parameters> parse_parameters(std::string_view encoded);

// %41 becomes A, and '+' a space when asked. Nothing for a broken escape, NUL, or what is no UTF-8.
std::optional<std::string> percent_decoded(std::string_view encoded, bool plus_is_space);

}  // namespace smm::web::http
