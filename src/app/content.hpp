// SPDX-License-Identifier: Apache-2.0
// Port: what ships with the program (editions, texts, templates): from the program itself, or from the
// folder given by --content.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smm::app {

class Content {
 public:
  virtual ~Content() = default;

  // Paths that begin with `prefix`, sorted bytewise, such as "instruments/smm-2026/edition.yaml".
  virtual std::vector<std::string> list(std::string_view prefix) const = 0;
  virtual std::optional<std::string> read(std::string_view path) const = 0;
};

}  // namespace smm::app
