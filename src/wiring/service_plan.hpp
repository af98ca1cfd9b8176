// SPDX-License-Identifier: Apache-2.0
// What the server needs beside the installation, checked before anything is opened.
#pragma once

#include <memory>

#include "app/installation/offices.hpp"
#include "app/mailer.hpp"
#include "base/result.hpp"
#include "web/http/server.hpp"

namespace smm::wiring {

struct ServicePlan {
  web::http::ServerSettings server;
  std::unique_ptr<app::Mailer> mailer;  // null: no way to send mail is set
};

// Problems: unsafe_listen, and those of addresses, mail and sign-in. Throws EnvironmentError when the mail
// server's password cannot be read.
base::Result<ServicePlan> service_plan_of(const app::ServiceSettings& settings);

// Of the one server of several offices; what is wrong with the settings of any of them is told too.
base::Result<web::http::ServerSettings> server_plan_of(const app::OfficesSettings& offices);

}  // namespace smm::wiring
