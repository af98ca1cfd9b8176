// SPDX-License-Identifier: Apache-2.0
#include "app/badges/badge_keys.hpp"

#include <algorithm>

#include "app/badges/addresses.hpp"
#include "app/badges/problems.hpp"
#include "app/installation/change.hpp"
#include "badge/multibase.hpp"
#include "base/environment_error.hpp"
#include "crypto/sign.hpp"

namespace smm::app {
namespace {

namespace why = badges_problem;
using KeyChange = base::Result<Change<BadgeKey>>;

std::string_view bytes_of(const crypto::SigningKey& key) {
  return {reinterpret_cast<const char*>(key.reveal()), crypto::secret_key_size};
}

std::optional<BadgeKey> key_that_signs(Records& records) {
  for (const BadgeKey& key : records.badges.keys())
    if (!key.retired) return key;
  return std::nullopt;
}

base::Result<BadgeKey> added_key(Installation& installation, Records& records, base::Instant now) {
  const auto office = installation.keys.seals_or_new(records.schools, std::string(office_owner));
  if (!office) return office.problems();
  const auto key = crypto::SigningKey::make();
  const std::string name = badge::multikey(crypto::public_key(key));
  const BadgeKey kept{name, office->seal({"badge_key", name}, bytes_of(key)), now};
  records.badges.add(kept);
  return kept;
}

}  // namespace

base::Result<BadgeKey> new_badge_key(Installation& installation, const std::string& actor) {
  return change<BadgeKey>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> KeyChange {
        if (key_that_signs(records))
          return base::Problem(why::badge_key_exists, "There is a key for badges; rotate it instead");
        auto key = added_key(installation, records, now);
        if (!key) return key.problems();
        return Change<BadgeKey>(*key, AuditEntry{"office", actor, "badge.key", key->public_key, ""});
      });
}

base::Result<BadgeKey> rotate_badge_key(Installation& installation, const std::string& actor) {
  return change<BadgeKey>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> KeyChange {
        const auto old = key_that_signs(records);
        if (!old) return base::Problem(why::badge_key_missing, "There is no key for badges to replace");
        records.badges.retire(old->public_key, now);
        auto key = added_key(installation, records, now);
        if (!key) return key.problems();
        return Change<BadgeKey>(
            *key, AuditEntry{"office", actor, "badge.key", key->public_key, "instead of " + old->public_key});
      });
}

base::Result<std::vector<BadgeKey>> badge_keys(Installation& installation) {
  return look<std::vector<BadgeKey>>(
      installation.database,
      [](Records& records) -> base::Result<std::vector<BadgeKey>> { return records.badges.keys(); });
}

badge::Controller badge_controller(Records& records, const std::string& public_url) {
  badge::Controller controller{issuer_address(public_url), {}};
  for (const BadgeKey& key : records.badges.keys()) {
    const auto bytes = badge::from_multikey(key.public_key);
    if (!bytes) throw base::EnvironmentError("A key for badges in the database is not readable.");
    controller.keys.push_back(badge::published_key(controller.id, *bytes));
  }
  return controller;
}

base::Result<SigningBadgeKey> signing_badge_key(Records& records, const Seals& office,
                                                const std::string& public_url) {
  const auto kept = key_that_signs(records);
  if (!kept)
    return base::Problem(why::badge_key_missing,
                         "The office has not made a key for badges yet (smm badge keys new)");
  std::string seed = office.open({"badge_key", kept->public_key}, kept->sealed);
  auto key = crypto::SigningKey::from_bytes(seed);
  crypto::erase_secret_bytes(reinterpret_cast<unsigned char*>(seed.data()), seed.size());
  if (!key || badge::multikey(crypto::public_key(*key)) != kept->public_key)
    throw base::EnvironmentError("A key for badges in the database does not fit its public key.");
  return SigningBadgeKey{std::move(*key), issuer_address(public_url) + "#" + kept->public_key};
}

}  // namespace smm::app
