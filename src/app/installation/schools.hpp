// SPDX-License-Identifier: Apache-2.0
// Repository: the roster of schools, and each school's sealed key.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "assessment/school.hpp"
#include "base/instant.hpp"
#include "crypto/key_wrap.hpp"

namespace smm::app {

// A data key at rest. The owner is a school's id, or "office" for what belongs to no school (one-time-code
// secrets, mails that wait).
struct KeptKey {
  std::string owner;
  crypto::WrappedKey wrapped;

  friend bool operator==(const KeptKey&, const KeptKey&) = default;
};

class Schools {
 public:
  virtual ~Schools() = default;

  virtual std::optional<assessment::School> by_id(const assessment::SchoolId& id) = 0;
  virtual std::optional<assessment::School> by_code(std::string_view code) = 0;
  virtual std::vector<assessment::School> all() = 0;  // the roster, by code; none that was invented
  virtual void add(const assessment::School& school) = 0;
  virtual void change(const assessment::School& school) = 0;
  // Schools that were invented for a practice round: on no roster, and gone with it.
  virtual std::vector<assessment::School> of_practice(const assessment::RoundId& round) = 0;  // by code
  virtual void add_practice(const assessment::School& school, const assessment::RoundId& round) = 0;

  virtual std::optional<crypto::WrappedKey> key(std::string_view owner) = 0;
  virtual std::vector<KeptKey> keys() = 0;        // by owner
  virtual void keep_key(const KeptKey& key) = 0;  // adds or replaces
  virtual void add_key(const KeptKey& key) = 0;   // nothing when the owner has one already
};

}  // namespace smm::app
