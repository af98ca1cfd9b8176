// SPDX-License-Identifier: Apache-2.0
// What a route's pattern took from the path: "/rounds/{round:id}" gives captures.text("round"). Asking for a
// name that the pattern does not have is a broken belief of ours, not a client's fault.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace smm::web::http {

struct Capture {
  std::string_view name;  // in the route's pattern, which outlives every request
  std::string text;
};

class Captures {
 public:
  const std::string& text(std::string_view name) const;
  std::uint64_t number(std::string_view name) const;  // only of a capture whose type is number

  void add(std::string_view name, std::string_view text) { captures_.push_back({name, std::string(text)}); }

 private:
  std::vector<Capture> captures_;
};

}  // namespace smm::web::http
