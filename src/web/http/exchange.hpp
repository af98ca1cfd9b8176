// SPDX-License-Identifier: Apache-2.0
// One request and its answer, on their way through a worker.
#pragma once

#include <string>
#include <string_view>

#include "web/http/request.hpp"
#include "web/http/response.hpp"
#include "web/http/router.hpp"
#include "web/http/service.hpp"

namespace smm::web::http {

struct Exchange {
  Request request;
  const AnsweringHost* host = nullptr;  // null: refused before it was looked for
  Router::Match match;
  Response response;
};

// The route's name, or its pattern, or nothing.
std::string_view route_name(const Router::Match& match);

// Who is told of it.
const ServerEvents& events_of(const Service& service, const Exchange& exchange);

// Begins the request, and tells `give` how its answer is made, as Router::answer does. A request whose
// deadline passed while it waited is not begun: nobody waits for it any more.
void begin_answer(const Service& service, Exchange& exchange, const Respond::Give& give);

// Makes the response and finishes it. Whatever is thrown becomes 500 with an incident id.
void make_answer(const Service& service, Exchange& exchange, const Make& make);

// "400 Bad Request: no Host", as plain text; 503 comes with Retry-After.
Response refusal_response(const Limits& limits, const Refusal& refusal);

// Reads the next piece of a streamed body, at most `most` bytes. Empty when the source ends or throws, which
// is reported as an incident if bytes are still owed.
std::string next_piece(const Service& service, const Exchange& exchange, std::size_t most);

}  // namespace smm::web::http
