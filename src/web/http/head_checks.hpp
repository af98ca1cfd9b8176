// SPDX-License-Identifier: Apache-2.0
// What the header fields of a request must be like, beyond their syntax: exactly one way to tell where the
// body ends, exactly one Host (RFC 9112, sections 3.2, 6.1 and 6.3). Whatever two servers in a row could read
// differently is refused rather than repaired.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "web/http/headers.hpp"
#include "web/http/refusal.hpp"

namespace smm::web::http {

struct Framing {
  bool http_1_1 = true;
  bool chunked = false;
  std::optional<std::uint64_t> content_length;
  bool keep_alive = true;
  bool expects_continue = false;

  bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

// Reads the framing; `framing.http_1_1` is given.
std::optional<Refusal> check_framing(const Headers& headers, Framing& framing);

std::optional<Refusal> check_host(const Headers& headers, bool http_1_1);

// A name or address with an optional port, and nothing else: no user, no path.
bool is_host(std::string_view text);

}  // namespace smm::web::http
