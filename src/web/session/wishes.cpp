// SPDX-License-Identifier: Apache-2.0
#include "web/session/wishes.hpp"

#include <algorithm>

#include "web/http/negotiation.hpp"

namespace smm::web {
namespace {

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || std::string_view("-._~/").find(letter) != std::string_view::npos;
}

}  // namespace

bool wants_json(const http::Request& request) {
  return http::prefers_json(request.headers);
}

bool wants_fragment(const http::Request& request) {
  return request.headers.value("HX-Request") == "true";
}

std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char letter : text) {
    if (is_plain(letter)) {
      out += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

std::string local_path(std::string_view to) {
  const bool local = to.size() < 1000 && to.starts_with('/') && !to.starts_with("//") &&
                     std::ranges::all_of(to, [](char c) { return c > ' ' && c < 127 && c != '\\'; });
  return local ? std::string(to) : "/";
}

}  // namespace smm::web
