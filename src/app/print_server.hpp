// SPDX-License-Identifier: Apache-2.0
// Port: prints pages as PDF for a service of this machine that asks over a Unix socket, so that Chromium can
// run apart from it: as another user, without network, without its files.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "base/result.hpp"

namespace smm::app {

struct PrintServerSettings {
  std::string listen;             // "unix:PATH"; empty: the socket that whoever started us hands over
  std::int64_t idle_seconds = 0;  // without a page it ends; 0: it goes on until it is told to stop
};

class PrintServer {
 public:
  virtual ~PrintServer() = default;

  // Until SIGTERM, SIGINT, or idle. Gives how many pages were printed. Problem: no_print_socket. Throws
  // EnvironmentError when nobody can listen there.
  virtual base::Result<std::int64_t> serve(const PrintServerSettings& settings, std::ostream& log) const = 0;
};

}  // namespace smm::app
