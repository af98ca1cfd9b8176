// SPDX-License-Identifier: Apache-2.0
// Who the client is when a reverse proxy stands between. X-Forwarded-For, -Proto and -Host are believed only
// from a peer that is configured as a trusted proxy; from anybody else they are taken off the request, so
// that no handler believes them by mistake. The same is done with Forwarded, which this server does not read.
//
// Of X-Forwarded-For the right-most address that is no trusted proxy is the client: all left of it may be
// made up. An entry that is no address ends the walk at the proxy that passed it on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "web/http/address.hpp"
#include "web/http/refusal.hpp"
#include "web/http/request.hpp"

namespace smm::web::http {

struct TrustedProxies {
  std::vector<AddressBlock> blocks;
  bool unix_socket = false;  // whoever may connect to the Unix socket

  // `peer` is an address, or "unix".
  bool trusts(std::string_view peer) const;
};

// Entries are addresses, blocks ("10.0.0.0/8"), or "unix". Problem: bad_proxy_address.
base::Result<TrustedProxies> parse_trusted_proxies(const std::vector<std::string>& entries);

// Sets peer, client, scheme, host and through_proxy. Refuses a forwarded host or scheme that is none.
std::optional<Refusal> apply_forwarding(const TrustedProxies& proxies, std::string_view peer,
                                        Request& request);

}  // namespace smm::web::http
