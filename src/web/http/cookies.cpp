// SPDX-License-Identifier: Apache-2.0
#include "web/http/cookies.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

constexpr std::string_view host_prefix = "__Host-";

// RFC 6265, section 4.1.1: cookie-octet.
bool is_cookie_value(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) {
    return letter > 0x20 && letter < 0x7F && letter != '"' && letter != ',' && letter != ';' &&
           letter != '\\';
  });
}

bool is_cookie_name(std::string_view text) {
  return !text.empty() && is_cookie_value(text) && text.find('=') == std::string_view::npos;
}

std::string prefixed(std::string_view name) {
  return std::string(host_prefix).append(name);
}

}  // namespace

std::optional<std::string> cookie(const Headers& request, std::string_view name) {
  if (request.count("Cookie") != 1) return std::nullopt;
  const std::string wanted = prefixed(name) + "=";
  std::optional<std::string_view> found;
  for (const std::string_view entry : pieces(request.value("Cookie"), ';')) {
    const std::string_view pair = trimmed(entry);
    if (!pair.starts_with(wanted)) continue;
    if (found) return std::nullopt;
    found = pair.substr(wanted.size());
  }
  if (!found || !is_cookie_value(*found)) return std::nullopt;
  return std::string(*found);
}

void set_cookie(Headers& response, const Cookie& cookie) {
  SMM_ASSERT(is_cookie_name(cookie.name) && is_cookie_value(cookie.value));
  std::string field = prefixed(cookie.name) + "=" + cookie.value + "; Path=/; Secure; HttpOnly; SameSite=Lax";
  if (cookie.max_age) field += "; Max-Age=" + std::to_string(cookie.max_age->count());
  response.add("Set-Cookie", std::move(field));
}

void delete_cookie(Headers& response, std::string_view name) {
  set_cookie(response, {std::string(name), "", std::chrono::seconds(0)});
}

}  // namespace smm::web::http
