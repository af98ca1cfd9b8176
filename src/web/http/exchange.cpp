// SPDX-License-Identifier: Apache-2.0
#include "web/http/exchange.hpp"

#include <fmt/format.h>

#include <exception>
#include <random>

#include "web/http/finish.hpp"

namespace smm::web::http {
namespace {

std::string random_incident_id() {
  std::random_device source;
  return fmt::format("{:08x}{:08x}", source(), source());
}

std::string report_incident(const Service& service, const Exchange& exchange, std::string_view what) {
  const std::string id = random_incident_id();
  const ServerEvents& events = events_of(service, exchange);
  if (events.failed) events.failed({id, route_name(exchange.match), std::string(what)});
  return id;
}

Response incident_response(const Service& service, const Exchange& exchange, std::string_view what) {
  const std::string id = report_incident(service, exchange, what);
  Response response = text_response(500, "Something went wrong here. Incident " + id + ".\n");
  response.headers.add("Cache-Control", "no-store");
  return response;
}

}  // namespace

std::string_view route_name(const Router::Match& match) {
  if (!match.route) return {};
  return match.route->options.name.empty() ? match.route->pattern.text() : match.route->options.name;
}

const ServerEvents& events_of(const Service& service, const Exchange& exchange) {
  return exchange.host ? exchange.host->events : service.hosts.otherwise().events;
}

void begin_answer(const Service& service, Exchange& exchange, const Respond::Give& give) {
  if (exchange.request.time_left().count() == 0)
    return give([&service] { return refusal_response(service.limits, {503, "too busy"}); });
  try {
    exchange.host->router.answer(exchange.request, exchange.match, give);
  } catch (...) {
    Respond(give).fail(std::current_exception());
  }
}

void make_answer(const Service& service, Exchange& exchange, const Make& make) {
  try {
    exchange.response = make();
    finish(exchange.request, exchange.response);
  } catch (const std::exception& error) {
    exchange.response = incident_response(service, exchange, error.what());
  } catch (...) {
    exchange.response = incident_response(service, exchange, "something that is no std::exception");
  }
}

Response refusal_response(const Limits& limits, const Refusal& refusal) {
  Response response = text_response(
      refusal.status,
      fmt::format("{} {}: {}\n", refusal.status, reason_phrase(refusal.status), refusal.reason));
  response.headers.add("Cache-Control", "no-store");
  if (refusal.status == 503) response.headers.add("Retry-After", std::to_string(limits.retry_after.count()));
  return response;
}

std::string next_piece(const Service& service, const Exchange& exchange, std::size_t most) {
  std::string piece(most, '\0');
  try {
    piece.resize(std::get<Streamed>(exchange.response.body).source->read(piece.data(), most));
    if (piece.empty()) report_incident(service, exchange, "a streamed body ended early");
  } catch (const std::exception& error) {
    report_incident(service, exchange, error.what());
    piece.clear();
  }
  return piece;
}

}  // namespace smm::web::http
