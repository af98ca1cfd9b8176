// SPDX-License-Identifier: Apache-2.0
// Having an installation alone: by a lock on a file of its folder, or by an advisory lock of PostgreSQL.
// (Such a lock goes with its connection. A server that loses the connection goes on without it.)
#pragma once

#include <memory>

#include "app/installation/maintenance.hpp"
#include "base/result.hpp"

namespace smm::store::records {

// Given up when it goes.
class HeldAlone {
 public:
  HeldAlone() = default;
  HeldAlone(const HeldAlone&) = delete;
  HeldAlone& operator=(const HeldAlone&) = delete;
  virtual ~HeldAlone() = default;
};

// Problem: installation_in_use. A folder has to be there.
base::Result<std::unique_ptr<HeldAlone>> hold_alone(const app::DatabaseSettings& where);

// The database; the hold is given up when it goes, after what waits in it is carried out.
std::unique_ptr<app::Database> held(std::unique_ptr<HeldAlone> hold, std::unique_ptr<app::Database> database);

}  // namespace smm::store::records
