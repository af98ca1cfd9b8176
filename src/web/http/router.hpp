// SPDX-License-Identifier: Apache-2.0
// Which handler answers a request. Routes are added once, when the program starts; afterwards the router is
// only read, by any number of threads.
//
// A path that no pattern matches is 404; one that matches for other methods only is 405 with Allow. HEAD is
// answered by the handler of GET, OPTIONS with 204 and Allow. The routes can be listed, for an API
// description.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "web/http/method.hpp"
#include "web/http/request.hpp"
#include "web/http/respond.hpp"
#include "web/http/response.hpp"
#include "web/http/route_pattern.hpp"

namespace smm::web::http {

struct RouteOptions {
  std::string name;                              // for logs, counters and the API description: "submit_sheet"
  std::optional<std::uint64_t> body_limit = {};  // otherwise that of the server; GET takes none
};

struct Route {
  Method method = Method::get;
  RoutePattern pattern;
  RouteOptions options;
  std::variant<Handler, LaterHandler> handler;
};

class Router {
 public:
  // What stands around every handler, also around the answers 404, 405 and OPTIONS of the router itself, in
  // two halves. The first runs before the handler: it signs in, leaves in request.context what handlers are
  // to know, and returns the second, or a response and then nothing else runs. The second runs when the
  // answer is there, perhaps much later and on another worker: it adds headers and makes error pages. Its
  // `made` gives the handler's response or throws what the handler threw.
  using Leave = std::function<Response(const Request&, const Make& made)>;
  using Entered = std::variant<Leave, Response>;  // a null Leave changes nothing
  using Around = std::function<Entered(Request&)>;

  struct Match {
    const Route* route = nullptr;  // null: nothing there, or not for this method
    std::string allow;             // methods for which something is there, when route is null

    const LaterHandler* later() const { return route ? std::get_if<LaterHandler>(&route->handler) : nullptr; }
  };

  // Two routes for one method whose patterns match the same paths are a broken belief.
  void add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});
  void add(Method method, std::string_view pattern, LaterHandler handler, RouteOptions options = {});
  void surround(Around around) { around_ = std::move(around); }

  // In the order in which they are tried.
  const std::vector<Route>& routes() const { return routes_; }

  // Also fills request.captures.
  Match find(Request& request) const;

  // Tells `give` once how the answer is made: before it returns, or from any thread when the handler answers
  // later. The request and the match live until the answer is made. Throws what the first half of the
  // surroundings throws, and then tells nothing.
  void answer(Request& request, const Match& match, const Respond::Give& give) const;

  // find and answer, waiting for a later answer: a route can be tested without a server.
  Response answer(Request request) const;

 private:
  void add_route(Route route);

  std::vector<Route> routes_;
  Around around_;
};

}  // namespace smm::web::http
