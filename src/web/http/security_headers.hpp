// SPDX-License-Identifier: Apache-2.0
// The header fields that tell a browser how little a page of ours may do and who may see it: scripts, styles,
// pictures and fonts come as files of this server and from nowhere else, nothing inline; nobody frames the
// page or opens it as a helper of theirs; no device is asked for.
//
// A response that has a Content-Security-Policy keeps its own, such as a download that is locked up tighter.
#pragma once

#include <string>
#include <vector>

#include "web/http/request.hpp"
#include "web/http/response.hpp"

namespace smm::web::http {

struct SecurityPolicy {
  // Origins other than ours to which a form may lead, such as the provider people sign in with: browsers hold
  // redirects after a form to this list too.
  std::vector<std::string> form_targets;
};

// Strict-Transport-Security is added when the request came by https. What is not public also varies by
// Accept, and is not to be stored once somebody is signed in.
void add_security_headers(const SecurityPolicy& policy, const Request& request, bool signed_in,
                          Response& response);

}  // namespace smm::web::http
