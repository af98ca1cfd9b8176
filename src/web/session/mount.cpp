// SPDX-License-Identifier: Apache-2.0
#include "web/session/mount.hpp"

#include "app/installation/database_refusal.hpp"
#include "app/installation/problems.hpp"
#include "app/people/start_session.hpp"
#include "base/environment_error.hpp"
#include "web/http/security_headers.hpp"
#include "web/session/admission.hpp"
#include "web/session/answering.hpp"
#include "web/session/confirm_page.hpp"

namespace smm::web {
namespace {

// Who was let in outlives the first half of a request that is answered later.
using Admitted = std::shared_ptr<const Call>;

// A session that is in use does not run out for idleness.
void keep_alive(const Call& call) {
  if (call.actor) app::mark_seen(call.installation(), call.actor->session, call.now);
}

http::Response act_now(const Act& act, const Site& site, const http::Request& request,
                       const Endpoint& endpoint) {
  const auto call = admitted(site, request, endpoint);
  if (!call) return refusal_response(site, request, call.problems());
  if (auto answer = stopped(*call, endpoint.access)) return std::move(*answer);
  keep_alive(*call);
  return response_to(*call, act(*call));
}

class FinishRequest final : public Finish {
 public:
  FinishRequest(Admitted call, http::Respond respond)
      : call_(std::move(call)), respond_(std::move(respond)) {}

  void with(Make make) override {
    respond_.with([call = call_, make = std::move(make)] { return response_to(*call, make(*call)); });
  }
  void fail(std::exception_ptr error) override { respond_.fail(error); }

 private:
  Admitted call_;
  http::Respond respond_;
};

void act_later(const ActLater& act, const Site& site, const http::Request& request, const Endpoint& endpoint,
               http::Respond respond) {
  auto let_in = admitted(site, request, endpoint);
  if (!let_in) return respond(refusal_response(site, request, let_in.problems()));
  if (auto answer = stopped(*let_in, endpoint.access)) return respond(std::move(*answer));
  keep_alive(*let_in);
  const auto call = std::make_shared<const Call>(std::move(*let_in));
  act(*call, std::make_shared<FinishRequest>(call, respond));
}

void mount_one(http::Router& router, const Site& site, const Endpoint& endpoint) {
  const http::RouteOptions options{endpoint.name, endpoint.body_limit};
  if (const Act* act = std::get_if<Act>(&endpoint.act)) {
    router.add(
        endpoint.method, endpoint.pattern,
        [&site, endpoint, act = *act](const http::Request& request) {
          return act_now(act, site, request, endpoint);
        },
        options);
    return;
  }
  router.add(
      endpoint.method, endpoint.pattern,
      [&site, endpoint, act = std::get<ActLater>(endpoint.act)](const http::Request& request,
                                                                http::Respond respond) {
        act_later(act, site, request, endpoint, std::move(respond));
      },
      options);
}

base::Problems no_such_page(int status) {
  namespace why = app::installation_problem;
  return {{why::not_there,
           status == 404 ? "There is no such page" : "This page does not take what was sent to it"}};
}

// The router's own answers in plain text become pages of ours, status and Allow kept.
http::Response as_page(const Site& site, const http::Request& request, http::Response plain) {
  http::Response page = refusal_response(site, request, no_such_page(plain.status));
  page.status = plain.status;
  if (const std::string* allow = plain.headers.find("Allow")) page.headers.set("Allow", *allow);
  return page;
}

base::Problem not_kept() {
  return {app::installation_problem::busy,
          "This could not be kept just now. Nothing that was saved before is lost; please try again in a "
          "moment"};
}

base::Problem not_known() {
  return {app::installation_problem::busy,
          "The database went away while this was being kept, and nobody knows yet whether it is. Please try "
          "again in a moment, and look first"};
}

base::Problem trouble_of(const http::Request& request, const base::EnvironmentError& error) {
  const auto* refused = dynamic_cast<const app::DatabaseRefusal*>(&error);
  const bool unknown = refused != nullptr && refused->refusal == app::Refusal::unknown;
  return unknown && request.method == http::Method::post ? not_known() : not_kept();
}

// A full disk, a database that is gone: said plainly, and what was saved before is not touched by it.
http::Response made_or_trouble(const Site& site, const http::Request& request, const http::Make& made) {
  try {
    return made();
  } catch (const base::EnvironmentError& error) {
    site.report_trouble(error.what());
    return refusal_response(site, request, {trouble_of(request, error)});
  }
}

bool from_the_router(const http::Response& response) {
  return (response.status == 404 || response.status == 405) &&
         response.headers.value("Content-Type").starts_with("text/plain");
}

}  // namespace

void mount(http::Router& router, const Site& site, const std::vector<Endpoint>& endpoints) {
  for (const Endpoint& endpoint : endpoints) mount_one(router, site, endpoint);
}

void surround(http::Router& router, const Site& site) {
  router.surround([&site](http::Request&) -> http::Router::Entered {
    return [&site](const http::Request& request, const http::Make& made) {
      http::Response response = made_or_trouble(site, request, made);
      if (from_the_router(response)) response = as_page(site, request, std::move(response));
      const bool signed_in = http::cookie(request.headers, session_cookie).has_value();
      http::add_security_headers(site.security, request, signed_in, response);
      return response;
    };
  });
}

}  // namespace smm::web
