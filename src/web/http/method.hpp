// SPDX-License-Identifier: Apache-2.0
// The methods this server knows; any other is answered with 501.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace smm::web::http {

enum class Method { get, head, post, put, patch, del, options };

inline constexpr std::array<std::string_view, 7> method_names{"GET",   "HEAD",   "POST",   "PUT",
                                                              "PATCH", "DELETE", "OPTIONS"};

constexpr std::string_view name_of(Method method) {
  return method_names[static_cast<std::size_t>(method)];
}

// Methods are compared with regard to case, as RFC 9110, section 9.1 wants.
constexpr std::optional<Method> method_named(std::string_view name) {
  for (std::size_t at = 0; at < method_names.size(); ++at)
    if (method_names[at] == name) return static_cast<Method>(at);
  return std::nullopt;
}

}  // namespace smm::web::http
