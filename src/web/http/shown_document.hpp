// SPDX-License-Identifier: Apache-2.0
// A document of its own, shown as it stands, to be read or printed: it brings its styles along, and runs no
// script, loads nothing, sends no form and is framed by nobody.
#pragma once

#include <string>

#include "web/http/response.hpp"

namespace smm::web::http {

Response shown_document(std::string html);

}  // namespace smm::web::http
