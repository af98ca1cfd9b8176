// SPDX-License-Identifier: Apache-2.0
// Is it up, and how much does it do: for a proxy and for monitoring.
#include "web/routes/endpoints.hpp"

namespace smm::web {
namespace {

// Ready means that the database answers.
base::Result<Reply> healthz(const Call& call) {
  call.installation().database.read(
      [](app::Records& records) { records.settings.value("installation_key"); });
  return Reply(Raw{http::text_response(200, "ok\n")});
}

}  // namespace

std::vector<Endpoint> health_endpoints(const RouteParts&) {
  return {get("/healthz", "healthz", for_anyone(), healthz)};
}

}  // namespace smm::web
