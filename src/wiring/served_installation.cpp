// SPDX-License-Identifier: Apache-2.0
#include "wiring/served_installation.hpp"

#include <ostream>

#include "app/installation/problems.hpp"
#include "app/keeping/retention.hpp"
#include "app/operating/backup_note.hpp"
#include "app/people/set_up.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/mount.hpp"

namespace smm::wiring {
namespace {

namespace http = web::http;

// As its button says it; empty without one.
std::string provider_name(const app::ServiceSettings& settings, const app::Pages& pages) {
  if (settings.sign_in.oidc_issuer.empty()) return "";
  return settings.sign_in.oidc_name.empty() ? pages.texts("page.sign_in.by_provider")
                                            : settings.sign_in.oidc_name;
}

}  // namespace

ServedInstallation::ServedInstallation(const ServingParts& parts, const app::ServiceSettings& settings,
                                       std::unique_ptr<app::HeldInstallation> held,
                                       std::unique_ptr<app::Mailer> mailer)
    : parts_(parts),
      settings_(settings),
      held_(std::move(held)),
      mailer_(std::move(mailer)),
      mails_(mailer_ != nullptr),
      installation_(held_->installation()),
      outcomes_{parts_.files,
                parts_.content,
                parts_.registry_files,
                settings_.outcomes.registry,
                settings_.outcomes.reference,
                settings_.outcomes.public_results},
      elsewhere_(SignInProvider::of(settings_, installation_.clock)),
      site_{installation_,
            parts_.pages,
            parts_.shelf.assets(),
            {},
            [&log = parts_.log](std::string_view what) { log.trouble("request", what); },
            provider_name(settings_, parts_.pages),
            &outcomes_} {
  parts_.shelf.add_to(router_);
  const web::RouteParts routes{site_,           settings_.sign_in,
                               parts_.version,  elsewhere_ ? &elsewhere_->provider() : nullptr,
                               &parts_.content, [this] { return metrics_text(); },
                               &parts_.printer};
  web::mount(router_, site_, ready_until_told(web::all_endpoints(routes)));
  web::surround(router_, site_);
}

std::vector<web::Endpoint> ServedInstallation::ready_until_told(std::vector<web::Endpoint> endpoints) {
  for (web::Endpoint& endpoint : endpoints) {
    if (endpoint.name != "healthz") continue;
    endpoint.act = [this, ask = std::get<web::Act>(endpoint.act)](const web::Call& call) {
      if (!ending_) return ask(call);
      return base::Result<web::Reply>(
          base::Problem(app::installation_problem::busy, "This server is about to end"));
    };
  }
  return endpoints;
}

http::ServerEvents ServedInstallation::events() {
  return {[this](const http::Answered& answered) {
            counts_.answered(answered);
            parts_.log.answered(answered);
          },
          [this](const http::Incident& incident) {
            counts_.failed();
            parts_.log.failed(incident);
          }};
}

std::string ServedInstallation::metrics_text() {
  ServiceCounts::Beside beside{parts_.server_counts(), {}, parts_.version};
  installation_.database.read([&](app::Records& records) {
    beside.mails = records.outbox.sizes();
    beside.last_backup = app::operating::last_backup(records.settings);
    for (const auto state : {app::JobState::waiting, app::JobState::running})
      beside.jobs += static_cast<std::int64_t>(records.jobs.in_state(state).size());
  });
  parts_.more_counts(beside.more);
  return counts_.text(beside);
}

void ServedInstallation::begin_work() {
  const bool alone = !settings_.database.data.empty();  // nobody else can serve a folder
  if (mailer_)
    mailing_.emplace(installation_, parts_.pages, std::move(mailer_), settings_.mail.per_minute, alone,
                     parts_.log);
  const auto sweep = [this] { app::delete_what_ran_out(installation_); };
  jobs_.emplace(installation_, app::graduate_jobs(installation_, outcomes_), sweep, alone, parts_.log);
}

// What the other side has to be set to.
void ServedInstallation::tell_sign_in(std::ostream& out) const {
  const app::SignInSettings& sign_in = settings_.sign_in;
  if (!sign_in.oidc_issuer.empty())
    out << "Sign-in at " << sign_in.oidc_issuer << "; it has to know this redirect URI:\n  "
        << settings_.public_url << provider_return_path << '\n';
  if (!sign_in.trusted_header.empty())
    out << "Sign-in by the header " << sign_in.trusted_header
        << "; the proxy has to take it off every request from outside.\n";
}

void ServedInstallation::tell_start(std::ostream& out, const std::string& address) const {
  tell_sign_in(out);
  out << "Serving " << address << '\n';
  if (!mails_) out << "No way to send mail is set: mails wait in the outbox.\n";
  out << std::flush;
}

void ServedInstallation::tell_set_up(std::ostream& out) {
  const auto link = app::set_up_link(installation_);
  if (link && *link)
    out << "Nobody can sign in yet. Open this once, within a week, to set up the first account:\n  " << **link
        << '\n';
  out << std::flush;
}

}  // namespace smm::wiring
