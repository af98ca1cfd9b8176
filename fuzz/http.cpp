// SPDX-License-Identifier: Apache-2.0
// Any bytes end in the same way however they are cut, and a request that is taken holds what was promised to
// handlers: one framing, a decoded path without tricks, a body within its limit. Written out again in the
// plainest form, it must be read as the same request.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.hpp"
#include "web/http/ascii.hpp"
#include "web/http/forwarded.hpp"
#include "web/http/request_reader.hpp"
#include "web/http/router.hpp"

namespace http = smm::web::http;
using State = http::RequestReader::State;

namespace {

http::Limits small_limits() {
  http::Limits limits;
  limits.request_line = 200;
  limits.head = 400;
  limits.fields = 8;
  limits.body = 100;
  return limits;
}

const http::Limits limits = small_limits();

// Returns how many bytes were taken.
std::size_t read_in_steps(http::RequestReader& reader, std::string_view bytes, std::size_t step) {
  std::size_t taken = 0;
  bool limited = false;
  while (taken < bytes.size() && (reader.state() == State::head || reader.state() == State::body)) {
    const std::size_t used = reader.feed(bytes.substr(taken, step));
    SMM_ASSERT(used > 0);
    taken += used;
    if (limited || reader.state() != State::body) continue;
    reader.limit_body(limits.body);
    limited = true;
  }
  return taken;
}

const http::Router& router() {
  static const http::Router built = [] {
    http::Router made;
    const http::Handler nothing = [](const http::Request&) { return http::text_response(200, ""); };
    for (const char* pattern : {"/", "/a/{x}", "/a/{x:number}", "/a/{x:word}/b", "/{x:id}", "/{x}/{y:rest}"})
      made.add(http::Method::get, pattern, nothing);
    made.add(http::Method::post, "/a/{x}", nothing);
    return made;
  }();
  return built;
}

void check_promises(const http::Request& request) {
  SMM_ASSERT(request.path.starts_with('/') && http::is_utf8(request.path));
  SMM_ASSERT(!http::has_control_character(request.path, false));
  SMM_ASSERT((request.path + "/").find("/../") == std::string::npos);
  SMM_ASSERT((request.path + "/").find("/./") == std::string::npos);
  SMM_ASSERT(request.headers.count("Host") <= 1 && request.headers.count("Content-Length") <= 1);
  SMM_ASSERT(request.headers.count("Content-Length") + request.headers.count("Transfer-Encoding") <= 1);
  SMM_ASSERT(request.body.size() <= limits.body);
  for (const http::Header& field : request.headers)
    SMM_ASSERT(!http::has_control_character(field.value, true));
}

std::string written_out(const http::Request& request) {
  std::string out = std::string(name_of(request.method)) + " " + request.target + " HTTP/1.1\r\nHost: ";
  out += request.host.empty() ? "a" : request.host;
  return out + "\r\nContent-Length: " + std::to_string(request.body.size()) + "\r\n\r\n" + request.body;
}

void check_taken(http::RequestReader& reader) {
  http::Request& request = reader.request();
  check_promises(request);
  const http::Limits generous;
  http::RequestReader again(generous);
  const std::string plain = written_out(request);
  const std::size_t head = again.feed(plain);
  if (again.state() == State::body) {
    again.limit_body(limits.body);
    SMM_ASSERT(head + again.feed(std::string_view(plain).substr(head)) == plain.size());
  }
  SMM_ASSERT(again.state() == State::complete && again.request().body == request.body);
  SMM_ASSERT(again.request().path == request.path && again.request().query == request.query);
  static const auto proxies = http::parse_trusted_proxies({"10.0.0.0/8"});
  apply_forwarding(*proxies, "10.0.0.1", request);
  SMM_ASSERT(http::parse_address(request.client).has_value());
  SMM_ASSERT(router().answer(request).status != 0);
}

}  // namespace

// The first byte chooses how the bytes are cut the second time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  http::RequestReader whole(limits);
  http::RequestReader cut(limits);
  const std::size_t taken = read_in_steps(whole, bytes, bytes.size());
  const std::size_t taken_cut = read_in_steps(cut, bytes, 1U + data[0] % 16U);
  SMM_ASSERT(whole.state() == cut.state());
  if (whole.state() == State::refused) SMM_ASSERT(whole.refusal() == cut.refusal());
  if (whole.state() != State::complete) return 0;
  SMM_ASSERT(taken == taken_cut && whole.request().body == cut.request().body);
  SMM_ASSERT(whole.request().headers == cut.request().headers);
  check_taken(whole);
  return 0;
}
