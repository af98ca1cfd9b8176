// SPDX-License-Identifier: Apache-2.0
#include "wiring/sign_in_provider.hpp"

#include <algorithm>
#include <fstream>

#include "adapters/problems.hpp"

namespace smm::wiring {
namespace {

adapters::HttpLimits limits_of(const app::SignInSettings& settings) {
  adapters::HttpLimits limits;
  limits.ca_file = settings.oidc_ca_file;
  return limits;
}

adapters::OpenIdSettings openid_of(const app::ServiceSettings& settings) {
  const app::SignInSettings& sign_in = settings.sign_in;
  return {sign_in.oidc_issuer, sign_in.oidc_client_id, sign_in.oidc_secret_file,
          settings.public_url + std::string(provider_return_path)};
}

base::Problem bad_setting(std::string sentence) {
  return {adapters::problem::bad_sign_in_setting, std::move(sentence)};
}

base::Problems provider_problems(const app::ServiceSettings& settings) {
  const app::SignInSettings& sign_in = settings.sign_in;
  base::Problems problems;
  if (sign_in.oidc_issuer.empty()) {
    const bool half_set = !sign_in.oidc_client_id.empty() || !sign_in.oidc_secret_file.empty() ||
                          !sign_in.oidc_ca_file.empty() || !sign_in.oidc_name.empty() ||
                          !sign_in.oidc_strong_amr.empty() || !sign_in.oidc_strong_acr.empty();
    if (half_set)
      problems.push_back(bad_setting("Settings of an identity provider are there, but oidc_issuer is not"));
    return problems;
  }
  if (settings.public_url.empty())
    return {bad_setting("Signing in at " + sign_in.oidc_issuer +
                        " needs public_url, where the provider sends people back to")};
  problems = adapters::problems_of(openid_of(settings));
  if (!sign_in.oidc_ca_file.empty() && !std::ifstream(sign_in.oidc_ca_file).good())
    problems.push_back(
        bad_setting("The certificates of oidc_ca_file cannot be read: " + sign_in.oidc_ca_file));
  return problems;
}

// RFC 9110, section 5.6.2.
bool is_header_name(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

base::Problems header_problems(const app::ServiceSettings& settings) {
  const std::string& header = settings.sign_in.trusted_header;
  base::Problems problems;
  if (header.empty()) {
    if (settings.sign_in.trusted_header_is_strong.value_or(false))
      problems.push_back(bad_setting("trusted_header_is_strong is set, but trusted_header is not"));
    return problems;
  }
  if (!is_header_name(header)) problems.push_back(bad_setting("\"" + header + "\" is no name of a header"));
  if (settings.proxies.empty())
    problems.push_back(
        bad_setting("trusted_header is believed only from a proxy; name it with proxies, or leave both out"));
  return problems;
}

}  // namespace

base::Problems sign_in_problems(const app::ServiceSettings& settings) {
  base::Problems problems = provider_problems(settings);
  const base::Problems header = header_problems(settings);
  problems.insert(problems.end(), header.begin(), header.end());
  return problems;
}

SignInProvider::SignInProvider(const app::SignInSettings& settings, adapters::OpenIdSettings openid,
                               const app::Clock& clock)
    : http_(limits_of(settings)), provider_(std::move(openid), http_, clock) {}

std::unique_ptr<SignInProvider> SignInProvider::of(const app::ServiceSettings& settings,
                                                   const app::Clock& clock) {
  if (settings.sign_in.oidc_issuer.empty()) return nullptr;
  return std::unique_ptr<SignInProvider>(new SignInProvider(settings.sign_in, openid_of(settings), clock));
}

}  // namespace smm::wiring
