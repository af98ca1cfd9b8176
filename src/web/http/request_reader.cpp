// SPDX-License-Identifier: Apache-2.0
#include "web/http/request_reader.hpp"

#include <utility>  // before Boost.Asio 1.74, which forgets it

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <limits>
#include <optional>
#include <string>

#include "base/assert.hpp"
#include "web/http/chunked_body.hpp"
#include "web/http/head_scan.hpp"
#include "web/http/target.hpp"

namespace smm::web::http {
namespace {

namespace beast = boost::beast;

std::string_view std_view(beast::string_view text) {
  return {text.data(), text.size()};
}

// Only ever given a whole head. Bodies are not Beast's business: its chunked coding takes extensions without
// limit and adds trailers to the header, and other codings than chunked it takes for no body at all.
class HeadParser final : public beast::http::basic_parser<true> {
 public:
  std::string method;
  std::string target;
  int version = 11;
  Headers headers;

 private:
  using Error = beast::error_code;
  using Text = beast::string_view;

  void on_request_impl(beast::http::verb, Text method_text, Text target_text, int number, Error&) override {
    method = std_view(method_text);
    target = std_view(target_text);
    version = number;
  }
  void on_field_impl(beast::http::field, Text name, Text value, Error&) override {
    headers.add(std::string(std_view(name)), std::string(std_view(value)));
  }
  void on_response_impl(int, Text, int, Error&) override {}
  void on_header_impl(Error&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, Error&) override {}
  std::size_t on_body_impl(Text bytes, Error&) override { return bytes.size(); }
  void on_chunk_header_impl(std::uint64_t, Text, Error&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, Error&) override { return bytes.size(); }
  void on_finish_impl(Error&) override {}
};

// A version that is well written but none of ours is told apart from what is no version.
Refusal syntax_refusal(beast::http::error error, std::string_view head) {
  using Error = beast::http::error;
  if (error == Error::bad_version) {
    const std::string_view line = head.substr(0, head.find('\r'));
    const bool three_words = std::ranges::count(line, ' ') == 2;
    const std::string_view word = line.substr(line.rfind(' ') + 1);
    const auto digit = [word](std::size_t at) { return word[at] >= '0' && word[at] <= '9'; };
    if (three_words && word.size() == 8 && word.starts_with("HTTP/") && digit(5) && word[6] == '.' &&
        digit(7))
      return {505, "HTTP version other than 1.0 and 1.1"};
    return {400, "bad request line"};
  }
  if (error == Error::bad_method || error == Error::bad_target) return {400, "bad request line"};
  if (error == Error::bad_content_length) return {400, "bad Content-Length"};
  if (error == Error::bad_transfer_encoding) return {400, "bad Transfer-Encoding"};
  return {400, "bad header field"};
}

}  // namespace

class RequestReader::Parser {
 public:
  explicit Parser(const Limits& limits) : scan_(limits) {}

  std::size_t feed(std::string_view bytes) {
    if (state == State::head) return feed_head(bytes);
    if (state != State::body) return 0;
    return framing.chunked ? feed_chunks(bytes) : feed_counted(bytes);
  }

  void limit_body(std::uint64_t limit) {
    chunks_.limit(limit);
    if (framing.content_length.value_or(0) > limit) refuse({413, "body too large"});
  }

  bool started() const { return !head_.empty() || state != State::head; }

  State state = State::head;
  Framing framing;
  Request request;
  Refusal refusal;

 private:
  void refuse(const Refusal& why) {
    state = State::refused;
    refusal = why;
  }

  std::size_t feed_head(std::string_view bytes) {
    const std::size_t used = scan_.feed(bytes);
    head_.append(bytes.substr(0, used));
    if (scan_.refusal())
      refuse(*scan_.refusal());
    else if (scan_.done())
      read_head();
    return used;
  }

  void read_head() {
    HeadParser parser;
    parser.header_limit(static_cast<std::uint32_t>(head_.size() + 1));
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());  // "none" is taken for 0
    beast::error_code error;
    const std::size_t used = parser.put(boost::asio::buffer(head_), error);
    if (error) return refuse(syntax_refusal(static_cast<beast::http::error>(error.value()), head_));
    SMM_ASSERT(used == head_.size() && parser.is_header_done());
    framing.http_1_1 = parser.version == 11;
    if (const auto refused = take(parser)) return refuse(*refused);
    state = framing.has_body() ? State::body : State::complete;
    head_.clear();
    head_.shrink_to_fit();
  }

  std::optional<Refusal> take(HeadParser& parser) {
    if (auto refused = check_framing(parser.headers, framing)) return refused;
    if (auto refused = check_host(parser.headers, framing.http_1_1)) return refused;
    const auto method = method_named(parser.method);
    if (!method) return Refusal{501, "unknown method"};
    request.method = *method;
    request.host = parser.headers.value("Host");
    request.headers = std::move(parser.headers);
    return read_target(parser.target, request);
  }

  std::size_t feed_counted(std::string_view bytes) {
    const std::uint64_t left = *framing.content_length - request.body.size();
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.size()));
    request.body.append(bytes.substr(0, count));
    if (count == left) state = State::complete;
    return count;
  }

  std::size_t feed_chunks(std::string_view bytes) {
    const std::size_t used = chunks_.feed(bytes, request.body);
    if (chunks_.refusal())
      refuse(*chunks_.refusal());
    else if (chunks_.done())
      state = State::complete;
    return used;
  }

  HeadScan scan_;
  std::string head_;
  ChunkedBody chunks_;
};

RequestReader::RequestReader(const Limits& limits) : parser_(std::make_unique<Parser>(limits)) {}
RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;

std::size_t RequestReader::feed(std::string_view bytes) {
  return parser_->feed(bytes);
}
RequestReader::State RequestReader::state() const {
  return parser_->state;
}
bool RequestReader::started() const {
  return parser_->started();
}
void RequestReader::limit_body(std::uint64_t limit) {
  parser_->limit_body(limit);
}
const Framing& RequestReader::framing() const {
  return parser_->framing;
}
Request& RequestReader::request() {
  return parser_->request;
}
const Refusal& RequestReader::refusal() const {
  return parser_->refusal;
}

}  // namespace smm::web::http
