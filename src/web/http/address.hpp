// SPDX-License-Identifier: Apache-2.0
// Network addresses, and blocks of them in CIDR notation ("10.0.0.0/8", "fd00::/8", "127.0.0.1"). IPv4 is
// kept as IPv6 (::ffff:a.b.c.d), so that both ways of writing an IPv4 client are one address.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace smm::web::http {

struct Address {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const Address&) const = default;
};

struct AddressBlock {
  Address first;
  unsigned prefix = 128;  // bits that must agree

  bool contains(const Address& address) const;
};

// "192.0.2.1", "2001:db8::1", "[2001:db8::1]"; no port, no zone.
std::optional<Address> parse_address(std::string_view text);

std::optional<AddressBlock> parse_address_block(std::string_view text);

// IPv4 as dotted numbers, IPv6 in its shortest form.
std::string to_string(const Address& address);

}  // namespace smm::web::http
