// SPDX-License-Identifier: Apache-2.0
#include "web/http/asked_from_here.hpp"

#include "web/http/address.hpp"

namespace smm::web::http {
namespace {

bool is_loopback(std::string_view address) {
  const auto parsed = parse_address(address);
  return parsed && (parse_address_block("127.0.0.0/8")->contains(*parsed) ||
                    parse_address_block("::1")->contains(*parsed));
}

bool names_loopback(std::string_view host) {
  return host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
}

// A program of this machine may connect from the proxy's own address; the proxy says for whom it asks.
bool is_handed_on(const Request& request) {
  const auto says = [&](const char* name) { return request.headers.count(name) > 0; };
  return request.through_proxy && (says("X-Forwarded-For") || says("X-Forwarded-Host") ||
                                   says("X-Forwarded-Proto") || says("Forwarded"));
}

}  // namespace

bool asked_from_here(const Request& request) {
  return is_loopback(request.peer) && !is_handed_on(request) && names_loopback(request.host);
}

}  // namespace smm::web::http
