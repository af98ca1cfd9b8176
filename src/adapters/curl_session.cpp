// SPDX-License-Identifier: Apache-2.0
#include "adapters/curl_session.hpp"

#include <curl/curl.h>

#include "base/environment_error.hpp"

namespace smm::adapters {

void CurlCleanup::operator()(void* handle) const {
  curl_easy_cleanup(handle);
}

void CurlListCleanup::operator()(curl_slist* list) const {
  curl_slist_free_all(list);
}

CurlHandle new_curl_session(const CurlLimits& limits) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  CurlHandle session(ready == CURLE_OK ? curl_easy_init() : nullptr);
  if (!session) throw base::EnvironmentError("libcurl cannot be started");
  CURL* handle = session.get();
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
  if (!limits.ca_file.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, limits.ca_file.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
  }
  return session;
}

void append_to(CurlList& list, const std::string& text) {
  curl_slist* grown = curl_slist_append(list.get(), text.c_str());
  if (grown == nullptr) throw base::EnvironmentError("there is no memory left for libcurl");
  static_cast<void>(list.release());
  list.reset(grown);
}

}  // namespace smm::adapters
