// SPDX-License-Identifier: Apache-2.0
#include "app/installation/installation.hpp"

#include "app/installation/change.hpp"

namespace smm::app {

base::Result<Seals> seals_of(Installation& installation, const std::string& owner) {
  if (auto seals = installation.keys.known(owner)) return std::move(*seals);
  auto seals = look<Seals>(installation.database,
                           [&](Records& records) { return installation.keys.seals(records.schools, owner); });
  if (seals) installation.keys.remember(*seals);
  return seals;
}

}  // namespace smm::app
