// SPDX-License-Identifier: Apache-2.0
#include "adapters/loopback.hpp"

#include <arpa/inet.h>

#include <string>

namespace smm::adapters {

bool is_loopback_host(std::string_view host) {
  if (host == "localhost" || host == "::1" || host == "[::1]") return true;
  in_addr address{};
  if (inet_pton(AF_INET, std::string(host).c_str(), &address) != 1) return false;
  return (ntohl(address.s_addr) >> 24) == 127;
}

}  // namespace smm::adapters
