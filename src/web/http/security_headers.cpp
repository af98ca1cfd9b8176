// SPDX-License-Identifier: Apache-2.0
#include "web/http/security_headers.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "web/http/ascii.hpp"
#include "web/http/negotiation.hpp"

namespace smm::web::http {
namespace {

// Referrer-Policy is same-origin: with no-referrer, browsers say "Origin: null" to our own forms.
constexpr std::array<std::pair<const char*, const char*>, 5> fixed_fields{{
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
    {"Permissions-Policy",
     "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
     "microphone=(), midi=(), payment=(), usb=()"},
}};

std::string content_security_policy(const SecurityPolicy& policy) {
  std::string text =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
      "connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
  for (const std::string& origin : policy.form_targets) text += " " + origin;
  return text;
}

bool is_public(const Headers& headers) {
  const std::string caching = headers.joined("Cache-Control");
  for (const std::string_view directive : pieces(caching, ','))
    if (equal_ignoring_case(trimmed(directive), "public")) return true;
  return false;
}

}  // namespace

void add_security_headers(const SecurityPolicy& policy, const Request& request, bool signed_in,
                          Response& response) {
  Headers& headers = response.headers;
  if (headers.count("Content-Security-Policy") == 0)
    headers.add("Content-Security-Policy", content_security_policy(policy));
  for (const auto& [name, value] : fixed_fields) headers.set(name, value);
  if (request.scheme == "https") headers.set("Strict-Transport-Security", "max-age=31536000");
  if (is_public(headers)) return;
  vary_on(headers, "Accept");
  if (signed_in) headers.set("Cache-Control", "no-store");
}

}  // namespace smm::web::http
