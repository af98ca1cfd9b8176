// SPDX-License-Identifier: Apache-2.0
// In which form a client wants its answer.
#pragma once

#include <string>
#include <string_view>

#include "web/http/request.hpp"

namespace smm::web {

// Accept prefers application/json to text/html.
bool wants_json(const http::Request& request);

// htmx asks for a piece of a page.
bool wants_fragment(const http::Request& request);

// A text within a query: all but letters, digits and -._~/ escaped.
std::string escaped(std::string_view text);

// `to` when it is a path of this site, else "/": never leads to another host.
std::string local_path(std::string_view to);

}  // namespace smm::web
