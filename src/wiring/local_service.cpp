// SPDX-License-Identifier: Apache-2.0
#include "wiring/local_service.hpp"

#include <ostream>

#include "app/pages.hpp"
#include "app/people/set_up.hpp"
#include "app/people/start_session.hpp"
#include "web/http/server.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/mount.hpp"
#include "wiring/held_installation.hpp"
#include "wiring/mailing.hpp"
#include "wiring/problems.hpp"
#include "wiring/service_counts.hpp"
#include "wiring/service_log.hpp"
#include "wiring/sign_in_provider.hpp"
#include "wiring/signals.hpp"
#include "wiring/static_shelf.hpp"

namespace smm::wiring {
namespace {

namespace http = web::http;

// What the server needs beside the installation, checked before anything is opened.
struct Plan {
  http::ServerSettings server;
  std::unique_ptr<app::Mailer> mailer;
};

base::Result<Plan> plan_of(const app::ServiceSettings& settings) {
  auto listen = http::parse_listen_address(settings.listen);
  if (!listen) return std::move(listen).problems();
  auto proxies = http::parse_trusted_proxies(settings.proxies);
  if (!proxies) return std::move(proxies).problems();
  if (!listen->is_loopback() && settings.proxies.empty())
    return base::Problem(
        problem::unsafe_listen,
        "Listening on " + settings.listen +
            " would offer sign-in without TLS to other machines; "
            "listen on 127.0.0.1 behind a proxy, and name a proxy on another machine with --proxies");
  if (auto problems = sign_in_problems(settings); !problems.empty()) return problems;
  auto mailer = mailer_of(settings.mail);
  if (!mailer) return std::move(mailer).problems();
  http::ServerSettings server{*listen, {}, *proxies};
  server.limits.workers = static_cast<std::size_t>(settings.workers);
  return Plan{std::move(server), std::move(*mailer)};
}

// The port may have been left to the system: then it is known only now.
std::string address_of(const app::ServiceSettings& settings, const http::Server& server) {
  if (settings.listen.starts_with("unix:")) return settings.listen;
  return "http://" + settings.listen.substr(0, settings.listen.rfind(':') + 1) +
         std::to_string(server.port());
}

std::string metrics_text(const ServiceCounts& counts, const http::Server& server,
                         app::Installation& installation, const std::string& version) {
  ServiceCounts::Beside beside{server.counts(), {}, version};
  installation.database.read([&](app::Records& records) { beside.mails = records.outbox.sizes(); });
  return counts.text(beside);
}

// As its button says it; empty without one.
std::string provider_name(const app::ServiceSettings& settings, const app::Pages& pages) {
  if (settings.sign_in.oidc_issuer.empty()) return "";
  return settings.sign_in.oidc_name.empty() ? pages.texts("page.sign_in.by_provider")
                                            : settings.sign_in.oidc_name;
}

// What the other side has to be set to.
void tell_sign_in(std::ostream& out, const app::ServiceSettings& settings) {
  const app::SignInSettings& sign_in = settings.sign_in;
  if (!sign_in.oidc_issuer.empty())
    out << "Sign-in at " << sign_in.oidc_issuer << "; it has to know this redirect URI:\n  "
        << settings.public_url << provider_return_path << '\n';
  if (!sign_in.trusted_header.empty())
    out << "Sign-in by the header " << sign_in.trusted_header
        << "; the proxy has to take it off every request from outside.\n";
}

void tell_start(std::ostream& out, app::Installation& installation, const std::string& address, bool mails) {
  out << "Serving " << address << '\n';
  if (!mails) out << "No way to send mail is set: mails wait in the outbox.\n";
  const auto link = app::set_up_link(installation);
  if (link && *link)
    out << "Nobody can sign in yet. Open this once, within a week, to set up the first account:\n  " << **link
        << '\n';
  out << std::flush;
}

}  // namespace

base::Result<std::unique_ptr<app::HeldInstallation>> LocalService::open(const app::ServiceSettings& settings,
                                                                        app::Hold hold) const {
  return open_installation(content_, files_, installations_, settings, hold);
}

base::Result<int> LocalService::serve(const app::ServiceSettings& settings, std::ostream& out,
                                      std::ostream& log_out) const {
  block_ending_signals();
  auto plan = plan_of(settings);
  if (!plan) return std::move(plan).problems();
  auto held = open(settings, app::Hold::alone);
  if (!held) return std::move(held).problems();
  app::Installation& installation = (*held)->installation();

  const auto elsewhere = SignInProvider::of(settings, installation.clock);
  app::IdentityProvider* provider = elsewhere ? &elsewhere->provider() : nullptr;
  app::sweep_sessions(installation);

  const app::Pages pages = app::load_pages(content_);
  const StaticShelf shelf(content_);
  ServiceLog log(log_out, installation.clock);
  web::Site site{installation,
                 pages,
                 shelf.assets(),
                 {},
                 [&](std::string_view what) { log.trouble("request", what); },
                 provider_name(settings, pages)};
  http::Router router;
  shelf.add_to(router);
  ServiceCounts counts;
  const http::Server* running = nullptr;  // there before the first request is
  const web::RouteParts parts{
      site,     settings.sign_in, version_,
      provider, &content_,        [&] { return metrics_text(counts, *running, installation, version_); }};
  web::mount(router, site, web::all_endpoints(parts));
  web::surround(router, site);

  http::ServerEvents events{[&](const http::Answered& answered) {
                              counts.answered(answered);
                              log.answered(answered);
                            },
                            [&](const http::Incident& incident) {
                              counts.failed();
                              log.failed(incident);
                            }};
  http::Server server(std::move(plan->server), router, events);
  running = &server;
  // With a port of its own choice the address is known only once it listens.
  if (installation.public_url.empty()) installation.public_url = "http://" + settings.listen;
  server.start();
  const std::string address = address_of(settings, server);
  if (settings.public_url.empty()) installation.public_url = address;
  log.started(version_, address);
  const bool mails = plan->mailer != nullptr;
  std::optional<Mailing> mailing;
  if (mails) mailing.emplace(installation, std::move(plan->mailer), log);
  tell_sign_in(out, settings);
  tell_start(out, installation, address, mails);
  wait_for_ending_signal();
  server.stop();
  log.stopped();
  return 0;
}

}  // namespace smm::wiring
