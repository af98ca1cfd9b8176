// SPDX-License-Identifier: Apache-2.0
// Bytes to one request, without any socket: the whole request path up to routing can be driven from a buffer.
//
//   RequestReader reader(limits);
//   used = reader.feed(bytes);            // stops after the head, so that the route can be looked up
//   if (reader.state() == State::body) { reader.limit_body(route's limit); used += reader.feed(rest); }
//   if (reader.state() == State::complete) handle(reader.request());
//
// What it ends in does not depend on how the bytes were cut. Bytes that belong to the next request are left
// to the caller. Syntax is read by Boost.Beast; what Beast is lenient about is refused before and after it
// (head_scan.hpp, head_checks.hpp, target.hpp), and so are chunk extensions and trailers, which no browser
// and no common proxy sends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "web/http/head_checks.hpp"
#include "web/http/limits.hpp"
#include "web/http/refusal.hpp"
#include "web/http/request.hpp"

namespace smm::web::http {

class RequestReader {
 public:
  enum class State { head, body, complete, refused };

  explicit RequestReader(const Limits& limits);  // the limits outlive the reader
  ~RequestReader();
  RequestReader(RequestReader&&) noexcept;
  RequestReader& operator=(RequestReader&&) noexcept;

  // Takes bytes and returns how many were taken. Takes none once complete or refused.
  std::size_t feed(std::string_view bytes);

  State state() const;
  bool started() const;  // at least one byte came

  // Between head and body: the largest body this request may have. A Content-Length above it is refused.
  void limit_body(std::uint64_t limit);

  // From State::body on.
  const Framing& framing() const;
  Request& request();

  // Only when refused.
  const Refusal& refusal() const;

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace smm::web::http
