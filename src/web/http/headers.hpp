// SPDX-License-Identifier: Apache-2.0
// The header fields of a request or response, in the order they came. Names are compared without regard to
// case; a field may occur more than once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::web::http {

struct Header {
  std::string name;
  std::string value;

  bool operator==(const Header&) const = default;
};

class Headers {
 public:
  // The value of the first field of this name, or null.
  const std::string* find(std::string_view name) const;

  // The same, or an empty text.
  std::string_view value(std::string_view name) const;

  // The values of all fields of this name, joined by ", " as RFC 9110, section 5.2 allows for lists.
  std::string joined(std::string_view name) const;

  std::size_t count(std::string_view name) const;

  void add(std::string name, std::string value) { fields_.push_back({std::move(name), std::move(value)}); }
  void set(std::string name, std::string value);  // in the place of all fields of this name
  void remove(std::string_view name);

  std::size_t size() const { return fields_.size(); }
  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }

  bool operator==(const Headers&) const = default;

 private:
  std::vector<Header> fields_;
};

}  // namespace smm::web::http
