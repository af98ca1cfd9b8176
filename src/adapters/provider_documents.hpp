// SPDX-License-Identifier: Apache-2.0
// What an identity provider publishes about itself: its discovery document (OpenID Connect Discovery 1.0) and
// its keys. Both are kept for an hour. A token signed by a key that is not known makes the keys be read
// again, at most once a minute, so that a provider may change keys at any time and nobody can make us ask all
// day.
//
// May be used from several threads at once; none waits for another's request.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/http_client.hpp"
#include "adapters/key_set.hpp"
#include "app/clock.hpp"

namespace smm::adapters {

enum class ClientProof { basic, post };  // how the client secret is sent

struct ProviderDescription {
  std::string issuer;
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string userinfo_endpoint;  // may be empty
  std::string jwks_uri;
  ClientProof proof = ClientProof::basic;
  bool names_itself_on_return = false;  // RFC 9207: "iss" comes back beside the code
};

// Problem: identity_provider_unusable, when it is not `issuer`'s, lacks an endpoint that is needed, has one
// that is neither https nor loopback, or the provider does not do the code flow or PKCE with S256.
base::Result<ProviderDescription> read_provider_description(std::string_view json, const std::string& issuer);

class ProviderDocuments {
 public:
  ProviderDocuments(std::string issuer, HttpClient& http, const app::Clock& clock)
      : issuer_(std::move(issuer)), http_(http), clock_(clock) {}

  base::Result<std::shared_ptr<const ProviderDescription>> description();
  base::Result<std::shared_ptr<const KeySet>> keys();

  // Asks the provider again, unless that was done within the last minute.
  base::Result<std::shared_ptr<const KeySet>> newer_keys();

 private:
  template <class T>
  struct Kept {
    std::shared_ptr<const T> value;
    base::Instant read;
  };

  template <class T>
  std::shared_ptr<const T> kept(const Kept<T>& copy, std::int64_t longest);
  template <class T>
  std::shared_ptr<const T> keep(Kept<T>& copy, T value);
  base::Result<std::string> body_of(const std::string& url);
  base::Result<std::shared_ptr<const KeySet>> read_keys();

  std::string issuer_;
  HttpClient& http_;
  const app::Clock& clock_;
  std::mutex mutex_;  // around the two copies, not around requests
  Kept<ProviderDescription> description_;
  Kept<KeySet> keys_;
};

}  // namespace smm::adapters
