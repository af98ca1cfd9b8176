// SPDX-License-Identifier: Apache-2.0
// Was this asked on this machine and not through a proxy? A proxy that nobody told us of still hands on the
// name that people use, or is told by the sample configuration to keep such pages back: so the request also
// has to name the machine itself, as 127.0.0.1 or localhost.
#pragma once

#include "web/http/request.hpp"

namespace smm::web::http {

bool asked_from_here(const Request& request);

}  // namespace smm::web::http
