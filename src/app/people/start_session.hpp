// SPDX-License-Identifier: Apache-2.0
// Sessions: a browser that carries a token of 256 random bits, of which only the hash is kept. It lasts
// twelve hours, or eight after it was used last (actor.hpp), and is replaced by a new one at every sign-in
// and whenever it gains weight.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/installation/actor.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

inline constexpr std::int64_t session_lasts = 12 * base::one_hour;

// What a request tells of where it comes from.
struct Browser {
  std::string address;     // of the person's machine
  std::string user_agent;  // as sent
  std::string known = {};  // what known_browser.hpp gave this browser earlier; empty: nothing
  std::optional<SessionId> session = std::nullopt;  // that it carries; a new one takes its place
};

struct StartedSession {
  std::string token;  // for the cookie; nowhere else
  Session session;
};

// How a person proved who they are: "link", "password", "oidc", "proxy", "set_up".
struct Proof {
  std::string how;
  bool second_factor = false;
  bool just_now = true;  // false: somebody else vouches for what the person may have done hours ago
};

StartedSession start_session(const Installation& installation, Records& records, const Person& person,
                             const Proof& proof, const Browser& browser, base::Instant now);

// The same person in the same browser under a new token; the old one ends. Ends when the old one would have.
StartedSession renewed_session(const Installation& installation, Records& records, const Session& old,
                               bool second_factor, base::Instant now);

// "Firefox · Windows"; at most a few words of ours, whatever was sent.
std::string short_browser(std::string_view user_agent);

// How a session's token and its forms' token are kept and made.
std::string session_at_rest(std::string_view token);
std::string form_token(std::string_view session_token);

// Writes down, every five minutes and without waiting for it, that a session is in use.
void mark_seen(const Installation& installation, const Session& session, base::Instant now);

// Removes sessions, links and counters that ended a month ago or more. For a timer.
void sweep_sessions(const Installation& installation);

}  // namespace smm::app
