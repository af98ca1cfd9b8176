// SPDX-License-Identifier: Apache-2.0
// Owners of what libcurl hands out, shared by what speaks to mail servers and identity providers. Internal to
// adapters; it names libcurl's types only as what they are underneath.
#pragma once

#include <chrono>
#include <memory>
#include <string>

struct curl_slist;

namespace smm::adapters {

struct CurlCleanup {
  void operator()(void* handle) const;
};
struct CurlListCleanup {
  void operator()(curl_slist* list) const;
};

using CurlHandle = std::unique_ptr<void, CurlCleanup>;
using CurlList = std::unique_ptr<curl_slist, CurlListCleanup>;

struct CurlLimits {
  std::chrono::milliseconds connect;
  std::chrono::milliseconds whole;
  std::string ca_file;  // certificates to trust instead of the system's; empty: the system's
};

// A session that checks certificates and names, speaks TLS 1.2 or later, raises no signals, takes no settings
// from the environment (proxies, .netrc) and follows no redirects. Throws EnvironmentError without memory.
CurlHandle new_curl_session(const CurlLimits& limits);

void append_to(CurlList& list, const std::string& text);

}  // namespace smm::adapters
