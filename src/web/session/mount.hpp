// SPDX-License-Identifier: Apache-2.0
// Puts endpoints on a router, each within the one wrapper that lets requests in and turns replies into
// responses. In this order: session from the cookie; the door; the form token and the origin of a POST; the
// confirmation of a dangerous act; the endpoint; page, fragment or JSON; headers.
//
// A school door that is not for this person is 404 when they have nothing to do with the school, so that
// nobody learns which schools take part, and 403 when they have.
#pragma once

#include "web/http/router.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

// `site` and the router outlive the server.
void mount(http::Router& router, const Site& site, const std::vector<Endpoint>& endpoints);

// Security headers on every answer, and the site's own pages for 404 and 405.
void surround(http::Router& router, const Site& site);

}  // namespace smm::web
