// SPDX-License-Identifier: Apache-2.0
// From the ends of sign-in use cases to answers: the cookies they set, and where the browser goes.
#pragma once

#include "app/people/enter.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

// Names without the prefix that http/cookies.hpp adds.
inline constexpr const char* known_browser_cookie = "smm-known";
inline constexpr const char* code_step_cookie = "smm-step";
inline constexpr const char* provider_cookie = "smm-provider";
inline constexpr const char* enrolment_cookie = "smm-enrolment";

// Where the request comes from, as use cases take it.
app::Browser browser_of(const Call& call);
std::string cookie_of(const Call& call, const char* name);
// A cookie for a step that lasts minutes.
http::Cookie short_cookie(const char* name, std::string value);

// The way a person was going, from the field or parameter `to` or `return`: a path of this site.
std::string way_on(const http::Parameters& from);

Reply reply_to(app::SignedIn signed_in);
Reply reply_to(app::CodeNeeded needed);  // to /sign-in/code
Reply reply_to(app::Entered entered);

// The answer goes on with a new session in the place of the one before.
Reply with_session(Reply reply, const app::StartedSession& session);

// A page whose forms carry the new session's token already.
Reply page_with_session(const Call& call, Page page, const app::StartedSession& session);

// The page with status 429, and when to come back.
Reply reply_to(const Call& call, const app::Throttled& wait);
std::string words_of(const Call& call, const app::Throttled& wait);  // "Please wait 15 minutes …"
Reply wait_reply(const Call& call, Page page, const app::Throttled& wait);

}  // namespace smm::web
