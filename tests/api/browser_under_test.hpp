// SPDX-License-Identifier: Apache-2.0
// The whole of the service's routes over an installation, and a browser that keeps cookies and sends forms as
// pages offer them; without sockets.
#pragma once

#include <map>
#include <regex>

#include "adapters/disk_registry_files.hpp"
#include "app/graduates/outcome_sources.hpp"
#include "installation_under_test.hpp"
#include "page_pieces.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/mount.hpp"

namespace smm::web {

class ServiceUnderTest {
 public:
  explicit ServiceUnderTest(test::InstallationUnderTest& house, app::SignInSettings sign_in = {},
                            app::IdentityProvider* provider = nullptr,
                            const app::OutcomeSources& outcomes = no_outcomes())
      : site_{house.installation(),
              house.pages(),
              {"/app.css", "/htmx.js", "/app.js", "/icon.svg"},
              {},
              trouble,
              sign_in.oidc_name,
              &outcomes},
        endpoints(all_endpoints({site_, std::move(sign_in), "test", provider, &house.content(),
                                 [] { return std::string("smm_build 1\n"); }})) {
    mount(router_, site_, endpoints);
    surround(router_, site_);
  }
  ServiceUnderTest(const ServiceUnderTest&) = delete;
  ServiceUnderTest& operator=(const ServiceUnderTest&) = delete;

  http::Response answer(http::Request request) const { return router_.answer(std::move(request)); }

 private:
  static void trouble(std::string_view what) { ADD_FAILURE() << what; }

  // An installation without registry, lists and public results.
  static const app::OutcomeSources& no_outcomes() {
    static const adapters::DiskFiles files;
    static const adapters::DiskRegistryFiles registry_files;
    static const adapters::EmbeddedContent content;
    static const app::OutcomeSources none{files, content, registry_files, "", "", ""};
    return none;
  }

  Site site_;
  http::Router router_;

 public:
  const std::vector<Endpoint> endpoints;
};

using Fields = std::vector<std::pair<std::string, std::string>>;

inline std::string form_encoded(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    text += (text.empty() ? "" : "&") + name + "=";
    for (const char letter : value) {
      constexpr std::string_view digits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(letter);
      text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return text;
}

// What came back last.
struct Shown {
  int status = 0;
  std::string body;
  http::Headers headers;

  std::string location() const { return std::string(headers.value("Location")); }
  bool says(const std::string& text) const { return body.find(text) != std::string::npos; }
};

class BrowserUnderTest {
 public:
  explicit BrowserUnderTest(const ServiceUnderTest& service) : service_(service) {}

  std::string address = "192.0.2.1";
  bool through_proxy = false;
  std::map<std::string, std::string> extra_headers;
  std::map<std::string, std::string> cookies;

  Shown get(const std::string& target) { return send(http::Method::get, target, ""); }
  Shown head(const std::string& target) { return send(http::Method::head, target, ""); }
  Shown json(const std::string& target) {
    extra_headers["Accept"] = "application/json";
    const Shown shown = get(target);
    extra_headers.erase("Accept");
    return shown;
  }

  // With the token of the page that was shown last.
  Shown post(const std::string& target, Fields fields = {}) {
    if (!csrf_.empty()) fields.emplace_back("csrf", csrf_);
    return send(http::Method::post, target, form_encoded(fields));
  }

  // Presses the button of the form that leads to `action` on the page shown last, with what stands hidden in
  // it, and `typed`.
  Shown submit(const std::string& action, const Fields& typed = {}) {
    Fields fields = typed;
    const std::size_t begin = body_.find("action=\"" + action + "\"");
    EXPECT_NE(begin, std::string::npos) << action << " is not on the page: " << body_;
    if (begin == std::string::npos) return {};
    const std::string form = body_.substr(begin, body_.find("</form>", begin) - begin);
    for (const auto& [name, value] : hidden_fields(form)) fields.emplace_back(name, unescaped(value));
    return send(http::Method::post, action, form_encoded(fields));
  }

  Shown send(http::Method method, const std::string& target, const std::string& body) {
    http::Request request;
    request.method = method;
    request.target = target;
    const std::size_t query = target.find('?');
    request.path = target.substr(0, query);
    if (query != std::string::npos) request.query = *http::parse_parameters(target.substr(query + 1));
    request.client = request.peer = address;
    request.scheme = "https";
    request.host = "metrics.example.org";
    request.through_proxy = through_proxy;
    add_headers(request);
    request.body = body;
    return shown(service_.answer(std::move(request)));
  }

 private:
  void add_headers(http::Request& request) {
    request.headers.add("User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
    if (!extra_headers.contains("Accept")) request.headers.add("Accept", "text/html");
    if (request.method == http::Method::post) {
      if (!extra_headers.contains("Content-Type"))
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
      if (!extra_headers.contains("Origin")) request.headers.add("Origin", "https://metrics.example.org");
    }
    for (const auto& [name, value] : extra_headers) {
      if (!value.empty()) request.headers.add(name, value);
    }
    std::string line;
    for (const auto& [name, value] : cookies) line += (line.empty() ? "" : "; ") + name + "=" + value;
    if (!line.empty()) request.headers.add("Cookie", line);
  }

  Shown shown(const http::Response& response) {
    for (const http::Header& header : response.headers) {
      if (header.name == "Set-Cookie") keep(header.value);
    }
    Shown shown{response.status, std::string(http::bytes_of(response.body)), response.headers};
    if (auto token = first_between(shown.body, "name=\"csrf\" value=\"", "\"")) csrf_ = std::move(*token);
    if (!shown.body.empty()) body_ = shown.body;
    return shown;
  }

  void keep(const std::string& set) {
    const std::size_t equals = set.find('=');
    const std::string name = set.substr(0, equals);
    const std::string value = set.substr(equals + 1, set.find(';') - equals - 1);
    EXPECT_TRUE(name.starts_with("__Host-")) << set;
    for (const char* flag : {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"})
      EXPECT_NE(set.find(flag), std::string::npos) << set;
    EXPECT_EQ(set.find("Domain"), std::string::npos) << set;
    if (set.find("Max-Age=0") != std::string::npos)
      cookies.erase(name);
    else
      cookies[name] = value;
  }

  static std::string unescaped(std::string text) {
    const std::pair<const char*, const char*> entities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto& [entity, letter] : entities) text = std::regex_replace(text, std::regex(entity), letter);
    return text;
  }

  const ServiceUnderTest& service_;
  std::string csrf_;
  std::string body_;
};

}  // namespace smm::web
