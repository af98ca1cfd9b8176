// SPDX-License-Identifier: Apache-2.0
// Which router answers under which name, when one server answers under several. The name is that of
// Request::host, so of the Host header, or of X-Forwarded-Host when a trusted proxy sent it; its case, its
// port and a dot at its end do not count. Whoever asks for a name that nobody added gets `otherwise`: there
// is no first or default house among the added ones.
//
// Names are added before the server starts. What stands behind one may be changed while requests are
// answered; a request keeps what it was given when its head was read.
#pragma once

#include <atomic>
#include <map>
#include <string>
#include <string_view>

#include "web/http/request.hpp"
#include "web/http/router.hpp"
#include "web/http/server_events.hpp"

namespace smm::web::http {

// A router, and who is told what it answered. Both outlive the server.
struct AnsweringHost {
  const Router& router;
  ServerEvents events = {};
};

// "Metrics.Example.ORG.:8443" -> "metrics.example.org"; "[::1]:80" -> "[::1]".
std::string host_name(std::string_view host);

class VirtualHosts {
 public:
  explicit VirtualHosts(const AnsweringHost& otherwise) : otherwise_(&otherwise) {}

  // The name as host_name gives it; no name is added twice.
  void add(const std::string& name, const AnsweringHost& answering);

  // From now on; the name was added. Safe while requests are answered.
  void change(const std::string& name, const AnsweringHost& answering);

  const AnsweringHost& of(const Request& request) const;

  // Of requests that were refused before it was known for whom they are.
  const AnsweringHost& otherwise() const { return *otherwise_; }

 private:
  const AnsweringHost* otherwise_;
  std::map<std::string, std::atomic<const AnsweringHost*>, std::less<>> by_name_;
};

}  // namespace smm::web::http
