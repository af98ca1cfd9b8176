// SPDX-License-Identifier: Apache-2.0
#include "web/http/attachment.hpp"

#include <utility>

#include "web/http/file_name.hpp"

namespace smm::web::http {

Response attachment(Body body, std::string content_type, std::string_view file_name) {
  Response response;
  response.headers.add("Content-Type", std::move(content_type));
  response.headers.add("Content-Disposition", attachment_disposition(file_name));
  response.headers.add("Content-Security-Policy", "default-src 'none'; sandbox");
  response.headers.add("Accept-Ranges", "none");
  response.body = std::move(body);
  return response;
}

}  // namespace smm::web::http
