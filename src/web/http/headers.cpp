// SPDX-License-Identifier: Apache-2.0
#include "web/http/headers.hpp"

#include <algorithm>
#include <utility>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

auto is_named(std::string_view name) {
  return [name](const Header& field) { return equal_ignoring_case(field.name, name); };
}

}  // namespace

const std::string* Headers::find(std::string_view name) const {
  const auto found = std::ranges::find_if(fields_, is_named(name));
  return found == fields_.end() ? nullptr : &found->value;
}

std::string_view Headers::value(std::string_view name) const {
  const std::string* found = find(name);
  return found ? std::string_view(*found) : std::string_view();
}

std::string Headers::joined(std::string_view name) const {
  std::string values;
  bool first = true;
  for (const Header& field : fields_) {
    if (!equal_ignoring_case(field.name, name)) continue;
    if (!first) values += ", ";
    values += field.value;
    first = false;
  }
  return values;
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::count_if(fields_, is_named(name)));
}

void Headers::set(std::string name, std::string value) {
  remove(name);
  add(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name) {
  std::erase_if(fields_, is_named(name));
}

}  // namespace smm::web::http
