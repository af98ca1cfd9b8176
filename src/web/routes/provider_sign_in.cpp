// SPDX-License-Identifier: Apache-2.0
// Signing in by somebody else's word: an identity provider, or a proxy that sets a header. Both are there
// only when the settings say so.
#include "app/people/provider_sign_in.hpp"

#include "app/people/email_address.hpp"
#include "app/people/problems.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"

namespace smm::web {
namespace {

base::Problem not_offered() {
  return {app::people_problem::way_not_configured, "This way to sign in is not offered here"};
}

base::Result<Reply> go_to_provider(const Call& call, const RouteParts& parts) {
  if (parts.provider == nullptr) return not_offered();
  const bool anew = call.actor.has_value();
  auto start =
      app::begin_provider_sign_in(call.installation(), *parts.provider, way_on(call.request.query), anew);
  if (!start) return std::move(start).problems();
  Reply reply = Redirect{start->url};
  reply.cookies.push_back(short_cookie(provider_cookie, start->ticket));
  return reply;
}

app::SignInReturn came_back(const http::Parameters& query) {
  const auto value = [&](const char* name) { return std::string(query.value(name)); };
  return {value("code"), value("state"), value("iss"), value("error"), value("error_description")};
}

base::Result<Reply> come_back(const Call& call, const RouteParts& parts) {
  if (parts.provider == nullptr) return not_offered();
  const app::ProviderTrust trust{parts.sign_in.oidc_strong_amr, parts.sign_in.oidc_strong_acr};
  auto entered =
      app::finish_provider_sign_in(call.installation(), *parts.provider, trust, came_back(call.request.query),
                                   cookie_of(call, provider_cookie), browser_of(call));
  if (!entered) return std::move(entered).problems();
  return reply_to(std::move(*entered));
}

// Only what the proxy itself set counts: it takes the header off what comes from outside.
base::Result<Reply> by_proxy(const Call& call, const RouteParts& parts) {
  const std::string& header = parts.sign_in.trusted_header;
  if (header.empty() || !call.request.through_proxy || call.request.headers.count(header) != 1)
    return not_offered();
  const auto email = app::email_address(call.request.headers.value(header));
  if (!email) return email.problems();
  auto entered =
      app::enter_by_proxy(call.installation(), *email, parts.sign_in.trusted_header_is_strong.value_or(false),
                          way_on(call.request.query), browser_of(call));
  if (!entered) return std::move(entered).problems();
  return reply_to(std::move(*entered));
}

}  // namespace

std::vector<Endpoint> provider_endpoints(const RouteParts& parts) {
  const auto with = [parts](auto act) { return [parts, act](const Call& call) { return act(call, parts); }; };
  return {get("/sign-in/provider", "go_to_provider", for_anyone(), with(go_to_provider)),
          get("/sign-in/provider/return", "return_from_provider", for_anyone(), with(come_back)),
          get("/sign-in/proxy", "sign_in_by_proxy", for_anyone(), with(by_proxy))};
}

}  // namespace smm::web
