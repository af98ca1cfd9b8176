// SPDX-License-Identifier: Apache-2.0
#include "web/session/endpoint.hpp"

#include "web/session/admission.hpp"

namespace smm::web {

std::string Call::csrf() const {
  return session_token.empty() ? "" : csrf_token(session_token);
}

Endpoint get(std::string pattern, std::string name, Access access, Act act) {
  return {http::Method::get, std::move(pattern), std::move(name), std::move(access), std::move(act)};
}

Endpoint post(std::string pattern, std::string name, Access access, Act act) {
  return {http::Method::post, std::move(pattern), std::move(name), std::move(access), std::move(act)};
}

Endpoint post_later(std::string pattern, std::string name, Access access, ActLater act) {
  return {http::Method::post, std::move(pattern), std::move(name), std::move(access), std::move(act)};
}

}  // namespace smm::web
