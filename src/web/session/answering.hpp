// SPDX-License-Identifier: Apache-2.0
// From an endpoint's reply, or the problems that stand in its place, to an HTTP response.
#pragma once

#include "base/result.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

// The HTTP status a problem is answered with: docs/reference/http.md has the list.
int status_of(const base::Problems& problems);

http::Response response_to(const Call& call, base::Result<Reply> reply);

// The same before anybody was let in.
http::Response refusal_response(const Site& site, const http::Request& request,
                                const base::Problems& problems);

// A view model as JSON: texts, flags, lists and maps as they are.
std::string json_of(const render::View& view);

}  // namespace smm::web
