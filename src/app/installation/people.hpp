// SPDX-License-Identifier: Apache-2.0
// Repository: people, what they sign in with, and their office roles.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/ids.hpp"
#include "assessment/roles.hpp"
#include "base/instant.hpp"

namespace smm::app {

struct Person {
  assessment::PersonId id;
  std::string email;  // as typed; unique without regard to case
  std::string name;
  base::Instant created;
  std::string password;  // from crypto/password.hpp; empty: none
  std::optional<base::Instant> password_set;
  std::string totp_secret;  // sealed under the office's key; empty: none
  bool totp_confirmed = false;
  std::int64_t totp_step = 0;  // the last one that was used
  std::optional<base::Instant> deactivated;

  friend bool operator==(const Person&, const Person&) = default;
};

// A sign-in at another provider that is this person.
struct Identity {
  std::string issuer;
  std::string subject;

  friend bool operator==(const Identity&, const Identity&) = default;
};

class People {
 public:
  virtual ~People() = default;

  virtual std::optional<Person> by_id(const assessment::PersonId& id) = 0;
  virtual std::optional<Person> by_email(std::string_view email) = 0;
  virtual std::optional<Person> by_identity(const Identity& identity) = 0;
  virtual std::int64_t count() = 0;

  virtual void add(const Person& person) = 0;
  virtual void change(const Person& person) = 0;  // every field but id and created
  virtual void add_identity(const assessment::PersonId& person, const Identity& identity) = 0;

  virtual std::vector<assessment::OfficeRole> office_roles(const assessment::PersonId& person) = 0;
  virtual void grant(const assessment::PersonId& person, assessment::OfficeRole role, base::Instant now) = 0;
  virtual void revoke(const assessment::PersonId& person, assessment::OfficeRole role) = 0;
  virtual std::vector<Person> office_people() = 0;  // by name, then e-mail

  // Recovery codes, as token_at_rest hashes; new ones replace the old.
  virtual void set_recovery_codes(const assessment::PersonId& person,
                                  const std::vector<std::string>& hashes) = 0;
  virtual bool use_recovery_code(const assessment::PersonId& person, std::string_view hash,
                                 base::Instant now) = 0;  // true once for each
  virtual std::int64_t recovery_codes_left(const assessment::PersonId& person) = 0;
};

}  // namespace smm::app
