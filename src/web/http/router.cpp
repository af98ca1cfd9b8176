// SPDX-License-Identifier: Apache-2.0
#include "web/http/router.hpp"

#include <algorithm>
#include <future>
#include <utility>

#include "base/assert.hpp"

namespace smm::web::http {
namespace {

Response missing_route(const Request& request, const Router::Match& match) {
  if (match.allow.empty()) return text_response(404, "There is no such page.\n");
  Response response = text_response(405, "This page does not take that method.\n");
  if (request.method == Method::options) {
    response = Response();
    response.status = 204;
  }
  response.headers.set("Allow", match.allow);
  return response;
}

// In the order of `Method`, with what follows from GET and from being there at all.
std::string allowed(std::array<bool, method_names.size()> there) {
  const auto at = [](Method method) { return static_cast<std::size_t>(method); };
  if (there[at(Method::get)]) there[at(Method::head)] = true;
  if (std::ranges::find(there, true) == there.end()) return "";
  there[at(Method::options)] = true;
  std::string list;
  for (std::size_t index = 0; index < there.size(); ++index)
    if (there[index]) list.append(list.empty() ? "" : ", ").append(method_names[index]);
  return list;
}

Response handled(const Request& request, const Router::Match& match) {
  return match.route ? std::get<Handler>(match.route->handler)(request) : missing_route(request, match);
}

void begin(const LaterHandler& handler, const Request& request, const Respond& respond) {
  try {
    handler(request, respond);
  } catch (...) {
    respond.fail(std::current_exception());
  }
}

}  // namespace

void Router::add(Method method, std::string_view pattern, Handler handler, RouteOptions options) {
  add_route({method, RoutePattern(pattern), std::move(options), std::move(handler)});
}

void Router::add(Method method, std::string_view pattern, LaterHandler handler, RouteOptions options) {
  add_route({method, RoutePattern(pattern), std::move(options), std::move(handler)});
}

void Router::add_route(Route route) {
  SMM_ASSERT(route.method != Method::head);
  const auto place = std::ranges::find_if(
      routes_, [&](const Route& other) { return route.pattern.order(other.pattern) <= 0; });
  for (auto same = place; same != routes_.end() && route.pattern.order(same->pattern) == 0; ++same)
    SMM_ASSERT(same->method != route.method);
  routes_.insert(place, std::move(route));
}

Router::Match Router::find(Request& request) const {
  const Method wanted = request.method == Method::head ? Method::get : request.method;
  std::array<bool, method_names.size()> there{};
  for (const Route& route : routes_) {
    if (!route.pattern.matches(request.path, request.captures)) continue;
    if (route.method == wanted) return {&route, ""};
    there[static_cast<std::size_t>(route.method)] = true;
  }
  request.captures = {};
  return {nullptr, allowed(there)};
}

void Router::answer(Request& request, const Match& match, const Respond::Give& give) const {
  Entered entered = around_ ? around_(request) : Leave();
  if (auto* refused = std::get_if<Response>(&entered)) return Respond(give)(std::move(*refused));
  const auto leaving = [leave = std::get<Leave>(std::move(entered)), &request](Make made) -> Make {
    if (!leave) return made;
    return [leave, &request, made = std::move(made)] { return leave(request, made); };
  };
  if (const LaterHandler* later = match.later())
    begin(*later, request, Respond([give, leaving](Make made) { give(leaving(std::move(made))); }));
  else
    give(leaving([&request, &match] { return handled(request, match); }));
}

Response Router::answer(Request request) const {
  const Match match = find(request);
  std::promise<Make> made;
  answer(request, match, [&made](Make make) { made.set_value(std::move(make)); });
  return made.get_future().get()();
}

}  // namespace smm::web::http
