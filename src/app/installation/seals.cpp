// SPDX-License-Identifier: Apache-2.0
#include "app/installation/seals.hpp"

#include "app/installation/problems.hpp"
#include "base/assert.hpp"
#include "base/environment_error.hpp"
#include "crypto/framing.hpp"
#include "crypto/seal.hpp"

namespace smm::app {
namespace {

// As many keys as stay opened at once; a national round has a few hundred schools.
constexpr std::size_t most_opened = 2000;

base::Problem key_does_not_open(const std::string& owner, const crypto::WrappedKey& wrapped,
                                const std::string& key_id) {
  std::string sentence = "The data of " + (owner == office_owner ? "the office" : "school " + owner);
  sentence += wrapped.key_id == key_id ? " does not open; the database was changed from outside"
                                       : " is sealed under installation key " + wrapped.key_id +
                                             ", and the program was given " + key_id;
  return {installation_problem::key_unavailable, sentence};
}

}  // namespace

std::string Seals::place(const Row& row) const {
  std::vector<std::string_view> fields = {owner_};
  fields.insert(fields.end(), row.begin(), row.end());
  return crypto::framed(fields);
}

std::string Seals::seal(const Row& row, std::string_view plain) const {
  return crypto::seal(*key_, plain, place(row));
}

std::string Seals::open(const Row& row, std::string_view sealed) const {
  auto plain = crypto::open_sealed(*key_, sealed, place(row));
  if (!plain) {
    throw base::EnvironmentError("a sealed " + std::string(row.empty() ? "value" : row.front()) + " of " +
                                 owner_ + " does not open: the database was changed from outside");
  }
  return std::move(*plain);
}

std::optional<std::string> Seals::open_foreign(const Row& row, std::string_view sealed) const {
  return crypto::open_sealed(*key_, sealed, place(row));
}

std::string KeyRing::key_id() const {
  return crypto::key_id(key_);
}

std::optional<Seals> KeyRing::known(const std::string& owner) {
  const std::lock_guard lock(mutex_);
  const auto found = opened_.find(owner);
  if (found == opened_.end()) return std::nullopt;
  return Seals(owner, found->second);
}

base::Result<Seals> KeyRing::opened(const std::string& owner, const crypto::WrappedKey& wrapped) {
  auto key = crypto::unwrap(key_, wrapped, owner);
  if (!key) return key_does_not_open(owner, wrapped, crypto::key_id(key_));
  return Seals(owner, std::make_shared<const crypto::DataKey>(std::move(*key)));
}

void KeyRing::remember(const Seals& seals) {
  const std::lock_guard lock(mutex_);
  if (opened_.size() >= most_opened) opened_.clear();
  opened_[seals.owner_] = seals.key_;
}

base::Result<Seals> KeyRing::seals(Schools& schools, const std::string& owner) {
  if (auto seals = known(owner)) return std::move(*seals);
  const auto wrapped = schools.key(owner);
  if (!wrapped) return base::Problem(installation_problem::key_unavailable, "There is no key for " + owner);
  return opened(owner, *wrapped);
}

// Two transactions may want to make the key at one moment: the one that comes second takes the first one's.
base::Result<Seals> KeyRing::seals_or_new(Schools& schools, const std::string& owner) {
  if (auto seals = known(owner)) return std::move(*seals);
  if (const auto wrapped = schools.key(owner)) return opened(owner, *wrapped);
  schools.add_key({owner, crypto::wrap(key_, crypto::DataKey::make(), owner)});
  const auto stands = schools.key(owner);
  SMM_ASSERT(stands.has_value());
  return opened(owner, *stands);
}

}  // namespace smm::app
