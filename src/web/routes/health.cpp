// SPDX-License-Identifier: Apache-2.0
// Is it up, and how much does it do: for a proxy and for monitoring.
#include "app/installation/problems.hpp"
#include "web/http/asked_from_here.hpp"
#include "web/routes/endpoints.hpp"

namespace smm::web {
namespace {

// The process answers: a new start would mend nothing that this does not tell of.
base::Result<Reply> livez(const Call&) {
  return Reply(Raw{http::text_response(200, "ok\n")});
}

// Ready means that the database answers.
base::Result<Reply> healthz(const Call& call) {
  call.installation().database.read(
      [](app::Records& records) { records.settings.value("installation_key"); });
  return Reply(Raw{http::text_response(200, "ok\n")});
}

base::Result<Reply> metrics(const Call& call, const std::function<std::string()>& text) {
  if (!http::asked_from_here(call.request))
    return base::Problem(app::installation_problem::not_there, "There is no such page, or it is not for you");
  http::Response response = http::text_response(200, text());
  response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  return Reply(Raw{std::move(response)});
}

}  // namespace

std::vector<Endpoint> health_endpoints(const RouteParts& parts) {
  std::vector<Endpoint> list = {get("/livez", "livez", for_anyone(), livez),
                                get("/healthz", "healthz", for_anyone(), healthz)};
  if (parts.metrics)
    list.push_back(get("/metrics", "metrics", for_anyone(),
                       [text = parts.metrics](const Call& call) { return metrics(call, text); }));
  return list;
}

}  // namespace smm::web
