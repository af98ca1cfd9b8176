// SPDX-License-Identifier: Apache-2.0
#include "app/people/start_session.hpp"

#include <array>

#include "app/installation/change.hpp"
#include "app/installation/retention_settings.hpp"
#include "crypto/token.hpp"

namespace smm::app {
namespace {

constexpr unsigned session_bits = 256;
constexpr std::int64_t seen_every = 5 * base::one_minute;
constexpr std::int64_t usual_days = 30;  // as app/keeping tells of it

struct Sign {
  std::string_view sent;
  const char* name;
};

// The first that occurs counts: browsers name those they descend from, too.
constexpr auto browsers = std::to_array<Sign>({{"Edg", "Edge"},
                                               {"OPR/", "Opera"},
                                               {"Firefox/", "Firefox"},
                                               {"FxiOS/", "Firefox"},
                                               {"CriOS/", "Chrome"},
                                               {"Chrome/", "Chrome"},
                                               {"Safari/", "Safari"}});
constexpr auto systems = std::to_array<Sign>({{"iPhone", "iPhone"},
                                              {"iPad", "iPad"},
                                              {"Android", "Android"},
                                              {"Windows", "Windows"},
                                              {"Mac OS X", "macOS"},
                                              {"CrOS", "ChromeOS"},
                                              {"Linux", "Linux"}});

template <std::size_t n>
std::string first_sign(const std::array<Sign, n>& signs, std::string_view text) {
  for (const Sign& sign : signs) {
    if (text.find(sign.sent) != std::string_view::npos) return sign.name;
  }
  return "?";
}

StartedSession with_token(Session session) {
  StartedSession started{crypto::token_base64url(session_bits), std::move(session)};
  started.session.token = session_at_rest(started.token);
  started.session.csrf = form_token(started.token);
  return started;
}

}  // namespace

StartedSession start_session(const Installation& installation, Records& records, const Person& person,
                             const Proof& proof, const Browser& browser, base::Instant now) {
  auto started = with_token({.id = SessionId::make(installation.random),
                             .token = "",
                             .person = person.id,
                             .created = now,
                             .seen = now,
                             .expires = now + session_lasts,
                             .how = proof.how,
                             .second_factor = proof.second_factor,
                             .confirmed = proof.just_now ? now : base::Instant{},
                             .address = browser.address,
                             .browser = short_browser(browser.user_agent),
                             .csrf = "",
                             .ended = std::nullopt});
  if (browser.session) records.sessions.end(*browser.session, now);
  records.sessions.add(started.session);
  return started;
}

StartedSession renewed_session(const Installation& installation, Records& records, const Session& old,
                               bool second_factor, base::Instant now) {
  Session session = old;
  session.id = SessionId::make(installation.random);
  session.second_factor = second_factor;
  session.seen = session.confirmed = now;
  auto started = with_token(std::move(session));
  records.sessions.end(old.id, now);
  records.sessions.add(started.session);
  return started;
}

std::string short_browser(std::string_view user_agent) {
  return first_sign(browsers, user_agent) + " · " + first_sign(systems, user_agent);
}

std::string session_at_rest(std::string_view token) {
  return crypto::token_at_rest("session", token);
}

std::string form_token(std::string_view session_token) {
  return crypto::token_at_rest("form", session_token);
}

void mark_seen(const Installation& installation, const Session& session, base::Instant now) {
  if (now - session.seen < seen_every) return;
  change_later<bool>(
      installation.database, installation.clock,
      [id = session.id](Records& records, base::Instant seen) {
        records.sessions.seen(id, seen);
        return base::Result<Change<bool>>(Change<bool>::bookkeeping(true));
      },
      [](const ChangeEnd<bool>&) {});
}

void sweep_sessions(const Installation& installation) {
  (void)change<bool>(installation.database, installation.clock, [](Records& records, base::Instant now) {
    if (is_on_legal_hold(records)) return base::Result<Change<bool>>(Change<bool>::nothing(false));
    const std::int64_t days = chosen_days(records, "sessions").value_or(usual_days);
    records.sessions.sweep(now + -days * base::one_day);
    return base::Result<Change<bool>>(Change<bool>::bookkeeping(true));
  });
}

}  // namespace smm::app
