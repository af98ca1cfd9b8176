// SPDX-License-Identifier: Apache-2.0
// Sealing what a school says: one data key per school, and one for the office, kept wrapped by the
// installation key and opened in memory only. A seal is bound to the row it belongs to (`Row`): moved to
// another row, school or table, it does not open.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/schools.hpp"
#include "base/result.hpp"
#include "crypto/secret_key.hpp"

namespace smm::app {

// What a sealed value is and which row it stands in: {"answer", round, programme, item, version}.
using Row = std::vector<std::string_view>;

// Seals and opens for one owner. Cheap to copy; safe between threads.
class Seals {
 public:
  Seals(std::string owner, std::shared_ptr<const crypto::DataKey> key)
      : owner_(std::move(owner)), key_(std::move(key)) {}

  std::string seal(const Row& row, std::string_view plain) const;

  // Throws EnvironmentError when it does not open: the database or the key was tampered with or exchanged.
  std::string open(const Row& row, std::string_view sealed) const;

  // For what was sealed here and comes back from outside, such as a cookie: nothing when it does not open.
  std::optional<std::string> open_foreign(const Row& row, std::string_view sealed) const;

 private:
  std::string place(const Row& row) const;

  friend class KeyRing;

  std::string owner_;
  std::shared_ptr<const crypto::DataKey> key_;
};

inline constexpr std::string_view office_owner = "office";

// The installation key in hand, and data keys that were opened with it. An owner's data key stays the same
// for good: rotation wraps it anew, and what was opened stays valid. Safe between threads.
class KeyRing {
 public:
  explicit KeyRing(crypto::InstallationKey key) : key_(std::move(key)) {}

  std::string key_id() const;

  // Of an owner whose key was opened before.
  std::optional<Seals> known(const std::string& owner);

  // From now on known. Only what a transaction read that changes nothing: a key that is made by one that
  // changes may be taken back with it.
  void remember(const Seals& seals);

  // Problem: key_unavailable, when the owner has no key, or it does not open.
  base::Result<Seals> seals(Schools& schools, const std::string& owner);

  // Within a write: also makes the key that is missing.
  base::Result<Seals> seals_or_new(Schools& schools, const std::string& owner);

 private:
  base::Result<Seals> opened(const std::string& owner, const crypto::WrappedKey& wrapped);

  crypto::InstallationKey key_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const crypto::DataKey>> opened_;  // by owner
};

}  // namespace smm::app
