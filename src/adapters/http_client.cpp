// SPDX-License-Identifier: Apache-2.0
#include "adapters/http_client.hpp"

#include <curl/curl.h>

#include <array>
#include <memory>

#include "adapters/curl_session.hpp"
#include "adapters/loopback.hpp"
#include "app/problems.hpp"
#include "crypto/base64.hpp"

namespace smm::adapters {
namespace {

struct Receipt {
  HttpAnswer answer = {};
  std::size_t most_bytes = 0;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& receipt = *static_cast<Receipt*>(user);
  if (receipt.answer.body.size() + size * count > receipt.most_bytes) return 0;  // ends the transfer
  receipt.answer.body.append(bytes, size * count);
  return size * count;
}

// One part of a URL; empty when it has none.
std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return "";
  const std::string copy = text;
  curl_free(text);
  return copy;
}

base::Problem not_reached(const std::string& url, const std::string& why) {
  return base::Problem(app::problem::identity_provider_unreachable, "cannot ask " + url + ": " + why);
}

CurlList headers_of(const HttpQuestion& question) {
  CurlList headers;
  append_to(headers, "Accept: application/json");
  append_to(headers, "Expect:");
  if (!question.bearer.empty()) append_to(headers, "Authorization: Bearer " + question.bearer);
  // Encoded before they are joined (RFC 6749, section 2.3.1): an id may hold a colon.
  const std::string pair = percent_encoded(question.user) + ":" + percent_encoded(question.password);
  if (!question.user.empty()) append_to(headers, "Authorization: Basic " + crypto::base64(pair));
  return headers;
}

}  // namespace

base::Result<HttpAnswer> CurlHttpClient::ask(const HttpQuestion& question) {
  if (!is_safe_url(question.url)) return not_reached(question.url, "only https is asked");
  const CurlHandle session = new_curl_session({limits_.connect, limits_.whole, limits_.ca_file});
  Receipt receipt{.most_bytes = limits_.most_bytes};
  const CurlList headers = headers_of(question);
  const std::string form = form_text(question.form);
  std::array<char, CURL_ERROR_SIZE> words{};
  CURL* handle = session.get();
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(handle, CURLOPT_URL, question.url.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &receipt);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, words.data());
  if (!question.form.empty()) curl_easy_setopt(handle, CURLOPT_POSTFIELDS, form.c_str());
  const CURLcode code = curl_easy_perform(handle);
  if (code == CURLE_WRITE_ERROR) return not_reached(question.url, "its answer is too long");
  if (code != CURLE_OK)
    return not_reached(question.url, words[0] != '\0' ? words.data() : curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  receipt.answer.status = static_cast<int>(status);
  return receipt.answer;
}

bool is_safe_url(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), curl_url_cleanup);
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return false;
  const std::string scheme = part_of(parsed.get(), CURLUPART_SCHEME);
  const std::string host = part_of(parsed.get(), CURLUPART_HOST);
  const bool bare = part_of(parsed.get(), CURLUPART_USER).empty() && url.find('#') == std::string::npos;
  return bare && !host.empty() && (scheme == "https" || (scheme == "http" && is_loopback_host(host)));
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos)
      out += c;
    else
      out.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return out;
}

std::string form_text(const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string text;
  for (const auto& [name, value] : fields)
    text += (text.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return text;
}

}  // namespace smm::adapters
