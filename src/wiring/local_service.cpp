// SPDX-License-Identifier: Apache-2.0
#include "wiring/local_service.hpp"

#include <ostream>

#include "adapters/system_clock.hpp"
#include "app/pages.hpp"
#include "web/http/server.hpp"
#include "wiring/counted_printer.hpp"
#include "wiring/held_installation.hpp"
#include "wiring/printer.hpp"
#include "wiring/served_installation.hpp"
#include "wiring/served_offices.hpp"
#include "wiring/service_plan.hpp"
#include "wiring/signals.hpp"

namespace smm::wiring {
namespace {

namespace http = web::http;

// The port may have been left to the system: then it is known only now.
std::string address_of(const app::ServiceSettings& settings, const http::Server& server) {
  if (settings.listen.starts_with("unix:")) return settings.listen;
  return "http://" + settings.listen.substr(0, settings.listen.rfind(':') + 1) +
         std::to_string(server.port());
}

// What a program that serves has once, however many installations it serves.
struct ServedOnce {
  ServedOnce(const app::Content& content, const app::ServiceSettings& settings, std::ostream& log_out)
      : pages(app::load_pages(content)),
        shelf(content),
        log(log_out, clock),
        printer(printer_of(settings.printer, variable_of_this_process)) {}

  ServingParts parts(const app::Content& content, const app::Files& files,
                     const app::providers::RegistryFiles& registry_files, const std::string& version) {
    return {content,
            files,
            registry_files,
            pages,
            shelf,
            printer,
            log,
            version,
            [this] { return running->counts(); },
            [this](std::string& text) {
              database.write(text);
              printer.write(text);
            }};
  }

  const app::Pages pages;
  const StaticShelf shelf;
  const adapters::SystemClock clock;
  ServiceLog log;
  CountedPrinter printer;
  DatabaseCounts database;
  const http::Server* running = nullptr;  // there before the first request is
};

// Proxies turn elsewhere before the port closes; a second signal cuts their time short.
template <class Served>
void serve_until_told(Served& served, http::Server& server, std::int64_t seconds_for_proxies) {
  wait_for_ending_signal();
  served.say_not_ready();
  ending_signal_within(std::chrono::seconds(seconds_for_proxies));
  server.stop();
}

}  // namespace

base::Result<std::unique_ptr<app::HeldInstallation>> LocalService::open(const app::ServiceSettings& settings,
                                                                        app::Hold hold) const {
  return open_installation(content_, files_, installations_, settings, hold);
}

base::Result<int> LocalService::serve(const app::ServiceSettings& settings, std::ostream& out,
                                      std::ostream& log_out,
                                      const std::function<void(app::Installation&)>& started) const {
  block_ending_signals();
  auto plan = service_plan_of(settings);
  if (!plan) return std::move(plan).problems();
  ServedOnce once(content_, settings, log_out);
  auto held =
      open_installation(content_, files_, installations_, settings, app::Hold::serving, &once.database);
  if (!held) return std::move(held).problems();
  app::Installation& installation = (*held)->installation();

  ServedInstallation served(once.parts(content_, files_, registry_files_, version_), settings,
                            std::move(*held), std::move(plan->mailer));
  http::Server server(std::move(plan->server), served.router(), served.events());
  once.running = &server;
  // With a port of its own choice the address is known only once it listens.
  if (installation.public_url.empty()) installation.public_url = "http://" + settings.listen;
  server.start();
  const std::string address = address_of(settings, server);
  if (settings.public_url.empty()) installation.public_url = address;
  once.log.started(version_, address);
  served.begin_work();
  served.tell_start(out, address);
  served.tell_set_up(out);
  if (started) started(installation);
  serve_until_told(served, server, settings.ending_wait);
  once.log.stopped();
  return 0;
}

base::Result<int> LocalService::serve_offices(const app::OfficesSettings& offices, std::ostream& out,
                                              std::ostream& log_out) const {
  block_ending_signals();
  auto plan = server_plan_of(offices);
  if (!plan) return std::move(plan).problems();
  ServedOnce once(content_, offices.common, log_out);
  const auto open_one = [&](const app::ServiceSettings& settings) {
    return open_installation(content_, files_, installations_, settings, app::Hold::serving, &once.database);
  };
  ServedOffices served(once.parts(content_, files_, registry_files_, version_), offices, open_one);
  http::Server server(std::move(*plan), served.hosts());
  once.running = &server;
  server.start();
  const std::string address = address_of(offices.common, server);
  once.log.started(version_, address);
  out << "Listening on " << address << '\n';
  served.begin_work(out);
  serve_until_told(served, server, offices.common.ending_wait);
  once.log.stopped();
  return 0;
}

}  // namespace smm::wiring
