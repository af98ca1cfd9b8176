// SPDX-License-Identifier: Apache-2.0
// One installation as it is served: its own pages, routes, sign-in, counters, outbox and jobs. What it is
// given are the things of the program that hold nothing of any installation.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/files.hpp"
#include "app/graduates/linkage.hpp"
#include "app/installation/service.hpp"
#include "app/pages.hpp"
#include "app/pdf_printer.hpp"
#include "app/providers/registry_files.hpp"
#include "web/http/router.hpp"
#include "web/http/server_events.hpp"
#include "web/session/endpoint.hpp"
#include "web/session/site.hpp"
#include "wiring/job_run.hpp"
#include "wiring/mailing.hpp"
#include "wiring/service_counts.hpp"
#include "wiring/service_log.hpp"
#include "wiring/sign_in_provider.hpp"
#include "wiring/static_shelf.hpp"

namespace smm::wiring {

// Of the program as a whole; outlives every installation that it serves.
struct ServingParts {
  const app::Content& content;
  const app::Files& files;
  const app::providers::RegistryFiles& registry_files;
  const app::Pages& pages;
  const StaticShelf& shelf;
  app::PdfPrinter& printer;
  ServiceLog& log;
  std::string version;
  std::function<web::http::ServerCounts()> server_counts;  // asked while requests are answered
  std::function<void(std::string& text)> more_counts;      // families of counters, written into the text
};

class ServedInstallation {
 public:
  // The settings have no problems (sign_in_problems). A null mailer: mails wait in the outbox.
  ServedInstallation(const ServingParts& parts, const app::ServiceSettings& settings,
                     std::unique_ptr<app::HeldInstallation> held, std::unique_ptr<app::Mailer> mailer);

  const web::http::Router& router() const { return router_; }
  web::http::ServerEvents events();
  app::Installation& installation() { return installation_; }

  // From here on mails go out and jobs are carried out, until this is destroyed. Mails name `public_url`,
  // so that it is known by now.
  void begin_work();

  // From here on /healthz answers 503, so that proxies turn elsewhere; all else goes on.
  void say_not_ready() { ending_ = true; }

  std::string metrics_text();

  // Where it is, and how to sign in.
  void tell_start(std::ostream& out, const std::string& address) const;

  // While there is nobody: the set-up link, which takes the place of any that was made before.
  void tell_set_up(std::ostream& out);

 private:
  void tell_sign_in(std::ostream& out) const;
  std::vector<web::Endpoint> ready_until_told(std::vector<web::Endpoint> endpoints);

  ServingParts parts_;
  app::ServiceSettings settings_;
  std::unique_ptr<app::HeldInstallation> held_;
  std::unique_ptr<app::Mailer> mailer_;
  bool mails_;
  app::Installation& installation_;
  app::OutcomeSources outcomes_;
  std::unique_ptr<SignInProvider> elsewhere_;
  ServiceCounts counts_;
  std::atomic<bool> ending_ = false;
  web::Site site_;
  web::http::Router router_;
  std::optional<Mailing> mailing_;
  std::optional<JobRun> jobs_;
};

}  // namespace smm::wiring
