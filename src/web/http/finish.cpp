// SPDX-License-Identifier: Apache-2.0
#include "web/http/finish.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

#include "base/assert.hpp"
#include "web/http/ascii.hpp"
#include "web/http/etag.hpp"
#include "web/http/gzip.hpp"
#include "web/http/negotiation.hpp"

namespace smm::web::http {
namespace {

constexpr std::size_t smallest_to_compress = 1024;  // below, a packet is a packet
constexpr int quick_level = 4;

// These are the server's to write.
bool is_reserved(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"Content-Length", "Transfer-Encoding", "Connection",
                                                  "Date"};
  return std::ranges::any_of(names, [name](std::string_view own) { return equal_ignoring_case(name, own); });
}

void check_headers(const Headers& headers) {
  for (const Header& field : headers) {
    if (!is_token(field.name) || is_reserved(field.name))
      throw std::invalid_argument("a handler set the header field \"" + field.name + "\"");
    if (has_control_character(field.value, true))
      throw std::invalid_argument("a control character in the header field " + field.name);
  }
}

bool is_compressible(const Response& response) {
  return response.compress && response.status == 200 && std::holds_alternative<std::string>(response.body) &&
         bytes_of(response.body).size() >= smallest_to_compress &&
         response.headers.count("Content-Encoding") == 0 &&
         is_worth_compressing(response.headers.value("Content-Type"));
}

void compress(const Request& request, Response& response) {
  vary_on(response.headers, "Accept-Encoding");
  if (!takes_gzip(request.headers)) return;
  response.body = gzip(bytes_of(response.body), quick_level);
  response.headers.set("Content-Encoding", "gzip");
  if (const std::string* etag = response.headers.find("ETag"))
    response.headers.set("ETag", etag_of_gzip(*etag));
}

// Before compression, so that a page that has not changed costs none; the client may hold either form.
bool is_unchanged(const Request& request, const Response& response) {
  if (request.method != Method::get && request.method != Method::head) return false;
  const std::string* etag = response.headers.find("ETag");
  if (response.status != 200 || !etag || request.headers.count("If-None-Match") == 0) return false;
  const std::string list = request.headers.joined("If-None-Match");
  return names_etag(list, *etag) || names_etag(list, etag_of_gzip(*etag));
}

void leave_out_body(Response& response) {
  response.status = 304;
  response.body = std::string();
  response.headers.remove("Content-Type");
  response.headers.remove("Content-Encoding");
}

}  // namespace

void finish(const Request& request, Response& response) {
  SMM_ASSERT(response.status >= 200 && response.status <= 599);
  check_headers(response.headers);
  const bool compressible = is_compressible(response);
  if (is_unchanged(request, response)) {
    if (compressible) vary_on(response.headers, "Accept-Encoding");
    leave_out_body(response);
  } else if (compressible) {
    compress(request, response);
  }
}

bool is_bodiless(Method method, int status) {
  return method == Method::head || status == 204 || status == 304;
}

std::string http_date(std::int64_t seconds) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[static_cast<std::size_t>(parts.tm_wday)],
                     parts.tm_mday, months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900,
                     parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::string head_of(const Response& response, std::int64_t now_seconds, bool close) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status,
                                 reason_phrase(response.status), http_date(now_seconds));
  for (const Header& field : response.headers)
    head.append(field.name).append(": ").append(field.value).append("\r\n");
  if (response.headers.count("X-Content-Type-Options") == 0) head += "X-Content-Type-Options: nosniff\r\n";
  if (response.status != 204 && response.status != 304)
    head += fmt::format("Content-Length: {}\r\n", length_of(response.body));
  if (close) head += "Connection: close\r\n";
  return head += "\r\n";
}

}  // namespace smm::web::http
