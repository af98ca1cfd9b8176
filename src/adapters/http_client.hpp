// SPDX-License-Identifier: Apache-2.0
// Asks another server something over HTTP: one request, one answer, held whole in memory. Internal to
// adapters; a class of its own so that tests can answer in a server's place.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace smm::adapters {

struct HttpQuestion {
  std::string url;
  std::vector<std::pair<std::string, std::string>> form = {};  // not empty: posted, as a web form is
  std::string user = {};                                       // with password: Basic
  std::string password = {};
  std::string bearer = {};
};

struct HttpAnswer {
  int status = 0;
  std::string body;
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  // Problem: identity_provider_unreachable.
  virtual base::Result<HttpAnswer> ask(const HttpQuestion& question) = 0;
};

struct HttpLimits {
  std::chrono::milliseconds connect{5'000};
  std::chrono::milliseconds whole{10'000};
  std::size_t most_bytes = 512 << 10;  // of the answer, once it is unpacked
  std::string ca_file = {};            // PEM; certificates to trust instead of the system's
};

// Over TLS, or in the clear to this very machine; anything else is refused before a connection. Redirects are
// not followed, cookies not kept, proxies and other settings of the environment not heeded.
class CurlHttpClient final : public HttpClient {
 public:
  explicit CurlHttpClient(HttpLimits limits) : limits_(std::move(limits)) {}
  base::Result<HttpAnswer> ask(const HttpQuestion& question) override;

 private:
  HttpLimits limits_;
};

// https://..., or http://... on loopback; with a host, without a user and without a fragment.
bool is_safe_url(const std::string& url);

// Everything but A-Z a-z 0-9 - . _ ~ as %XX (RFC 3986).
std::string percent_encoded(std::string_view text);

// "name=value&...", encoded.
std::string form_text(const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace smm::adapters
