// SPDX-License-Identifier: Apache-2.0
#include "web/http/head_checks.hpp"

#include <algorithm>
#include <string>

#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

bool lists_word(const std::string& list, std::string_view word) {
  return std::ranges::any_of(pieces(list, ','), [word](std::string_view entry) {
    return equal_ignoring_case(trimmed(entry), word);
  });
}

std::optional<Refusal> check_transfer_encoding(const Headers& headers, Framing& framing) {
  const std::size_t count = headers.count("Transfer-Encoding");
  if (count == 0) return std::nullopt;
  if (!framing.http_1_1) return Refusal{400, "Transfer-Encoding in HTTP/1.0"};
  if (count > 1) return Refusal{400, "more than one Transfer-Encoding"};
  if (headers.count("Content-Length") > 0) return Refusal{400, "Content-Length and Transfer-Encoding"};
  if (!equal_ignoring_case(headers.value("Transfer-Encoding"), "chunked"))
    return Refusal{400, "Transfer-Encoding other than chunked"};
  framing.chunked = true;
  return std::nullopt;
}

std::optional<Refusal> check_content_length(const Headers& headers, Framing& framing) {
  const std::size_t count = headers.count("Content-Length");
  if (count == 0) return std::nullopt;
  if (count > 1) return Refusal{400, "more than one Content-Length"};
  framing.content_length = whole_number(headers.value("Content-Length"));
  if (!framing.content_length) return Refusal{400, "Content-Length is no plain number"};
  return std::nullopt;
}

std::optional<Refusal> check_expect(const Headers& headers, Framing& framing) {
  const std::string expected = headers.joined("Expect");
  if (expected.empty() || !framing.http_1_1) return std::nullopt;
  if (!equal_ignoring_case(expected, "100-continue")) return Refusal{417, "unknown expectation"};
  framing.expects_continue = true;
  return std::nullopt;
}

bool is_bracketed_address(std::string_view name) {
  return name.size() > 2 && name.starts_with('[') && name.ends_with(']') &&
         name.find_first_not_of("0123456789abcdefABCDEF:.", 1) == name.size() - 1;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '.' || letter == '-' || letter == '_';
  });
}

}  // namespace

bool is_host(std::string_view text) {
  const auto colon = text.rfind(':');
  const auto bracket = text.rfind(']');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  if (has_port) {
    const auto port = whole_number(text.substr(colon + 1));
    if (!port || *port > 65535 || text.size() - colon > 6) return false;
    text = text.substr(0, colon);
  }
  return text.size() <= 255 && (is_name(text) || is_bracketed_address(text));
}

std::optional<Refusal> check_framing(const Headers& headers, Framing& framing) {
  if (auto refused = check_transfer_encoding(headers, framing)) return refused;
  if (auto refused = check_content_length(headers, framing)) return refused;
  if (auto refused = check_expect(headers, framing)) return refused;
  framing.keep_alive = framing.http_1_1 && !lists_word(headers.joined("Connection"), "close");
  return std::nullopt;
}

std::optional<Refusal> check_host(const Headers& headers, bool http_1_1) {
  const std::size_t count = headers.count("Host");
  if (count > 1) return Refusal{400, "more than one Host"};
  if (count == 0) return http_1_1 ? std::optional(Refusal{400, "no Host"}) : std::nullopt;
  if (!is_host(headers.value("Host"))) return Refusal{400, "bad Host"};
  return std::nullopt;
}

}  // namespace smm::web::http
