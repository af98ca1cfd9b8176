// SPDX-License-Identifier: Apache-2.0
#include "web/http/forwarded.hpp"

#include <algorithm>
#include <ranges>

#include "web/http/ascii.hpp"
#include "web/http/head_checks.hpp"
#include "web/http/problems.hpp"

namespace smm::web::http {
namespace {

std::string client_of(const TrustedProxies& proxies, std::string_view peer,
                      const std::string& forwarded_for) {
  std::string nearest(peer);
  const auto hops = pieces(forwarded_for, ',');
  for (const std::string_view hop : hops | std::views::reverse) {
    const auto address = parse_address(trimmed(hop));
    if (!address) break;
    nearest = to_string(*address);
    if (!proxies.trusts(nearest)) break;
  }
  return nearest;
}

// The nearest proxy writes last.
std::string_view last_entry(const std::string& list) {
  return trimmed(pieces(list, ',').back());
}

std::optional<Refusal> believe(const TrustedProxies& proxies, Request& request) {
  request.through_proxy = true;
  request.client = client_of(proxies, request.peer, request.headers.joined("X-Forwarded-For"));
  const std::string schemes = request.headers.joined("X-Forwarded-Proto");
  const std::string_view scheme = last_entry(schemes);
  if (!scheme.empty() && scheme != "http" && scheme != "https") return Refusal{400, "bad X-Forwarded-Proto"};
  if (!scheme.empty()) request.scheme = scheme;
  const std::string hosts = request.headers.joined("X-Forwarded-Host");
  const std::string_view host = last_entry(hosts);
  if (!host.empty() && !is_host(host)) return Refusal{400, "bad X-Forwarded-Host"};
  if (!host.empty()) request.host = host;
  return std::nullopt;
}

}  // namespace

bool TrustedProxies::trusts(std::string_view peer) const {
  if (peer == "unix") return unix_socket;
  const auto address = parse_address(peer);
  return address && std::ranges::any_of(blocks, [&](const AddressBlock& b) { return b.contains(*address); });
}

base::Result<TrustedProxies> parse_trusted_proxies(const std::vector<std::string>& entries) {
  TrustedProxies proxies;
  base::Problems problems;
  for (const std::string& entry : entries) {
    if (entry == "unix") {
      proxies.unix_socket = true;
    } else if (const auto block = parse_address_block(entry)) {
      proxies.blocks.push_back(*block);
    } else {
      problems.emplace_back(problem::bad_proxy_address,
                            "\"" + entry + "\" is no address, no block such as 10.0.0.0/8, and not \"unix\"");
    }
  }
  if (!problems.empty()) return problems;
  return proxies;
}

std::optional<Refusal> apply_forwarding(const TrustedProxies& proxies, std::string_view peer,
                                        Request& request) {
  request.peer = peer;
  request.client = peer;
  if (proxies.trusts(peer)) return believe(proxies, request);
  for (const char* name : {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"})
    request.headers.remove(name);
  return std::nullopt;
}

}  // namespace smm::web::http
