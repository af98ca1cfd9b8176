// SPDX-License-Identifier: Apache-2.0
// What is done to every response of a handler before it is sent: 304 where If-None-Match names its ETag, gzip
// where it pays and the client takes it, no body where none may be. Runs on the worker, for it costs time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/http/request.hpp"
#include "web/http/response.hpp"

namespace smm::web::http {

// Throws std::invalid_argument when a header cannot be written (a line break, a bad name): the response is
// then not sent at all, since a client's text may have come into it.
void finish(const Request& request, Response& response);

// True when the response is sent without its body: HEAD, 204, 304.
bool is_bodiless(Method method, int status);

// "Sun, 06 Nov 1994 08:49:37 GMT". Seconds since 1970, UTC.
std::string http_date(std::int64_t seconds);

// Status line and header fields up to and with the empty line.
std::string head_of(const Response& response, std::int64_t now_seconds, bool close);

}  // namespace smm::web::http
