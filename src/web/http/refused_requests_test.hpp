// SPDX-License-Identifier: Apache-2.0
// Requests in raw bytes, and the status each must end in; 200 where it must be taken. Every request is meant
// for a server that has a POST and a GET at "/x" with the default limits. What is refused must leave nothing
// behind it to be read as a second request, so the connection ends.
#pragma once

#include <string>
#include <vector>

namespace smm::web::http::testing {

struct RequestCase {
  std::string name;
  std::string bytes;
  int status;
};

const std::vector<RequestCase>& request_cases();

}  // namespace smm::web::http::testing
