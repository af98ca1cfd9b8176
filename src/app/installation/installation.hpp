// SPDX-License-Identifier: Apache-2.0
// What every use case of an installation stands on. Made once, when the program starts; outlives all threads.
#pragma once

#include <memory>
#include <string>

#include "app/clock.hpp"
#include "app/installation/database.hpp"
#include "app/installation/edition_shelf.hpp"
#include "app/installation/release_shelf.hpp"
#include "app/installation/seals.hpp"
#include "app/time_zones.hpp"
#include "assessment/common_passwords.hpp"
#include "base/random_bytes.hpp"

namespace smm::app {

struct Installation {
  Database& database;
  const Clock& clock;
  const TimeZones& zones;
  base::RandomBytes& random;  // for ids; safe between threads
  KeyRing& keys;
  EditionShelf& editions;
  std::string public_url;  // "https://metrics.example.org", without a slash at the end: in mails and links
  std::string mail_from;   // address that mails come from
  const assessment::CommonPasswords* common_passwords = nullptr;  // there wherever passwords are set
  std::shared_ptr<ReleaseShelf> releases = std::make_shared<ReleaseShelf>();
};

// The seals of a school or of the office, without asking the database where they are known.
base::Result<Seals> seals_of(Installation& installation, const std::string& owner);

}  // namespace smm::app
