// SPDX-License-Identifier: Apache-2.0
// The request target: only the origin form, "/path?query". Absolute ("http://host/path"), authority and
// asterisk forms are refused, as is whatever two servers could read differently: raw bytes outside visible
// ASCII, '#', '\', broken escapes, escaped NUL, control characters, '/' or '\', "." and ".." segments (also
// escaped), and what is no UTF-8.
#pragma once

#include <optional>
#include <string_view>

#include "web/http/refusal.hpp"
#include "web/http/request.hpp"

namespace smm::web::http {

// Fills target, path and query of the request, or says why not.
std::optional<Refusal> read_target(std::string_view target, Request& request);

}  // namespace smm::web::http
