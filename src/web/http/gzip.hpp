// SPDX-License-Identifier: Apache-2.0
// Compression in the gzip format (RFC 1952), by zlib. The same bytes and level give the same result: no name
// and no time is written.
#pragma once

#include <string>
#include <string_view>

namespace smm::web::http {

// Levels are zlib's, 1 (fast) to 9 (small). Throws EnvironmentError when memory runs out.
std::string gzip(std::string_view bytes, int level);

// Text of a kind that shrinks: text/*, JSON, JavaScript, XML, SVG and their kin.
bool is_worth_compressing(std::string_view content_type);

}  // namespace smm::web::http
