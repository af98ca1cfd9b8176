// SPDX-License-Identifier: Apache-2.0
#include "adapters/web_links.hpp"

#include <curl/curl.h>

#include <array>

#include "adapters/curl_session.hpp"

namespace smm::adapters {
namespace {

using app::AddressState;
using app::LinkAnswer;

// The status is known once the body begins; the transfer ends there.
std::size_t refuse_body(char*, std::size_t, std::size_t, void*) {
  return 0;
}

// 404 and 410 say that the page is not there; other refusals (403 to programs, 429, 503) say nothing of it.
LinkAnswer answer_of(long status, const char* redirect) {
  if (status >= 200 && status < 300) return {AddressState::answers, std::to_string(status)};
  if (status >= 300 && status < 400 && redirect != nullptr)
    return {AddressState::moved, std::string("moved to ") + redirect};
  const bool gone = status == 404 || status == 410;
  return {gone ? AddressState::dead : AddressState::refuses, std::to_string(status)};
}

}  // namespace

LinkAnswer WebLinks::ask(const std::string& address) const {
  const CurlHandle session = new_curl_session({limits_.connect, limits_.whole, ""});
  CURL* handle = session.get();
  std::array<char, CURL_ERROR_SIZE> words{};
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(handle, CURLOPT_URL, address.c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "smm resources check");
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, refuse_body);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, words.data());
  const CURLcode code = curl_easy_perform(handle);
  long status = 0;
  const char* redirect = nullptr;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &redirect);
  if (status != 0 && (code == CURLE_OK || code == CURLE_WRITE_ERROR)) return answer_of(status, redirect);
  return {AddressState::unreachable, words[0] != '\0' ? words.data() : curl_easy_strerror(code)};
}

}  // namespace smm::adapters
