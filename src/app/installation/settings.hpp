// SPDX-License-Identifier: Apache-2.0
// Repository: what the installation knows of itself, by name: its id, when it was made, the id of its key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smm::app {

class Settings {
 public:
  virtual ~Settings() = default;
  virtual std::optional<std::string> value(std::string_view name) = 0;
  virtual void set(std::string_view name, std::string_view value) = 0;
  // What it is from now on: `value` if there was none, otherwise what it was. All who say it first at one
  // moment are given the same.
  virtual std::string first(std::string_view name, std::string_view value) = 0;
};

}  // namespace smm::app
