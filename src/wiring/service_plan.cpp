// SPDX-License-Identifier: Apache-2.0
#include "wiring/service_plan.hpp"

#include "wiring/mailing.hpp"
#include "wiring/problems.hpp"
#include "wiring/sign_in_provider.hpp"

namespace smm::wiring {

namespace {

base::Result<web::http::ServerSettings> server_of(const app::ServiceSettings& settings) {
  auto listen = web::http::parse_listen_address(settings.listen);
  if (!listen) return std::move(listen).problems();
  auto proxies = web::http::parse_trusted_proxies(settings.proxies);
  if (!proxies) return std::move(proxies).problems();
  if (!listen->is_loopback() && settings.proxies.empty())
    return base::Problem(
        problem::unsafe_listen,
        "Listening on " + settings.listen +
            " would offer sign-in without TLS to other machines; "
            "listen on 127.0.0.1 behind a proxy, and name a proxy on another machine with --proxies");
  web::http::ServerSettings server{*listen, {}, *proxies};
  server.limits.workers = static_cast<std::size_t>(settings.workers);
  return server;
}

}  // namespace

base::Result<ServicePlan> service_plan_of(const app::ServiceSettings& settings) {
  auto server = server_of(settings);
  if (!server) return std::move(server).problems();
  if (auto problems = sign_in_problems(settings); !problems.empty()) return problems;
  auto mailer = mailer_of(settings.mail);
  if (!mailer) return std::move(mailer).problems();
  return ServicePlan{std::move(*server), std::move(*mailer)};
}

base::Result<web::http::ServerSettings> server_plan_of(const app::OfficesSettings& offices) {
  base::Problems problems;
  for (const app::OfficeSettings& office : offices.offices) {
    base::Problems wrong = sign_in_problems(office.settings);
    if (const auto mailer = mailer_of(office.settings.mail); !mailer) wrong = mailer.problems();
    for (base::Problem& problem : wrong) {
      problem.sentence = "Office " + office.name + ": " + problem.sentence;
      problems.push_back(std::move(problem));
    }
  }
  if (!problems.empty()) return problems;
  return server_of(offices.common);
}

}  // namespace smm::wiring
