// SPDX-License-Identifier: Apache-2.0
// A value with parameters, as in Content-Type: text/html; charset="utf-8" (RFC 9110, sections 5.6.6 and 8.3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/http/parameters.hpp"

namespace smm::web::http {

struct MediaType {
  std::string name;       // in lower case: "multipart/form-data"
  Parameters parameters;  // names in lower case, values as they came, without quotes and backslashes
};

// Nothing when it is not written like that, and when a parameter is there twice.
std::optional<MediaType> parse_media_type(std::string_view text);

}  // namespace smm::web::http
