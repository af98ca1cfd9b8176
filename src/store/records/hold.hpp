// SPDX-License-Identifier: Apache-2.0
// Holding an installation, by a lock on a file of its folder or an advisory lock of PostgreSQL: alone, or as
// one of the servers. On a folder there is one server; on PostgreSQL servers share the lock, which keeps away
// only those who want it alone.
//
// A lock of PostgreSQL goes with its connection. A server that loses it, as when the database fails over,
// goes on and takes it again as soon as it can.
#pragma once

#include <memory>

#include "app/installation/maintenance.hpp"
#include "base/result.hpp"

namespace smm::store::records {

// Given up when it goes.
class HeldPlace {
 public:
  HeldPlace() = default;
  HeldPlace(const HeldPlace&) = delete;
  HeldPlace& operator=(const HeldPlace&) = delete;
  virtual ~HeldPlace() = default;
};

// Problem: installation_in_use. A folder has to be there.
base::Result<std::unique_ptr<HeldPlace>> hold_alone(const app::DatabaseSettings& where);
base::Result<std::unique_ptr<HeldPlace>> hold_to_serve(const app::DatabaseSettings& where);

// The database; the hold is given up when it goes, after what waits in it is carried out.
std::unique_ptr<app::Database> held(std::unique_ptr<HeldPlace> hold, std::unique_ptr<app::Database> database);

}  // namespace smm::store::records
