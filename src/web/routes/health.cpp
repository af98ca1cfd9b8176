// SPDX-License-Identifier: Apache-2.0
// Is it up, and how much does it do: for a proxy and for monitoring.
#include "app/installation/problems.hpp"
#include "web/http/address.hpp"
#include "web/routes/endpoints.hpp"

namespace smm::web {
namespace {

// Ready means that the database answers.
base::Result<Reply> healthz(const Call& call) {
  call.installation().database.read(
      [](app::Records& records) { records.settings.value("installation_key"); });
  return Reply(Raw{http::text_response(200, "ok\n")});
}

bool is_loopback(std::string_view address) {
  const auto parsed = http::parse_address(address);
  return parsed && (http::parse_address_block("127.0.0.0/8")->contains(*parsed) ||
                    http::parse_address_block("::1")->contains(*parsed));
}

bool names_loopback(std::string_view host) {
  return host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
}

// Asked on this machine and not through a proxy. One that nobody told us of still hands on the name that
// people use, or is told by the sample configuration to keep this page back.
bool asked_from_here(const http::Request& request) {
  return is_loopback(request.peer) && !request.through_proxy && names_loopback(request.host);
}

base::Result<Reply> metrics(const Call& call, const std::function<std::string()>& text) {
  if (!asked_from_here(call.request))
    return base::Problem(app::installation_problem::not_there, "There is no such page, or it is not for you");
  http::Response response = http::text_response(200, text());
  response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  return Reply(Raw{std::move(response)});
}

}  // namespace

std::vector<Endpoint> health_endpoints(const RouteParts& parts) {
  std::vector<Endpoint> list = {get("/healthz", "healthz", for_anyone(), healthz)};
  if (parts.metrics)
    list.push_back(get("/metrics", "metrics", for_anyone(),
                       [text = parts.metrics](const Call& call) { return metrics(call, text); }));
  return list;
}

}  // namespace smm::web
