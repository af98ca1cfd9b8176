// SPDX-License-Identifier: Apache-2.0
// Lets a request in or says why not.
#pragma once

#include "base/result.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

// The session's cookie, without the prefix that http/cookies.hpp adds.
inline constexpr const char* session_cookie = "smm";
http::Cookie session_cookie_of(const std::string& token);

// How a session's token and its forms' token are kept and made.
std::string session_hash(std::string_view token);
std::string csrf_token(std::string_view session_token);

// Problems: not_signed_in, not_allowed, not_there, second_factor_needed, cross_site, form_expired, bad_form.
// Whether a dangerous act was confirmed is asked after it (confirm_page.hpp), when there is a form to keep.
base::Result<Call> admitted(const Site& site, const http::Request& request, const Endpoint& endpoint);

}  // namespace smm::web
