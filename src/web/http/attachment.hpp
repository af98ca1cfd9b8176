// SPDX-License-Identifier: Apache-2.0
// A file to be saved, never to be shown: what a browser opens in spite of that runs no script and reaches
// nothing. Parts of it (ranges) are not sent.
#pragma once

#include <string>
#include <string_view>

#include "web/http/response.hpp"

namespace smm::web::http {

// `file_name` may be any UTF-8 text.
Response attachment(Body body, std::string content_type, std::string_view file_name);

}  // namespace smm::web::http
