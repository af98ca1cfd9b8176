// SPDX-License-Identifier: Apache-2.0
// Cookies of this server only: named "__Host-...", so that no other host and no plain http page can set them,
// HttpOnly, Secure, SameSite=Lax, for the whole site (RFC 6265bis). Names are given without the prefix.
//
// Reading is strict about the cookie that is asked for and passes over all others, which may come from other
// programs on the same host. Nothing is encoded: values are tokens of ours, made of cookie letters.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "web/http/headers.hpp"

namespace smm::web::http {

// Nothing when it is not there, is there twice, holds what no cookie value may, or when there are two Cookie
// fields: then somebody other than a browser put them together.
std::optional<std::string> cookie(const Headers& request, std::string_view name);

struct Cookie {
  std::string name;  // "session" is sent as "__Host-session"
  std::string value;
  std::optional<std::chrono::seconds> max_age;  // without one, until the browser is closed
};

// Adds a Set-Cookie field. A name or value that is none is a broken belief.
void set_cookie(Headers& response, const Cookie& cookie);

void delete_cookie(Headers& response, std::string_view name);

}  // namespace smm::web::http
