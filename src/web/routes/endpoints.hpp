// SPDX-License-Identifier: Apache-2.0
// Every endpoint of the service, resource by resource. One file per resource gives its own list.
#pragma once

#include <vector>

#include "app/identity_provider.hpp"
#include "app/installation/service_settings.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

// What some endpoints need beside their requests.
struct RouteParts {
  const Site& site;
  app::SignInSettings sign_in;
  std::string version;
  app::IdentityProvider* provider = nullptr;  // signing in elsewhere; null: not offered
};

std::vector<Endpoint> all_endpoints(const RouteParts& parts);

// One file each.
std::vector<Endpoint> health_endpoints(const RouteParts& parts);
std::vector<Endpoint> sign_in_endpoints(const RouteParts& parts);
std::vector<Endpoint> provider_endpoints(const RouteParts& parts);
std::vector<Endpoint> link_endpoints();
std::vector<Endpoint> set_up_endpoints();
std::vector<Endpoint> confirm_endpoints();
std::vector<Endpoint> account_endpoints();
std::vector<Endpoint> second_factor_endpoints();
std::vector<Endpoint> office_people_endpoints();
std::vector<Endpoint> answer_endpoints();
std::vector<Endpoint> packet_endpoints();
std::vector<Endpoint> home_endpoints();
std::vector<Endpoint> school_endpoints();
std::vector<Endpoint> school_people_endpoints();
std::vector<Endpoint> office_endpoints();

}  // namespace smm::web
