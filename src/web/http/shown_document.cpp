// SPDX-License-Identifier: Apache-2.0
#include "web/http/shown_document.hpp"

#include <utility>

namespace smm::web::http {

Response shown_document(std::string html) {
  Response response = html_response(200, std::move(html));
  response.headers.set("Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
                       "frame-ancestors 'none'; sandbox");
  return response;
}

}  // namespace smm::web::http
