// SPDX-License-Identifier: Apache-2.0
// A request as a handler sees it: already checked, decoded and routed. Everything in it comes from outside.
#pragma once

#include <algorithm>
#include <any>
#include <chrono>
#include <string>
#include <string_view>

#include "web/http/captures.hpp"
#include "web/http/headers.hpp"
#include "web/http/method.hpp"
#include "web/http/parameters.hpp"

namespace smm::web::http {

struct Request {
  Method method = Method::get;
  std::string target;  // as it came: "/schools/a%20b?year=2025"
  std::string path;    // decoded: "/schools/a b"; begins with '/', has no ".", ".." or NUL, is UTF-8
  Parameters query;    // decoded, in the order they came
  Headers headers;
  std::string body;

  Captures captures;  // what the route's pattern took from the path

  std::string peer;    // address of the other end of the connection, or "unix"
  std::string client;  // address of the person's machine: the peer, or what a trusted proxy said
  std::string scheme = "http";
  std::string host;            // with port when one was given; empty only from an HTTP/1.0 client
  bool through_proxy = false;  // the peer is a trusted proxy; headers that only it may set can be believed

  // What the router's surroundings found out for the handlers, such as who is signed in.
  std::any context;

  // When the client will have been answered or given up. Handlers that wait for something ask for
  // time_left().
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();

  std::chrono::milliseconds time_left() const {
    using std::chrono::milliseconds;
    const auto left = deadline - std::chrono::steady_clock::now();
    return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(left));
  }
};

}  // namespace smm::web::http
