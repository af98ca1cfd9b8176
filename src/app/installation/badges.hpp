// SPDX-License-Identifier: Apache-2.0
// Repository: the keys that badges are signed with, the badges that were handed out, and the schools that
// want to be named. Seeds of keys arrive sealed and leave sealed (seals.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/installation/rounds.hpp"

namespace smm::app {

using BadgeId = base::Id<struct BadgeTag>;

struct BadgeKey {
  std::string public_key;  // as a multikey, "z6Mk..."
  std::string sealed;      // the seed
  base::Instant made;
  std::optional<base::Instant> retired = std::nullopt;  // signs nothing new from then on; still published

  friend bool operator==(const BadgeKey&, const BadgeKey&) = default;
};

// A place in a status list: which list, and which of its entries.
struct StatusPlace {
  std::int64_t list = 1;
  std::uint32_t index = 0;

  friend bool operator==(const StatusPlace&, const StatusPlace&) = default;
};

struct KeptBadge {
  BadgeId id;
  SheetKey sheet;
  StatusPlace place;
  base::Instant issued;
  base::Instant expires;
  std::string issued_by;   // as the audit log names whoever it was
  std::string credential;  // the file, as it was handed out
  std::optional<base::Instant> revoked = std::nullopt;
  std::string revoked_by = {};
  std::string reason = {};

  // Handed out, not taken back, and not over.
  bool holds(base::Instant now) const { return !revoked && now < expires; }

  friend bool operator==(const KeptBadge&, const KeptBadge&) = default;
};

struct Listing {
  SheetKey sheet;
  base::Instant since;
  assessment::PersonId by;

  friend bool operator==(const Listing&, const Listing&) = default;
};

class Badges {
 public:
  virtual ~Badges() = default;

  virtual std::vector<BadgeKey> keys() = 0;  // oldest first
  virtual void add(const BadgeKey& key) = 0;
  virtual void retire(const std::string& public_key, base::Instant now) = 0;

  virtual std::optional<KeptBadge> by_id(const BadgeId& id) = 0;
  virtual std::vector<KeptBadge> of(const SheetKey& sheet) = 0;             // newest first
  virtual std::vector<KeptBadge> of(const assessment::RoundId& round) = 0;  // oldest first
  virtual std::vector<std::uint32_t> places(std::int64_t list) = 0;         // that are given out
  virtual std::vector<std::uint32_t> revoked(std::int64_t list) = 0;        // ascending
  virtual void add(const KeptBadge& badge) = 0;  // a place that is taken is refused (Refusal::taken)
  virtual void revoke(const KeptBadge& badge) = 0;

  virtual std::optional<Listing> listing(const SheetKey& sheet) = 0;
  virtual std::vector<Listing> listed(const assessment::RoundId& round) = 0;
  virtual void add(const Listing& listing) = 0;
  virtual void remove_listing(const SheetKey& sheet) = 0;
};

}  // namespace smm::app
