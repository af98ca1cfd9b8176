// SPDX-License-Identifier: Apache-2.0
#include "adapters/loopback_sign_in_test.hpp"

#include <curl/curl.h>

#include <map>
#include <regex>
#include <stdexcept>

#include "adapters/curl_session.hpp"
#include "adapters/http_client.hpp"

namespace smm::adapters {
namespace {

struct Page {
  std::string location;  // where it sends the browser; empty when it does not
  std::string body;
};

std::size_t take_page(char* bytes, std::size_t size, std::size_t count, void* user) {
  static_cast<Page*>(user)->body.append(bytes, size * count);
  return size * count;
}

class Browser {
 public:
  Browser() : session_(new_curl_session({std::chrono::seconds(5), std::chrono::seconds(20), ""})) {
    curl_easy_setopt(session_.get(), CURLOPT_COOKIEFILE, "");  // keeps cookies, in memory
  }

  Page get(const std::string& url) {
    curl_easy_setopt(session_.get(), CURLOPT_HTTPGET, 1L);
    return visit(url);
  }

  Page post(const std::string& url, const std::string& form) {
    curl_easy_setopt(session_.get(), CURLOPT_COPYPOSTFIELDS, form.c_str());
    return visit(url);
  }

 private:
  Page visit(const std::string& url) {
    Page page;
    curl_easy_setopt(session_.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(session_.get(), CURLOPT_WRITEFUNCTION, take_page);
    curl_easy_setopt(session_.get(), CURLOPT_WRITEDATA, &page);
    if (curl_easy_perform(session_.get()) != CURLE_OK) throw std::runtime_error("no page at " + url);
    const char* location = nullptr;
    curl_easy_getinfo(session_.get(), CURLINFO_REDIRECT_URL, &location);
    if (location != nullptr) page.location = location;
    return page;
  }

  CurlHandle session_;
};

std::string decoded(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code = text[i] == '%';
    out += code ? static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16)) : text[i];
    if (code) i += 2;
  }
  return out;
}

app::SignInReturn parameters_of(const std::string& url) {
  const std::regex parameter("[?&]([a-z_]+)=([^&]*)");
  std::map<std::string, std::string> found;
  for (std::sregex_iterator it(url.begin(), url.end(), parameter), end; it != end; ++it)
    found[(*it)[1]] = decoded((*it)[2]);
  return {.code = found["code"],
          .state = found["state"],
          .issuer = found["iss"],
          .error = found["error"],
          .error_description = found["error_description"]};
}

// The one form of a page, filled in.
Page submitted(Browser& browser, const Page& page, const std::string& name) {
  std::smatch action;
  std::smatch prompt;
  if (!std::regex_search(page.body, action, std::regex("action=\"([^\"]+)\"")) ||
      !std::regex_search(page.body, prompt, std::regex("name=\"prompt\" value=\"([a-z]+)\"")))
    throw std::runtime_error("a page without a form: " + page.body);
  return browser.post(action[1], form_text({{"prompt", prompt[1]}, {"login", name}, {"password", "any"}}));
}

}  // namespace

app::SignInReturn browse_through(const std::string& url, const std::string& name,
                                 const std::string& return_url) {
  Browser browser;
  Page page = browser.get(url);
  for (int step = 0; step < 20; ++step) {
    if (page.location.starts_with(return_url)) return parameters_of(page.location);
    page = page.location.empty() ? submitted(browser, page, name) : browser.get(page.location);
  }
  throw std::runtime_error("the provider sends the browser round and round");
}

}  // namespace smm::adapters
