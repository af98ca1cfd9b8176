// SPDX-License-Identifier: Apache-2.0
// The oracle's own small reader of routes: recursive, on text, with the four values of truth as words.
// Internal to the oracle.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace smm::test {

// What a name says in a route.
struct RouteWord {
  std::string standing = "unknown";  // known, unknown or absent
  std::set<std::string> chosen;
  std::optional<double> number;
};

using RouteLookup = std::function<RouteWord(const std::string& name)>;

// "true", "false", "unknown" or "absent".
std::string truth_of(const std::string& route, const RouteLookup& lookup);

// Names in a route that `is_name` knows.
std::set<std::string> names_in(const std::string& route,
                               const std::function<bool(const std::string&)>& is_name);

}  // namespace smm::test
