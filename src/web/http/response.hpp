// SPDX-License-Identifier: Apache-2.0
// A response as a handler makes it. Content-Length, Date, Connection and X-Content-Type-Options are added by
// the server; compression, If-None-Match and HEAD are dealt with in finish.hpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/byte_source.hpp"
#include "web/http/headers.hpp"
#include "web/http/request.hpp"

namespace smm::web::http {

// Bytes that outlive the server, such as those built into the program; they are not copied.
struct LastingBytes {
  std::string_view bytes;
};

// Read piece by piece by a worker while it is sent, never whole in memory. A source that ends before
// `length` or throws cuts the connection off, so that the client can tell.
struct Streamed {
  std::shared_ptr<base::ByteSource> source;
  std::uint64_t length = 0;
};

using Body = std::variant<std::string, LastingBytes, Streamed>;

struct Response {
  int status = 200;
  Headers headers;
  Body body;

  // Text is compressed when the client takes it. To be turned off for a page that holds both a secret and
  // text a stranger can choose: the compressed length would tell about the secret.
  bool compress = true;
};

// Runs on a worker thread, may wait, and must be safe to run on several at once.
using Handler = std::function<Response(const Request&)>;

// The standard words for a status: "Not Found".
std::string_view reason_phrase(int status);

Response text_response(int status, std::string text);
Response html_response(int status, std::string html);

// 303 See Other: the answer to a form that was taken. `location` is a path of ours, never a client's text.
Response see_other(std::string location);

// Of a stream, what it says of itself.
std::uint64_t length_of(const Body& body);

// Nothing for a stream.
std::string_view bytes_of(const Body& body);

}  // namespace smm::web::http
