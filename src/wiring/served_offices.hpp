// SPDX-License-Identifier: Apache-2.0
// Several offices behind one server, each under the name of its own public_url. They meet nowhere but in the
// table of names. Any other name is answered 421 and told nothing, but for two things that name no office:
// GET /healthz, for whoever asks whether the server is up, and on this machine GET /offices/NAME/metrics.
//
// An office that cannot be opened (its database is away, its key is missing) answers 503 and is tried again
// every few seconds, on a thread of its own kind, while the others are served.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/installation/offices.hpp"
#include "web/http/virtual_hosts.hpp"
#include "wiring/served_installation.hpp"

namespace smm::wiring {

class ServedOffices {
 public:
  using Open = std::function<base::Result<std::unique_ptr<app::HeldInstallation>>(
      const app::ServiceSettings& settings)>;

  // Opens what can be opened. The settings have no problems; the parts outlive this.
  ServedOffices(const ServingParts& parts, const app::OfficesSettings& offices, Open open);
  ~ServedOffices();  // the server has stopped

  const web::http::VirtualHosts& hosts() const { return hosts_; }

  // Once the server listens: mails go out, jobs are carried out, and closed offices are tried again. Tells of
  // each office where it is served, or why it is not.
  void begin_work(std::ostream& out);

  // From here on /healthz answers 503 under every name.
  void say_not_ready();

 private:
  struct Office {
    std::string name;
    std::string host;
    app::ServiceSettings settings;
    ServiceLog log;
    std::string closed_for = {};  // why it could not be opened last
    std::unique_ptr<ServedInstallation> served = {};
    std::optional<web::http::AnsweringHost> answering = {};
  };

  void add_own_routes();
  web::http::Response metrics_of(const web::http::Request& request) const;
  bool any_open() const;
  void open(Office& office);
  void try_again();
  void run();

  ServingParts parts_;
  Open open_;
  std::list<Office> offices_;
  web::http::Router own_;     // under names of no office
  web::http::Router closed_;  // of offices that are not open
  web::http::AnsweringHost own_host_;
  web::http::AnsweringHost closed_host_;
  web::http::VirtualHosts hosts_;
  mutable std::mutex mutex_;  // over which offices are open
  std::condition_variable ending_;
  bool ready_ = true;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace smm::wiring
