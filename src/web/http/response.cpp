// SPDX-License-Identifier: Apache-2.0
#include "web/http/response.hpp"

#include <array>
#include <utility>

namespace smm::web::http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 35> phrases{{
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};

Response typed_response(int status, std::string body, const char* type) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", type);
  response.body = std::move(body);
  return response;
}

}  // namespace

std::string_view reason_phrase(int status) {
  for (const auto& [code, words] : phrases)
    if (code == status) return words;
  return "Status";
}

Response text_response(int status, std::string text) {
  return typed_response(status, std::move(text), "text/plain; charset=utf-8");
}

Response html_response(int status, std::string html) {
  return typed_response(status, std::move(html), "text/html; charset=utf-8");
}

Response see_other(std::string location) {
  Response response;
  response.status = 303;
  response.headers.add("Location", std::move(location));
  return response;
}

std::uint64_t length_of(const Body& body) {
  if (const auto* stream = std::get_if<Streamed>(&body)) return stream->length;
  return bytes_of(body).size();
}

std::string_view bytes_of(const Body& body) {
  if (const auto* text = std::get_if<std::string>(&body)) return *text;
  if (const auto* lasting = std::get_if<LastingBytes>(&body)) return lasting->bytes;
  return {};
}

}  // namespace smm::web::http
