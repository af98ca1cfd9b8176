// SPDX-License-Identifier: Apache-2.0
// Repository: sessions, one-time links, and counters against guessing. Tokens are stored as hashes only
// (crypto/token.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/people.hpp"
#include "assessment/ids.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"

namespace smm::app {

using SessionId = base::Id<struct SessionTag>;

struct Session {
  SessionId id;
  std::string token;  // hash
  assessment::PersonId person;
  base::Instant created;
  base::Instant seen;     // to within some minutes
  base::Instant expires;  // whatever happens
  std::string how;        // link, password, oidc, proxy
  bool second_factor = false;
  base::Instant confirmed;  // when the person last proved who they are
  std::string address;
  std::string browser;  // a short form of the user agent
  std::string csrf;     // token that this session's forms carry
  std::optional<base::Instant> ended;

  friend bool operator==(const Session&, const Session&) = default;
};

// What a personal link is for. Each is single use; `sign_in` is asked for by the person, the others are sent.
enum class LinkUse : std::uint8_t { set_up, invitation, sign_in, reset_password, change_email };

std::string_view to_string(LinkUse use);
std::optional<LinkUse> link_use(std::string_view name);

struct Link {
  std::string token;  // hash
  LinkUse use = LinkUse::sign_in;
  std::optional<assessment::PersonId> person;  // set_up has none
  std::optional<assessment::SchoolId> school;  // dies with the person's part in it
  std::string target;                          // a path of ours to go to
  std::string email;                           // change_email: the new address
  base::Instant created;
  base::Instant expires;
  std::optional<base::Instant> used;

  friend bool operator==(const Link&, const Link&) = default;
};

// A session and whose it is: every request asks for it, so that it is one query.
struct Visitor {
  Session session;
  Person person;
  std::vector<assessment::OfficeRole> office_roles;  // in their order
};

class Sessions {
 public:
  virtual ~Sessions() = default;

  virtual std::optional<Session> by_token(std::string_view hash) = 0;
  virtual std::optional<Visitor> visitor(std::string_view hash) = 0;
  // Lets a database bring along what is asked next: this visitor, and then that part. Changes nothing.
  virtual void expect_visit(std::string_view hash, std::string_view round_code,
                            std::string_view school_code) = 0;
  virtual std::vector<Session> live_of(const assessment::PersonId& person, base::Instant now) = 0;
  virtual void add(const Session& session) = 0;
  virtual void seen(const SessionId& id, base::Instant now) = 0;
  virtual void confirmed(const SessionId& id, bool second_factor, base::Instant now) = 0;
  virtual void end(const SessionId& id, base::Instant now) = 0;
  virtual void end_all(const assessment::PersonId& person, const std::optional<SessionId>& but,
                       base::Instant now) = 0;

  virtual std::optional<Link> link(std::string_view hash) = 0;
  virtual void add_link(const Link& link) = 0;
  virtual bool use_link(std::string_view hash, base::Instant now) = 0;  // true for who comes first
  // Those that lead to this school, or all of the person's.
  virtual void end_links(const assessment::PersonId& person,
                         const std::optional<assessment::SchoolId>& school, base::Instant now) = 0;

  // Counts an attempt under `key`; gives how many there were in this window, this one included. A window
  // begins with the first attempt after the last one ended.
  virtual std::int64_t count_attempt(std::string_view key, base::Instant now, std::int64_t window) = 0;
  virtual std::int64_t attempts(std::string_view key, base::Instant now, std::int64_t window) = 0;
  virtual void forget_attempts(std::string_view key) = 0;

  // Removes what ended or ran out before `before`.
  virtual void sweep(base::Instant before) = 0;
};

}  // namespace smm::app
