// SPDX-License-Identifier: Apache-2.0
#include "web/http/address.hpp"

#include <arpa/inet.h>

#include <algorithm>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

constexpr std::array<std::uint8_t, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

bool is_mapped(const Address& address) {
  return std::equal(mapped_prefix.begin(), mapped_prefix.end(), address.bytes.begin());
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  if (text.size() > 2 && text.starts_with('[') && text.ends_with(']')) {
    text = text.substr(1, text.size() - 2);
    if (text.find(':') == std::string_view::npos) return std::nullopt;
  }
  const std::string terminated(text);
  Address address;
  if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) return address;
  std::ranges::copy(mapped_prefix, address.bytes.begin());
  if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data() + mapped_prefix.size()) == 1)
    return address;
  return std::nullopt;
}

std::optional<AddressBlock> parse_address_block(std::string_view text) {
  const auto slash = std::min(text.find('/'), text.size());
  const auto first = parse_address(text.substr(0, slash));
  if (!first) return std::nullopt;
  if (slash == text.size()) return AddressBlock{*first, 128};
  const bool is_ipv4 = text.substr(0, slash).find(':') == std::string_view::npos;
  const unsigned all = is_ipv4 ? 32 : 128;
  const auto bits = whole_number(text.substr(slash + 1));
  if (!bits || *bits > all) return std::nullopt;
  return AddressBlock{*first, static_cast<unsigned>(*bits) + 128 - all};
}

bool AddressBlock::contains(const Address& address) const {
  for (unsigned bit = 0; bit < prefix; ++bit) {
    const unsigned mask = 0x80U >> (bit % 8);
    if (((first.bytes[bit / 8] ^ address.bytes[bit / 8]) & mask) != 0) return false;
  }
  return true;
}

std::string to_string(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (is_mapped(address))
    inet_ntop(AF_INET, address.bytes.data() + mapped_prefix.size(), text.data(), text.size());
  else
    inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
  return text.data();
}

}  // namespace smm::web::http
